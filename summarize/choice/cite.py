"""What else says the same: for a sentence, the best span of every other article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.choice.same import Same
    from summarize.evidence.measure import Evidence
    from summarize.model import Match

LEAST = 0.5  # probability from which an article is cited


def cite(index: int, same: Same) -> tuple[Match, ...]:
    """Find the sentence of each other document that most probably says what one does.

    One that may not enter a summary, such as half of a quotation, may still be cited.

    Returns
    -------
    tuple of Match
        At most one per document, by document; none of its own document, and none less probable than
        `LEAST`.
    """
    return tuple(match for match in same.matches(index) if match.confidence >= LEAST)


def corroboration(index: int, citations: Iterable[Match], evidence: Evidence) -> int:
    """Count the origins of a sentence and of what is cited for it with confidence."""
    carriers = [index, *(match.index for match in citations if match.is_confident)]
    return len(set(evidence.origin[carriers].tolist()))
