"""Files, folders and standard input become articles, or records that say why not."""

import io
import os
from pathlib import Path

import pytest
from loading import TEXT, load, one, write

from summarize.inputs.given import MAX_BYTES
from summarize.inputs.records import Skipped
from summarize.model import Article


def test_all_paths_together_are_one_event(tmp_path):
    paths = [write(tmp_path / name, f"{name} {TEXT}") for name in ("b.txt", "a.md", "c")]
    articles, skipped = one(paths)
    assert [article.path for article in articles] == paths
    assert [article.id for article in articles] == ["b.txt", "a.md", "c"]
    assert skipped == []


def test_a_path_stays_as_it_was_typed(tmp_path, monkeypatch):
    write(tmp_path / "sub" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [a.path for a in one(["./sub/../sub/a.txt"])[0]] == ["./sub/../sub/a.txt"]
    assert [a.path for a in one(["sub/"])[0]] == ["sub/a.txt"]
    assert [a.path for a in one(["."])[0]] == ["./sub/a.txt"]


def test_a_folder_is_searched_recursively_in_sorted_order(tmp_path):
    for name in ("b.txt", "a.TXT", "c.md", "d.text", "z/a.txt", "y/a.txt", "y/x/a.txt"):
        write(tmp_path / name, f"{name} {TEXT}")
    for name in (".hidden.txt", ".git/a.txt", "e.one", "f.two", "g", "txt", "h.txt.bak"):
        write(tmp_path / name)
    articles, skipped = one([str(tmp_path)])
    found = [os.path.relpath(article.path, tmp_path) for article in articles]
    assert found == ["a.TXT", "b.txt", "c.md", "d.text", "y/a.txt", "y/x/a.txt", "z/a.txt"]
    assert [record.where for record in skipped] == [f"5 of the files in {tmp_path}"]
    assert "cannot be read (e.one, f.two, g, h.txt.bak, txt); save" in skipped[0].reason


def test_many_files_that_a_folder_leaves_out_are_counted_by_kind(tmp_path):
    write(tmp_path / "a.txt")
    for n in range(7):
        write(tmp_path / "old" / f"{n}.TWO")
        write(tmp_path / f"{n}.one")
        write(tmp_path / f"z.{n}")
    write(tmp_path / "README")
    articles, (skipped,) = one([str(tmp_path)])
    assert len(articles) == 1
    assert skipped.where == f"22 of the files in {tmp_path}"
    kinds, _, advice = skipped.reason.partition("; ")
    counts = "7 .one, 7 .two, 1 without suffix, 1 .0, 1 .1, 5 of other kinds"
    assert kinds == f"cannot be read ({counts})"
    assert advice.startswith("save what is an article as a .txt file")
    assert not skipped.is_unreadable


def test_hidden_files_folders_and_what_is_not_a_file_are_not_named_as_left_out(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / ".a.one")
    write(tmp_path / ".old" / "a.one")
    (tmp_path / "pages.one").mkdir()
    (tmp_path / "gone.one").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert one([str(tmp_path)])[1] == []


def test_with_each_a_folder_that_leaves_files_out_is_an_event_with_a_note(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "a.one")
    note, event = load([str(tmp_path)], each=True)
    assert (note.where, note.is_event) == (f"1 of the files in {tmp_path}", False)
    assert [article.id for article in event.articles] == ["a.txt"]


def test_links_to_folders_are_not_followed_and_links_to_files_are(tmp_path):
    write(tmp_path / "elsewhere" / "a.txt")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "loop.txt").symlink_to(folder)
    (folder / "a.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    articles, skipped = one([str(folder)])
    assert [article.path for article in articles] == [str(folder / "a.txt")]
    assert [record.where for record in skipped] == [str(folder / "loop.txt")]


def test_an_irregular_file_in_a_folder_is_reported_and_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    articles, skipped = one([str(tmp_path)])
    assert articles == ()
    names = [Path(record.where).name for record in skipped]
    assert names == ["gone.txt", "pipe.txt", "self.txt"]
    assert [record.reason.split(";")[0] for record in skipped] == [
        "is a link to a file that does not exist",
        "is not a regular file",
        "is a link to a file that does not exist",
    ]
    assert not any(record.is_unreadable for record in skipped)


def test_folders_may_be_nested_more_deeply_than_the_stack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    deep = Path("d/" * 1200)
    for level in (*reversed(deep.parents), deep):
        level.mkdir(exist_ok=True)
    path = write(deep / "a.txt")
    try:
        articles, _ = one(["."])
    finally:  # what removes the folder of the test may use the stack
        Path(path).unlink()
        os.removedirs(deep)
    assert [article.id for article in articles] == ["a.txt"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "contains no file that can be read; save what is"),
        (["a.one"], "contains no file that can be read, only a.one; save what is"),
        (["b.two", "c/a.one"], "contains no file that can be read, only b.two, c/a.one; save"),
    ],
)
def test_a_folder_without_articles_says_so(tmp_path, names, words):
    for name in names:
        write(tmp_path / name)
    _, (skipped,) = one([str(tmp_path)])
    assert skipped.where == str(tmp_path)
    assert words in skipped.reason
    assert not skipped.is_unreadable


def test_a_file_that_is_named_twice_is_read_once_under_one_name(tmp_path, monkeypatch):
    write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    for paths in (["a.txt", "."], [".", "a.txt"], ["a.txt", ".", "a.txt"]):
        assert [article.path for article in one(paths)[0]] == ["./a.txt"]


def test_copies_of_a_file_are_articles_of_their_own(tmp_path):
    for name in "abc":
        write(tmp_path / f"{name}.txt")
    os.link(tmp_path / "a.txt", tmp_path / "d.txt")
    assert len(one([str(tmp_path)])[0]) == 4


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere.txt", "does not exist; check the path"),
        ("", "does not exist; check the path"),
        ("a.txt/b", "could not be opened: Not a directory"),
        ("loop", "could not be opened: Too many levels of symbolic links"),
        ("n" * 5000, "could not be opened: File name too long"),
        ("nul\0.txt", "embedded null"),
    ],
)
def test_a_path_that_cannot_be_opened_is_unreadable_and_the_others_count(
    tmp_path, monkeypatch, path, words
):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to("loop")
    articles, (skipped,) = one(["a.txt", path])
    assert len(articles) == 1
    assert skipped.where == (path or "''")
    assert words in skipped.reason
    assert skipped.is_unreadable


def test_a_file_without_permission_is_unreadable_only_if_it_was_named(tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path / "a.txt")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    for paths, is_unreadable in ([path], True), ([str(tmp_path)], False):
        _, (skipped,) = one(paths)
        assert skipped == Skipped(
            path, "is not readable; check its permissions", is_unreadable=is_unreadable
        )


def test_a_folder_without_permission_is_unreadable_only_if_it_was_named(tmp_path, monkeypatch):
    def scandir(path, scandir=os.scandir):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    write(tmp_path / "a.txt")
    write(tmp_path / "closed" / "b.txt")
    monkeypatch.setattr("os.scandir", scandir)
    articles, (skipped,) = one([str(tmp_path)])
    assert len(articles) == 1
    assert skipped.where == str(tmp_path / "closed")
    assert not skipped.is_unreadable
    _, records = one([str(tmp_path / "closed")])
    assert [record.is_unreadable for record in records] == [True]


def test_a_file_over_50_mb_is_skipped_without_being_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(10**12)  # without blocks on the disk, but more than memory holds
    _, (skipped,) = one([str(path)])
    assert "is larger than 50 MB" in skipped.reason


class Endless(io.RawIOBase):
    """A stream that never ends, such as /dev/zero, and counts what was taken from it."""

    n_taken = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.n_taken += len(buffer)
        buffer[:] = b"a" * len(buffer)
        return len(buffer)


def test_a_stream_over_50_mb_is_skipped_and_not_read_to_its_end():
    endless = Endless()
    _, (skipped,) = one(["-"], stdin=io.BufferedReader(endless))
    assert skipped.where == "standard input"
    assert "is larger than 50 MB" in skipped.reason
    assert endless.n_taken < 2 * MAX_BYTES


def test_a_pipe_that_is_named_is_read():
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as file:
        file.write(TEXT.encode())
    try:
        (article,), skipped = one([f"/dev/fd/{reader}"])
    finally:
        os.close(reader)
    assert (article.text, skipped) == (TEXT, [])


def test_standard_input_is_one_article_without_a_path():
    (article,), _ = one(["-", "-"], stdin=io.BytesIO(b"Title: A\n\nBody."))
    assert article == Article("Title: A\n\nBody.", title="A", id="-")


def test_standard_input_of_the_process_is_the_default(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert [article.text for article in one(["-"])[0]] == [TEXT]


def test_a_closed_standard_input_is_unreadable(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    _, (skipped,) = one(["-"])
    assert skipped.is_unreadable
    assert "is closed" in skipped.reason


def test_a_standard_input_that_fails_is_unreadable():
    class Broken(io.BytesIO):
        def read(self, _size):
            raise IsADirectoryError(21, "Is a directory")

    _, (skipped,) = one(["-"], stdin=Broken())
    assert (skipped.is_unreadable, skipped.reason) == (True, "is a folder; give a file")
