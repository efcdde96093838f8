"""Judge what the properties of a document say of it: many are those of a template or a program."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from summarize.model import squeeze

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]{4}")  # scripts without spaces between words
_PROGRAM = re.compile(
    r"(?:microsoft (?:office )?(?:word|powerpoint|excel)|print|fullscreen) ?-|untitled|about:blank"
    r"|(?:word|microsoft word) document\Z|https?://|file:|[a-z]:\\",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|txt|html?|tex|dvi|indd|qxp|qxd|pptx?|xlsx?|pages|eps|ai|cdr|pmd|fm|wpd)\Z",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a title
_LONGEST_NAME = 100  # characters of an author's name
_FIRST_YEAR = 1990
_TEMPLATE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)  # of python-docx, kept in what it writes
_PDF_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?", re.ASCII
)


def sane_title(title: str | None) -> str | None:
    """Return the title of a document; None if it is not a title that a person gave it.

    >>> sane_title("Ferry runs  aground"), sane_title("Microsoft Word - ferry.docx")
    ('Ferry runs aground', None)
    """
    title = squeeze((title or "").replace("\0", " "))
    is_phrase = len(_LETTERS.findall(title)) > 1 or _WIDE.search(title)
    if not is_phrase or len(title) > _LONGEST or _PROGRAM.match(title) or _FILE.search(title):
        return None
    return title


def sane_author(author: str | None) -> str | None:
    """Return the author of a document; None if it is not a name of several words.

    >>> sane_author("Ann Berg"), sane_author("aberg")
    ('Ann Berg', None)
    """
    author = squeeze((author or "").replace("\0", " "))
    is_name = " " in author and any(map(str.isalpha, author)) and len(author) <= _LONGEST_NAME
    return author if is_name and not _PROGRAM.match(author) else None


def sane_date(date: datetime | None) -> str | None:
    """Return a date in ISO 8601; None if it is before 1990, in the future, or a template's."""
    if date is None:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    try:
        is_sane = date.year >= _FIRST_YEAR and aware <= datetime.now(UTC) + timedelta(days=1)
    except OverflowError:  # a date at the end of the calendar, in another time zone
        return None
    return date.isoformat() if is_sane and aware != _TEMPLATE else None


def pdf_date(written: str) -> datetime | None:
    """Parse a date as PDF writes it; None if it is not one.

    >>> pdf_date("D:20250611103000+02'00'").isoformat(), pdf_date("June 2025")
    ('2025-06-11T10:30:00+02:00', None)
    """
    match = _PDF_DATE.match(written.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zulu, offset, rest = match.groups()
    zone = "+00:00" if zulu else f"{offset}:{rest or '00'}" if offset else ""
    time = f"{hour or '00'}:{minute or '00'}:{second or '00'}"
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{time}{zone}")
    except ValueError:
        return None
