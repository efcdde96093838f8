"""Links on the command line: the summary, what fails, and the cache in later runs."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import EAST, NORTH, SOUTH, Result, command
from servers import redirect, serving, slowly

from summarize.command.cli import main
from summarize.errors import InputError, SkippedWarning
from summarize.inputs.load import load


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Return a function that runs the command in a folder of the test."""
    monkeypatch.chdir(tmp_path)

    def run(*argv):
        code = main(list(argv))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def site():
    """Serve three articles."""
    with serving({"/north": NORTH, "/south.txt": SOUTH, "/east": EAST}) as site:
        yield site


def test_pages_and_files_are_one_event(run, site):
    Path("east.txt").write_text(EAST)
    urls = [f"{site.url}/north#top", f"{site.url}/south.txt"]
    result = run(*urls, "east.txt", "--allow-private", "-f", "json")
    assert (result.code, result.err) == (0, "")
    documents = json.loads(result.out)["documents"]
    assert sorted((d["path"], d["url"], d["title"]) for d in documents) == [
        ("east.txt", None, None),
        (f"{site.url}/north", f"{site.url}/north", "Ferry Runs Aground Off Lunde"),
        (f"{site.url}/south.txt", f"{site.url}/south.txt", None),
    ]


def test_the_real_command_fetches_and_the_order_of_links_changes_nothing(site, tmp_path):
    urls = [f"{site.url}/north", f"{site.url}/south.txt", f"{site.url}/east"]
    first = command(*urls, "--allow-private", cwd=tmp_path)
    assert (first.returncode, first.stderr) == (0, b"")
    assert b"ferry Hilda" in first.stdout
    again = command(*reversed(urls), "--allow-private", "--refresh", cwd=tmp_path)
    assert again.stdout == first.stdout


def test_a_link_that_fails_is_a_path_that_fails(run, site):
    result = run(f"{site.url}/north", f"{site.url}/nothing", "--allow-private")
    assert result.code == 2
    assert result.out
    assert result.notes[0] == (
        f"cannot read {site.url}/nothing: was not found (HTTP 404); check the address"
    )


def test_a_private_address_needs_permission(run, site):
    result = run(f"{site.url}/north")
    assert (result.code, result.out, site.asked) == (2, "", [])
    assert "is at a private address (127.0.0.1); to fetch it, add --allow-private" in result.err


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("htp://x", "is not an address of the web; only http:// and https:// are fetched"),
        ("ftp://x/y", "is not an address of the web; only http:// and https:// are fetched"),
        ("file:///etc/passwd", "is not an address of the web; write the path of the file"),
        ("https://", "is not a complete address; write it in full, such as https://courier"),
        ("www.a.example/b", "does not exist; if it is the address of a page, write https://www.a"),
        ("a.example.org/b", "does not exist; if it is the address of a page, write https://a.ex"),
        ("folder/b.html", "does not exist; check the path"),
        ("notes.txt", "does not exist; check the path"),
        ("C:/a.txt", "does not exist; check the path"),
    ],
)
def test_a_path_that_looks_like_an_address_says_so(run, path, reason):
    result = run(path)
    assert result.code == 2
    assert result.notes[0].startswith(f"cannot read {path}: {reason}")


def test_a_file_may_look_like_an_address(run):
    Path("www.a.example").write_text(NORTH)
    assert run("www.a.example").code == 0


def saved(run, site, *more):
    urls = [f"{site.url}/north", f"{site.url}/south.txt"]
    result = run(*urls, *more, "--allow-private", "-f", "json")
    Path("summary.json").write_text(result.out)
    return urls


def test_a_summary_is_verified_from_the_cache_and_never_from_the_network(run, site, cache):
    saved(run, site)
    n_asked = len(site.asked)
    assert run("--verify", "summary.json").out.startswith("verified ")
    for file in cache.iterdir():
        file.unlink()
    result = run("--verify", "summary.json", "--allow-private", "--refresh")
    assert result.code == 4
    assert result.notes[0] == (
        f"cannot use {site.url}/north: is not in the cache of pages, and the links of a summary "
        "are not fetched; give it as a PATH"
    )
    assert len(site.asked) == n_asked


def test_a_summary_is_verified_against_links_that_are_given(run, site, cache):
    urls = saved(run, site)
    for file in cache.iterdir():
        file.unlink()
    assert run("--verify", "summary.json", "--allow-private", *urls).code == 0
    site.pages["/north"] = EAST
    assert run("--verify", "summary.json", "--allow-private", *urls).code == 0
    assert run("--verify", "summary.json", "--allow-private", "--refresh", *urls).code == 4


def test_a_run_is_resumed_from_the_cache(run, site):
    urls = [f"{site.url}/north", f"{site.url}/south.txt"]
    flags = ("--each", "--allow-private", "-f", "jsonl", "-o", "out.jsonl", "--resume")
    assert run(*urls, *flags).code == 0
    expected = Path("out.jsonl").read_bytes()
    lines = expected.splitlines(keepends=True)
    assert len(lines) == 2
    Path("out.jsonl").unlink()
    Path("out.jsonl.part").write_bytes(lines[0])
    n_asked = len(site.asked)
    assert run(*urls, *flags).code == 0
    assert Path("out.jsonl").read_bytes() == expected
    assert len(site.asked) == n_asked


def test_pages_are_loaded_in_python(site):
    site.pages["/old"] = redirect("/north")
    with pytest.warns(SkippedWarning, match="/nothing was not found"):
        (article,) = load(f"{site.url}/old", f"{site.url}/nothing", allow_private=True)
    assert (article.path, article.url) == (f"{site.url}/old", f"{site.url}/north")
    assert article.id == f"{site.url}/old"
    with pytest.raises(InputError, match="private address"):
        load(f"{site.url}/east")


EXTRAS = ("feedparser", "idna", "trafilatura", "urllib3", "warcio")


def test_what_fetches_is_imported_only_if_a_page_is_to_be_fetched(site, tmp_path):
    code = (
        "import sys; from summarize.command.cli import main; code = main(sys.argv[1:]); "
        f"print(*(name for name in {EXTRAS} if name in sys.modules), file=sys.stderr)"
    )
    (tmp_path / "a.txt").write_text(NORTH)
    page = [f"{site.url}/south.txt", "--allow-private"]
    for arguments, expected in ((["a.txt"], ""), (page, "urllib3"), (page, "")):
        run = [sys.executable, "-c", code, *arguments, "-q"]
        result = subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, text=True)
        assert result.stderr.strip() == expected


def test_an_interrupt_ends_the_fetching(site, tmp_path):
    site.pages["/slow"] = slowly(60)
    argv = [sys.executable, "-m", "summarize", f"{site.url}/slow", "--allow-private"]
    pipe = subprocess.PIPE
    with subprocess.Popen(argv, cwd=tmp_path, stdout=pipe, stderr=pipe) as running:
        while "/slow" not in site.asked:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"summarize: interrupted\n")


def test_a_bar_on_a_terminal_shows_how_many_pages_were_fetched(site, tmp_path):
    main_side, terminal = pty.openpty()
    urls = [f"{site.url}/{name}" for name in ("north", "south.txt", "east")]
    flags = ("--allow-private", "-o", "summary.txt")
    with os.fdopen(main_side, "rb", 0) as screen:
        result = command(*urls, *flags, cwd=tmp_path, stdout=terminal, stderr=terminal)
        os.close(terminal)
        shown = screen.read(100_000)
    assert result.returncode == 0
    assert b"fetching pages" in shown
    assert b"/3" in shown
    assert (tmp_path / "summary.txt").read_text()
