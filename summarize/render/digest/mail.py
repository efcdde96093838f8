"""A digest as the HTML of an e-mail: no script, no style sheet, nothing to load.

Mail programs drop style sheets, so each element has its own style, and nothing depends on it. A
citation names the publisher and links to the article, for links within a mail do not work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.render import facts
from summarize.render.digest import common
from summarize.render.html import template
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from summarize.digest import Digest, DigestEvent
    from summarize.summary import Summary


def to_digest_mail(digest: Digest) -> str:
    """Write the HTML of an e-mail."""
    shown = clean_strings(digest)
    return template("mail.html").render(
        about=" · ".join(common.about(shown)),
        notes=shown.notes,
        nothing=common.no_event(digest),
        events=[event_of(event) for event in shown.events],
        rest=common.rest(shown),
        singles=[
            {"title": facts.name(single), "url": _web(single.url), "source": single.source}
            for single in shown.singles
        ],
    )


def event_of(event: DigestEvent) -> dict[str, object]:
    """Describe an event, whose strings are clean, for the templates of e-mail and feeds."""
    summary = event.summary
    return {
        "title": common.title(event),
        "language": summary.language,
        "about": " · ".join(filter(None, [common.counts(event), common.day(event)])),
        "mark": common.continued(event),
        "sentences": [
            {
                "text": sentence.text,
                "links": [
                    _link(summary, number)
                    for number in (sentence.document, *facts.also_in(sentence)[: common.MOST_NAMES])
                ],
            }
            for sentence in summary.sentences
        ],
        "differences": [
            " / ".join(value for value, _ in difference)
            for difference in facts.differences(summary)
        ],
    }


def _link(summary: Summary, number: int) -> dict[str, str | None]:
    document = next(each for each in summary.documents if each.number == number)
    return {"name": document.source or facts.name(document), "url": _web(document.url)}


def _web(url: str | None) -> str | None:
    return url if facts.is_web(url) else None
