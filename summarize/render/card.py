"""The card that a notebook shows: the summary, how sure its citations are, what sources differ on.

It is a part of the notebook's own page, so it takes its colours, dark or light, from there. It has
no script and no style sheet, only styles of single elements, and so it cannot change the
notebook. The evidence page is inside it, in a frame that opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from summarize.render import facts
from summarize.render.html import MOST_LINKS, in_frame, template, to_html
from summarize.render.safe import clean_strings
from summarize.result import CONFIDENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from summarize.result import Citation, SummarySentence
    from summarize.summary import Summary

    Names: TypeAlias = "Mapping[int, str]"

_MOST_SOURCES = 20


@dataclass(frozen=True, slots=True)
class _Cited:
    """An article's number, its name for a tooltip, and the probability that it says the same."""

    number: int
    name: str
    confidence: str = ""
    is_sure: bool = True


def to_card(summary: Summary) -> str:
    """Write the card of a summary as a fragment of HTML."""
    shown = clean_strings(summary)
    names: Names = {each.number: _name(each.source, facts.name(each)) for each in shown.documents}
    sources = facts.sources(shown, _MOST_SOURCES)
    card = {
        "id": shown.id,
        "language": shown.language,
        "headline": shown.headline
        and {"text": shown.headline.text, "own": _article(shown.headline.document, names)},
        "about": " · ".join([*facts.article_counts(shown), facts.length(shown)]),
        "sentences": [_sentence(shown, sentence, names) for sentence in shown.sentences],
        "nothing": facts.NOTHING,
        "differences": [
            [{"text": value, "links": _articles(numbers, names)} for value, numbers in values]
            for values in facts.differences(shown)
        ],
        "more_differences": facts.more_differences(shown),
        "warnings": list(dict.fromkeys(warning.message for warning in shown.warnings)),
        "sources": [_source(entry) for entry in sources.listed],
        "rest": facts.spell_rest(sources),
        "has_citations": any(sentence.citations for sentence in shown.sentences),
        "confident": f"{CONFIDENT:.2f}",
    }
    return template("card.html").render(card=card, frame=_frame(summary))


def _frame(summary: Summary) -> Markup:
    from markupsafe import Markup

    return Markup(in_frame(to_html(summary), "Summary"))  # noqa: S704 - escaped there


def _name(source: str | None, title: str) -> str:
    return f"{source}: {title}" if source else title


def _article(number: int, names: Names) -> _Cited:
    return _Cited(number, names[number])


def _articles(numbers: Iterable[int], names: Names) -> list[_Cited]:
    return [_article(number, names) for number in list(numbers)[:MOST_LINKS]]


def _sentence(summary: Summary, sentence: SummarySentence, names: Names) -> dict[str, Any]:
    likely = sorted(sentence.citations, key=lambda citation: -citation.confidence)[:MOST_LINKS]
    cited = [_cited(each, names) for each in sorted(likely)]
    n_origins, n_more = facts.n_origins(summary), len(sentence.citations) - len(likely)
    return {
        "text": sentence.text,
        "own": _article(sentence.document, names),
        "support": f"{sentence.corroboration:,} of {facts.count(n_origins, 'origin')}"
        if n_origins > 1 or cited
        else "",
        "same": [each for each in cited if each.is_sure],
        "similar": [each for each in cited if not each.is_sure],
        "more": f" and {n_more:,} more" if n_more else "",
        "when": facts.dates(summary).get(sentence.document),
    }


def _cited(citation: Citation, names: Names) -> _Cited:
    number = citation.document
    return _Cited(number, names[number], f"{citation.confidence:.2f}", citation.is_confident)


def _source(entry: facts.Source) -> dict[str, Any]:
    document = entry.document
    copies = facts.numbered(entry.copies)
    details = [
        document.source,
        facts.date(document),
        f"skipped: {document.skipped}" if document.skipped else None,
        f"exact {'copy' if len(entry.copies) == 1 else 'copies'}: {copies}"
        if entry.copies
        else None,
    ]
    return {
        "number": document.number,
        "title": facts.name(document),
        "url": document.url if facts.is_web(document.url) else None,
        "details": " · ".join(part for part in details if part),
    }
