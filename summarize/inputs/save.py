"""Save articles as they were read: Markdown with front matter, which is read again as the same.

A text whose own header says all that is known is saved as it is. Otherwise what is known of the
article is written above it, each value on one line and in quotation marks, so that no title can end
the front matter or add to it.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import OptionError, SummarizeError
from summarize.inputs.header import read_header
from summarize.inputs.records import Event
from summarize.model import squeeze
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarize.inputs.records import Skipped
    from summarize.model import Article

_LONGEST_NAME = 50  # characters of a title in the name of a file
# Each key, and the field of an article that it holds; `read_header` reads all but the last.
_KEYS = {
    "title": "title",
    "author": "author",
    "publisher": "source",
    "date": "published",
    "url": "url",
    "extractor": "extractor",
    "language": "language",
}


def saved(inputs: Iterable[Event | Skipped], folder: str) -> Iterator[Event | Skipped]:
    """Yield inputs unchanged, after the articles of each event are saved.

    One event is saved in the folder itself, each of several in a folder of its own within.

    Raises
    ------
    SummarizeError
        If a file cannot be written, or exists with another content.
    """
    n_events = 0
    for item in inputs:
        if isinstance(item, Event):
            n_events += 1
            name = f"{n_events:03}-{_slug(item.cluster.id)}" if item.where else ""
            save(item.cluster.articles, Path(folder) / name)
        yield item


def check_folder(folder: str, paths: Iterable[str]) -> None:
    """Check that texts are not saved where they are read from, for the next run would read both.

    Raises
    ------
    OptionError
        If the folder is one of the paths, or within one.
    """
    target = Path(folder).resolve()
    for path in paths:
        own = Path(path).resolve()
        if own.is_dir() and (own == target or own in target.parents):
            raise OptionError(f"--save-text {folder} is read as well; choose another folder")


def save(articles: Iterable[Article], folder: Path) -> None:
    """Save articles in a folder, numbered by date and content, in whatever order they are given.

    Raises
    ------
    SummarizeError
        If a file cannot be written, or exists with another content.
    """
    ordered = sorted(articles, key=lambda each: (each.published or "", each.sha256, each.id or ""))
    digits = len(str(len(ordered)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, article in enumerate(ordered, start=1):
            path = folder / f"{number:0{digits}}-{_slug(article.title or article.id)}.md"
            content = as_markdown(article).encode("utf-8", "replace")
            if not path.exists():
                path.write_bytes(content)
            elif path.read_bytes() != content:
                raise SummarizeError(
                    f"cannot save {path}: it exists and is another text; choose another folder"
                )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SummarizeError(
            f"cannot save texts in {folder}: {reason}; choose another folder"
        ) from None


def as_markdown(article: Article) -> str:
    r"""Write an article as Markdown with front matter.

    >>> from summarize.model import Article
    >>> as_markdown(Article("The ferry ran aground.", title='The "Hilda"'))
    '---\ntitle: \'The "Hilda"\'\n---\n\nThe ferry ran aground.\n'
    """
    header = read_header(article.text)
    if header and all(header.get(each) == getattr(article, each) for each in _KEYS.values()):
        return article.text
    known = ((key, getattr(article, field)) for key, field in _KEYS.items())
    lines = [f"{key}: {_quoted(value)}" for key, value in known if value]
    front = "\n".join(["---", *lines, "---", "", ""]) if lines else ""
    return front + article.text.rstrip("\n") + "\n"


def _quoted(value: str) -> str:
    """Quote a value; without escapes where that is possible, so that a title is in the text."""
    plain = squeeze(clean_text(value))
    if '"' in plain or "\\" in plain:
        return "'" + plain.replace("'", "''") + "'"
    return f'"{plain}"'


def _slug(name: str | None) -> str:
    """Make the name of a file of a title: letters, digits and hyphens.

    >>> _slug("Ferry aground: “all safe” / Lunde"), _slug("../../etc"), _slug(None)
    ('ferry-aground-all-safe-lunde', 'etc', 'article')
    """
    plain = unicodedata.normalize("NFC", name or "").lower()
    words = re.sub(r"[\W_]+", "-", plain).strip("-")
    return words[:_LONGEST_NAME].rstrip("-") or "article"
