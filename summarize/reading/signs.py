"""Signs: what ends a sentence, what opens and closes a quotation, what marks an item of a list.

The one list of each for all of `reading`. They are the signs of scripts, not words of a language,
so no language is asked.
"""

from __future__ import annotations

import re

# End a sentence and nothing else, in scripts that often put no space after them.
SURE = "。！？｡؟۔।॥։።፧။"
# May end a sentence.
STOPS = ".!?…" + SURE
# End a question.
QUESTIONS = "?？؟፧"

# Quotations: what opens one, and the signs that close it. `QUOTED` holds those of one character.
QUOTATIONS = {'"': '"', "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "``": "''"}
QUOTES = '"“„«「『'
CLOSING_QUOTES = '"”»」』'

# May stand before the first word of a sentence, and after its last sign.
OPENERS = "\"'`“‘„«‹([「『（【¿¡"
CLOSERS = "\"'”’»›)]}」』）】"

# Set before an item of a list.
BULLETS = "•·*▪●■◆►◦✉>"


def one_of(signs: str) -> str:
    r"""Return the pattern of one character out of these.

    >>> one_of("?]")
    '[\\?\\]]'
    """
    return f"[{re.escape(signs)}]"
