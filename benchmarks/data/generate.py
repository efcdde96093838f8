"""Articles for speed tests: any number about one event, from the words of `seeds/`.

`generate` makes them; `write_samples` and `read` store them, or real ones, in files. They are
nonsense with the structure of news: shared facts in the same words, sentences in other words,
copies with small changes, and a vocabulary that grows with the number of words as it does in real
text. They are good for measuring time and memory, and worthless for measuring quality.
"""

from __future__ import annotations

import json
import random
import re
from collections import deque
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data import sets
from summarize import Article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from benchmarks import Row

FEWEST_WORDS, MOST_WORDS = 410, 660
LONGEST_PARAGRAPH = 4  # sentences

# How the next article is made: an earlier one again, or changed a little; otherwise it is new.
SHARE_COPIED, SHARE_CHANGED = 0.01, 0.09
N_REMEMBERED = 50  # articles that may still be copied
SHARE_OF_FACTS = 0.25  # of a new article's sentences: those of the seeds, as they are
SHARE_REPLACED = {"name": 0.4, "number": 0.6, "word": 0.3}  # of the words in its other sentences

_TOKEN = re.compile(r"(\w+)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_ENDING = re.compile(r"(?:ing|ed|ly|s|tion|ment|al|er)$")


def generate(seed: int = 0) -> Iterator[str]:
    """Yield articles without end; the first n are the same, however many are taken.

    Parameters
    ----------
    seed
        Together with the files in `seeds/`, decides all of them.

    Yields
    ------
    str
        A title, an empty line and paragraphs; 410 to 660 words, about 25 sentences.

    Notes
    -----
    O(words) time. Memory holds the last `N_REMEMBERED` articles, about 100 bytes for each new
    word of the vocabulary, and 8 for each that is used again.
    """
    writer = Writer(random.Random(seed))  # noqa: S311 - no secret is made here
    recent: deque[list[str]] = deque(maxlen=N_REMEMBERED)
    while True:
        dice = writer.rng.random()
        if recent and dice < SHARE_COPIED:
            sentences = writer.rng.choice(recent)
        elif recent and dice < SHARE_COPIED + SHARE_CHANGED:
            sentences = writer.change(writer.rng.choice(recent))
        else:
            sentences = writer.write()
        recent.append(sentences)
        yield _lay_out(sentences)


def read_facts() -> list[str]:
    """Read the sentences of `seeds/`, without its headings and other short lines."""
    lines = (line for article in sets.seed_articles() for line in article.text.splitlines())
    sentences = (sentence for line in lines for sentence in _SENTENCE_END.split(line.strip()))
    return [found for found in sentences if found.endswith(".") and len(found.split()) >= 8]


class Urn:
    """Invented words; the frequent ones become more frequent, and new ones rarer.

    A draw after t others is a new word with probability ``GROWTH · (1 + t / FRESH)^(GROWTH − 1)``,
    else one of the t at random: distinct words grow as n^GROWTH (Heaps), with frequencies after
    Zipf.

    References
    ----------
    Zanette and Montemurro (2005), Journal of Quantitative Linguistics 12.
    """

    GROWTH, FRESH = 0.7, 100

    def __init__(self, rng: random.Random, kind: str) -> None:
        self._rng, self._kind = rng, kind
        self._draws: list[str] = []

    def draw(self) -> str:
        """Draw a word: a name, a number or a word in lower case without ending."""
        chance = self.GROWTH * (1 + len(self._draws) / self.FRESH) ** (self.GROWTH - 1)
        is_new = self._rng.random() < chance
        word = self._invent() if is_new or not self._draws else self._rng.choice(self._draws)
        self._draws.append(word)
        return word

    def _invent(self) -> str:
        if self._kind == "number":
            return str(self._rng.randrange(2, 10 ** self._rng.randint(2, 6)))
        syllables = self._rng.randint(2, 4)
        word = "".join(
            self._rng.choice("bcdfghjklmnprstvwz")
            + self._rng.choice(["a", "e", "i", "o", "u", "er"])
            for _ in range(syllables)
        )
        return word.capitalize() if self._kind == "name" else word


class Writer:
    """Writes the sentences of articles from the facts of `seeds/` and invented words."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self._facts = rng, read_facts()
        self._urns = {kind: Urn(rng, kind) for kind in SHARE_REPLACED}

    def write(self) -> list[str]:
        """Write a new article, sentence by sentence; the first is never a fact as it is."""
        target = self.rng.randint(FEWEST_WORDS, MOST_WORDS)
        sentences: list[str] = []
        n_words = 0
        while n_words < target:
            is_fact = sentences and self.rng.random() < SHARE_OF_FACTS
            sentence = self.rng.choice(self._facts) if is_fact else self._reword(self._cross())
            sentences.append(sentence)
            n_words += sentence.count(" ") + 1
        return sentences

    def change(self, sentences: list[str]) -> list[str]:
        """Copy an article with two sentences reworded."""
        changed = list(sentences)
        for _ in range(2):
            changed[self.rng.randrange(len(changed))] = self._reword(self.rng.choice(self._facts))
        return changed

    def _cross(self) -> str:
        """Join the first half of one sentence to the second half of another."""
        first, second = (self.rng.choice(self._facts).split() for _ in range(2))
        return " ".join(first[: len(first) // 2] + second[len(second) // 2 :])

    def _reword(self, sentence: str) -> str:
        """Replace some names, numbers and words by others; function words stay."""
        return _TOKEN.sub(self._reword_one, sentence)

    def _reword_one(self, match: re.Match[str]) -> str:
        word = match.group()
        kind = "number" if word.isdecimal() else "name" if word[0].isupper() else "word"
        if (kind == "word" and len(word) < 5) or self.rng.random() >= SHARE_REPLACED[kind]:
            return word
        ending = _ENDING.search(word) if kind == "word" else None
        return self._urns[kind].draw() + (ending.group() if ending else "")


def _lay_out(sentences: Sequence[str]) -> str:
    """Arrange the sentences in paragraphs under a title from the first of them.

    The lengths of the paragraphs follow from the text, so that a copy is exact.
    """
    title = " ".join(sentences[0].split()[:9]).rstrip(".,;:").title()
    paragraphs, at = [title], 0
    while at < len(sentences):
        length = 1 + len(sentences[at]) % LONGEST_PARAGRAPH
        paragraphs.append(" ".join(sentences[at : at + length]))
        at += length
    return "\n\n".join(paragraphs) + "\n"


def write_samples(
    folder: str, sizes: Collection[int], seed: int, data: str | None = None
) -> list[Row]:
    """Write the articles of all sizes: each size is the head of one of two files.

    Parameters
    ----------
    folder
        Gets ``real.jsonl`` and ``generated.jsonl``.
    sizes
        Numbers of articles.
    seed
        Of the generated articles.
    data
        A file of clusters; their articles, all together, are used for the sizes for which there
        are enough of them.

    Returns
    -------
    list of dict
        For each size its `n_articles`, `n_sentences` (as a regex sees them) and `n_bytes`, the
        `path` to read them from, and what the `articles` are: "real" or "generated".

    Raises
    ------
    BenchmarkError
        The data cannot be read.
    """
    items = sets.read(Path(data)) if data else []
    real = [article for item in items for article in item.articles]
    generated = map(Article, generate(seed))
    few = {n for n in sizes if n <= len(real)}
    return [
        *_write_file(Path(folder, "real.jsonl"), real, few),
        *_write_file(Path(folder, "generated.jsonl"), generated, set(sizes) - few),
    ]


def read(path: str | Path, n: int) -> list[Article]:
    """Read the first n articles that `write_samples` wrote."""
    with Path(path).open(encoding="utf-8") as lines:
        return [Article(**json.loads(line)) for line in islice(lines, n)]


def _write_file(path: Path, articles: Iterable[Article], sizes: set[int]) -> list[Row]:
    """Write one article a line up to the largest size; describe the text of each size."""
    samples = []
    n_sentences = n_bytes = 0
    with path.open("w", encoding="utf-8") as file:
        for n, article in enumerate(islice(articles, max(sizes, default=0)), start=1):
            fields = ("text", "title", "published")
            file.write(json.dumps({name: getattr(article, name) for name in fields}) + "\n")
            n_sentences += len(_SENTENCE_END.findall(article.text)) + 1
            n_bytes += len(article.text.encode("utf-8", "surrogatepass"))
            if n in sizes:
                counts = {"n_articles": n, "n_sentences": n_sentences, "n_bytes": n_bytes}
                samples.append({**counts, "path": str(path), "articles": path.stem})
    return samples
