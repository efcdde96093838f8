"""Signs: what ends a sentence, what opens and closes a quotation, what marks an item of a list.

All of `reading` uses these lists. They are signs of scripts, not words of a language, so they do
not depend on the language.
"""

from __future__ import annotations

import re

# End a sentence and nothing else, in scripts that often put no space after them.
SURE = "。！？｡؟۔।॥։።፧။"
# May end a sentence.
STOPS = ".!?…" + SURE
# End a question.
QUESTIONS = "?？؟፧"

# Quotations: what opens one, and the signs that close it; then those that are one character.
QUOTATIONS = {'"': '"', "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "``": "''"}
QUOTES = '"“„«「『'
CLOSING_QUOTES = '"”»」』'

# May come before the first word of a sentence, and after its last sign.
OPENERS = "\"'`“‘„«‹([「『（【¿¡"
CLOSERS = "\"'”’»›)]}」』）】"

# Set before an item of a list.
BULLETS = "•·*▪●■◆►◦✉>"


def one_of(signs: str) -> str:
    r"""Return the pattern of any one of these characters.

    >>> one_of("?]")
    '[\\?\\]]'
    """
    return f"[{re.escape(signs)}]"
