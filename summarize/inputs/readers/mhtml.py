"""Read a page that a browser saved as MHTML: a message of which the page is one part."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.html.charset import decode_page
from summarize.inputs.readers.page import extract_html, fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

_BROKEN = "is not a complete page; save it again"


def read(given: Input, options: LoadOptions) -> Iterator[Article]:
    """Yield the article of the first page in it; others are those of its frames.

    Raises
    ------
    InputError
        If there is no page in it, or that has no article.
    OSError
        If it cannot be opened or read.
    """
    data = given.read()
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        page = next((p for p in message.walk() if p.get_content_type() in _TYPES), None)
        payload = page.get_payload(decode=True) if page is not None else None
    except (LookupError, RecursionError, TypeError, ValueError):
        raise InputError(_BROKEN) from None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise InputError(f"contains no web page, or it {_BROKEN}")
    html = decode_page(payload, options.encoding, page.get_content_charset())
    found = extract_html(html, given.url or _address(message, page))
    yield given.article(found.text, fields(found))


_TYPES = ("text/html", "application/xhtml+xml")


def _address(message: Message, page: Message) -> str | None:
    """Return the address that a page was saved from."""
    for name, part in (("Snapshot-Content-Location", message), ("Content-Location", page)):
        address = str(part.get(name, "")).strip()
        if address.lower().startswith(("http://", "https://")):
            return address
    return None
