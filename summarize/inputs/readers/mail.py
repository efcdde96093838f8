"""Read an e-mail in MIME, such as a newsletter: its text, and the documents attached to it."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.fields import language_tag
from summarize.inputs.decode import decode
from summarize.inputs.given import Input, display
from summarize.inputs.readers import choose, read_as
from summarize.inputs.readers.page import extract_html
from summarize.inputs.records import Skipped
from summarize.model import Article, squeeze
from summarize.reading.days import iso_date
from summarize.words import n_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.options import LoadOptions
    from summarize.inputs.readers import Reader

_STUB = 80  # words; a shorter text often only says that the message is in HTML
_LONGEST = 2000  # characters of a header
_MOST_PARTS = 500  # of a message
_ATTACHED = frozenset(["pdf", "docx", "page", "nexis"])  # readers
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|vs|tr)\s*:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"\s?(?:<\s*https?://[^\s<>]+\s*>|[\[(]\s*https?://[^\s()\[\]]+\s*[\])])")
_FROM = re.compile(r'\s*"?(?P<name>[^"<]*?)"?\s*<[^<>]*>\s*')
_DOMAIN = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
# What Python's package raises for a header or a structure that is broken.
_ERRORS = (MessageError, LookupError, ValueError, TypeError, RecursionError)


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the article of an e-mail, and those of the documents that are attached to it.

    Raises
    ------
    InputError
        If it is larger than 50 MB, or has no text.
    OSError
        If it cannot be opened or read.
    """
    yield from read_message(given.read(), given, None, options)


def read_message(
    data: bytes, given: Input, number: int | None, options: LoadOptions
) -> Iterator[Article | Skipped]:
    """Yield what is in a message, which is the one of this number in the input."""
    parts = _parts(data)
    message = parts[0]
    attached = [part for part in parts if _is_attached(part)]
    found = _text([part for part in parts if part not in attached])
    where = display(given.path) if number is None else f"{display(given.path)}:{number}"
    known = {
        "title": _REPLY.sub("", _header(message, "Subject"), count=1) or None,
        "source": _sender(_header(message, "From")),
        "published": iso_date(_header(message, "Date")),
        "language": language_tag(_header(message, "Content-Language")),
    }
    if found:
        text, extractor = found
        yield given.article(text, known | {"extractor": extractor}, number)
    elif not attached:
        raise InputError("has no text; save what it says as plain text")
    for part in attached:
        yield from _attachment(part, given, where, number, options)


def _parts(data: bytes) -> list[Message]:
    """Return a message and its parts; those of messages that are attached are not among them."""
    try:
        # The newer policy parses headers in quadratic time.
        pending = [message_from_bytes(data, policy=policy.compat32)]
        parts: list[Message] = []
        while pending and len(parts) < _MOST_PARTS:
            part = pending.pop()
            parts.append(part)
            inner = part.get_payload()
            if part.get_content_maintype() == "multipart" and isinstance(inner, list):
                pending += [sub for sub in reversed(inner) if isinstance(sub, Message)]
    except _ERRORS:
        raise InputError("is a broken e-mail; save what it says as plain text") from None
    return parts


def _is_attached(part: Message) -> bool:
    """Return whether a part is a file beside the message, and not a picture in it."""
    name, kind = _file_name(part), part.get_content_maintype()
    if kind in {"image", "multipart"}:
        return False
    is_attachment = _header(part, "Content-Disposition").lower().startswith("attachment")
    return is_attachment or (bool(name) and kind != "text") or kind == "message"


def _file_name(part: Message) -> str:
    try:
        return squeeze(part.get_filename() or "")[:200]
    except _ERRORS:
        return ""


def _text(parts: list[Message]) -> tuple[str, str | None] | None:
    """Return the text of a message, and what extracted it if it was in HTML."""
    plain, html = (
        [_content(part) for part in parts if part.get_content_type() == f"text/{kind}"]
        for kind in ("plain", "html")
    )
    text = _ADDRESS.sub("", "\n\n".join(filter(None, map(str.strip, plain))))
    if not html or n_words(text) >= _STUB:
        return (text, None) if text else None
    try:
        found = extract_html("\n".join(html), fragment=True)
    except InputError:
        if text:
            return text, None
        raise
    is_longer = n_words(found.text) > n_words(text)
    return (found.text, found.extractor) if is_longer else (text, None)


def _content(part: Message) -> str:
    """Return the text of a part, decoded as it says or, if that is wrong, as a file would be."""
    try:
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes):
            return ""
    except _ERRORS:
        return ""
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except _ERRORS:
        try:
            text = decode(data)
        except InputError:
            text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\0", "")


def _header(message: Message, name: str) -> str:
    """Return the beginning of the value of a header, decoded; empty if it is missing."""
    values = (value for key, value in message.raw_items() if key.lower() == name.lower())
    data = str(next(values, ""))[:_LONGEST].encode("utf-8", "surrogateescape")
    try:
        value = decode(data)
        return squeeze(str(make_header(decode_header(value))))
    except (InputError, *_ERRORS):
        return squeeze(data.decode("utf-8", "replace"))


def _sender(value: str) -> str | None:
    """Return the name of the sender, or the domain of its address.

    >>> _sender('"Lunde Post" <news@lunde.example>'), _sender("news@lunde.example")
    ('Lunde Post', 'lunde.example')
    """
    match = _FROM.fullmatch(value)
    domain = _DOMAIN.search(value)
    return (match["name"] if match else "") or (domain[1] if domain else None)


def _reader(file: Input) -> Reader:
    reader = choose(file)
    if reader.name not in _ATTACHED:
        raise InputError("is attached, and is not read; save it as a file of its own")
    return reader


def _attachment(
    part: Message, given: Input, where: str, number: int | None, options: LoadOptions
) -> Iterator[Article | Skipped]:
    """Yield what is in an attached document, or the record of why it is not read."""
    name = _file_name(part) or part.get_content_type()
    where = f"{where}:{name}"
    try:
        data = part.get_payload(decode=True)
        file = Input(name, data if isinstance(data, bytes) else b"")
        for found in read_as(_reader(file), file, options):
            if isinstance(found, Article):
                article = given.article(found.text, {}, number)
                yield replace(found, id=f"{article.id}:{found.id}", path=article.path)
            elif isinstance(found, Skipped):
                yield replace(found, where=where)
    except (InputError, *_ERRORS) as error:
        reason = str(error) if isinstance(error, InputError) else "is broken; save it again"
        yield Skipped(where, reason)
