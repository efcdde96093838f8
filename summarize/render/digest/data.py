"""A digest as JSON, with the whole JSON of each event's summary."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.record.schema import DIGEST_SCHEMA, summary_digest
from summarize.render import data

if TYPE_CHECKING:
    from summarize.digest import Digest


def to_dict(digest: Digest) -> dict[str, Any]:
    """Convert the digest to dictionaries, lists, strings and numbers, with keys in fixed order.

    Each event is what `Summary.to_dict` returns; `digest` covers everything else.
    """
    found: dict[str, Any] = {
        "schema": DIGEST_SCHEMA,
        "version": __version__,
        "events": [
            {
                "id": event.id,
                "is_new": event.is_new,
                "summary": data.to_dict(event.summary),
                **({"why": list(event.why)} if event.why else {}),
            }
            for event in digest.events
        ],
        "singles": [asdict(single) for single in digest.singles],
        "notes": list(digest.notes),
    }
    return found | {"digest": summary_digest(found)}


def to_digest_json(digest: Digest) -> str:
    """Write one JSON object over many lines, indented by two."""
    return data.dump(to_dict(digest), indent=2)
