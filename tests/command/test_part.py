import os
from contextlib import suppress

import pytest

from summarize.command import part
from summarize.command.part import Part, can_grow
from summarize.errors import OptionError


def finish(path, *lines, resume=False, is_wanted=True):
    with Part(str(path), resume=resume) as file:
        kept = list(file.finished())
        for line in lines:
            file.write(line)
        file.is_wanted = is_wanted
    return kept


def interrupt(path, *lines, resume=False):
    with suppress(KeyboardInterrupt), Part(str(path), resume=resume) as file:
        list(file.finished())
        for line in lines:
            file.write(line)
        raise KeyboardInterrupt


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_is_complete_is_moved_into_place(tmp_path):
    path = tmp_path / "out.jsonl"
    assert finish(path, "a\n", "b\n") == []
    assert path.read_text() == "a\nb\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_an_interrupted_file_is_kept_and_continued(tmp_path):
    path = tmp_path / "out.jsonl"
    interrupt(path, "a\n", "b\n")
    assert not path.exists()
    interrupt(path, "c\n", resume=True)
    assert finish(path, "d\n", resume=True) == [b"a\n", b"b\n", b"c\n"]
    assert path.read_text() == "a\nb\nc\nd\n"


def test_half_a_line_is_dropped(tmp_path):
    path = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.part").write_text("whole\n" + "x" * 99)
    assert finish(path, "b\n", resume=True) == [b"whole\n"]
    assert path.read_text() == "whole\nb\n"


def test_without_resume_no_finished_lines_are_overwritten(tmp_path):
    path = tmp_path / "out.jsonl"
    interrupt(path, "a\n", "b\n")
    with pytest.raises(OptionError, match="continue with --resume, or remove it"):
        finish(path, "c\n")
    assert finish(path, resume=True) == [b"a\n", b"b\n"]


def test_finished_lines_stay_even_if_none_was_read(tmp_path):
    path = tmp_path / "out.jsonl"
    interrupt(path, "a\n")
    with suppress(KeyboardInterrupt), Part(str(path), resume=True):
        raise KeyboardInterrupt
    assert finish(path, resume=True) == [b"a\n"]


def test_a_new_file_without_lines_is_removed(tmp_path):
    interrupt(tmp_path / "out.jsonl")
    assert names(tmp_path) == []


def test_a_run_that_starts_while_another_ends_is_refused(tmp_path, monkeypatch):
    """It opens the part, the other moves it into place, and then the lock is free."""
    path = tmp_path / "out.jsonl"
    real = part.lock

    def wait_for_the_other(file):
        monkeypatch.setattr(part, "lock", real)
        (tmp_path / "out.jsonl.part").rename(path)
        real(file)

    (tmp_path / "out.jsonl.part").write_text("a\n")
    monkeypatch.setattr(part, "lock", wait_for_the_other)
    with pytest.raises(OptionError, match="another run"):
        finish(path, resume=True)
    assert path.read_text() == "a\n"


def test_it_has_the_permissions_of_what_it_replaces(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    path.chmod(0o600)
    interrupt(path, "a\n")
    assert (tmp_path / "out.jsonl.part").stat().st_mode & 0o777 == 0o600


def test_a_complete_file_can_be_continued(tmp_path):
    path = tmp_path / "out.jsonl"
    finish(path, "a\n")
    assert finish(path, "b\n", resume=True) == [b"a\n"]
    assert path.read_text() == "a\nb\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_a_complete_file_stays_if_continuing_fails(tmp_path):
    path = tmp_path / "out.jsonl"
    finish(path, "a\n")
    interrupt(path, resume=True)
    assert path.read_text() == "a\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_an_unwanted_file_is_not_created(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    finish(path, "a\n", is_wanted=False)
    assert path.read_text() == "old\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_permissions_are_kept(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    path.chmod(0o640)
    finish(path, "a\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "real" / "out.jsonl")
    finish(link, "a\n")
    assert (tmp_path / "real" / "out.jsonl").read_text() == "a\n"


def test_two_runs_do_not_write_one_file(tmp_path):
    path = str(tmp_path / "out.jsonl")
    with (
        Part(path, resume=False) as first,
        pytest.raises(OptionError, match="another run"),
        Part(path, resume=False),
    ):
        first.write("never\n")


@pytest.mark.parametrize(
    ("name", "can"), [("new", True), ("file", True), ("folder", False), ("folder/", False)]
)
def test_only_files_grow(tmp_path, name, can):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    assert can_grow(f"{tmp_path}/{name}") is can


def test_devices_do_not_grow():
    assert not can_grow(os.devnull)


def test_a_missing_folder_is_an_option_error(tmp_path):
    with (
        pytest.raises(OptionError, match="folder does not exist"),
        Part(str(tmp_path / "no" / "out.jsonl"), resume=False),
    ):
        pass


@pytest.mark.parametrize("resume", [True, False])
def test_a_link_in_its_place_is_not_followed(tmp_path, resume):
    other = tmp_path / "thesis"
    other.write_text("precious")
    (tmp_path / "out.jsonl.part").symlink_to(other)
    with pytest.raises(OptionError, match="cannot write"):
        finish(tmp_path / "out.jsonl", "a\n", resume=resume)
    assert other.read_text() == "precious"


def test_a_pipe_in_its_place_is_refused(tmp_path):
    os.mkfifo(tmp_path / "out.jsonl.part")
    with pytest.raises(OptionError, match="cannot write"):
        finish(tmp_path / "out.jsonl", "a\n")


def test_a_file_without_lines_is_not_continued(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("precious data, one line")
    with pytest.raises(OptionError, match="was not written by summarize"):
        finish(path, "a\n", resume=True)
    assert path.read_text() == "precious data, one line"
    assert names(tmp_path) == ["out.jsonl"]
