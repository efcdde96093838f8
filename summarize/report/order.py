"""Picks in reading order: first the event, then the details as the articles present them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.reading.names import name_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Match, Pick, Sentence


def order(
    picks: Sequence[Pick],
    citations: Mapping[int, Sequence[Match]],
    needs: Mapping[int, int],
    evidence: Evidence,
    language: Language,
) -> tuple[Pick, ...]:
    """Put the picks in the order in which they are read.

    Parameters
    ----------
    picks
        In any order.
    citations
        For the index of each pick, the sentences of other documents that say the same.
    needs
        For the index of each pick, that of the sentence that it leans on, or -1.
    evidence
        The `sentences`, and the `day` of each.
    language
        Stop words, with which no name begins.

    Notes
    -----
    A pick and its citations are one theme (Barzilay, Elhadad and McKeown 2002, JAIR 17). The
    report opens with the theme that is most relevant and that most articles report first: the
    highest relevance times the sum of 1 / (1 + position) over its sentences. The others follow in
    that paper's chronological order, by the day when a theme was first reported (where all
    articles are dated) and within a day as the articles present them: by the mean of the relative
    positions of its sentences. A pick that leans on its predecessor comes right after it, and one
    that gives a name in full comes before those that give its last word alone.
    """
    sentences = evidence.sentences
    by_index = {pick.index: pick for pick in picks}
    lengths = {sentence.document: sentence.position + 1 for sentence in sentences}
    is_dated = not np.isnan(evidence.day).any()

    def theme(pick: int) -> list[int]:
        return [pick, *(match.index for match in citations[pick])]

    def prominence(pick: int) -> tuple[float, int]:
        early = sum(1 / (1 + sentences[index].position) for index in theme(pick))
        return by_index[pick].relevance * early, -pick

    def presentation(pick: int) -> tuple[float, float, int]:
        told = [sentences[index] for index in theme(pick)]
        first_day = float(evidence.day[theme(pick)].min()) if is_dated else 0.0
        relative = [sentence.position / lengths[sentence.document] for sentence in told]
        return first_day, sum(relative) / len(relative), pick

    followers = {needs[pick]: pick for pick in by_index if needs[pick] in by_index}
    themes = sorted((pick for pick in by_index if needs[pick] not in by_index), key=presentation)
    if themes:
        opening = max(themes, key=prominence)
        themes.remove(opening)
        themes.insert(0, opening)
    in_order: list[Pick] = []
    for pick in _introduce(themes, sentences, language):
        link: int | None = pick
        while link is not None:
            in_order.append(by_index[link])
            link = followers.get(link)
    return tuple(in_order)


def _introduce(
    picks: Sequence[int], sentences: Sequence[Sentence], language: Language
) -> list[int]:
    """Move a pick that gives a name in full before the first that gives only its last word."""
    names = {pick: name_words(sentences[pick].text, language) for pick in picks}
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
