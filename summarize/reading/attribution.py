"""Who said it: whether what follows a quotation says so, and belongs to its sentence.

In scripts with capitals a name and a verb of speech follow; in others a particle, or a short clause
with such a verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from summarize.reading.signs import QUOTES
from summarize.words import is_capitalised

if TYPE_CHECKING:
    from summarize.languages import Language
    from summarize.reading.stops import Stop

_REACH = 60  # characters after a quotation that are looked at
_LONGEST_QUOTATION = 600  # characters before its end where it may begin
_CLAUSE = re.compile(r"[^.,:;!?…，。：；！？、،؛؟۔।“”\"«»「」『』\n]+(?=[.,，。،۔।]|\Z)")
_LONGEST_CLAUSE = 5  # words


def is_said(text: str, stop: Stop, stop_of_block: int, language: Language) -> bool:
    """Return whether who said it follows a quotation, in a script without capitals.

    Either a particle follows that ties what was said to its verb, or a short clause that begins or
    ends with a verb of speech, and does not lead to another quotation.
    """
    if stop.word != stop.follower or not text[stop.close : stop.end].strip(")]）】"):
        return False
    if stop.end == stop.follower and text.startswith(tuple(language.after_quotations), stop.end):
        return not text.startswith(tuple(language.sentence_starters), stop.end)
    if category(text[stop.word]) != "Lo":
        return False
    if _is_introduced(text, stop):
        return False
    clause = _CLAUSE.match(text, stop.word, min(stop.word + _REACH, stop_of_block))
    words = clause[0].split() if clause else []
    if not 0 < len(words) <= _LONGEST_CLAUSE:
        return False
    is_first = words[0] in language.speech_verbs and words[0] not in language.sentence_starters
    return is_first or words[-1].endswith(tuple(language.speech_verbs))


def _is_introduced(text: str, stop: Stop) -> bool:
    """Return whether the quotation that ends at a stop has who said it before it."""
    first = max(0, stop.start - _LONGEST_QUOTATION)
    opened = max(text.rfind(sign, first, stop.start) for sign in QUOTES)
    return text[max(opened - 2, 0) : max(opened, 0)].rstrip()[-1:] in {*",:，：،"}


def is_attribution(following: str, language: Language) -> bool:
    """Return whether a name and a verb of speech follow, as in ``"Why?" Ann Ray asked``."""
    words = following.split()[:4]
    is_verb = [word.rstrip(".,:;").lower() in language.speech_verbs for word in words]
    n_names = is_verb.index(True) if True in is_verb else 0
    return (
        n_names > 0
        and words[0].lower() not in language.sentence_starters
        and all(is_capitalised(word) for word in words[:n_names])
    )
