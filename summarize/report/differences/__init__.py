"""Where articles differ: spellings of a name, and figures and dates in what is said alike.

Precision first: only what is set side by side by the wording itself is compared, and what agrees
within rounding, or says "at least", is no difference. Whether one of them is wrong is not said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarize.report.differences.names import names
from summarize.report.differences.places import difference, span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from summarize.evidence.measure import Evidence
    from summarize.languages import Language
    from summarize.model import Difference, Document, Number, Sentence
    from summarize.report.differences.places import Span

    _Reader = Callable[[Sentence, Sequence[str], Language], Iterator["_Figure"]]

ROUNDING = 0.05
LAST_DAY = 31

_FIGURE = re.compile(
    r"(?<![\w.,-])(?P<sign>[$€£])?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,15}(?:\.[0-9]{1,2})?)(?![.,]?\w)"
    r"(?P<scale> (?:thousand|million|billion|trillion)\b)?(?P<percent> ?%| percent\b| per cent\b)?"
    r"(?: (?P<noun>[^\W\d_]{3,}))?"
)
_DATE = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{1,2})\b(?!\d)|\b(\d{1,2}) ([A-Z][a-z]{2,8})\b")
_SPELLED = re.compile(r"(?<![\w-])([^\W\d_]+)(?= ([^\W\d_]{3,}))")  # a number, maybe, and its noun
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


class _Figure(NamedTuple):
    """A quantity: its value, the unit or noun after it, and where it is."""

    value: float
    unit: str
    is_vague: bool
    text: str
    span: Span
    rounding: float = ROUNDING


def differences(
    alike: Mapping[int, Sequence[int]],
    evidence: Evidence,
    documents: Sequence[Document],
    numbers: Mapping[int, Number],
    language: Language,
) -> list[Difference]:
    """Find what the articles report differently.

    Parameters
    ----------
    alike
        For the index of each pick, those of sentences of other documents that are much like it.
    evidence
        The n `sentences` and their `tokens`.
    documents
        The documents that the sentences index.
    numbers
        The number of each document, by its index.
    language
        Names of months, numbers in words, words that make a figure vague.

    Returns
    -------
    list of Difference
        Names first. The values of each are in the order of their documents, and those that more
        documents carry come first.

    Notes
    -----
    Two names are spellings of one if they differ in one of two words, by at most two letters inside
    it, and no article has both. Figures and dates are compared between a pick and a
    sentence much like it, where each has exactly one of that unit.
    """
    texts = [document.article.text for document in documents]
    found = [difference("name", told, numbers) for told in names(evidence, texts, language)]
    for pick, others in alike.items():
        listed = [evidence.sentences[index] for index in (pick, *others)]
        for kind, read in (("number", _figures), ("date", _dates)):
            differ = _differ(listed, read, texts, language)
            found += [difference(kind, told, numbers) for told in differ]
    return found


def _differ(
    alike: Sequence[Sentence], read: _Reader, texts: Sequence[str], language: Language
) -> Iterator[dict[str, list[Span]]]:
    """Compare the figures of a pick, the first, with those of sentences much like it.

    What is a bound or a guess agrees with any value, so it is left out.
    """
    own = _only_one_of_a_unit(read(alike[0], texts, language))
    for unit, figure in own.items():
        if figure.is_vague:
            continue
        told = [[figure]]
        for sentence in alike[1:]:
            other = _only_one_of_a_unit(read(sentence, texts, language)).get(unit)
            if other is None or other.is_vague:
                continue
            same = next((group for group in told if _agree(group[0], other)), None)
            if same is None:
                told.append([other])
            else:
                same.append(other)
        if len(told) > 1:
            yield {group[0].text: [figure.span for figure in group] for group in told}


def _only_one_of_a_unit(figures: Iterable[_Figure]) -> dict[str, _Figure]:
    by_unit: dict[str, list[_Figure]] = defaultdict(list)
    for figure in figures:
        by_unit[figure.unit].append(figure)
    return {unit: found[0] for unit, found in by_unit.items() if len(found) == 1}


def _agree(first: _Figure, second: _Figure) -> bool:
    """Whether two figures are one, rounded."""
    return abs(first.value - second.value) <= first.rounding * max(first.value, second.value)


def _figures(sentence: Sentence, texts: Sequence[str], language: Language) -> Iterator[_Figure]:
    """Read the quantities of a sentence: a number with a unit or a noun."""
    text = sentence.text

    def figure(span: tuple[int, int], value: float, unit: str, shown: str) -> _Figure:
        before = text[max(0, span[0] - 20) : span[0]].lower().split()
        is_vague = any(word in language.vague for word in before[-3:])
        return _Figure(value, unit, is_vague, shown, span_of(sentence, span, texts))

    spelled = dict(language.numbers)
    for match in _SPELLED.finditer(text):
        value = spelled.get(match[1].lower())
        if value is not None and match[2].lower() not in language.stop_words:
            span = match.start(), match.end(2)
            yield figure(span, value, match[2].lower().rstrip("s"), text[slice(*span)])
    for match in _FIGURE.finditer(text):
        scale = _SCALES.get((match["scale"] or "").strip(), 1)
        value = float(match["digits"].replace(",", "")) * scale
        unit = match["sign"] or (
            "%" if match["percent"] else (match["noun"] or "").lower().rstrip("s")
        )
        is_year = match["digits"].isdigit() and len(match["digits"]) == len("2025")
        if unit and not is_year and unit not in language.stop_words | language.calendar:
            is_noun = not (match["sign"] or match["percent"])
            end = match.end("noun") if is_noun else match.start("noun") - 1 if match["noun"] else -1
            span = match.start(), end if end >= 0 else match.end()
            yield figure(span, value, unit, text[slice(*span)])


def _dates(sentence: Sentence, texts: Sequence[str], language: Language) -> Iterator[_Figure]:
    """Read the dates of a sentence that name a month and a day."""
    for match in _DATE.finditer(sentence.text):
        month, day = (match[1] or match[4]).lower(), int(match[2] or match[3])
        if month in language.months and 1 <= day <= LAST_DAY:
            span = span_of(sentence, match.span(), texts)
            value = language.months.index(month) * 31 + day
            yield _Figure(value, "date", is_vague=False, text=match[0], span=span, rounding=0)
