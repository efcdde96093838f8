"""Read a ZIP archive: each file in it that one of the readers of articles reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from summarize.errors import InputError
from summarize.inputs.given import MAX_BYTES, TOO_BIG, Input, display
from summarize.inputs.readers import choose, read_as, reader_of
from summarize.inputs.readers.unzip import unpack, unzip
from summarize.inputs.records import Skipped
from summarize.model import Article

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from summarize.inputs.options import LoadOptions
    from summarize.inputs.readers import Reader
    from summarize.inputs.records import Found

# Readers of articles. No archive in an archive is opened, and nothing is fetched for one.
_READERS = frozenset(["docx", "epub", "mail", "mbox", "mhtml", "nexis", "page", "pdf", "text"])
_OFFICE = {
    "word/document.xml": "is a Word document of a kind that is not read; save it as .docx",
    "xl/workbook.xml": "is a workbook; save the sheet with the articles as CSV",
    "ppt/presentation.xml": "is a presentation; save its text as plain text",
    "content.xml": "is an OpenDocument file; save it as .docx, or a sheet as CSV",
}
_SAVE = "cannot be read; unpack it, and give what is an article"


def read(given: Input, options: LoadOptions) -> Iterator[Found]:
    """Yield the articles of the files in an archive, and records of those that cannot be used.

    Hidden files are left out, and those that no reader reads are counted. An article's path is
    that of the archive, and its id also names the file.

    Raises
    ------
    InputError
        If it is larger than 50 MB, broken, or unpacks to more than `unzip` allows.
    OSError
        If it cannot be opened or read.
    """
    with unzip(given.read()) as archive:
        names = archive.namelist()
        for name, advice in _OFFICE.items():
            if name in names:
                raise InputError(advice)
        files = [name for name in dict.fromkeys(names) if not _is_hidden(name)]
        readable = [name for name in files if _is_readable(name)]
        if not readable:
            raise InputError("contains no file that can be read; unpack it, and give the articles")
        for name in readable:
            yield from _read_file(archive, name, given, options)
        kinds = Counter(PurePosixPath(name).suffix.lower() or "without suffix" for name in files)
        kinds.subtract(PurePosixPath(name).suffix.lower() for name in readable)
        if n_lost := len(files) - len(readable):
            shown = ", ".join(f"{n:,} {kind[:20]}" for kind, n in kinds.most_common(5) if n > 0)
            yield Skipped(f"{n_lost:,} of the files in {display(given.path)}", f"{_SAVE} ({shown})")


def _is_hidden(name: str) -> bool:
    """Return whether a name is that of a folder, a hidden file or what a system adds."""
    parts = PurePosixPath(name).parts
    is_hidden = any(part.startswith(".") and part != ".." for part in parts)
    return is_hidden or name.endswith("/") or "__MACOSX" in parts


def _is_readable(name: str) -> bool:
    reader = reader_of(name)
    return reader is not None and reader.name in _READERS


def _file(archive: zipfile.ZipFile, name: str) -> Input:
    if archive.getinfo(name).file_size > MAX_BYTES:
        raise InputError(TOO_BIG)
    return Input(name, unpack(archive, name))


def _reader(file: Input) -> Reader:
    """Return the reader of a file by its content, which may be another than its suffix says."""
    reader = choose(file)
    if reader.name not in _READERS:
        raise InputError(f"{reader.what}, in an archive; unpack it, and give the file")
    return reader


def _read_file(
    archive: zipfile.ZipFile, name: str, given: Input, options: LoadOptions
) -> Iterator[Article | Skipped]:
    """Yield what is in one file of an archive."""
    where = f"{display(given.path)}:{name}"
    try:
        file = _file(archive, name)
        for found in read_as(_reader(file), file, options):
            if isinstance(found, Article):
                number = (found.id or "").removeprefix(file.name)
                names = f"{given.name}:{name}{number}"
                path = given.article("", {}).path
                yield replace(found, id=names, path=path)
            elif isinstance(found, Skipped):
                yield replace(found, where=f"{display(given.path)}:{found.where}")
    except InputError as error:
        yield Skipped(where, str(error))
