"""Read web pages and what people say is in them, from git mirrors of two public repositories.

A mirror is a folder with a git repository at ``OWNER+NAME/repo``, bare or not. Nothing of it is
copied: files are read from its latest commit.
"""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import tarfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = "scrapinghub+article-extraction-benchmark"
_GOLD = "adbar+trafilatura"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what people found in it; empty where they did not look.

    `parts` are stretches of its main text, and `others` of what is not part of that.
    """

    data: bytes
    name: str = ""
    url: str | None = None
    text: str = ""
    title: str = ""
    date: str = ""
    parts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def texts(mirror: Path) -> list[Page]:
    """Return the pages of article-extraction-benchmark, whose main texts are known."""
    files = _files(mirror, _TEXTS, "ground-truth.json", "html")
    gold: dict[str, dict[str, Any]] = json.loads(files["ground-truth.json"])
    return [
        Page(
            gzip.decompress(files[f"html/{name}.html.gz"]),
            name=name,
            url=found["url"],
            text=found["articleBody"],
        )
        for name, found in sorted(gold.items())
    ]


def gold(mirror: Path) -> list[Page]:
    """Return the pages that trafilatura is tested on, with titles, dates and stretches of text."""
    files = _files(mirror, _GOLD, "tests/evaldata.json", "tests/cache", "tests/eval")
    pages = []
    for _, found in sorted(json.loads(files["tests/evaldata.json"]).items()):
        names = (f"tests/{folder}/{found['file']}" for folder in ("cache", "eval"))
        data = next((files[name] for name in names if name in files), None)
        if data is not None:
            title, date = found.get("title") or "", found.get("date") or ""
            parts, others = tuple(found["with"]), tuple(found["without"])
            pages.append(Page(data, title=title, date=date, parts=parts, others=others))
    return pages


def _files(mirror: Path, name: str, *paths: str) -> dict[str, bytes]:
    """Return files of the latest commit of a mirror, by their paths."""
    folder = mirror / name / "repo"
    folder = folder / ".git" if (folder / ".git").is_dir() else folder
    if not (folder / "HEAD").is_file():
        raise BenchmarkError(
            f"{mirror} has no {name}/repo; mirror github.com/{name.replace('+', '/')}"
        )
    command = ["git", f"--git-dir={folder}", "archive", "--format=tar", "HEAD", *paths]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        reason = " ".join(done.stderr.decode("utf-8", "replace").split())[:200]
        raise BenchmarkError(f"{folder} cannot be read: {reason}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = ((member.name, archive.extractfile(member)) for member in archive)
        return {path: file.read() for path, file in members if file is not None}
