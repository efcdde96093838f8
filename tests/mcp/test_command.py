import os
import subprocess
import sys

import pytest
from agents import COMMAND, ROOT

from summarize import InputError, OptionError
from summarize.mcp.folders import Folders
from summarize.mcp.held import Held, uri
from summarize.model import Article

# What the command does where an extra is not installed: no module of these names is found.
WITHOUT = """
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("mcp", "mcp_types", "pydantic"):
            raise ModuleNotFoundError(name)
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name: None if name in ("mcp", "mcp_types") else found(name)
sys.meta_path.insert(0, Finder())
from summarize.mcp.__main__ import main
sys.exit(main([]))
"""


def run(*arguments, stdin=""):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        arguments, env=environment, input=stdin, capture_output=True, text=True, check=False
    )


def test_without_the_extra_one_line_says_what_to_install():
    done = run(sys.executable, "-c", WITHOUT)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "summarize-mcp: needs the extra mcp: pip install 'summarize[mcp]'\n"


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom summarize.mcp.__main__ import build_parser\n"
        "try: build_parser().parse_args(['--help'])\nexcept SystemExit: pass\n"
        "print({'mcp', 'numpy', 'pydantic'} & set(sys.modules), file=sys.stderr)"
    )
    done = run(sys.executable, "-c", code)
    assert "--allow-urls" in done.stdout
    assert done.stderr == "set()\n"


@pytest.mark.parametrize("wrong", ["nothing", "a.txt", "", "/"])
def test_what_is_no_folder_is_refused_at_the_start(tmp_path, monkeypatch, wrong):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").touch()
    with pytest.raises(OptionError, match="name"):
        Folders([wrong])


@pytest.mark.parametrize("name", [b"caf\xe9", b"a\x07b"])
def test_a_folder_that_agents_cannot_name_is_refused_at_the_start(tmp_path, name):
    folder = tmp_path / os.fsdecode(name)
    folder.mkdir()
    with pytest.raises(OptionError, match="has a name that agents cannot write; rename it"):
        Folders([str(folder)])
    (tmp_path / "news").symlink_to(folder)
    assert Folders([str(tmp_path / "news")]).names == ("news",)


@pytest.mark.parametrize("wrong", ["no", "--foo"])
def test_a_wrong_call_of_the_command_is_one_line(wrong):
    done = run(*COMMAND, wrong)
    assert done.returncode == 2
    assert done.stderr.startswith("summarize-mcp: ")
    assert done.stderr.count("\n") == 1


def test_two_folders_with_one_name_are_told_apart(tmp_path):
    for parent in ("a", "b"):
        (tmp_path / parent / "news").mkdir(parents=True)
        (tmp_path / parent / "news" / f"{parent}.txt").touch()
    folders = Folders([str(tmp_path / "a" / "news"), str(tmp_path / "b" / "news")])
    assert folders.names == ("news", "news-2")
    [found] = folders.files("news-2")
    assert folders.shown(found) == "news-2/b.txt"


def test_a_link_to_a_folder_keeps_its_name(tmp_path):
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "a.txt").touch()
    (tmp_path / "news").symlink_to(tmp_path / "2025")
    folders = Folders([str(tmp_path / "news"), str(tmp_path / "news")])
    assert folders.names == ("news",)
    assert [folders.shown(path) for path in folders.files("news")] == ["news/a.txt"]


@pytest.mark.parametrize("middle", ["old", "old-", "old.", "old:"])
def test_the_path_of_a_folder_within_a_path_is_kept(tmp_path, middle):
    within = f"{middle}{tmp_path / 'data' / 'a.txt'}"
    (tmp_path / "data" / within).parent.mkdir(parents=True)
    (tmp_path / "data" / within).touch()
    folders = Folders([str(tmp_path / "data")])
    assert [folders.shown(path) for path in folders.files("data")] == [f"data/{within}"]
    real = str(tmp_path / "data")
    assert (
        folders.shown(f"1 of the files in {real}: ({real}/a)") == "1 of the files in data: (data/a)"
    )


def test_without_a_folder_no_path_is_read(tmp_path):
    with pytest.raises(InputError, match="no folder was named at start"):
        list(Folders([]).files(str(tmp_path)))


def test_what_was_used_longest_ago_leaves_first():
    held = Held(most=25)
    one, two, three = (Article(letter * 10) for letter in "abc")
    held.add([one, two])
    held.get(uri(one))
    held.add([three])
    assert held.latest(9) == [three, one]
    with pytest.raises(InputError, match="not held"):
        held.get(uri(two))


def test_one_article_is_held_however_long_it_is():
    held = Held(most=5)
    long = Article("a" * 10)
    held.add([Article("b"), long, long])
    assert held.latest(9) == [long]
