r"""The layouts of downloads from Nexis, ProQuest and Factiva, in which one file has many articles.

::

    1 of 50 DOCUMENTS            Ferry runs aground     Document 1 of 50      HD
                                 Lunde Post                                   Ferry runs aground
           Lunde Post            June 11, 2025          Ferry runs aground    BY
     June 11, 2025 Wednesday                                                  Ann Berg
                                 Length: 300 words      Author: Berg, Ann     PD
    Ferry runs aground           Byline: Ann Berg                             11 June 2025
                                 Body                   Full text: The ...    SN
    BYLINE: ANN BERG                                                          Lunde Post
                                 The ferry ...          Publication title:    LP
    BODY:                                               Lunde Post            The ferry ...
    The ferry ...                Load-Date: ...                               TD
                                                        Publication date:     The captain ...
    LOAD-DATE: June 11, 2025     End of Document        Jun 11, 2025          AN
                                                                              Document LP01
"""

from __future__ import annotations

import re

from summarize.fields import language_tag
from summarize.model import squeeze
from summarize.reading.days import iso_date

_OF = r"\d{1,6}[ \t]+of[ \t]+\d{1,6}"
_COUNTED = re.compile(
    rf"^[ \t]*(?:Document[ \t]+{_OF}|{_OF}[ \t]+DOCUMENTS?)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_LOADED = re.compile(r"^[ \t]*LOAD-DATE:", re.MULTILINE | re.IGNORECASE)
_FACTIVA = re.compile(r"^(HD|SE)(?:[ \t]{2,}\S|[ \t]*\n)", re.MULTILINE)
_FACTIVA_TEXT = re.compile(r"^(?:LP|TD)(?:[ \t]{2,}\S|[ \t]*\n)", re.MULTILINE)
_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:[ \t]{2,}(?P<value>\S.*))?[ \t]*")
_CODES = frozenset(
    [
        *("SE", "HD", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP"),
        *("TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CX", "BY"),
        *("CLM", "ART"),
    ]
)
# A field of Nexis or ProQuest: what it is here; those that are not used end the one before.
_FIELDS = {
    "byline": "author",
    "author": "author",
    "body": "text",
    "full text": "text",
    "headline": "title",
    "title": "title",
    "publication title": "source",
    "publication date": "published",
    "load-date": "loaded",
    "language": "language",
}
_UNUSED = (
    *("abstract", "classification", "column", "company", "copyright", "correction", "country"),
    *("correction-date", "dateline", "document id", "document type", "document url", "geographic"),
    *("graphic", "highlight", "industry", "issn", "journal code", "journal-code"),
    *("last updated", "length", "links", "location", "notes", "number of pages", "organization"),
    *("pages", "person", "place of publication", "proquest document id", "publication info"),
    *("publication subject", "publication type", "publication year", "publication-type"),
    *("publisher", "section", "series", "source type", "state", "subject", "ticker", "type"),
    *("country of publication", "language of publication", "database", "first page", "issue"),
    *("volume", "url", "identifier / keyword", "company / organization", "acc-no", "name"),
)
_FIELD = re.compile(
    rf"[ \t]{{0,60}}(?P<name>{'|'.join(map(re.escape, [*_FIELDS, *_UNUSED]))})"
    r"(?::[ \t]*(?P<value>.*)|[ \t]*)",
    re.IGNORECASE,
)
_ALONE = frozenset(["body", "classification", "notes", "graphic"])  # may be without a colon
_BEFORE = ("author", "section", "length", "dateline", "highlight")
_DATE = re.compile(
    r"(?:[^\W\d_]{3,12},? )?"
    r"(?:[^\W\d_]{3,12}\.? \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,12}\.? \d{4}|\d{4}-\d\d-\d\d)\b"
)
_BY = re.compile(r"by[ :]+(?=\S)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"copyright\b|\(c\)|©|all rights reserved", re.IGNORECASE)
_LONGEST_DATE = 60  # characters of the line of a date, with the edition


def is_download(text: str) -> bool:
    r"""Return whether a text, of which the beginning is enough, is a download of articles.

    >>> is_download("HD\nFerry aground\nPD\n11 June 2025\nLP\nThe ferry ran aground.\n")
    True
    >>> is_download("1 of 50 documents that the court released names the ferry.")
    False
    """
    text = text.replace("\r\n", "\n")
    if _FACTIVA.search(text) and _FACTIVA_TEXT.search(text):
        return True
    if not any(mark.search(text) for mark in (_COUNTED, _END, _LOADED)):
        return False
    return sum(1 for line in text.split("\n") if _is_field(line)) > 1


def split(text: str) -> list[dict[str, str | None]]:
    """Return the articles of a download, each as fields of `Article`; those without a text too."""
    text = text.replace("\r\n", "\n").replace("\f", "\n").replace("\xa0", " ")
    if _FACTIVA.search(text) and _FACTIVA_TEXT.search(text):
        return [_of_factiva(part) for part in _parts(text, _FACTIVA, is_start=True)]
    if _COUNTED.search(text):
        parts = _parts(text, _COUNTED, is_start=True)
        return [_of_nexis(_COUNTED.sub("", part, count=1)) for part in parts]
    return [_of_nexis(part) for part in _parts(text, _END, is_start=False)]


def _parts(text: str, mark: re.Pattern[str], *, is_start: bool) -> list[str]:
    """Cut a text before each mark, or after it; what is outside of the articles is left out."""
    places = [match.start() for match in mark.finditer(text)]
    if is_start:
        return [text[a:b] for a, b in zip(places, [*places[1:], len(text)], strict=True)]
    ends = [match.end() for match in mark.finditer(text)]
    parts = [text[a:b] for a, b in zip([0, *ends], places, strict=False)]
    rest = text[ends[-1] :] if ends else text
    return [*parts, rest] if _LOADED.search(rest) else parts


def _of_factiva(part: str) -> dict[str, str | None]:
    """Read an article whose fields begin with codes of two or three letters."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in part.split("\n"):
        match = _CODE.fullmatch(line)
        if match and match["code"] in _CODES and match["code"] not in fields:
            code = match["code"]
            fields[code] = [match["value"] or ""]
        elif code:
            fields[code].append(line.strip())
    joined = {code: "\n".join(lines).strip() for code, lines in fields.items()}
    body = "\n\n".join(joined[code] for code in ("LP", "TD") if joined.get(code))
    return {
        "text": body,
        "title": squeeze(joined.get("HD", "")) or None,
        "source": squeeze(joined.get("SN", "")) or None,
        "published": _date(joined.get("PD", "")),
        "author": _author(joined.get("BY", "")),
        "language": language_tag(joined.get("LA", "")),
    }


def _is_field(line: str) -> re.Match[str] | None:
    """Return the match of a line that begins a field; None if it is another line."""
    match = _FIELD.fullmatch(line)
    if match is None or match["name"][0].islower():  # in the middle of a sentence
        return None
    return match if match["value"] is not None or match["name"].lower() in _ALONE else None


def _of_nexis(part: str) -> dict[str, str | None]:
    """Read an article whose fields begin with a name and a colon, after a front without names."""
    fields: dict[str, list[str]] = {"front": []}
    name = "front"
    for line in part.split("\n"):
        match = _is_field(line)
        if match:
            field = match["name"].lower()
            name = _FIELDS.get(field, field)
            fields.setdefault(name, [])
        fields[name].append((match["value"] or "" if match else line).strip())
    known = {field: "\n".join(lines).strip() for field, lines in fields.items()}
    if "text" not in known:  # it follows the last field before it, without a name of its own
        rests = {name: known[name].partition("\n\n")[2] for name in _BEFORE if name in known}
        known["text"] = max(rests.values(), key=len, default="").strip()
    title, source, published = _front(fields["front"])
    dates = (_date(known.get("published", "")), published, _date(known.get("loaded", "")))
    return {
        "text": known.get("text", ""),
        "title": squeeze(known.get("title", "")) or title,
        "source": squeeze(known.get("source", "")) or source,
        "published": next(filter(None, dates), None),
        "author": _author(known.get("author", "")),
        "language": language_tag(known.get("language", "").partition(";")[0]),
    }


def _front(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """Return the title, source and date that are above the fields of an article.

    The source is the line before the date, and the title is before the source or after the date.
    """
    dated = [n for n, line in enumerate(lines) if _DATE.match(line) and len(line) < _LONGEST_DATE]
    if not dated:
        return next((" ".join(found) for found in _paragraphs(lines)), None), None, None
    place = dated[-1]
    published = _date(lines[place])
    *earlier, last = _paragraphs(lines[:place]) or [[]]
    source = last[-1] if last else None
    title = last[:-1] or (earlier[-1] if earlier else [])
    later = _paragraphs(lines[place:])
    if later[0][0] == lines[place]:  # with the edition
        del later[0]
    return " ".join(later[0] if later else title) or None, source, published


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """Return the lines of each paragraph, without those about copyright."""
    found: list[list[str]] = [[]]
    for line in lines:
        if not line:
            found.append([])
        elif not _COPYRIGHT.match(line) and any(map(str.isalnum, line)):
            found[-1].append(line)
    return [lines for lines in found if lines]


def _date(line: str) -> str | None:
    """Return the first date in a line in ISO 8601; None if there is none."""
    match = _DATE.search(line)
    return iso_date(match[0]) if match else None


def _author(byline: str) -> str | None:
    """Return who wrote an article, without the word before the name, or capitals throughout."""
    name = _BY.sub("", squeeze(byline.partition("\n\n")[0]), count=1)
    return (name.title() if name.isupper() else name) or None
