"""Tables: a row of CSV or TSV becomes an article, or a record that says why not."""

import csv
import io

import pytest
from commands import EAST, NORTH, SOUTH
from hypothesis import given
from hypothesis import strategies as st
from loading import one, write

from summarize import summarize
from summarize.inputs.records import Skipped
from summarize.model import Article

TEXT = "The ferry ran aground, off Lunde."


def table(tmp_path, content, name="t.csv", **options):
    """Load one table: its articles and the skipped inputs."""
    return one([write(tmp_path / name, content)], **options)


@pytest.mark.parametrize("name", ["t.csv", "T.TSV"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_row_is_an_article_with_the_fields_of_its_columns(tmp_path, name, mark):
    delimiter = "\t" if name == "T.TSV" else ","
    rows = [
        ["Headline", "BODY", "pubDate", "Outlet", "link", "id", "words"],
        ["Aground", f"{TEXT}\n\n{TEXT}", "June 11, 2025", "Post", "http://x.org", "a7", "9"],
        ["NaN", TEXT],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    articles, skipped = table(tmp_path, mark + out.getvalue(), name)
    path = str(tmp_path / name)
    text = f"{TEXT}\n\n{TEXT}"
    assert skipped == []
    assert articles == (
        Article(text, "Aground", "Post", "http://x.org", "2025-06-11", id="a7", path=path),
        Article(TEXT, id=f"{name}:3", path=path),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_the_delimiter_is_that_of_the_names(tmp_path, delimiter):
    content = delimiter.join(["title", "text"]) + "\n" + delimiter.join(["A", f'"{TEXT}"']) + "\n"
    articles, _ = table(tmp_path, content)
    assert [(article.title, article.text) for article in articles] == [("A", TEXT)]


@pytest.mark.parametrize(
    ("content", "where", "words"),
    [
        ("", "", "is empty; a table"),
        ("a,b\nc,d\n", "", "has no column of text; name it with --text-column; its columns are a,"),
        (",".join(f"c{n}" for n in range(1000)) + "\n", "", "c8, c9 and 990 more"),
        ("title,text\n", "", "has no rows; add at least one article"),
        ("title,text\nA,\nB,NaN\n\nC\n", "3 of the 3 rows of ", "have no text"),
        ("title,text\nA,One, two.\n", "1 of the 1 rows of ", "have more cells"),
        ("title,text\nA,<!doctype html>\n", ":2", "is HTML"),
        ('title,text\nA,"open\n', "", "cannot be read from row 2 on"),
        ('"title,text\nA,B\n', "", "cannot be read from row 1 on"),
        (b"title,text\nA,\0\n", "", "looks like a binary file"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_be_used_is_one_record(tmp_path, content, where, words):
    articles, (skipped,) = table(tmp_path, content)
    assert articles == ()
    assert words in skipped.reason
    path = str(tmp_path / "t.csv")
    assert skipped.where in {where + path, path + where}


def test_the_rows_before_a_broken_one_count(tmp_path):
    articles, (skipped,) = table(tmp_path, 'title,text\nA,One.\nB,"open\n')
    assert [article.text for article in articles] == ["One."]
    assert "cannot be read from row 3 on (unexpected end of data)" in skipped.reason


def test_the_column_of_text_can_be_named_in_any_case(tmp_path):
    content = "text,Story\nshort,The whole story.\n"
    articles, _ = table(tmp_path, content, text_column="STORY")
    assert [article.text for article in articles] == ["The whole story."]
    _, (skipped,) = table(tmp_path, content, text_column="tale")
    assert skipped.reason == 'has no column "tale"; its columns are text, Story'


def test_a_cell_may_be_long_and_the_table_in_another_encoding(tmp_path):
    text = "Fährt. " * 100_000
    articles, skipped = table(tmp_path, f'title,text\nA,"{text}"\n'.encode("utf-16"))
    assert (articles[0].text, skipped) == (text, [])


def test_a_table_that_is_missing_is_unreadable(tmp_path):
    _, (skipped,) = one([str(tmp_path / "no.csv")])
    assert isinstance(skipped, Skipped)
    assert skipped.is_unreadable


@given(st.lists(st.sampled_from([NORTH, SOUTH, EAST]), min_size=1, max_size=4))
def test_a_table_gives_the_summary_of_the_same_articles(tmp_path_factory, texts):
    out = io.StringIO()
    csv.writer(out).writerows([["text"], *([text] for text in texts)])
    articles, _ = table(tmp_path_factory.mktemp("t"), out.getvalue())
    assert [article.text for article in articles] == texts
    files = [Article(a.text, a.title, a.source, a.url, a.published, a.id, a.path) for a in articles]
    assert summarize(articles).text == summarize(files).text == summarize(texts).text
