"""Quick floors: the summary of `seeds/` must not become worse than it was."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

from rouge_score.rouge_scorer import RougeScorer

from summarize import Article, Summary, summarize

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
WORDS = 120


def check() -> int:
    """Print each measure beside its floor; 1 if a floor is missed or the data have changed."""
    stored = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    failures = 0
    if checksum() != stored["checksum"]:
        print("seeds/ or its references are not those that the floors were measured on")
        failures += 1
    for name, value in measure().items():
        floor = stored["floors"][name]
        failures += value < floor
        print(f"{'ok  ' if value >= floor else 'MISS'} {name}: {value:.3f}, floor {floor}")
    return 1 if failures else 0


def checksum() -> str:
    """Hash all that the measures depend on besides the code."""
    digest = hashlib.sha256()
    for path in sorted([*SEEDS.glob("*.txt"), *HERE.glob("references/seeds/*.txt")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def measure() -> dict[str, float]:
    """Measure what readers would see in the summary of `seeds/`; higher is better."""
    articles = [Article(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    summary = summarize(articles, words=WORDS)
    references = [path.read_text(encoding="utf-8") for path in HERE.glob("references/seeds/*.txt")]
    return {
        "rouge2_recall": rouge2_recall(summary.text, references),
        "articles_cited": len(cited(summary)),
        "sentences_in_three": sum(s.corroboration >= 3 for s in summary.sentences),
        "share_not_repeated": 1 - share_repeated(summary),
    }


def rouge2_recall(text: str, references: list[str]) -> float:
    """Mean ROUGE-2 recall over the references, stemmed (rouge-score)."""
    scorer = RougeScorer(["rouge2"], use_stemmer=True)
    recalls = [float(scorer.score(r, text)["rouge2"].recall) for r in references]
    return sum(recalls) / len(recalls)


def cited(summary: Summary) -> set[int]:
    """Numbers of the articles that stand behind at least one sentence."""
    own = {sentence.document for sentence in summary.sentences}
    return own | {c.document for sentence in summary.sentences for c in sentence.citations}


def share_repeated(summary: Summary) -> float:
    """Share of four-word sequences that occur more than once in the summary."""
    words = [word.strip(".,“”\"'").lower() for word in summary.text.split()]
    runs = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(n - 1 for n in runs.values()) / max(1, runs.total())
