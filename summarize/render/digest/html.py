"""The front page of a digest: its events as cards, each of which opens its evidence.

It is one file without a script. The evidence of an event is shown while the address names a place
in it (``:target``), so that the links, the keyboard and the back button do all the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.render import facts
from summarize.render.digest import common
from summarize.render.html import asset, evidence, hash_of, template
from summarize.render.safe import clean_strings

if TYPE_CHECKING:
    from summarize.digest import Digest, DigestEvent, Single

_MOST_DOTS = 8  # more origins are written as a number only


def to_digest_html(digest: Digest) -> str:
    """Write the front page; see `docs/guide/page.md`."""
    shown = clean_strings(digest)
    style = asset("page.css")
    days = sorted(filter(None, map(common.day, shown.events)))
    return template("day.html").render(
        title=f"The news of {days[-1]}" if days else "The news",
        about=" · ".join(common.about(shown)),
        notes=shown.notes,
        nothing=common.no_event(digest),
        events=[_event(event, number) for number, event in enumerate(digest.events, start=1)],
        rest=common.rest(shown),
        singles=[_single(single) for single in shown.singles],
        style=style,
        style_hash=hash_of(style),
    )


def _event(event: DigestEvent, number: int) -> dict[str, Any]:
    page = evidence(event.summary, f"e{number}-")
    shown = clean_strings(event)
    n_origins = facts.n_origins(shown.summary)
    for told, sentence in zip(page["sentences"], shown.summary.sentences, strict=True):
        n_similar = facts.n_similar(shown.summary, sentence)
        n_empty = max(0, n_origins - sentence.corroboration - n_similar)
        dots = "●" * sentence.corroboration + "○" * n_similar + "·" * n_empty
        told["dots"] = dots if 1 < len(dots) <= _MOST_DOTS else ""
    about = [common.counts(shown), common.day(shown)]
    return {
        "page": page,
        "title": common.title(shown),
        "about": " · ".join(part for part in about if part),
        "mark": common.continued(shown),
        "why": shown.why,
        "sources": common.sources(shown),
    }


def _single(single: Single) -> dict[str, str | None]:
    about = [single.source, facts.date(single)]
    return {
        "title": facts.name(single),
        "url": single.url if facts.is_web(single.url) else None,
        "about": ", ".join(part for part in about if part),
    }
