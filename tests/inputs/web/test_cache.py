"""What is kept of a page, and what happens to a cache that is damaged or cannot be written."""

import os
from pathlib import Path
from threading import Thread

import pytest

from summarize.inputs.web.cache import Cache, Page, cache_folder

URL = "https://courier.example/a"
PAGE = Page(url=URL, body=b"a\nb\r\n\0c", media="text/html", charset="utf-8")


def test_a_page_is_read_as_it_was_kept(tmp_path):
    cache = Cache(tmp_path / "new" / "pages")
    assert cache.read(URL) is None
    assert cache.write(URL, PAGE)
    assert cache.read(URL) == PAGE
    assert cache.read(f"{URL}/") is None
    other = Page(url=URL, body=b"")
    assert cache.write(URL, other)
    assert cache.read(URL) == other


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_user_may_read_the_cache(tmp_path):
    Cache(tmp_path / "pages").write(URL, PAGE)
    (file,) = (tmp_path / "pages").iterdir()
    assert (tmp_path / "pages").stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data.replace(b"c", b"d"),
        lambda data: b"[]\n" + data,
        lambda data: b"{}\n" + data,
        lambda _: b"[" * 90_000,
        lambda data: b"\xff" + data,
        lambda data: data.replace(b'"text/html"', b"7"),
        lambda data: data.replace(b'"media"', b'"other"'),
    ],
)
def test_a_damaged_page_is_not_in_the_cache(tmp_path, change):
    cache = Cache(tmp_path)
    cache.write(URL, PAGE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(change(file.read_bytes()))
    assert cache.read(URL) is None
    cache.write(URL, PAGE)
    assert cache.read(URL) == PAGE


def test_a_cache_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "pages")
    assert not cache.write(URL, PAGE)
    assert cache.read(URL) is None
    assert not Cache(None).write(URL, PAGE)


def test_a_disk_that_is_full_leaves_no_file(tmp_path, monkeypatch):
    def replace(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", replace)
    assert not Cache(tmp_path).write(URL, PAGE)
    assert list(tmp_path.iterdir()) == []


def test_several_runs_may_use_it_at_a_time(tmp_path):
    pages = [Page(url=URL, body=bytes([n]) * 100_000) for n in range(8)]
    cache = Cache(tmp_path)
    cache.write(URL, pages[0])
    seen = []

    def work(page):
        for _ in range(20):
            cache.write(URL, page)
            seen.append(cache.read(URL) in pages)

    threads = [Thread(target=work, args=(page,)) for page in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 160
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has another folder")
def test_the_folder_is_that_of_the_user(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert cache_folder() == tmp_path / "x" / "summarize" / "pages"
    for value in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", value)
        assert cache_folder() == tmp_path / ".cache" / "summarize" / "pages"

    def home():
        raise RuntimeError

    monkeypatch.setattr(Path, "home", home)
    assert cache_folder() is None
