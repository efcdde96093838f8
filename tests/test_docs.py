"""The documentation is correct: links lead somewhere, commands parse, examples run."""

import doctest
import json
import re
import shlex
from contextlib import nullcontext
from pathlib import Path

import pytest

from summarize import Article, __version__, summarize
from summarize.command.arguments import parse

ROOT = Path(__file__).parents[1]
PAGES = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for path in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
}
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
INLINE = re.compile(r"`(summarize [^`]+)`")
END = {"|", ">", "&", "&&", ";", "<"}


def prose(text):
    return FENCE.sub("", text)


def anchors(text):
    """Return the anchors of a page's headings as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links():
    for page, text in PAGES.items():
        for target in LINK.findall(prose(text)):
            if not re.match(r"\w+:", target):
                yield page, target


@pytest.mark.parametrize(("page", "target"), sorted(set(links())))
def test_every_link_leads_somewhere(page, target):
    path, _, anchor = target.partition("#")
    found = (ROOT / page).parent / path if path else ROOT / page
    assert found.exists()
    if anchor:
        assert anchor in anchors(found.read_text("utf-8"))


def test_anchors_are_those_of_github():
    text = "# The span rule\n```sh\n# not this\n```\n## Who says it, who `copies`?\n"
    assert anchors(text) == {"the-span-rule", "who-says-it-who-copies"}


def commands():
    """Yield the arguments of each `summarize` command in a block of shell or in the prose."""
    for page, text in PAGES.items():
        blocks = [code for language, code in FENCE.findall(text) if language == "sh"]
        lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
        for line in [*lines, *(" ".join(code.split()) for code in INLINE.findall(prose(text)))]:
            words = split(line)
            starts = [at for at, word in enumerate(words) if is_summarize(words, at)]
            for start in starts:
                after = words[start + 1 :]
                ends = [at for at, word in enumerate(after) if word in END]
                yield page, tuple(after[: min(ends, default=None)])


def split(line):
    """Split a line of shell into words and signs, without its comment."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    return list(lexer)


def is_summarize(words, at):
    """Return whether a command begins its arguments after the word at `at`."""
    is_first = at == 0 or words[at - 1] in END
    is_module = at > 1 and words[at - 1] == "-m" and "python" in words[at - 2]
    path = words[at].split("/")
    return path[-1] == "summarize" and (is_first or is_module)


@pytest.mark.parametrize(("page", "arguments"), sorted(set(commands())))
def test_every_command_is_understood(page, arguments):
    assert parse(arguments), page


def test_the_commands_of_all_pages_are_found():
    found = set(commands())
    assert ("README.md", ("seeds/", "-f", "html", "-o", "page.html")) in found
    assert ("docs/guide/cli.md", ("-", "--input", "jsonl", "-f", "jsonl")) in found
    assert {page for page, _ in found} >= {"docs/guide/page.md", "docs/guide/scale.md"}


@pytest.mark.parametrize("name", ["python", "data", "notebook"])
def test_the_examples_of_the_library_run(name):
    if name != "python":
        pytest.importorskip("pandas" if name == "data" else "matplotlib")
    page = str(ROOT / "docs" / "guide" / f"{name}.md")
    failed, tried = doctest.testfile(page, module_relative=False, optionflags=doctest.ELLIPSIS)
    assert (failed, tried > 0) == (0, True)


def test_the_example_of_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    run(example("README.md", "from summarize import load, summarize"))
    assert "5 articles, 5 independent" in capsys.readouterr().out


@pytest.mark.parametrize("package", ["polars", "datasets"])
def test_tables_of_other_packages_come_and_go(package, capsys):
    pytest.importorskip(package)
    beginning = {"polars": "import polars", "datasets": "from datasets import"}[package]
    run(example("docs/guide/data.md", beginning))
    assert "Ruhnau rejected the dam." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("moved", "outcome"), [(0, nullcontext()), (-1, pytest.raises(AssertionError))]
)
def test_the_check_by_hand_finds_a_wrong_span(tmp_path, monkeypatch, moved, outcome):
    monkeypatch.chdir(tmp_path)
    text = "The council approved the new bridge over the river on Monday."
    Path("a.txt").write_text(text)
    summary = summarize([Article(text, path="a.txt")]).to_dict()
    summary["sentences"][0]["end"] += moved
    Path("summary.json").write_text(json.dumps(summary))
    with outcome:
        run(example("docs/guide/json.md", "import json"))


def example(page, beginning):
    """Return the one block of Python on a page that contains these words."""
    blocks = [code for language, code in FENCE.findall(PAGES[page]) if language == "python"]
    [found] = [code for code in blocks if beginning in code]
    return found


def run(code):
    exec(compile(code, "example", "exec"), {})  # noqa: S102 - it is our own


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_has_the_parts_of_the_template(path):
    text = path.read_text("utf-8")
    number = int(path.stem[:4])
    assert text.startswith(f"# {number}. ")
    status = re.search(
        r"^Status: (?:accepted|superseded by \[(\d+)\]\(\S+\))\.", text, re.MULTILINE
    )
    parts = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert status
    assert [part for part in parts if part in {"Context", "Decision", "Consequences"}] == [
        "Context",
        "Decision",
        "Consequences",
    ]
    row = next(line for line in PAGES["docs/decisions/README.md"].splitlines() if path.name in line)
    assert row.startswith(f"| {number} | ")
    assert row.endswith(f"| superseded by {status[1]} |" if status[1] else "| accepted |")


def test_every_decision_has_a_number_of_its_own():
    numbers = [int(path.stem[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_citation_and_the_changelog_name_this_version():
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    unreleased, *releases = re.findall(r"^## \[(.+)\]", PAGES["CHANGELOG.md"], re.MULTILINE)
    assert unreleased == "Unreleased"
    assert releases[:1] in ([], [__version__])
