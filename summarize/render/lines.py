"""The lines of the terminal format: wrapped, packed and cut by the width of their cells."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from summarize.words import is_spaceless, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

NUMBER = "cyan"  # the style of an article's number

# Where a script has no spaces, a line may not end after these signs, nor begin with those.
_NOT_LAST = "「『（【《〈“‘([{เแโใไ"
_NOT_FIRST = (
    "、。，．：；？！」』）】》〉”’)]}…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョะาำๅๆฯ.,:;?!%"
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of the frame."""

    between: str
    filled: str
    hollow: str
    empty: str
    cut: str


UNICODE = Glyphs(between=" · ", filled="●", hollow="○", empty="·", cut="…")
ASCII = Glyphs(between=" - ", filled="*", hollow="o", empty=".", cut="...")


@dataclass(frozen=True, slots=True)
class Page:
    """The width of the page, and the characters of its frame."""

    console: Console
    width: int
    glyphs: Glyphs

    def wrap(self, text: Text, *, hang: int = 0) -> list[Text]:
        """Wrap a text; all lines but the first are indented by `hang` cells."""
        first, *rest = self._break(text, self.width - hang)
        return [first, *(indent(line, hang) for line in rest)]

    def wrap_cited(self, text: str, number: int, style: str = "") -> list[Text]:
        """Wrap a text, with the number of its article after the last word."""
        mark = f"  [{number}]"
        lines = self._break(Text(text, style), self.width)
        if lines[-1].cell_len + len(mark) > self.width:
            # The last word moves down with the number, which must not be alone on a line.
            lines[-1:] = self._break(lines[-1], self.width - len(mark))
        lines[-1].append(mark, f"not bold {NUMBER}")
        return lines

    def pack(self, parts: Iterable[str]) -> list[str]:
        """Put parts on as few lines as possible; only a part that is too long is wrapped."""
        lines: list[str] = []
        for part in parts:
            joined = f"{lines[-1]}{self.glyphs.between}{part}" if lines else part
            if lines and cell_len(joined) <= self.width:
                lines[-1] = joined
            else:
                lines += [line.plain for line in self._break(Text(part), self.width)]
        return lines

    def shorten(self, text: str, width: int) -> str:
        """Cut a text to `width` cells and mark the cut."""
        if cell_len(text) <= width:
            return text
        return set_cell_size(text, width - len(self.glyphs.cut)).rstrip() + self.glyphs.cut

    def _break(self, text: Text, width: int) -> list[Text]:
        if is_spaceless(text.plain):
            lines = _break_anywhere(text, width)
        else:
            lines = list(text.wrap(self.console, width)) or [Text()]
        for line in lines:
            line.rstrip()
        return lines


def _break_anywhere(text: Text, width: int) -> list[Text]:
    """Break a text with a script without spaces, between any two of its letters and at spaces."""
    plain = text.plain
    cuts: list[int] = []
    start = last = cells = 0  # of the line: where it starts, the last place to break it, its width
    for at, sign in enumerate(plain):
        cells += cell_len(sign)
        if at > start and _may_break(plain[at - 1], sign):
            last = at
        if cells > width and at > start and not sign.isspace():
            start = last if last > start else at
            cuts.append(start)
            cells = cell_len(plain[start : at + 1])
    return list(text.divide(cuts))


def _may_break(before: str, after: str) -> bool:
    if before.isspace():
        return not after.isspace()
    if after in _NOT_FIRST or before in _NOT_LAST or unicodedata.category(after)[0] == "M":
        return False
    return is_spaceless(before + after) or is_wide(before)


def indent(line: Text, by: int) -> Text:
    """Put spaces before a line that is not empty."""
    if not line:
        return line
    return Text(" " * by).append_text(line)
