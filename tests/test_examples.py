"""What the documentation shows runs: commands in ``console`` blocks, and all blocks of Python."""

import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from consoles import BLOCK, PAGES, ROOT, commands, played, run
from models import write_model

from summarize import Article, Cluster, Summarizer, summarize

TEXTS = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in PAGES}
PYTHON = re.compile(r"^```py(?:thon)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = {
    page: code
    for page, text in TEXTS.items()
    if (code := "\n".join(block for block in PYTHON.findall(text) if ">>> " not in block))
}
RUN_HERE = [
    "README.md",
    *(f"docs/guide/{name}.md" for name in ["digest", "json", "python", "scale"]),
]
ARTICLE = Article("The council approved the new bridge over the river on Monday.", path="a.txt")


@pytest.mark.parametrize("page", [page for page, text in TEXTS.items() if BLOCK.search(text)])
def test_commands_print_what_the_page_shows(page):
    assert played(TEXTS[page]) == TEXTS[page]


def test_the_tutorial_has_every_kind_of_step():
    shown = "".join(BLOCK.findall(TEXTS["docs/guide/tutorial.md"]))
    for step in ("-f html", "--verify", "--focus", "--seen", "--group"):
        assert any(step in line for line in commands(shown))


def test_a_command_that_prints_something_else_is_noticed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("$ echo one | cat") == "$ echo one | cat\none\n"
    assert "cannot read none.txt" in run("$ summarize none.txt")
    page = "```console\n$ echo one\ntwo\n```\n"
    assert played(page) == page.replace("two", "one")


@pytest.fixture
def known(tmp_path, monkeypatch):
    """Work in a folder that has the files which pages name; return the names that they use."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").symlink_to(ROOT / "seeds")
    Path("a.txt").write_text(ARTICLE.text)
    summary = summarize([ARTICLE])
    Path("summary.json").write_text(summary.to_json())
    model = tmp_path / "all-MiniLM-L6-v2"
    model.mkdir()
    write_model(model)

    @contextmanager
    def client(_):
        with ThreadPoolExecutor(1) as executor:
            yield SimpleNamespace(get_executor=lambda: executor)

    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=client))
    [sentence] = summary.to_dict()["sentences"]
    return {
        "Summarizer": Summarizer,
        "articles": [ARTICLE],
        "clusters": [Cluster((ARTICLE,))],
        "text": ARTICLE.text,
        "sentence": sentence,
        "start": 0,
        "end": 10,
    }


@pytest.mark.parametrize("page", RUN_HERE)
def test_the_blocks_of_python_on_a_page_run(known, page):
    exec(compile(CODE[page], page, "exec"), known)  # noqa: S102 - it is our own


def test_pages_with_python_that_do_not_run_here_have_tests_of_their_own():
    others = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    sources = "".join(path.read_text("utf-8") for path in others)
    assert [page for page in CODE if page not in RUN_HERE and Path(page).name not in sources] == []


@pytest.mark.parametrize("page", [page for page, text in TEXTS.items() if "```json\n" in text])
def test_every_block_of_json_is_json(page):
    for block in re.findall(r"^```json\n(.*?)^```$", TEXTS[page], re.MULTILINE | re.DOTALL):
        for value in [block] if block.startswith("{\n") else block.splitlines():
            assert isinstance(json.loads(value), dict)
