"""What web pages in a language say about themselves, as patterns.

A language's `pages.py` defines its `Phrases`. Without that file, only the rules of structure mark
what is not part of the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NEVER = r"(?!)"  # matches nothing

# What pages have in every language, with the agencies and words of pictures of that language.
_NETWORKS = r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)"
_CREDIT_NOTE = (
    r"[(\[](?:[^()\[\]]{0,80}[\s/,:])?(?:<picture>|<agency>|getty(?: images)?)(?!\w)"
    r"[^()\[\]]{0,80}[)\]]\W{0,3}$"
)
_CREDIT_TAILS = (
    r"(?<!\w)<picture> ?[:：©/] ?[^.!?。！？]{2,80}$",
    r"(?:/|©)\s?<agency>$",
)
# "(dpa)" or "- Reuters" after the last sentence.
_AGENCY_NOTE = (
    r"(?<=[.!?\"”’'«»。！？।])\s*(?:[(\[（]<agency>[)\]）]|(?:--?|[–—])\s?<agency>)[.。]?$"
)
# "11/06/2025 à 10:30", "11 de junio de 2025 a las 10:30", "11. Juni 2025 | 10:30 Uhr".
_DATE = r"[\d/.-]+(?: (?:de )?\w{3,10}\.?)?(?: (?:de )?\d{4})?[ ,|aàúlesothur:\d]{0,20}\W*"
_NEWSROOM = r"<agency>(?!\w)"
_ADDRESSES = {
    "://": r"\bhttps?://\S{0,300}+\W{0,20}$",
    "www.": r"\bwww\.\S{1,300}\W{0,20}$",
    "pic.twitter": r"\bpic\.twitter\.com",
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns for a sentence in lower case with straight apostrophes and single spaces.

    In all of them ``<agency>``, ``<month>`` and ``<day>`` match the names of agencies, months and
    days of the week in the language's words; `words` defines more such names.

    Parameters
    ----------
    words
        Name, such as ``<network>`` -> the pattern that it stands for.
    starts
        Group -> patterns, one per line, for the beginning of a sentence that is not part of the
        report.
    anywhere
        Group -> (a word to look for first -> a pattern for a phrase of such a sentence).
    credit_note
        A note in brackets at the end of a paragraph that credits a picture.
    credit_tails
        Other ends of a paragraph that credit a picture or an embedded post.
    agency_note
        The mark of an agency after the last sentence of a report.
    newsroom
        What opens the brackets of a dateline.
    dateline
        A dateline of another form than a place and an agency in brackets, and what is between it
        and the sentence. It is matched against the text as printed, in capitals or not.
    byline
        A line that names the author. It is matched against the line as printed, and so is `label`.
    label
        A button's label in front of a caption.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, str] = field(default_factory=dict)
    anywhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    credit_note: str = NEVER
    credit_tails: tuple[str, ...] = ()
    agency_note: str = NEVER
    newsroom: str = NEVER
    dateline: str = NEVER
    byline: str = NEVER
    label: str = NEVER


def usual(
    *,
    picture: str,
    starts: Mapping[str, str],
    anywhere: Mapping[str, Mapping[str, str]],
    byline: str,
    dateline: str = NEVER,
) -> Phrases:
    """Return the phrases of a language whose credits, datelines and addresses have the usual form.

    Parameters
    ----------
    picture
        A pattern for "photo", "video" and the like; the name ``<picture>`` in the others.
    starts, anywhere, byline, dateline
        As in `Phrases`.
    """
    return Phrases(
        words={"<network>": _NETWORKS, "<picture>": picture, "<date>": _DATE},
        starts=starts,
        anywhere={**anywhere, "addresses": _ADDRESSES},
        credit_note=_CREDIT_NOTE,
        credit_tails=_CREDIT_TAILS,
        agency_note=_AGENCY_NOTE,
        newsroom=_NEWSROOM,
        dateline=dateline,
        byline=byline,
    )


@cache
def phrases(name: str) -> Phrases:
    """Load the phrases of a language by its name, once per process.

    >>> "<network>" in phrases("en").words
    True
    """
    module = f"{__package__}.{name}"
    if find_spec(module) is None or find_spec(f"{module}.pages") is None:
        return Phrases()
    found: Phrases = import_module(f"{module}.pages").PHRASES
    return found
