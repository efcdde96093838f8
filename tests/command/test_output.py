"""Where a summary is written, and in which format."""

import os
import stat
from pathlib import Path

import pytest
from commands import NORTH, Result, command, event, names

pytestmark = pytest.mark.usefixtures("folder")


def test_one_page_goes_where_it_is_asked_to(run):
    assert run("news", "-o", "page.html").code == 0
    page = Path("page.html").read_text("utf-8")
    assert page == run("news", "-f", "html").out
    assert page.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("flags", "beginning"),
    [
        (("-f", "text"), "Ferry Runs Aground Off Lunde ["),
        (("--format", "markdown"), "# Ferry Runs Aground Off Lunde ["),
        (("-f", "json"), '{\n  "schema": "summarize/1",'),
        (("-f", "jsonl"), '{"schema": "summarize/1",'),
        (("-f", "terminal"), " Ferry Runs Aground Off Lunde  [1]\n 3 articles"),
        (("--color", "always"), " \x1b["),
        (("--color", "never"), "Ferry Runs Aground"),
    ],
)
def test_every_format_can_be_chosen(run, flags, beginning):
    result = run("news", *flags)
    assert result.code == 0
    assert result.out.lstrip("\n").startswith(beginning)
    assert result.out.endswith("\n")


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("out.md", "markdown"),
        ("OUT.MD", "markdown"),
        ("out.json", "json"),
        ("out.jsonl", "jsonl"),
        ("out.txt", "text"),
        ("out", "text"),
    ],
)
@pytest.mark.parametrize("flag", ["-o", "--output"])
def test_the_suffix_of_the_output_chooses_the_format(run, flag, name, format_name):
    assert run("news", flag, name) == Result(0, "", "")
    assert Path(name).read_bytes().decode() == run("news", "-f", format_name).out


def test_the_chosen_format_takes_precedence_over_the_suffix(run):
    run("news", "-o", "out.json", "-f", "markdown")
    assert Path("out.json").read_text(encoding="utf-8").startswith("# Ferry")


def test_an_output_has_the_permissions_of_a_new_file_and_follows_a_link(run):
    Path("folder").mkdir()
    Path("link.md").symlink_to("folder/out.md")
    old = os.umask(0o027)
    try:
        assert run("news", "-o", "link.md").code == 0
    finally:
        os.umask(old)
    assert Path("link.md").is_symlink()
    assert stat.S_IMODE(Path("folder/out.md").stat().st_mode) == 0o640
    assert names("folder") == ["out.md"]


def test_an_output_that_is_replaced_keeps_its_permissions(run):
    Path("out.md").touch()
    Path("out.md").chmod(0o600)
    assert run("news", "-o", "out.md").code == 0
    assert stat.S_IMODE(Path("out.md").stat().st_mode) == 0o600


def test_an_output_that_may_not_be_written_is_not_replaced(run, monkeypatch):
    Path("out.md").write_text("older")
    monkeypatch.setattr("os.access", lambda *_: False)
    result = run("news", "-o", "out.md")
    assert (result.code, result.out) == (2, "")
    assert result.notes == ["cannot write out.md: permission denied; choose another location"]
    assert (Path("out.md").read_text(), names()) == ("older", ["news", "out.md"])


def test_standard_input_is_never_overwritten():
    with Path("news/north.txt").open("rb") as file:
        process = command("-", "-o", "news/north.txt", stdin=file)
    assert process.returncode == 2
    assert b"news/north.txt is an input; " in process.stderr
    assert Path("news/north.txt").read_text() == NORTH


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, as Linux has it")
def test_a_folder_that_takes_no_files_is_not_said_to_be_missing(run):
    (note,) = run("news", "-o", "/proc/summary.md").notes
    assert "folder does not exist" not in note


def test_an_output_in_an_input_folder_may_be_created_but_not_read_and_overwritten(run):
    assert run("news", "-o", "news/out.md").code == 0
    before = Path("news/out.md").read_text(encoding="utf-8")
    assert run("news", "-o", "news/out.md").code == 2
    assert Path("news/out.md").read_text(encoding="utf-8") == before
    assert run("news/east.txt", "-o", "news/out.md").code == 0


@pytest.mark.parametrize(
    "argv",
    [
        ["--each", "1.html", "2.html", "-o", "."],
        ["--each", "news", "index.html", "-o", "."],
        ["--each", "news/north.txt", "news/south.txt", "-o", "pages"],
        ["--each", "news", "2.html", "-o", "new/../."],
        ["--input", "jsonl", "10.html", "-o", "."],
        ["--each", "news", "news/south.txt", "--seen", "3.html", "-o", "."],
    ],
    ids=["pages", "index", "link in the folder", "other name", "batch", "seen"],
)
def test_the_pages_of_a_batch_are_never_put_over_an_input(run, argv):
    for folder in ("pages", "new"):
        Path(folder).mkdir()
    Path("pages/2.html").symlink_to("../news/south.txt")
    for name in ("1.html", "2.html", "index.html"):
        Path(name).write_text(NORTH)
    Path("10.html").write_text(event(NORTH))
    run("news", "-f", "json", "-o", "3.html")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    result = run("-f", "html", *argv)
    assert (result.code, result.out, len(result.notes)) == (2, "", 1)
    assert result.notes[0].endswith(" is an input; choose another folder for -o")
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_pages_replace_older_pages_and_may_be_beside_the_inputs(run):
    for _ in "12":
        inputs = ("news/north.txt", "news/south.txt")
        assert run("--each", *inputs, "-f", "html", "-o", "news").code == 0
    assert names("news") == ["1.html", "2.html", "east.txt", "index.html", "north.txt", "south.txt"]


def test_a_pipe_is_written_to_and_not_replaced(run):
    os.mkfifo("pipe.md")
    reader = os.open("pipe.md", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("news", "-o", "pipe.md").code == 0
        assert os.read(reader, 100_000).startswith(b"# Ferry Runs Aground")
    finally:
        os.close(reader)
    assert Path("pipe.md").is_fifo()


def test_a_failure_at_the_last_step_leaves_the_older_output_and_nothing_else(run, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    Path("out.md").write_text("older")
    monkeypatch.setattr("pathlib.Path.replace", fail)
    result = run("news", "-o", "out.md")
    assert result.code == 2
    assert result.notes == ["cannot write out.md: No space left on device; choose another location"]
    assert Path("out.md").read_text() == "older"
    assert names() == ["news", "out.md"]


def test_an_output_without_permission_is_reported_before_the_work(run, monkeypatch):
    def refuse(path, mode="r", *_args, **_options):
        assert "x" in mode, f"{path} was read"
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    result = run("news", "-o", "out.md")
    assert result.code == 2
    assert result.notes == ["cannot write out.md: permission denied; choose another location"]


@pytest.mark.parametrize("flags", [(), ("--each",), ("--each", "--resume")], ids=str)
@pytest.mark.parametrize("format_name", ["text", "jsonl", "html"])
@pytest.mark.parametrize(
    "path",
    ["", "news/", "/", "0" * 256, "a/" * 2100 + "x", "a\0b", "no/x"],
    ids=["empty", "slash", "root", "long name", "long path", "nul", "no folder"],
)
def test_a_path_that_names_no_file_is_one_line(run, path, format_name, flags):
    is_folder = format_name == "html" and flags
    if is_folder and path.endswith("/"):
        pytest.skip("pages may go into any folder")
    before = names()
    result = run("news/north.txt", "news/south.txt", *flags, "-f", format_name, "-o", path)
    assert (result.code, result.out, len(result.notes), names()) == (2, "", 1, before)
