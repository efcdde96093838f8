"""Read clusters with references in the formats that they have on disk.

One JSON object a line: the project's own (`documents` and `references`), Multi-News (`document`,
its articles separated by ``|||||``, and `summary`) and WCEP (`articles` and `summary`). It reads
and checks; it downloads nothing, cleans nothing and leaves every text as it is.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError
from summarize import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
SEPARATOR = "|||||"

# Name of a set -> its length in words; the first pattern that fits counts.
KNOWN_WORDS = {"duc200[567]*": 250, "duc*": 100, "tac*": 100, "multinews*": 250}
KNOWN_WORDS |= {"multiling*": 250, "neus*": 80, "wcep*": 50}


@dataclass(frozen=True, slots=True)
class Item:
    """A cluster, and the summaries that people wrote of it.

    Parameters
    ----------
    id
        Unique in its set.
    articles
        At least two, none of them blank, in the order of the file.
    references
        At least one.
    query
        What the summary should answer, if the set has queries.
    lang
        ISO 639 code; "en" if the file does not name one.
    """

    id: str
    articles: tuple[Article, ...]
    references: tuple[str, ...]
    query: str | None = None
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class DataSet:
    """The clusters of one file, the length of their summaries, and the set's main metric.

    `sha256` is over the whole file; `metric` is "recall" or "f"; `tokenizer` cuts the texts into
    words for scoring, and is a key of `benchmarks.scores.rouge.TOKENIZERS`.
    """

    name: str
    sha256: str
    items: tuple[Item, ...]
    words: int
    metric: str
    tokenizer: str


def load(
    paths: Sequence[Path],
    *,
    words: int | None = None,
    limit: int | None = None,
    metric: str | None = None,
    tokenizer: str | None = None,
) -> list[DataSet]:
    """Read several sets, each named after its file, and at most `limit` clusters of each.

    Parameters
    ----------
    words
        Length of the summaries; if None, the usual one for a set of that name.
    metric
        If None, recall for sets with several references and F1 for the others.
    tokenizer
        If None, "ascii" for sets whose references are mostly in Latin letters.

    Raises
    ------
    BenchmarkError
        What `read` raises; two sets with one name; a set whose usual length is not known.
    """
    sets: list[DataSet] = []
    for path in paths:
        if path.stem in {other.name for other in sets}:
            raise BenchmarkError(f"{path}: a set named {path.stem} is given twice; rename the file")
        items = tuple(read(path)[:limit])
        leading = "recall" if any(len(item.references) > 1 for item in items) else "f"
        sets.append(
            DataSet(
                name=path.stem,
                sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                items=items,
                words=words or usual_words(path.stem),
                metric=metric or leading,
                tokenizer=tokenizer
                or tokenizer_for(text for item in items for text in item.references),
            )
        )
    return sets


def seed_articles() -> list[Article]:
    """Read the articles of `seeds/`, each with the name of its file as its id."""
    paths = sorted(SEEDS.glob("*.txt"))
    return [Article(path.read_text("utf-8"), id=path.name) for path in paths]


def english_sets() -> list[Path]:
    """Find the English sets of MultiLing, in the folder that SUMMARIZE_DATA names, if any."""
    folder = os.environ.get("SUMMARIZE_DATA")
    return sorted(Path(folder).glob("*-en.jsonl")) if folder else []


def other_sets() -> list[Path]:
    """Find the sets of MultiLing in other languages, in the same folder."""
    folder = os.environ.get("SUMMARIZE_DATA")
    every = sorted(Path(folder).glob("multiling*-*.jsonl")) if folder else []
    return [path for path in every if path not in english_sets()]


def usual_words(name: str) -> int:
    """Return the usual length of the summaries of a set, by its name.

    >>> usual_words("tac2009-a")
    100
    """
    for pattern, words in KNOWN_WORDS.items():
        if fnmatchcase(name, pattern):
            return words
    raise BenchmarkError(f"the usual length for a set named {name} is not known; give --words")


def tokenizer_for(texts: Iterable[str]) -> str:
    """Return "ascii" if most letters are Latin, else "unicode": a key of `rouge.TOKENIZERS`.

    >>> tokenizer_for(["Le pont a été rouvert."]), tokenizer_for(["הגשר נפתח"])
    ('ascii', 'unicode')
    """
    letters = [letter for text in texts for letter in text if letter.isalpha()]
    n_latin = sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters)
    return "ascii" if 2 * n_latin >= len(letters) else "unicode"


def read(path: Path) -> list[Item]:
    """Read all clusters of one JSONL file, in its order.

    Raises
    ------
    BenchmarkError
        With file and line: a line that is not a JSON object, is in none of the formats, has no
        references, fewer than two articles, or the id of an earlier line. With the file: it cannot
        be read or contains no cluster.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BenchmarkError(f"{path}: {error.strerror}; give a JSONL file of clusters") from None
    items: dict[str, Item] = {}
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            item = _item(line, f"{path.stem}-{number}")
        except BenchmarkError as error:
            raise BenchmarkError(f"{path}, line {number}: {error}") from None
        if item.id in items:
            raise BenchmarkError(f"{path}, line {number}: id {item.id!r} is that of another line")
        items[item.id] = item
    if not items:
        raise BenchmarkError(f"{path}: contains no cluster; give a JSONL file of clusters")
    return list(items.values())


def _item(line: bytes, default_id: str) -> Item:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:  # brackets may be too deep for the parser
        raise BenchmarkError(f"is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise BenchmarkError("is not a JSON object")
    references = _references(record)
    articles = tuple(article for article in _articles(record) if article.text.strip())
    if len(articles) < 2:
        raise BenchmarkError("has fewer than two documents with text; a cluster needs two")
    return Item(
        id=default_id if record.get("id") is None else str(record["id"]),
        articles=articles,
        references=references,
        query=_string(record, "query"),
        lang=_string(record, "lang") or "en",
    )


def _references(record: dict[str, Any]) -> tuple[str, ...]:
    """Take `references`, a list of texts, or else `summary`, a single one."""
    references = record["references"] if "references" in record else [record.get("summary")]
    if not isinstance(references, list):
        raise BenchmarkError("has references that are not a list")
    found = tuple(text for text in references if isinstance(text, str) and text.strip())
    if not found or len(found) < len(references):
        raise BenchmarkError("has no references, or one without text")
    return found


def _articles(record: dict[str, Any]) -> list[Article]:
    """Extract the articles from a line in any of the formats."""
    if isinstance(record.get("document"), str):
        return [Article(part) for part in record["document"].split(SEPARATOR)]
    documents = record.get("documents", record.get("articles"))
    if not isinstance(documents, list):
        raise BenchmarkError("has no list of documents or articles, and no document")
    articles = []
    for number, document in enumerate(documents, 1):
        if not isinstance(document, dict) or not isinstance(document.get("text"), str):
            raise BenchmarkError(f"has no text in document {number}")
        articles.append(
            Article(
                document["text"],
                title=_string(document, "title"),
                url=_string(document, "url"),
                published=_string(document, "date", "time", "published"),
                id=None if document.get("id") is None else str(document["id"]),
            )
        )
    return articles


def _string(record: dict[str, Any], *names: str) -> str | None:
    """Return the first of these fields that contains a text."""
    values = map(record.get, names)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)
