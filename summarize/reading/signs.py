"""Signs: what ends a sentence, what opens and closes a quotation, what marks an item of a list.

All of `reading` uses these lists. They are signs of scripts, not words of a language, so they do
not depend on the language.
"""

from __future__ import annotations

import re

# End a sentence and nothing else, in scripts that often put no space after them.
SURE = "。！？｡؟۔।॥։።፧။"
# May end a sentence.
STOPS = ".!?…\u037e" + SURE
# May end a sentence after these letters: the colon of Armenian, the question mark of Greek.
STOPS_AFTER = {":": "[ա-և]", ";": "[Ά-ώ]{2}"}
# End a question.
QUESTIONS = "?？؟፧\u037e"

# Quotations: what opens one, and the signs that close it; then those that are one character.
QUOTATIONS = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
    "``": "''",
}
QUOTES = '"“„«»「『《'
CLOSING_QUOTES = '"”»«」』》'

# May come before the first word of a sentence, and after its last sign.
OPENERS = "\"'`“‘„«»‹([「『《（【¿¡"
CLOSERS = "\"'”’»«›)]}」』》）】"

# Set before an item of a list.
BULLETS = "•⁃‣➤·*▪●■◆►◦✉>"

# Signs without width that are inside words and between them: hyphenation, joiners, direction, BOM.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"

# Pictures that writers put after a sentence: the inside of a set of characters.
EMOJI = "\u200d\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3\U0001f000-\U0001faff"


def visible(text: str) -> str:
    r"""Remove the signs without width; return the same object if there are none.

    >>> visible("a fer\u00adry\u200b.")
    'a ferry.'
    """
    if not text.isascii():
        for sign in INVISIBLE:
            text = text.replace(sign, "")
    return text


def one_of(signs: str) -> str:
    r"""Return the pattern of any one of these characters.

    >>> one_of("?]")
    '[\\?\\]]'
    """
    return f"[{re.escape(signs)}]"
