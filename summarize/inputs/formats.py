"""Recognise text that is not prose: HTML, XML, JSON, subtitles, tables, mailboxes.

Read as prose, such text gives a summary of tags, keys and time stamps. It is recognised by its
content, whatever its name, and nothing is extracted from it. Each rule reads only the beginning of
a text, and looks for the structure of its format, not for words about it: an article may quote a
tag or a line of subtitles.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HEAD = 100_000  # characters; what is further on does not change what a file is

_EVENT = re.compile(r'\s*+\{.{0,2000}?"documents"\s*+:\s*+\[', re.DOTALL)
_STORIES = re.compile(r" \|{5} |\bstory_separator_special_tag\b")
_OBJECT = re.compile(r"""\s*+(?:\[\s*+)?\{\s*+(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')\s*+:""")
_STRINGS = re.compile(r'\s*+\[\s*+"')

_ELEMENTS = (
    "a|article|aside|b|blockquote|body|br|center|div|em|figcaption|figure|font|footer|h[1-6]|head"
    "|header|hr|html|i|iframe|img|li|link|main|meta|nav|ol|p|pre|script|section|span|strong|style"
    "|table|tbody|td|th|title|tr|ul"
)
_TAG = re.compile(
    rf"(?<!`)<(?P<close>/?)(?P<name>{_ELEMENTS})(?P<attributes>\s[^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"^[ \t]*+(?:<!doctype\s++html\b|<html\b[^<>]{0,2000}>\s*+<(?:head|body|meta|title)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_HTML = re.compile(r"<(?:!doctype\s++html|html)\b", re.IGNORECASE)
_ALONE = frozenset(["br", "hr", "img", "p"])  # tags that nobody need close
_BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")
# What may come before the first tag: an XML declaration, comments, a document type.
_PROLOGUE = re.compile(r"\s*+(?:<\?[^>]{0,2000}>\s*+|<!--(?:(?!-->).){0,4000}-->\s*+)*", re.DOTALL)
_ROOT = re.compile(
    r"(?:<!doctype[^>\[]{0,2000}(?:\[[^\]]{0,90000}\]\s*+)?>\s*+)?"
    r"(?:<!--(?:(?!-->).){0,4000}-->\s*+)*<([a-z_][\w:.-]{0,60})[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
FEEDS = frozenset(["rss", "feed", "rdf:rdf"])

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}"
_CUE = re.compile(
    rf"^[ \t]*+{_TIME}(?:[ \t]*+-->[ \t]*+|,){_TIME}|^Dialogue: ?\d+,\d+:\d\d:", re.MULTILINE
)
_SUBTITLES = re.compile(rf"\s*+(?:WEBVTT\b|\[Script Info\]|(?:\d+\s++)?{_TIME}[ \t]*+-->)")

_MBOX = re.compile(
    r"\s*+From \S{1,200} [A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} "
    r"\d\d:\d\d(?::\d\d)?(?: \S{1,9})? \d{4}"
)
_MAIL = re.compile(
    r"\s*+(?:[A-Za-z][\w-]{0,60}:[^\n]{0,2000}\n(?:[ \t]++[^\n]{0,2000}\n){0,100}){0,200}?"
    r"(?:content-type:\s{0,9}(?:multipart/|text/html)"
    r"|content-transfer-encoding:\s{0,9}(?:base64|quoted-printable))",
    re.IGNORECASE,
)
_SAVED = re.compile(
    r"^(?:From: \W{0,2}Saved by |Snapshot-Content-Location:)", re.IGNORECASE | re.MULTILINE
)

_DELIMITERS = ",;\t|"
_LONGEST_LABEL = 40  # characters of a column's name
_MOST_ROWS = 50
_MANY = 4  # columns and rows of a table that sets a space after each comma


def other_format(text: str) -> str | None:
    r"""Return what a text is and what to do, as the rest of a sentence; None for prose.

    Linear in the part that is read.

    >>> other_format("1\n00:00:01,000 --> 00:00:04,000\nThe ferry ran aground\n")
    'is subtitles; save what is said in them as plain text, without the times'
    >>> other_format("The tag <p> begins a paragraph.")
    """
    head = text[:_HEAD].removeprefix("\ufeff")
    return next((advice for test, advice in _FORMATS if test(head, text)), None)


def as_text(head: bytes) -> str:
    r"""Decode the first bytes of an input as far as its kind can be seen, losing what is not text.

    >>> as_text("<p>caf\xe9</p>".encode("utf-16")), as_text(b"caf\xe9")
    ('<p>caf\xe9</p>', 'caf')
    """
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2], "utf-8")
    return head.decode(wide, "ignore").removeprefix("\ufeff")


def is_html(_: bytes, head: str) -> bool:
    """Return whether an input is a web page or a piece of one, by its first bytes as text.

    Pages may be within other formats: messages, mailboxes, feeds and web archives.

    >>> is_html(b"", "<!doctype html><p>The ferry"), is_html(b"", "<rss><item>&lt;p>The ferry")
    (True, False)
    """
    others = (is_mime, is_mailbox, _is_feed, _is_xml, _is_archive, is_json)
    is_tagged = _is_page(head, head) or _is_fragment(head, head)
    return is_tagged and not any(test(head, head) for test in others)


def is_saved_page(_: bytes, head: str) -> bool:
    r"""Return whether an input is a page that a browser saved with its pictures, as MHTML.

    >>> is_saved_page(b"", "From: <Saved by Blink>\nContent-Type: multipart/related; type=x\n")
    True
    """
    fields = re.split(r"\n\s*\n", head.lstrip(), maxsplit=1)[0]
    return is_mime(head, head) and _SAVED.search(fields) is not None


def _is_archive(head: str, _: str) -> bool:
    """Return whether a text begins as a web archive does."""
    return head.startswith("WARC/")


def _is_page(head: str, _: str) -> bool:
    """Return whether a text is a whole web page, after comments or not."""
    if "<" not in head:
        return False
    return bool(_PAGE.search(head) or _FIRST_HTML.match(head, _prologue_end(head)))


def _is_fragment(head: str, _: str) -> bool:
    """Return whether half of a text is in paragraphs with tags of HTML."""
    if "<" not in head:
        return False
    tagged = start = 0
    for end in [*(match.start() for match in _BLANK_LINE.finditer(head)), len(head)]:
        tags = list(_TAG.finditer(head, start, end))
        if len(tags) > 1 and any(
            tag["close"] or tag["attributes"] or tag["name"].lower() in _ALONE for tag in tags
        ):
            tagged += end - start
        start = end
    return 2 * tagged > len(head)


def root_of(head: str) -> str | None:
    """Return the name of the element that a text begins with, in lower case.

    >>> root_of("<?xml version='1.0'?><!-- from Lunde --><rdf:RDF xmlns='...'>")
    'rdf:rdf'
    """
    root = _ROOT.match(head, _prologue_end(head))
    return root and root[1].lower()


def _is_feed(head: str, _: str) -> bool:
    """Return whether a text begins with the root element of RSS or Atom."""
    return root_of(head) in FEEDS


def _is_xml(head: str, text: str) -> bool:
    """Return whether a text declares itself XML, or ends with the tag that closes its first."""
    root = _ROOT.match(head, _prologue_end(head))
    if root is None or re.fullmatch(_ELEMENTS, root[1].lower()):
        return False
    return head.lstrip().startswith("<?xml") or text[-200:].rstrip().endswith(f"</{root[1]}>")


def _prologue_end(head: str) -> int:
    match = _PROLOGUE.match(head)
    return match.end() if match else 0


def _is_event(head: str, _: str) -> bool:
    """Return whether a text is an event of a batch."""
    return _EVENT.match(head) is not None


def _is_stories(head: str, _: str) -> bool:
    """Return whether a text is articles with the separators of Multi-News between them."""
    return _STORIES.search(head) is not None


def is_json(head: str, text: str) -> bool:
    """Return whether a text begins as an object with a key, or is a list of strings."""
    return _OBJECT.match(head) is not None or (
        _STRINGS.match(head) is not None and re.search(r'"\s*\]\s*\Z', text[-200:]) is not None
    )


def _is_subtitles(head: str, _: str) -> bool:
    """Return whether a text begins as subtitles do, or has two lines of their times."""
    if _SUBTITLES.match(head):
        return True
    return ("-->" in head or "Dialogue:" in head or head[:1].isdigit()) and sum(
        1 for _ in _CUE.finditer(head)
    ) > 1


def is_mailbox(head: str, _: str = "") -> bool:
    """Return whether a text begins with the line that precedes each message of a mailbox."""
    return _MBOX.match(head) is not None


def is_mime(head: str, _: str = "") -> bool:
    """Return whether a text is an e-mail whose header says that its text is encoded."""
    return "ontent-" in head and _MAIL.match(head) is not None


def is_table(head: str, text: str) -> bool:
    """Return whether all lines have the same number of columns, as in CSV and TSV."""
    lines = head.strip("\r\n").splitlines()
    if len(lines) < 2:
        return False
    found = [d for d in _DELIMITERS if d in lines[0]]
    readings: list[Iterator[list[str]]] = [
        csv.reader(lines, delimiter=d, strict=True) for d in found
    ]
    if "\t" in found:
        readings.append(line.split("\t") for line in lines)  # quotation marks may be part of a cell
    is_cut = len(head) < len(text)
    return any(_is_regular(_rows(reading, is_cut=is_cut)) for reading in readings)


def _rows(reading: Iterator[list[str]], *, is_cut: bool) -> list[list[str]]:
    """Return the first rows of a table, to the first of another length; none if it is broken."""
    rows: list[list[str]] = []
    try:
        for row in reading:
            rows.append(row)
            if len(row) != len(rows[0]) or len(rows) == _MOST_ROWS:
                break
    except csv.Error:  # a quotation, or a cell that is cut off
        return rows if is_cut else []
    return rows


def _is_regular(rows: list[list[str]]) -> bool:
    """Return whether rows are those of a table, and not lines of prose.

    Sentences have a space after each comma and cells do not. A table that does must have a row of
    names above, and more columns and rows. Paragraphs are set apart by blank lines, rows are not.
    """
    n_columns = len(rows[0]) if rows else 0
    if min(n_columns, len(rows)) < 2 or any(len(row) != n_columns for row in rows):
        return False
    names = [cell.strip() for cell in rows[0]]
    has_names = all(
        name and len(name) <= _LONGEST_LABEL and name[-1] not in ".!?" for name in names
    )
    if any(cell.startswith(" ") for row in rows for cell in row[1:]):
        return has_names and min(n_columns, len(rows)) >= _MANY
    return has_names or n_columns > 2


_EVENTS = "is JSON; put each event on a line, and name the file .jsonl or give --input jsonl"
_SEPARATE = "is several articles; give --input jsonl if each line is an event, or separate them"
_HTML = "is HTML; save the text of the article as plain text, without tags"
_JSON = 'is JSON; save its text as plain text, or write {"documents": [...]} in a .jsonl file'
_TABLE = "is a table (CSV or TSV); save the text of each article as a plain-text file"
# The first that fits gives the advice.
_FORMATS: tuple[tuple[Callable[[str, str], bool], str], ...] = (
    (_is_event, _EVENTS),
    (_is_stories, _SEPARATE),
    (is_json, _JSON),
    (_is_page, _HTML),
    (_is_feed, "is an RSS or Atom feed; save the text of each article as a plain-text file"),
    (_is_xml, "is XML; save the text of the article as plain text"),
    (_is_fragment, _HTML),
    (_is_subtitles, "is subtitles; save what is said in them as plain text, without the times"),
    (is_mailbox, "is a mailbox (mbox); save the text of each message as a plain-text file"),
    (is_mime, "is an e-mail in MIME; save the text of its message as plain text"),
    (is_table, _TABLE),
)
