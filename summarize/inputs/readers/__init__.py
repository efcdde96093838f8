"""The readers: one a kind of input, chosen by its content first and its suffix second.

A reader is a module with a function ``read(given, options)`` that yields what it finds in an input:
articles, links to pages that are to be fetched, and records of what it could not use. It raises
`InputError` if the whole input cannot be used. Its module is imported when an input needs it.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from summarize.errors import InputError
from summarize.inputs import formats, kinds, lists
from summarize.inputs.packed import plain_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.inputs.records import Found


class Reader(NamedTuple):
    """One kind of input.

    Parameters
    ----------
    name
        That of its module in this folder.
    suffixes
        Of its files, in lower case.
    what
        What an input of this kind is, as the rest of a sentence.
    matches
        Returns whether an input is of this kind, from its first bytes and these as text. None if
        only the suffix says so.
    extra, packages
        The extra of this package that it needs, and the modules that the extra installs.
    """

    name: str
    suffixes: tuple[str, ...]
    what: str
    matches: Callable[[bytes, str], bool] | None = None
    extra: str | None = None
    packages: tuple[str, ...] = ()

    @property
    def missing(self) -> str | None:
        """What to install, as the rest of a sentence; None if nothing is missing."""
        if all(find_spec(package) for package in self.packages):
            return None
        return f"{self.what}; to read it: pip install 'summarize[{self.extra}]'"


_WEB = ("trafilatura", "lxml")
# The first that recognises the content reads it.
_FEEDS = ("feedparser", "trafilatura")
READERS = (
    Reader("warc", (".warc",), "is a WARC archive", kinds.is_warc, "web", ("warcio",)),
    Reader("pdf", (".pdf",), "is a PDF", kinds.is_pdf, "pdf", ("pypdfium2",)),
    Reader("docx", (".docx",), "is a Word document", kinds.is_docx, "docx", ("docx",)),
    Reader("epub", (".epub",), "is an EPUB book", kinds.is_epub, "web", _WEB),
    Reader("archive", (".zip",), "is a ZIP archive", kinds.is_zip),
    Reader("mhtml", (".mhtml", ".mht"), "is a saved page", formats.is_saved_page, "web", _WEB),
    Reader("mbox", (".mbox",), "is a mailbox", kinds.is_mailbox),
    Reader("mail", (".eml",), "is an e-mail", kinds.is_mail),
    Reader("feed", (".rss", ".atom", ".rdf", ".xml"), "is a feed", lists.is_feed, "web", _FEEDS),
    Reader("jsonfeed", (), "is a JSON Feed", lists.is_json_feed, "web", _FEEDS),
    Reader("opml", (".opml",), "is OPML", lists.is_opml),
    Reader("sitemap", (), "is a sitemap", lists.is_sitemap),
    Reader("links", (), "is a list of links", lists.is_links),
    Reader("links", (), "is a file of bookmarks", lists.is_bookmarks),
    Reader("parquet", (".parquet",), "is Parquet", kinds.is_parquet, "tables", ("pyarrow",)),
    Reader("lines", (".jsonl", ".ndjson"), "is JSONL", kinds.is_lines),
    Reader("json", (".json",), "is JSON", kinds.is_json),
    Reader("table", (".csv", ".tsv"), "is a table", kinds.is_table),
    Reader("page", (".html", ".htm", ".xhtml"), "is HTML", formats.is_html, "web", _WEB),
    Reader("nexis", (), "is a download of articles", kinds.is_download),
    Reader("text", (".txt", ".text", ".md"), "is text"),
)
_TEXT = READERS[-1]


def reader_of(path: str) -> Reader | None:
    """Return the reader of a file by its suffix, before that of a compressed file."""
    name = plain_path(path).lower()
    return next((reader for reader in READERS if name.endswith(reader.suffixes)), None)


def choose(given: Input) -> Reader:
    """Choose the reader of an input by its first bytes, else by its suffix, else that of text.

    Raises
    ------
    InputError
        If it is compressed and cannot be decompressed.
    OSError
        If it cannot be opened or read.
    """
    head = given.head()
    text = formats.as_text(head)
    for reader in READERS:
        if reader.matches is not None and reader.matches(head, text):
            return reader
    return reader_of(given.path) or _TEXT


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield what is in an input.

    Raises
    ------
    InputError
        If it cannot be used, or the extra that it needs is not installed.
    OSError
        If it cannot be opened or read.
    """
    yield from read_as(choose(given), given, options)


def read_as(reader: Reader, given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield what a reader finds in an input; raises as `read` does."""
    if reader.missing:
        raise InputError(reader.missing)
    found: Iterator[Found] = import_module(f"{__name__}.{reader.name}").read(given, options)
    yield from found
