"""Compressed inputs are read as what is in them; broken ones and bombs are one line."""

import bz2
import gzip
import io
import json

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from loading import TEXT, load, one, write

from summarize.errors import InputError
from summarize.inputs.events import is_batch, total_size
from summarize.inputs.given import MAX_BYTES, Input
from summarize.inputs.packed import unpacked
from summarize.inputs.readers import reader_of
from summarize.model import Cluster

TABLE = f'title,text\nA,"{TEXT.strip()}"\n'
LINES = json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": "No."}) + "\n"
EVENTS = json.dumps({"documents": [TEXT]}) + "\n" + json.dumps({"id": 2, "documents": ["No."]})


def squeezed(data, *, frame=1000):
    """Compress with zstandard, in several frames."""
    pack = zstandard.ZstdCompressor().compress
    return b"".join(pack(data[at : at + frame]) for at in range(0, len(data), frame))


PACKERS = [(".gz", gzip.compress), (".zst", squeezed)]


@pytest.mark.parametrize(("suffix", "pack"), PACKERS)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        ("t.csv", TABLE),
        ("a.jsonl", LINES),
        ("a.json", json.dumps({"text": TEXT})),
        ("b.jsonl", EVENTS),
    ],
)
def test_a_compressed_file_is_read_as_what_is_in_it(tmp_path, suffix, pack, name, content):
    plain = list(load([write(tmp_path / name, content)]))
    packed = list(load([write(tmp_path / (name + suffix), pack(content.encode()))]))
    assert [[a.text for a in event.articles] for event in plain] == [
        [a.text for a in event.articles] for event in packed
    ]
    assert [event.id for event in plain] == [event.id for event in packed]


@pytest.mark.parametrize("pack", [gzip.compress, squeezed])
def test_a_compressed_pipe_and_a_file_of_any_name_are_read_as_what_is_in_them(tmp_path, pack):
    data = pack(EVENTS.encode())
    first, second = load(["-"], jsonl=True, stdin=io.BytesIO(data))
    assert (first.articles[0].text, second.id) == (TEXT, "2")
    articles, _ = one(["-"], stdin=io.BufferedReader(io.BytesIO(pack(TABLE.encode()))))
    assert [article.text for article in articles] == [TEXT.strip()]
    articles, _ = one([write(tmp_path / "article", pack(TEXT.encode()))])
    assert [article.text for article in articles] == [TEXT]


def test_the_suffix_is_that_before_the_compression():
    assert Input("News.JSONL.GZ").suffix == ".jsonl"
    assert reader_of("page.html.zst").name == "page"
    assert reader_of("a.gz") is None
    assert is_batch("events.ndjson.zst")
    assert not is_batch("article.txt.gz")


@given(st.binary(max_size=5000), st.integers(min_value=1, max_value=900))
def test_every_byte_of_every_frame_is_read(data, frame):
    for packed in (squeezed(data, frame=frame) or squeezed(b"x")[:0], gzip.compress(data)):
        assert unpacked(io.BytesIO(packed)).read() == data


@given(st.integers(min_value=4, max_value=200))
@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_a_file_that_is_cut_off_says_so(pack, end):
    packed = pack(bytes(range(256)) * 2)
    with pytest.raises(InputError, match="is broken or cut off"):
        unpacked(io.BytesIO(packed[:end])).read()


@pytest.mark.parametrize(("suffix", "pack"), PACKERS)
def test_a_broken_file_is_one_record_and_the_lines_before_count(tmp_path, suffix, pack):
    lines = "".join(json.dumps({"documents": [f"{n} {TEXT}"]}) + "\n" for n in range(3000))
    path = write(tmp_path / f"b.jsonl{suffix}", pack(lines.encode())[:-200])
    *events, broken = load([path])
    assert all(isinstance(event, Cluster) for event in events)
    assert events[0].articles[0].text == f"0 {TEXT}"
    assert (broken.where, broken.is_event) == (path, False)
    assert broken.reason.startswith("is broken or cut off")
    _, (skipped,) = one([write(tmp_path / f"a.txt{suffix}", pack(TEXT.encode())[:30])])
    assert skipped.reason.startswith("is broken or cut off")


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_a_bomb_is_larger_than_50_mb(tmp_path, pack):
    bomb = pack(b"The ferry ran aground. " * (MAX_BYTES // 10))
    assert len(bomb) < MAX_BYTES / 50
    _, (skipped,) = one([write(tmp_path / "a.txt.gz", bomb)])
    assert skipped.reason.startswith("is larger than 50 MB")
    (lost,) = load([write(tmp_path / "b.jsonl.gz", bomb)])
    assert lost.reason.startswith("is larger than 50 MB")


def test_zstandard_without_the_extra_names_it_and_gzip_needs_none(tmp_path, monkeypatch):
    monkeypatch.setattr("summarize.inputs.packed.find_spec", lambda _: None)
    _, (skipped,) = one([write(tmp_path / "a.txt.zst", squeezed(TEXT.encode()))])
    assert skipped.reason == (
        "is compressed with zstandard; to read it: pip install 'summarize[tables]'"
    )
    (lost,) = load([write(tmp_path / "b.jsonl.zst", squeezed(EVENTS.encode()))])
    assert lost.reason == skipped.reason
    assert one([write(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode()))])[1] == []


def test_other_compression_is_a_binary_file(tmp_path):
    _, (skipped,) = one([write(tmp_path / "a.txt", bz2.compress(TEXT.encode() * 9))])
    assert "binary file" in skipped.reason


def test_the_total_size_of_a_compressed_batch_is_not_known(tmp_path):
    path = write(tmp_path / "b.jsonl", EVENTS)
    assert total_size([path]) == len(EVENTS)
    assert total_size([write(tmp_path / "b.jsonl.gz", gzip.compress(EVENTS.encode()))]) is None
