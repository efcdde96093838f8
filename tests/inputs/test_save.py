"""--save-text: what was read, in files that are read again as the same."""

import pytest
from commands import EAST, NORTH, Result, command, names
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, SummarizeError, load, summarize
from summarize.inputs.save import as_markdown, save

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")))
VALUES = LETTERS.map(lambda text: " ".join(text.split())).filter(
    lambda text: text and text[:1] not in "[='\"" and text.lower() not in ("none", "null", "~")
)
BODY = "The ferry Hilda ran aground off Lunde on Monday.\n\nNobody was hurt, the coast guard said."


@given(VALUES, VALUES)
def test_what_is_known_of_an_article_is_read_again(tmp_path_factory, title, author):
    folder = tmp_path_factory.mktemp("s")
    article = Article(BODY, title=title, author=author, published="2025-06-11", source="Lunde Post")
    save([article], folder)
    (again,) = load(folder)
    assert (again.title, again.author) == (title, author)
    assert (again.published, again.source) == ("2025-06-11", "Lunde Post")
    assert again.text.endswith(f"{BODY}\n")
    assert summarize([again]).text == summarize([article]).text


@pytest.mark.parametrize(
    "title", ['a"\n---\nurl: "x', "---", 'it\'s "so"', "a\\", "# [x](y)", "\x1b[31mred\x07"]
)
def test_no_title_ends_the_front_matter(title):
    lines = as_markdown(Article(BODY, title=title, source="Post")).split("\n")
    assert lines[0] == lines[3] == "---"
    assert lines[1].startswith("title: ")
    assert lines[2] == 'publisher: "Post"'


def test_a_text_with_a_header_of_its_own_is_saved_as_it_is(tmp_path):
    (tmp_path / "north.txt").write_text(NORTH, "utf-8")
    articles = load(tmp_path / "north.txt")
    save(articles, tmp_path / "saved")
    (path,) = (tmp_path / "saved").iterdir()
    assert path.read_text("utf-8") == NORTH


def test_what_is_known_besides_a_header_is_saved_too(tmp_path):
    save([Article(NORTH, title="Other", url="https://courier.example/a")], tmp_path)
    (again,) = load(tmp_path)
    assert (again.title, again.url) == ("Other", "https://courier.example/a")


def test_the_order_of_articles_changes_no_file(tmp_path):
    articles = [Article(NORTH), Article(EAST), Article(BODY, title="Hilda", published="2025-06-11")]
    save(articles, tmp_path / "one")
    save(articles[::-1], tmp_path / "two")
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    save(articles, tmp_path / "one")  # the same again is no conflict


def test_no_file_that_differs_is_overwritten(tmp_path):
    save([Article(BODY, title="Hilda")], tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_text("my notes")
    with pytest.raises(SummarizeError, match="exists and is another text"):
        save([Article(BODY, title="Hilda")], tmp_path)
    assert path.read_text() == "my notes"


def test_the_command_saves_what_it_reads_and_gives_the_same_summary(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "t.csv").write_text(f'title,text\nHilda,"{BODY}"\nEast,"{EAST}"\n')
    first = command("news", "-n", "2", "-f", "text", "--save-text", "out")
    assert names("out") == ["1-hilda.md", "2-east.md"] or len(names("out")) == 2
    again = command("out", "-n", "2", "-f", "text")
    told = [line for line in first.stdout.decode().splitlines() if "Monday" in line]
    assert told
    assert all(line in again.stdout.decode() for line in told)


def test_each_event_of_a_batch_has_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("mon", "tue"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"{name.title()}: {BODY}")
    done = command("--each", "mon", "tue", "-f", "jsonl", "--save-text", "out")
    assert done.returncode == 0
    assert names("out") == ["001-mon", "002-tue"]


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "out").write_text("a file")
    done = command("a.txt", "--save-text", "out")
    result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert result.code == 2
    assert result.notes == ["cannot save texts in out: File exists; choose another folder"]


def test_texts_are_not_saved_where_they_are_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(BODY)
    for target in ("news", "news/saved"):
        done = command("news", "--save-text", target)
        assert done.returncode == 2
        assert b"is read as well; choose another folder" in done.stderr
    assert command("news", "--save-text", "newsletter").returncode == 0
