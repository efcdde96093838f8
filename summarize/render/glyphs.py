"""Which letters matplotlib can draw, so that no label is a row of boxes with a warning for each."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUT = "…"
_PLAIN = 400  # the weight of fonts that are neither light nor bold
_BOXES = "Last Resort"  # a font with a box for every letter, which comes with matplotlib
_INVISIBLE = re.compile(r"[\u200c\u200d\ufe00-\ufe0f]+")  # joiners and selectors, which fonts lack


def fit(labels: Iterable[str]) -> tuple[list[str], list[str]]:
    """Choose fonts that have the letters of labels, and replace the letters that none has.

    Returns
    -------
    labels : list of str
        With "…" in place of each run of letters that no font of this machine has.
    families : list of str
        The font that matplotlib is set to, then the fewest others that have what it lacks.
    """
    from matplotlib.font_manager import FontProperties, findfont, get_font

    given = [_INVISIBLE.sub("", label) for label in labels]
    default = get_font(findfont(FontProperties()))
    missing = {sign for label in given for sign in label if not default.get_char_index(ord(sign))}
    others = _others(missing) if missing else []
    for _, found in others:
        missing -= found
    families = [default.family_name, *(family for family, _ in others)]
    return [_replace(label, missing) for label in given], families


def _others(missing: set[str]) -> list[tuple[str, set[str]]]:
    """Return families and which of the letters each has, the one with the most letters first."""
    from matplotlib.font_manager import fontManager, get_font

    having: dict[str, set[str]] = {}
    for entry in fontManager.ttflist:
        is_plain = entry.style == "normal" and entry.weight == _PLAIN and entry.stretch == "normal"
        if is_plain and not entry.name.startswith(_BOXES):
            font = get_font(entry.fname)
            having[entry.name] = {sign for sign in missing if font.get_char_index(ord(sign))}
    chosen = []
    left = set(missing)
    while left and having:
        best = max(sorted(having), key=lambda name: len(having[name] & left))
        if not having[best] & left:
            break
        chosen.append((best, having[best]))
        left -= having[best]
    return chosen


def _replace(label: str, missing: set[str]) -> str:
    r"""Replace each run of letters, with its spaces and marks, by a sign that stands for a cut.

    >>> _replace("7  ab cd", set("abcd")), _replace("abc", set("z"))
    ('7  …', 'abc')
    """
    if not any(sign in missing for sign in label):
        return label
    kept: list[str] = []
    for sign in label:
        is_gone = sign in missing or (kept[-1:] == [_CUT] and _is_between(sign))
        if not is_gone:
            kept.append(sign)
        elif kept[-1:] != [_CUT]:
            kept.append(_CUT)
    return "".join(kept)


def _is_between(sign: str) -> bool:
    """Return whether a sign means nothing without the letters around it."""
    return sign == _CUT or unicodedata.category(sign)[0] in "ZPM"
