"""One page of HTML on which each citation opens its article at the cited span.

The page is one file that needs no network: it contains its style and script, and a content
security policy allows nothing else. Text of articles is escaped by Jinja2.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.render import facts, reasons
from summarize.render.passages import anchor as anchor_of
from summarize.render.passages import article, shown_in
from summarize.render.safe import clean_strings, clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Template
    from markupsafe import Markup

    from summarize.model import Document
    from summarize.result import Difference, SummarySentence
    from summarize.summary import Summary

_PAGE = resources.files("summarize.render").joinpath("page")
MOST_LINKS = 12  # citations of a sentence, and places of a value, that are shown
_FRAME = (
    '<iframe style="width:100%;height:34rem;border:1px solid #8888" '
    'sandbox="allow-popups" loading="lazy" '
)


@dataclass(frozen=True, slots=True)
class _Link:
    """A citation: the number that is shown, and the anchor that it opens."""

    number: int
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class _Texts:
    """The articles that are shown, by number, and how all ids of their page begin."""

    prefix: str
    of: Mapping[int, Document]


def to_html(summary: Summary) -> str:
    """Write the evidence page; see `docs/guide/page.md`."""
    style, script = asset("page.css"), asset("page.js")
    return template("page.html").render(
        page=evidence(summary),
        style=style,
        script=script,
        style_hash=hash_of(style),
        script_hash=hash_of(script),
    )


def evidence(summary: Summary, prefix: str = "") -> dict[str, Any]:
    """Describe a summary and its articles for a template; all ids begin with `prefix`."""
    whole = clean_strings(summary)
    shown = _trim(whole)
    cited = facts.cited(shown) | {stretch.document for stretch in shown.left_out}
    texts = _Texts(
        prefix,
        {
            document.number: source
            for document, source in zip(summary.documents, summary.sources, strict=False)
            if source is not None and document.number in cited
        },
    )
    marks, dates = shown_in(shown, prefix), facts.dates(shown)
    return {
        "prefix": prefix,
        "title": shown.headline.text if shown.headline else shown.id or "Summary",
        "id": shown.id,
        "language": shown.language,
        "headline": _headline(shown, texts),
        "about": " · ".join([*facts.article_counts(shown), facts.length(shown)]),
        "sentences": [
            _sentence(shown, sentence, texts, dates, len(full.citations) - len(sentence.citations))
            for sentence, full in zip(shown.sentences, whole.sentences, strict=True)
        ],
        "nothing": facts.NOTHING,
        "differences": [_difference(difference, texts) for difference in shown.differences],
        "warnings": list(dict.fromkeys(warning.message for warning in shown.warnings)),
        "signature": shown.signature,
        "articles": [
            article(document, texts.of.get(document.number), marks)
            for document in shown.documents
            if document.number in cited
        ],
        "rest": _rest(shown, cited),
    }


def _difference(difference: Difference, texts: _Texts) -> list[dict[str, Any]]:
    return [
        {
            "text": value.value,
            "links": [
                _link(place.document, place.start, texts, value.value) for place in value.places
            ],
        }
        for value in difference.values
    ]


def in_frame(page: str, title: str) -> str:
    """Put a page in a frame for the cell of a notebook, which keeps their styles separate."""
    from markupsafe import escape

    return f'{_FRAME}title="{title}" srcdoc="{escape(page)}"></iframe>'


def to_index(pages: Sequence[tuple[str, str, str]]) -> str:
    """Write the index of several pages, given the file, title and contents of each."""
    style = asset("page.css")
    shown = [(file, clean_text(title), clean_text(contents)) for file, title, contents in pages]
    return template("index.html").render(pages=shown, style=style, style_hash=hash_of(style))


@cache
def template(name: str) -> Template:
    """Read a template, once per process."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(lambda each: _PAGE.joinpath(each).read_text("utf-8")),
    )
    environment.globals["version"] = __version__
    return environment.get_template(name)


@cache
def asset(name: str) -> Markup:
    """Read the style or the script, which are our own and need no escaping."""
    from markupsafe import Markup

    return Markup(_PAGE.joinpath(name).read_text("utf-8"))  # noqa: S704


def hash_of(text: str) -> str:
    """Return what names a style or a script in a content security policy."""
    encoded = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest())
    return f"sha256-{encoded.decode('ascii')}"


def _link(number: int, start: int | None, texts: _Texts, what: str) -> _Link:
    """Link to a span of an article, or to the article if the span is not shown."""
    is_shown = number in texts.of and start is not None
    whole = f"{texts.prefix}article-{number}"
    anchor = anchor_of(number, start or 0, texts.prefix) if is_shown else whole
    return _Link(number, anchor, f"Article {number}: {what}")


def _headline(summary: Summary, texts: _Texts) -> dict[str, Any] | None:
    if summary.headline is None:
        return None
    headline = summary.headline
    return {
        "text": headline.text,
        "link": _link(headline.document, headline.start, texts, "the headline"),
    }


def _trim(summary: Summary) -> Summary:
    """Keep the most confident citations, the first differences, and the first places of values."""
    return replace(
        summary,
        sentences=tuple(
            replace(
                sentence,
                citations=tuple(
                    sorted(sentence.citations, key=lambda citation: -citation.confidence)[
                        :MOST_LINKS
                    ]
                ),
            )
            for sentence in summary.sentences
        ),
        differences=tuple(
            replace(
                difference,
                values=tuple(
                    replace(value, places=value.places[:MOST_LINKS]) for value in difference.values
                ),
            )
            for difference in summary.differences[: facts.MOST_DIFFERENCES]
        ),
    )


def _sentence(
    summary: Summary,
    sentence: SummarySentence,
    texts: _Texts,
    dates: Mapping[int, str],
    n_more: int,
) -> dict[str, Any]:
    n_origins = facts.n_origins(summary)
    by_number = sorted(sentence.citations, key=lambda citation: citation.document)
    return {
        "text": sentence.text,
        "own": _link(sentence.document, sentence.start, texts, "the source of the sentence"),
        "same": [
            _link(citation.document, citation.start, texts, "says the same")
            for citation in by_number
            if citation.is_confident
        ],
        "similar": [
            _link(citation.document, citation.start, texts, "a similar sentence")
            for citation in by_number
            if not citation.is_confident
        ],
        "support": f"{sentence.corroboration:,} of {facts.count(n_origins, 'origin')}"
        if n_origins > 1 or by_number
        else "",
        "more": f"and {n_more:,} more" if n_more else "",
        "is_alone": facts.is_alone(summary, sentence),
        "when": dates.get(sentence.document),
        "times": facts.times(sentence),
        "explanation": reasons.explanation(sentence),
    }


def _rest(summary: Summary, cited: set[int]) -> str:
    """Count the articles that are not shown."""
    n = len(summary.documents) - len(cited)
    if not n:
        return ""
    return f"{n:,} more {'article is' if n == 1 else 'articles are'} not shown."
