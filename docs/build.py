"""Builds the site: ``python docs/build.py FOLDER`` writes it into FOLDER.

The Markdown of the repository is copied in the layout that it has, with the files that it links
to, so links work on the site as they do on the repository's host. Two kinds of page are made here:
the reference, from the docstrings, and the examples, by the command itself. What the navigation
has, and in which order, is read from docs/README.md.
"""

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import summarize
from summarize.command.cli import main as command

ROOT = Path(__file__).resolve().parent.parent
MARK = ".summarize-site"  # a file that no other folder has: what has it may be replaced
COLOR = re.compile(r"\x1b\[[\d;]*m")
LINK = re.compile(r"\]\(([^)\s#]+)")
# "**Section**", "**[Page](path)**" and "- [Page](path)" in docs/README.md.
ENTRY = re.compile(r"^(?:\*\*(\w[^*]*)\*\*|(- |\*\*)\[([^]]+)\]\(([^)#]+\.md)\))", re.MULTILINE)
NOT_SEARCHED = "---\nsearch:\n  exclude: true\n---\n"  # decisions would come before the guide
EXAMPLES = {
    "evidence": ("The evidence page", "seeds/"),
    "day": ("A front page", "seeds/ docs/day/ --group"),
}
SECTIONS = {
    "functions": ("Functions", "What the package does, and the object that keeps its options."),
    "articles": ("Articles", "What goes in, and what articles are read as."),
    "results": ("Results", "What comes out. All of these are immutable."),
    "errors": ("Errors", "What is raised, and what is warned of."),
}


def main(arguments: list[str]) -> None:
    """Build the site in the folder that the only argument names."""
    if len(arguments) != 1:
        sys.exit("give one argument, the folder for the site: python docs/build.py site")
    build(Path(arguments[0]))


def build(target: Path) -> None:
    """Build the site, in place of an earlier one.

    Raises
    ------
    SystemExit
        If a link leads nowhere, a docstring cannot be read, the folder has something else or
        cannot be written, or the extra `site` is not installed.
    """
    if find_spec("zensical") is None:
        sys.exit("zensical is not installed; pip install -e '.[site]'")
    claim(target)
    with TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder / "pages")
        render(folder, settings())
        (folder / "site" / MARK).touch()
        with written(target):
            shutil.rmtree(target)
            shutil.copytree(folder / "site", target)


def claim(target: Path) -> None:
    """Make the folder, and mark it as a site, unless it has something else."""
    with written(target):
        if target.is_symlink():
            sys.exit(f"{target} is a link; give the folder itself")
        target.mkdir(parents=True, exist_ok=True)
        if any(target.iterdir()) and not (target / MARK).is_file():
            sys.exit(f"{target} is not empty, and is not a site; give a folder that does not exist")
        (target / MARK).touch()


@contextmanager
def written(target: Path) -> Iterator[None]:
    """Exit with one line if a folder cannot be written."""
    try:
        yield
    except OSError as error:
        sys.exit(f"{target} cannot be written: {error.strerror or error}; give another folder")


def render(folder: Path, config: dict[str, object]) -> None:
    """Render the Markdown in `folder`/pages into `folder`/site; raise as `build` does."""
    config = {**config, "docs_dir": "pages", "site_dir": "site"}
    (folder / "mkdocs.yml").write_text(json.dumps(config), "utf-8")  # JSON is YAML
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode or "griffe:" in done.stdout:  # griffe reads docstrings, and only warns
        sys.exit(COLOR.sub("", done.stdout))


def settings() -> dict[str, object]:
    """Return the settings of docs/site.toml, with the navigation."""
    settings = tomllib.loads((ROOT / "docs" / "site.toml").read_text("utf-8"))["project"]
    return {**settings, "nav": navigation()}


def copy(pages: Path) -> None:
    """Copy all Markdown and what it links to, and add the pages that are made here."""
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        text = page.read_text("utf-8")
        linked = {(page.parent / target).resolve() for target in LINK.findall(text)}
        for file in [page, *linked, ROOT / "docs" / "site.css"]:
            if file.is_file() and file.is_relative_to(ROOT):
                place = pages / file.relative_to(ROOT)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place)
    for page in (pages / "docs" / "decisions").glob("0*.md"):
        page.write_text(NOT_SEARCHED + page.read_text("utf-8"), "utf-8")
    add_examples(pages / "docs")
    add_reference(pages / "docs" / "reference")


def add_examples(folder: Path) -> None:
    """Run the command for each example, and add the page that shows them."""
    (folder / "live").mkdir()
    page = "# Examples\n\nThe program wrote these pages when this site was built.\n"
    for name, (title, arguments) in EXAMPLES.items():
        file = f"live/{name}.html"
        with chdir(ROOT):
            command([*arguments.split(), "-f", "html", "-o", str(folder / file)])
        page += f"\n## {title}\n\n```sh\nsummarize {arguments} -f html -o {name}.html\n```\n\n"
        page += f"[Open it by itself]({file})\n\n"
        page += f'<iframe src="{file}" title="{title}" sandbox="allow-scripts"></iframe>\n'
    (folder / "examples.md").write_text(page, "utf-8")


def add_reference(folder: Path) -> None:
    """Add the pages of the reference: one section each, with the public names in it."""
    folder.mkdir()
    for section, (title, about) in SECTIONS.items():
        names = [name for name in summarize.__all__ if section_of(name) == section]
        shown = [*(f"summarize.{name}" for name in names), *hidden_bases(names)]
        blocks = "".join(f"\n::: {name}\n" for name in shown)
        (folder / f"{section}.md").write_text(f"# {title}\n\n{about}\n{blocks}", "utf-8")


def hidden_bases(names: list[str]) -> list[str]:
    """Return the classes of the package that public ones inherit from, and that are not public."""
    classes = [thing for name in names if inspect.isclass(thing := getattr(summarize, name))]
    return [
        f"{base.__module__}.{base.__qualname__}"
        for base in {base: None for thing in classes for base in thing.__bases__}
        if base.__module__.startswith("summarize.") and base.__name__ not in summarize.__all__
    ]


def section_of(name: str) -> str:
    """Return the section of the reference that a public name is in."""
    thing = getattr(summarize, name)
    if inspect.isfunction(thing) or thing is summarize.Summarizer:
        return "functions"
    if inspect.isclass(thing) and issubclass(thing, Exception):
        return "errors"
    return "articles" if thing.__module__ == "summarize.model" else "results"


def navigation() -> list[dict[str, object]]:
    """Read the sections and pages of docs/README.md, and add the pages that it cannot link to."""
    found: dict[str, Any] = {}
    entries: list[dict[str, str]] = []
    for section, mark, title, target in ENTRY.findall(
        (ROOT / "docs" / "README.md").read_text("utf-8")
    ):
        page = os.path.normpath(f"docs/{target}")
        if section:
            found[section] = entries = []
        elif mark == "- ":
            entries.append({title: page})
        else:
            found[title] = page
    found["Start"] += [{"Examples": "docs/examples.md"}]
    found["Reference"] += [
        {title: f"docs/reference/{section}.md"} for section, (title, _) in SECTIONS.items()
    ]
    decisions = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    found["Decisions"] = ["docs/decisions/README.md"] + [
        {path.read_text("utf-8").partition("\n")[0].removeprefix("# "): str(path.relative_to(ROOT))}
        for path in decisions
    ]
    return [{title: pages} for title, pages in found.items()]


if __name__ == "__main__":
    main(sys.argv[1:])
