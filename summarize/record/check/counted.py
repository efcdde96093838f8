"""What articles count, and whether a sentence counts the same things, but never so many."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarize.model import HIDDEN, squeeze
from summarize.reading.counts import counts
from summarize.reading.figures import numbers
from summarize.reading.introduce import key
from summarize.reading.signs import STOPS
from summarize.record.check.spelled import begin
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language
    from summarize.reading.counts import Count

_MOST_INSTEAD = 3  # counts that are listed

_NAME = word_pattern("<capital><letter>+")
_END = re.compile(rf"[{re.escape(STOPS)}]\W?\s|\n\s*\n")


class _Known(NamedTuple):
    """A count of an article, as it is written there, and the number of its sentence."""

    value: Count
    written: str
    sentence: int


class Counts:
    """What some texts count.

    Of "killed 18 people in Molde and 7 in Bodo" only the first is a count. So a number is known
    too that such a sentence has before the name that follows it in a draft.
    """

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self._language = language
        self._counts: dict[tuple[str, str], list[_Known]] = defaultdict(list)
        self._names: dict[tuple[int, float], set[str]] = defaultdict(set)
        first = 0
        for text in texts:
            ends = [match.end() for match in _END.finditer(text)]
            for count in counts(text, language):
                written = squeeze(text[count.start : count.end].replace(HIDDEN, ""))
                sentence = first + bisect_right(ends, count.start)
                self._counts[count.kind, count.noun].append(_Known(count, written, sentence))
            found = sorted(numbers(text, language), key=lambda figure: figure.start)
            starts = [each.start for each in found]
            for i, figure in enumerate(found):
                sentence = bisect_right(ends, figure.start)
                stop = min([*starts[i + 1 :][:1], *ends[sentence:][:1], len(text)])
                name = _name_within(text, figure.stop, stop)
                self._names[first + sentence, figure.value].add(name)
            first += len(ends) + 1

    def others(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Find what the texts count, but never so many; and what they write instead."""
        starts = sorted(figure.start for figure in numbers(text, self._language))
        for count in counts(text, self._language):
            if not count.kind and count.noun in self._language.people:
                continue  # "19 people": nothing says which
            known = self._counts.get((count.kind, count.noun), [])
            after = bisect_right(starts, count.end)
            name = _name_within(text, count.end, [*starts[after:], len(text)][0])
            if known and not any(
                (count.least <= other.most and other.least <= count.most)
                or self._has(name, count.value, sentence)
                for other, _, sentence in known
            ):
                written = dict.fromkeys(each.written for each in known)
                yield begin(text, count.start), count.end, tuple(written)[:_MOST_INSTEAD]

    def _has(self, name: str, value: float, sentence: int) -> bool:
        """Return whether a sentence has this number before this name, or before any."""
        names = self._names.get((sentence, value), set())
        return bool(names) and (not name or name in names)


def _name_within(text: str, start: int, stop: int) -> str:
    match = _NAME.search(text, start, stop)
    return key(match[0]) if match else ""
