"""Names that articles spell differently."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from summarize.reading.plain import spans_of
from summarize.words import is_capitalised, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Sentence
    from summarize.reading.plain import Span

    Name = tuple[int, int]  # two words, as numbers in the vocabulary

SHORTEST, LONGEST = 5, 30  # letters of a name whose spellings are compared
MOST_ALIKE = 20  # names that share a word; more are a common first name

# Every pair of words in a run.
_NAME = word_pattern(r"\b(?=(<capital><letter>+ <capital><letter>+)\b)")


def names(
    evidence: Evidence, texts: Sequence[str], language: Language
) -> Iterator[dict[str, list[Span]]]:
    """Compare the spellings of names: two capitalised words, neither ever in lower case.

    Nothing is compared in a language that capitalises all nouns.

    Names that may be spellings of one are found in the vocabulary; only the sentences that contain
    them are read. Each difference is yielded as its values and their spans.
    """
    if language.nouns_capitalised:
        return
    vocabulary, row, word = evidence.tokens.vocabulary, evidence.tokens.row, evidence.tokens.word
    used = (vocabulary[each] for each in np.unique(word).tolist())
    ordinary = language.stop_words.union(language.calendar, filter(str.islower, used))
    is_name = np.array([_may_be_name(each, ordinary) for each in vocabulary], np.bool_)
    at = np.flatnonzero(is_name[word[:-1]] & is_name[word[1:]] & (row[:-1] == row[1:]))
    pairs = word[at].astype(np.int64) * len(vocabulary) + word[at + 1]
    order = np.argsort(pairs, kind="stable")
    at, pairs = at[order], pairs[order]

    @cache
    def places_in(index: int) -> dict[str, Span]:
        return _first_places(evidence.sentences[index], texts)

    def places(name: Name) -> dict[int, Span]:
        pair = name[0] * len(vocabulary) + name[1]
        start, end = np.searchsorted(pairs, [pair, pair + 1])
        found: dict[int, Span] = {}
        for index in np.unique(row[at[start:end]]).tolist():
            if span := places_in(index).get(_spelled(name, vocabulary)):
                found.setdefault(span.document, span)
        return found

    spellings: dict[Name, dict[int, Span]] = {}
    told: set[frozenset[int]] = set()  # the words that differ
    links: list[tuple[Name, Name]] = []
    for first, second in _alike(pairs, vocabulary):
        for name in (first, second):
            spellings[name] = spellings.get(name) or places(name)
        documents = [spellings[name].keys() for name in (first, second)]
        words = frozenset(first) ^ frozenset(second)
        if all(documents) and documents[0].isdisjoint(documents[1]) and words not in told:
            told.add(words)
            links.append((first, second))
    for group in _groups(links):
        yield {_spelled(name, vocabulary): list(spellings[name].values()) for name in group}


def _groups(links: Iterable[tuple[Name, Name]]) -> list[list[Name]]:
    """Join the pairs that have a name in common: the spellings of one person's name."""
    groups: list[list[Name]] = []
    for link in links:
        joined = [group for group in groups if not set(link).isdisjoint(group)]
        rest = [group for group in groups if group not in joined]
        groups = [*rest, list(dict.fromkeys(name for group in (*joined, link) for name in group))]
    return groups


def _first_places(sentence: Sentence, texts: Sequence[str]) -> dict[str, Span]:
    """Find the first place of each name in a sentence."""
    first: dict[str, tuple[int, int]] = {}
    for match in _NAME.finditer(sentence.text):
        first.setdefault(match[1], match.span(1))
    return dict(zip(first, spans_of(sentence, first.values(), texts), strict=True))


def _alike(pairs: NDArray[np.int64], vocabulary: Sequence[str]) -> Iterator[tuple[Name, Name]]:
    """Find names that share one word and may spell the other differently."""
    by_rest: dict[tuple[int, int], list[Name]] = defaultdict(list)
    for pair in np.unique(pairs).tolist():
        name = divmod(pair, len(vocabulary))
        for index in (0, 1):
            by_rest[index, name[index]].append(name)
    for (index, _), group in sorted(by_rest.items()):
        for first, second in combinations(group, 2) if len(group) <= MOST_ALIKE else ():
            if _are_spellings(vocabulary[first[1 - index]], vocabulary[second[1 - index]]):
                yield first, second


def _may_be_name(word: str, ordinary: frozenset[str]) -> bool:
    is_name = is_capitalised(word) and len(word) > 1 and word.isalpha()
    return is_name and word.lower() not in ordinary


def _spelled(name: Name, vocabulary: Sequence[str]) -> str:
    return " ".join(vocabulary[word] for word in name)


def _are_spellings(first: str, second: str) -> bool:
    """Return whether two words may be spellings of one name: they differ inside, not at the end.

    >>> _are_spellings("Chenggang", "Changgang"), _are_spellings("Minister", "Ministry")
    (True, False)
    """
    if first[0] != second[0] or min(len(first), len(second)) < SHORTEST:
        return False
    if first[-2:] != second[-2:] or max(len(first), len(second)) > LONGEST:
        return False
    return _edits(first, second) <= (2 if min(len(first), len(second)) > SHORTEST + 1 else 1)


def _edits(first: str, second: str) -> int:
    """Count the letters to insert, delete or replace (Levenshtein 1966)."""
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        above, row[0] = row[0], i
        for j, other in enumerate(second, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != other))
    return row[-1]
