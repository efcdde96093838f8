"""`python -m benchmarks check`: quality and speed must not fall below their floors.

Quick and offline: the summary of `seeds/` against three references written for this project, the
MultiLing clusters where SUMMARIZE_DATA names them, and our time as a ratio to that of Punkt and
TF-IDF on the same text in the same run. Floors are never lowered silently.
"""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from statistics import fmean
from typing import TYPE_CHECKING, Any

from benchmarks.data import generate
from benchmarks.data.sets import ROOT, english_sets, other_sets, read, seed_articles
from benchmarks.errors import BenchmarkError
from benchmarks.scores.beyond import beyond
from benchmarks.scores.rouge import score
from benchmarks.speed.steps import ratio_to_floor
from summarize import Article, summarize

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from summarize import Summary

HERE = ROOT / "benchmarks"
FLOORS = HERE / "floors.json"
SEED_WORDS, SET_WORDS = 120, 250
N_ARTICLES, N_ROUNDS = 60, 3

# A group of measures -> their floors, and the checksum of the data they were measured on.
Floors = dict[str, Any]

# The share of the measured value that a new floor demands: scores are exact, times are noisy.
ROOM = {"quality": 0.99, "speed": 0.55}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise what has risen")
    parser.add_argument("--lower", action="store_true", help="write all floors again, lower or not")


def run(options: argparse.Namespace) -> int:
    """Print each measure beside its floor; 1 if one is missed or the data have changed."""
    measured = measure()
    if options.lift or options.lower:
        write(measured, may_lower=options.lower)
    return compare(measured)


def measure() -> dict[str, dict[str, float]]:
    """Measure everything that has a floor; more is better.

    Returns
    -------
    dict
        For ``seeds``, ``speed`` and each set that is available, the measures by name.
    """
    articles = [Article(text) for text in islice(generate.generate(), N_ARTICLES)]
    speed = {"floor_by_ours": 1 / ratio_to_floor(articles, N_ROUNDS)}
    measured = {"seeds": measure_seeds(), "speed": speed}
    measured |= {path.stem: _measure_set(path) for path in english_sets()}
    return measured | {path.stem: _measure_other(path) for path in other_sets()}


def compare(measured: dict[str, dict[str, float]], floors: Path = FLOORS) -> int:
    """Print each measure beside its floor; 1 if one is missed or the data have changed."""
    stored = _stored(floors)
    n_missed = 0
    for group, measures in measured.items():
        known = stored.get(group, {"checksum": "", "floors": {}})
        if known["checksum"] != checksum(group):
            print(f"MISS {group}: its data are not those that the floors were measured on")
            n_missed += 1
        for name, value in measures.items():
            floor = known["floors"].get(name)
            is_good = floor is not None and value >= floor
            n_missed += not is_good
            print(f"{'ok  ' if is_good else 'MISS'} {group} {name}: {value:.4f}, floor {floor}")
    if n_missed:
        print(f"{n_missed} missed; after an intended change: check --raise, or --lower")
    return 1 if n_missed else 0


def write(measured: dict[str, dict[str, float]], *, may_lower: bool, floors: Path = FLOORS) -> None:
    """Store floors a little below what was measured; a floor is lowered only if that is allowed.

    Raises
    ------
    BenchmarkError
        The data have changed, so that a higher floor could be easier to reach.
    """
    stored = _stored(floors)
    for group, measures in measured.items():
        room = ROOM["speed" if group == "speed" else "quality"]
        known = stored.setdefault(group, {"checksum": checksum(group), "floors": {}})
        if may_lower:
            known["checksum"] = checksum(group)
        elif known["checksum"] != checksum(group):
            raise BenchmarkError(f"the data of {group} have changed; write floors with --lower")
        for name, value in measures.items():
            new, old = round(room * value, 4), known["floors"].get(name)
            known["floors"][name] = new if old is None or may_lower else max(new, old)
    floors.write_text(json.dumps(stored, indent=2) + "\n", "utf-8")


def checksum(group: str) -> str:
    """Hash the data that a group's measures depend on."""
    digest = hashlib.sha256()
    paths = [path for path in (*english_sets(), *other_sets()) if path.stem == group]
    for path in paths or sorted([*ROOT.glob("seeds/*.txt"), *_references()]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _stored(floors: Path) -> Floors:
    stored: Floors = json.loads(floors.read_text("utf-8")) if floors.exists() else {}
    return stored


def measure_seeds() -> dict[str, float]:
    """Measure the summary of `seeds/`."""
    references = [path.read_text("utf-8") for path in _references()]
    measures, summary = _quality(seed_articles(), references, SEED_WORDS)
    cited = {s.document for s in summary.sentences}
    cited |= {c.document for s in summary.sentences for c in s.citations}
    return {
        **measures,
        "articles_cited": len(cited),
        "sentences_in_two": sum(s.corroboration >= 2 for s in summary.sentences),
    }


def _references() -> list[Path]:
    return sorted(HERE.glob("references/seeds/*.txt"))


def _measure_set(path: Path) -> dict[str, float]:
    found = [_quality(item.articles, item.references, SET_WORDS)[0] for item in read(path)]
    return {name: fmean(measures[name] for measures in found) for name in found[0]}


def _measure_other(path: Path) -> dict[str, float]:
    """Measure a set in another language, in words by Unicode."""
    found = []
    for item in read(path):
        text = summarize(item.articles, words=SET_WORDS).text
        scores = score(text, item.references, words=SET_WORDS, tokenizer="unicode")
        found.append(scores["rouge2"]["r"])
    return {"rouge2_recall": fmean(found)}


def _quality(
    articles: Sequence[Article], references: Sequence[str], words: int
) -> tuple[dict[str, float], Summary]:
    summary = summarize(articles, words=words)
    sentences = [sentence.text for sentence in summary.sentences]
    scores = score(summary.text, references, words=words, tokenizer="ascii")
    seen = beyond(sentences, articles, words=words)
    measures = {
        "rouge1_recall": scores["rouge1"]["r"],
        "rouge2_recall": scores["rouge2"]["r"],
        "verbatim": seen["verbatim"],
        "not_dangling": 1 - seen["dangling"],
        "not_junk": 1 - seen["junk"],
        "new_words": _new_words(sentences),
    }
    return measures, summary


def _new_words(sentences: list[str]) -> float:
    """Return the share of the longer words that no earlier sentence of the summary has."""
    said: set[str] = set()
    n_all = 0
    for sentence in sentences:
        words = {word.strip(".,;:“”\"'()").lower() for word in sentence.split()}
        words = {word for word in words if len(word) > 4}
        n_all += len(words)
        said |= words
    return len(said) / max(1, n_all)  # each is new once
