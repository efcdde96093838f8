import json

import pytest

from benchmarks.data.sets import Item, load, read, usual_words
from benchmarks.errors import BenchmarkError
from summarize import Article

GOOD = {
    "id": "c1",
    "documents": [{"id": "a", "text": "The dam broke."}, {"id": "b", "text": "A dam has broken."}],
    "references": ["A dam broke."],
}


def write(folder, *records, name="news.jsonl"):
    path = folder / name
    lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("record", "item"),
    [
        (
            {
                "id": "c1",
                "documents": [
                    {"id": "a", "title": "Dam", "date": "2024-05-01", "text": " The dam\n broke. "},
                    {"id": "b", "title": None, "date": None, "text": "A dam has broken."},
                ],
                "references": ["One.", "Two."],
                "query": "What broke?",
                "lang": "fr",
            },
            Item(
                id="c1",
                articles=(
                    Article(" The dam\n broke. ", title="Dam", published="2024-05-01", id="a"),
                    Article("A dam has broken.", id="b"),
                ),
                references=("One.", "Two."),
                query="What broke?",
                lang="fr",
            ),
        ),
        (
            {"document": "The dam broke. ||||| A dam.|||||Third.", "summary": "– A dam broke."},
            Item(
                "news-1",
                tuple(map(Article, ["The dam broke. ", " A dam.", "Third."])),
                ("– A dam broke.",),
            ),
        ),
        (
            {"document": "One. ||||| Two. |||||  \n", "summary": "S."},
            Item("news-1", (Article("One. "), Article(" Two. ")), ("S.",)),
        ),
        (
            {
                "id": 7,
                "articles": [
                    {"title": "T", "text": "One.", "url": "http://a.example", "time": "2020-01-02"},
                    {"text": "Two.", "id": 4},
                ],
                "summary": "S.",
            },
            Item(
                "7",
                (
                    Article("One.", title="T", url="http://a.example", published="2020-01-02"),
                    Article("Two.", id="4"),
                ),
                ("S.",),
            ),
        ),
    ],
    ids=["own", "multi-news", "multi-news with a bar at the end", "wcep"],
)
def test_each_form_on_disk_is_read_unchanged(tmp_path, record, item):
    assert read(write(tmp_path, record)) == [item]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": ', "is not JSON: Expecting value"),
        ("[1]", "is not a JSON object"),
        ("[" * 100_000, "is not JSON: "),
        ({**GOOD, "references": []}, "has no references, or one without text"),
        ({**GOOD, "references": ["Fine.", " "]}, "has no references, or one without text"),
        ({**GOOD, "references": "A dam broke."}, "has references that are not a list"),
        ({"documents": GOOD["documents"]}, "has no references, or one without text"),
        ({**GOOD, "documents": GOOD["documents"][:1]}, "has fewer than two documents"),
        ({**GOOD, "documents": [{"text": "x"}, {"text": " "}]}, "has fewer than two documents"),
        ({"document": "Only one.", "summary": "S."}, "has fewer than two documents"),
        ({**GOOD, "documents": [{"text": "x"}, {"title": "y"}]}, "has no text in document 2"),
        ({**GOOD, "documents": "x"}, "has no list of documents or articles, and no document"),
        ({"summary": "S."}, "has no list of documents or articles, and no document"),
        (GOOD, "id 'c1' is that of another line"),
    ],
)
def test_a_bad_line_is_named_with_its_file(tmp_path, line, message):
    path = write(tmp_path, GOOD, "", line)
    with pytest.raises(BenchmarkError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}, line 3: {message}")
    assert "\n" not in str(caught.value)


def test_a_line_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b'\n{"id": "\xe9"}\n')
    with pytest.raises(BenchmarkError, match=r"line 2: is not JSON: .*utf-8"):
        read(path)


@pytest.mark.parametrize(
    ("content", "message"), [(None, "No such file"), (b"", "no cluster"), (b"\n \n", "no cluster")]
)
def test_a_file_without_clusters_is_named(tmp_path, content, message):
    path = tmp_path / "news.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BenchmarkError, match=message) as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_a_byte_order_mark_is_not_part_of_the_first_line(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert read(path)[0].id == "c1"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("duc2003-task3", 100),
        ("duc2007-pyramid23", 250),
        ("tac2009-a", 100),
        ("multinews-dev", 250),
        ("multiling2011-he", 250),
        ("neus-val", 80),
        ("wcep-test", 50),
    ],
)
def test_a_known_set_has_its_usual_length(name, words):
    assert usual_words(name) == words


def test_an_unknown_set_needs_a_length(tmp_path):
    path = write(tmp_path, GOOD)
    with pytest.raises(BenchmarkError, match="a set named news is not known; give --words"):
        load([path])
    assert load([path], words=30)[0].words == 30


def test_two_sets_of_one_name_are_refused(tmp_path):
    path = write(tmp_path, GOOD)
    with pytest.raises(BenchmarkError, match="news is given twice"):
        load([path, path], words=30)


def test_several_references_are_measured_by_recall_and_one_by_f(tmp_path):
    several = {**GOOD, "id": "c2", "references": ["One.", "Two."]}
    paths = [
        write(tmp_path, GOOD, name="one.jsonl"),
        write(tmp_path, GOOD, several, name="several.jsonl"),
    ]
    assert [data.metric for data in load(paths, words=30)] == ["f", "recall"]
    assert [data.metric for data in load(paths, words=30, metric="f")] == ["f", "f"]


def test_a_limit_keeps_the_first_clusters_and_the_checksum_of_the_file(tmp_path):
    path = write(tmp_path, GOOD, {**GOOD, "id": "c2"})
    whole, limited = load([path], words=30)[0], load([path], words=30, limit=1)[0]
    assert [item.id for item in limited.items] == ["c1"]
    assert whole.sha256 == limited.sha256
