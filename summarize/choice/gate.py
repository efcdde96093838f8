"""Which sentences may enter the summary, and with which citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.choice.cite import cite, corroboration
from summarize.choice.same import Same
from summarize.reading.introduce import introductions, keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Match
    from summarize.reading.judge import Verdict
    from summarize.semantic.encoder import Encoder

ALREADY_READ = "its article is already read"


class Gate:
    """Admits sentences that are usable, new to the reader, and carried by enough origins.

    A sentence is judged and cited only when it is a candidate, since either takes longer than
    everything else that is done with it; the citations that were found are kept.

    Parameters
    ----------
    evidence
        What is known about the sentences.
    verdict
        Returns whether the sentence of an index is usable, and which one it needs.
    language
        Negations, figures, and what introduces a name or noun.
    read
        The indices of the documents that the reader has read.
    min_origins
        The least number of origins that must carry a sentence.
    title
        The headline: what it says is known to the reader.
    encoder
        A model that helps to decide what is cited.
    """

    def __init__(
        self,
        evidence: Evidence,
        verdict: Callable[[int], Verdict],
        language: Language,
        *,
        read: AbstractSet[int] = frozenset(),
        min_origins: int = 1,
        title: str | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self.citations: dict[int, tuple[Match, ...]] = {}
        self._evidence, self._verdict, self.language = evidence, verdict, language
        self._read, self._min_origins = read, min_origins
        self.same = Same(evidence, language, encoder)
        self.takes_as_known = introductions(evidence.sentences, language)
        self.known = keys([title or ""])

    @property
    def is_narrow(self) -> bool:
        """Whether a sentence must be more than usable."""
        return bool(self._read) or self._min_origins > 1

    def verdict(self, index: int) -> Verdict:
        """Judge a sentence; one of an article that the reader has read is not usable."""
        found = self._verdict(index)
        if self._evidence.sentences[index].document in self._read:
            return found._replace(is_usable=False, reason=ALREADY_READ)
        return found

    def tells(self, index: int) -> set[str]:
        """Return the words that the reader knows after a sentence."""
        return keys([self._evidence.sentences[index].text])

    def accepts(self, index: int) -> bool:
        """Cite a sentence; return whether enough origins and no article already read carry it."""
        cited = self.citations[index] = cite(index, self.same)
        sentences = self._evidence.sentences
        similar = {sentences[match.index].document for match in cited}
        n_origins = corroboration(index, cited, self._evidence)
        return n_origins >= self._min_origins and self._read.isdisjoint(similar)
