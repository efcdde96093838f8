"""Read a WARC archive, as crawlers and web archives write it: the article of each page.

The archive may be of any size: its records are read one at a time, by warcio.
"""

from __future__ import annotations

import io
import zlib
from collections import Counter
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import Input, display
from summarize.inputs.readers import choose, read_as
from summarize.inputs.records import Skipped
from summarize.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warcio.recordloader import ArcWarcRecord

    from summarize.inputs.options import LoadOptions

MOST_PAGES = 10_000
MOST_BYTES = 10_000_000  # of a page
_MOST_NAMED = 3  # pages of one reason that are named by their addresses
_HTML = frozenset(["text/html", "application/xhtml+xml"])
# What a record that is broken or cut off raises, besides warcio's own error.
_BROKEN = (InputError, zlib.error, EOFError, ValueError, LookupError, AttributeError)
_TOO_BIG = "is larger than 10 MB; save the text of the article as plain text"


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of the pages in an archive, and records of the pages without one.

    Only answers with a page count, each address once. Pages that could not be used are counted by
    reason; where they are few, they are named.

    Raises
    ------
    InputError
        If there is no page in it.
    OSError
        If it cannot be opened or read.
    """
    lost: dict[str, list[str]] = {}
    n_pages = 0
    for page in _pages(given):
        if isinstance(page, Skipped):
            yield page
            continue
        n_pages += 1
        if n_pages > MOST_PAGES:
            reason = f"are left out: at most {MOST_PAGES:,} are read; split the archive"
            yield Skipped(f"pages after the first {MOST_PAGES:,} of {display(given.path)}", reason)
            break
        try:
            yield from _read_page(page, given, options)
        except InputError as error:
            lost.setdefault(str(error), []).append(page.path)
    if not n_pages:
        raise InputError("contains no page; give an archive with answers in HTML")
    for reason, addresses in lost.items():
        if len(addresses) <= _MOST_NAMED:
            yield from (Skipped(f"{display(given.path)}:{page}", reason) for page in addresses)
        else:
            yield Skipped(f"{len(addresses):,} of the pages in {display(given.path)}", reason)


def _pages(given: Input) -> Iterator[Input | Skipped]:
    """Yield the pages of an archive, and the record of where it cannot be read on."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    errors = (ArchiveLoadFailed, *_BROKEN)
    seen: set[str] = set()
    with given.open() as handle:
        records = ArchiveIterator(handle)
        while True:
            try:
                with redirect_stderr(io.StringIO()):  # warcio prints what is wrong
                    record = next(records, None)
                    page = None if record is None else _page(record)
            except errors:
                if not seen:
                    raise InputError("is a broken WARC archive; download it again") from None
                reason = f"is broken after page {len(seen):,}; download it again"
                yield Skipped(display(given.path), reason)
                return
            if record is None:
                return
            if page is not None and page.path not in seen:
                seen.add(page.path)
                yield page


def _page(record: ArcWarcRecord) -> Input | None:
    """Return the page of a record; None if it is something else."""
    if record.rec_type not in {"response", "resource"}:
        return None
    headers = record.http_headers
    if record.rec_type == "response" and (headers is None or headers.get_statuscode() != "200"):
        return None
    source = headers if record.rec_type == "response" else record.rec_headers
    media, _, rest = (source.get_header("Content-Type") or "").partition(";")
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if media.strip().lower() not in _HTML or not address:
        return None
    charset = rest.lower().partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    data = record.content_stream().read(MOST_BYTES + 1)
    return Input(address, data, url=address, media=media.strip().lower(), charset=charset)


def _read_page(page: Input, given: Input, options: LoadOptions) -> Iterator[Article]:
    """Yield the article of a page, whose path is that of the archive."""
    if page.data is None or len(page.data) > MOST_BYTES:
        raise InputError(_TOO_BIG)
    path = given.article("", {}).path
    reasons: Counter[str] = Counter()
    is_found = False
    for found in read_as(choose(page), page, options):
        if isinstance(found, Article):
            is_found = True
            yield replace(found, path=path)
        elif isinstance(found, Skipped):
            reasons[found.reason] += 1
    if not is_found:
        raise InputError(next(iter(reasons), "has no article; give the page of one"))
