import os
from contextlib import suppress

import pytest

from summarize.errors import OptionError
from summarize.part import Part, can_grow


def finish(path, *lines, resume=False, is_wanted=True):
    with Part(str(path), resume=resume) as part:
        kept = list(part.finished())
        for line in lines:
            part.write(line)
        part.is_wanted = is_wanted
    return kept


def break_off(path, *lines, resume=False):
    with suppress(KeyboardInterrupt), Part(str(path), resume=resume) as part:
        list(part.finished())
        for line in lines:
            part.write(line)
        raise KeyboardInterrupt


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_is_complete_is_moved_into_place(tmp_path):
    path = tmp_path / "out.jsonl"
    assert finish(path, "a\n", "b\n") == []
    assert path.read_text() == "a\nb\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_what_was_broken_off_is_kept_and_gone_on_with(tmp_path):
    path = tmp_path / "out.jsonl"
    break_off(path, "a\n", "b\n")
    assert not path.exists()
    break_off(path, "c\n", resume=True)
    assert finish(path, "d\n", resume=True) == [b"a\n", b"b\n", b"c\n"]
    assert path.read_text() == "a\nb\nc\nd\n"


def test_half_a_line_is_no_line(tmp_path):
    path = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.part").write_text("whole\n" + "x" * 99)
    assert finish(path, "b\n", resume=True) == [b"whole\n"]
    assert path.read_text() == "whole\nb\n"


def test_without_resume_it_begins_anew(tmp_path):
    path = tmp_path / "out.jsonl"
    break_off(path, "a\n", "b\n")
    assert finish(path, "c\n") == []
    assert path.read_text() == "c\n"


def test_a_complete_file_can_be_gone_on_with(tmp_path):
    path = tmp_path / "out.jsonl"
    finish(path, "a\n")
    assert finish(path, "b\n", resume=True) == [b"a\n"]
    assert path.read_text() == "a\nb\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_a_complete_file_stays_where_going_on_fails(tmp_path):
    path = tmp_path / "out.jsonl"
    finish(path, "a\n")
    break_off(path, resume=True)
    assert path.read_text() == "a\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_what_is_not_wanted_is_not_made(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    finish(path, "a\n", is_wanted=False)
    assert path.read_text() == "old\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_rights_are_handed_on(tmp_path):
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
        Part(path, resume=False) as part,
        pytest.raises(OptionError, match="another run"),
        Part(path, resume=False),
    ):
        part.write("never\n")


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
