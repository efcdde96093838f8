"""Picks in reading order: what the event is first, then the details as the articles tell them."""

from __future__ import annotations

import re
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.languages import Language
    from summarize.model import Citation, Document, Sentence

_WORD = re.compile(r"[^\W\d_]+|[.,;:!?“”\"()]")


def order(
    citations: Mapping[int, Sequence[Citation]],
    sentences: Sequence[Sentence],
    documents: Sequence[Document],
    needs: Mapping[int, int],
    language: Language,
) -> tuple[int, ...]:
    """Put the picks in the order in which they are read.

    Parameters
    ----------
    citations
        For the index of each pick, the spans of other documents that say the same.
    sentences
        All n sentences, by document and position.
    documents
        The documents that the sentences index.
    needs
        For the index of each pick that of the sentence that it leans on, or -1.
    language
        Stop words, which begin no name.

    Returns
    -------
    tuple of int
        The indices of the picks.

    Notes
    -----
    A pick and its citations are one theme (Barzilay, Elhadad and McKeown 2002, JAIR 17). The
    report opens with the theme that most articles tell first: the highest sum of
    1 / (1 + position) over the places where it stands. The others follow in that paper's
    chronological order, by the day when a theme was first reported (where all articles are
    dated) and within a day as the articles present them: by the mean of the relative positions
    at which a theme stands. A pick that leans on its predecessor comes right after it, and one that
    gives a name in full comes before those that give its last word alone.
    """
    lengths: dict[int, int] = {}
    for sentence in sentences:
        lengths[sentence.document] = sentence.position + 1
    days = [(document.article.published or "")[:10] for document in documents]
    is_dated = all(days[document] for document in lengths)

    def places(pick: int) -> list[tuple[int, int]]:
        own = sentences[pick]
        others = [(place.document, place.position) for place in citations[pick]]
        return [(own.document, own.position), *others]

    def prominence(pick: int) -> tuple[float, int]:
        return sum(1 / (1 + position) for _, position in places(pick)), -pick

    def presentation(pick: int) -> tuple[str, float, int]:
        theme = places(pick)
        first_told = min(days[document] for document, _ in theme) if is_dated else ""
        relative = [position / lengths[document] for document, position in theme]
        return first_told, sum(relative) / len(relative), pick

    followers = {needs[pick]: pick for pick in citations if needs[pick] in citations}
    themes = sorted((pick for pick in citations if needs[pick] not in citations), key=presentation)
    if themes:
        opening = max(themes, key=prominence)
        themes.remove(opening)
        themes.insert(0, opening)
    themes = _introduce(themes, sentences, language)
    in_order: list[int] = []
    for pick in themes:
        link: int | None = pick
        while link is not None:
            in_order.append(link)
            link = followers.get(link)
    return tuple(in_order)


def _introduce(
    picks: Sequence[int], sentences: Sequence[Sentence], language: Language
) -> list[int]:
    """Move a pick that gives a name in full before the first that gives its last word alone."""
    names = {pick: _names(sentences[pick].text, language) for pick in picks}
    gives: dict[str, int] = {}
    for pick in picks:
        for name in names[pick][0]:
            gives.setdefault(name, pick)
    in_order: dict[int, None] = {}  # a set that remembers the order
    known: set[str] = set()
    for pick in picks:
        full, alone = names[pick]
        unknown = sorted(alone - full - known) if in_order else []  # the opening stays in front
        for before in [*(gives[name] for name in unknown if name in gives), pick]:
            in_order.setdefault(before)
            known |= names[before][0] | names[before][1]
    return list(in_order)


def _names(text: str, language: Language) -> tuple[set[str], set[str]]:
    """Find the last words of names given in full, and capitalised words that stand alone.

    >>> from summarize.languages import load
    >>> _names("But Lutnick met Xi Jinping.", load())
    ({'Jinping'}, {'Lutnick'})
    """
    full: set[str] = set()
    alone: set[str] = set()
    for is_name, run in groupby(_WORD.findall(text), key=lambda word: word[0].isupper()):
        words = list(dropwhile(lambda word: word.lower() in language.stop_words, run))
        if is_name and words:
            (full if len(words) > 1 else alone).add(words[-1])
    return full, alone
