"""The questions that are asked of the table: does a page say this of itself, who is credited.

Sentences are lowered before they are asked about, so that no pattern needs flags; only a label
in capitals and a signature are looked for in the sentence as it stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize.clean.table import ANYWHERE, STARTS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

_BULLETS = "•*·▪►>|- "
# A button's label in capitals before a caption: "CLOSE A ship burns off the coast."
_LABEL = re.compile(
    r"\||(?:CLOSE|EMBED|WATCH(?: LIVE)?|LISTEN|READ|MORE|PHOTOS?|VIDEO|GALLERY|RELATED)\s+[A-Z“\"]"
)
_SIGNATURE = re.compile(r"(?<=[.!?\"”’])\s*(?:--?|[–—])\s?(?:[A-Z][\w.'’-]{0,20}+[ ,]*+){1,5}\Z")
_CREDIT_NOTE = (  # in brackets: "(Photo: Ana Lopes, Daily Star)", "(Associated Press)"
    r"[(\[](?:[^()\[\]]{0,80}[\s/,])?(?:<picture>|<agency>|getty(?: images)?|courtesy|credit|"
    r"handout|file|staff photographer|youtube|facebook|twitter)\b[^()\[\]]{0,80}[)\]]\W{0,3}$"
)
_CREDIT_TAILS = (
    r"(?:<picture> ?(?::|by |courtesy |credit)|credit ?:|courtesy (?:of )?)[^.!?]{2,80}$",
    r"(?:/|via )<agency>$|(?:getty images|wikimedia commons|full size image|all photos)$",
    r"[—–-] [^.!?]{2,60}\(@\w{1,20}\)[\w ,.:]{0,30}$",  # who posted it on a network, and when
    r"[.?!\"”…] (?:usa today|reuters|getty)$",
)
# Without one of these there is no credit: what any of the patterns above needs.
_CREDIT_SIGN = re.compile(
    r"[)\]/]|photo|image|picture|illustration|screen|video|graphic|credit|courtesy|via |wikimedia|"
    r"usa today|reuters|getty"
)
_AGENCY_NOTE = r"(?<=[.!?\"”’'])\s*(?:[(\[]<agency>[)\]]|(?:--?|[–—])\s?<agency>)\.?$"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    for name, words in WORDS.items():
        pattern = pattern.replace(name, words)
    return re.compile(pattern)


@cache
def _starts() -> re.Pattern[str]:
    lines = (line for group in STARTS.values() for line in group.split("\n") if line)
    return _compiled("|".join(f"(?:{line})" for line in lines))


def plain(sentence: str) -> str:
    """Give a sentence the form that the patterns are written for."""
    return " ".join(sentence.lower().replace("’", "'").split())


def detector(text: str) -> Callable[[str], bool]:
    """Make the question "does a page say this of itself?" for the sentences of one text.

    Of the words in `ANYWHERE` only those that the text holds at all are looked for.

    >>> is_boilerplate = detector("Sign up for our daily briefing. Voters sign up for the draft.")
    >>> is_boilerplate("Sign up for our daily briefing.")
    True
    >>> is_boilerplate("Voters sign up for the draft.")
    False
    """
    low_text = text.lower()
    betrayed = [(word, _compiled(line)) for word, line in ANYWHERE.items() if word in low_text]

    def is_boilerplate(sentence: str) -> bool:
        low = plain(sentence)
        return (
            _LABEL.match(sentence) is not None
            or _starts().match(low.lstrip(_BULLETS)) is not None
            or any(word in low and pattern.search(low) for word, pattern in betrayed)
        )

    return is_boilerplate


def has_credit(paragraph: str) -> bool:
    """Tell whether a paragraph ends in the credit of a picture or of an embedded post.

    >>> has_credit("The bridge at dawn on Monday. (Photo: Ana Lopes, Daily Star)")
    True
    """
    tail = plain(paragraph[-240:])
    return _CREDIT_SIGN.search(tail) is not None and any(
        _compiled(pattern).search(tail) for pattern in (_CREDIT_NOTE, *_CREDIT_TAILS)
    )


def closing_note(paragraph: str) -> int:
    """Return how many characters at the end are the mark of an agency or a signature.

    >>> closing_note("The talks go on. (Reuters)")
    9
    """
    tail = paragraph[-60:]
    signature = _SIGNATURE.search(tail)
    if signature:
        return len(signature[0].lstrip())
    low = tail.lower()
    match = _compiled(_AGENCY_NOTE).search(low) if len(low) == len(tail) else None
    return len(match[0].lstrip()) if match else 0


def names_agency(words: str) -> bool:
    """Tell whether this is what stands in the brackets of a dateline.

    >>> names_agency("Reuters"), names_agency("HealthDay News"), names_agency("NYSE: ACME")
    (True, True, False)
    """
    low = plain(words)
    known = _compiled(r"<agency>\b|.{0,30}\b(?:news|press|agency|service|times|post)\b")
    return known.match(low) is not None
