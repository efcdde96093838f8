"""What words such as "Tuesday" mean in the sentences of a summary."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize.reading.plain import spans_of
from summarize.reading.times import times
from summarize.result import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Document, Pick


def when(
    picks: Iterable[Pick], evidence: Evidence, documents: Sequence[Document], language: Language
) -> dict[int, tuple[When, ...]]:
    """Resolve the words for times in the picks whose articles are dated.

    Returns
    -------
    dict of int to tuple of When
        For the index of each pick, what is certain; their spans are in the article's text.
    """
    texts = [document.text for document in documents]
    return {pick.index: _times(pick.index, evidence, texts, language) for pick in picks}


def _times(
    index: int, evidence: Evidence, texts: Sequence[str], language: Language
) -> tuple[When, ...]:
    sentence, day = evidence.sentences[index], float(evidence.day[index])
    if math.isnan(day):
        return ()
    found = list(times(sentence.text, day, language))
    spans = spans_of(sentence, [(each.start, each.end) for each in found], texts)
    return tuple(
        When(sentence.text[each.start : each.end], span.start, span.end, each.date)
        for each, span in zip(found, spans, strict=True)
    )
