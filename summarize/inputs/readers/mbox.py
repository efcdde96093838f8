"""Read a mailbox: each message is an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import MAX_BYTES, display
from summarize.inputs.readers.mail import read_message
from summarize.inputs.records import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from summarize.inputs.given import Input
    from summarize.inputs.options import LoadOptions
    from summarize.model import Article

MOST_MESSAGES = 10_000


def read(given: Input, options: LoadOptions) -> Iterator[Article | Skipped]:
    """Yield the articles of the messages of a mailbox of any size, one message at a time.

    Raises
    ------
    InputError
        If there is no message in it.
    OSError
        If it cannot be opened or read.
    """
    number = 0
    with given.open() as handle:
        for number, data in enumerate(_messages(handle), start=1):
            where = f"{display(given.path)}:{number}"
            if number > MOST_MESSAGES:
                reason = (
                    f"and what follows are left out: at most {MOST_MESSAGES:,} messages are read"
                )
                yield Skipped(where, f"{reason}; split the mailbox")
                return
            try:
                yield from read_message(data, given, number, options)
            except InputError as error:
                yield Skipped(where, str(error))
    if not number:
        raise InputError('is a mailbox without a message; each begins with a line "From "')


def _messages(handle: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of each message; no more than the first 50 MB of one."""
    lines: list[bytes] = []
    size = 0
    is_inside = False
    is_after_blank = True
    while line := handle.readline(1 << 20):
        if is_after_blank and line.startswith(b"From "):
            if is_inside:
                yield b"".join(lines)
            lines, size, is_inside = [], 0, True
        elif is_inside:
            size += len(line)
            if size <= MAX_BYTES:
                lines.append(line[1:] if line.startswith(b">From ") else line)
        is_after_blank = not line.strip()
    if is_inside:
        yield b"".join(lines)
