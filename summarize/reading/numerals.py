"""Numbers that are written in Chinese characters: 三十五 is 35."""

from __future__ import annotations

import re
from unicodedata import numeric

_MYRIAD = 10_000
_SIGNS = "〇零一二三四五六七八九十百千万萬亿億兆两兩"
# Two or more characters: one alone is more often part of a word.
NUMERALS = re.compile(f"(?<![{_SIGNS}])[{_SIGNS}]{{2,16}}(?![{_SIGNS}])")
_TWO = "两"  # the one without a value in Unicode


def spelled_value(numerals: str) -> float:
    """Return the value of a number in Chinese characters.

    >>> spelled_value("三十五"), spelled_value("一万二千"), spelled_value("二〇二五")
    (35.0, 12000.0, 2025.0)
    """
    values = [2.0 if sign == _TWO else numeric(sign) for sign in numerals]
    if all(value < 10 for value in values):  # digits, one after another
        return float("".join(str(int(value)) for value in values))
    total = section = digit = 0.0
    for value in values:
        if value < 10:
            digit = value
        elif value < _MYRIAD:
            section, digit = section + (digit or 1) * value, 0.0
        else:
            total, section, digit = total + (section + digit or 1) * value, 0.0, 0.0
    return total + section + digit
