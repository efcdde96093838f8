import numpy as np
import pytest
from scipy.sparse import csr_array
from strategies import evidence, sentences

from summarize import summarize
from summarize.languages import load
from summarize.model import Article, Document
from summarize.report.headline import headline, is_supported

ROWS = csr_array(np.array([[1.0, 0, 0], [0.6, 0.8, 0], [0.6, 0.8, 0]]))


@pytest.mark.parametrize(
    ("titles", "title_rows", "expected"),
    [
        (["a", "b", "c"], [[0, 0, 1], [0.6, 0.8, 0], [1, 0, 0]], 1),
        (["a", "b"], [[1, 0, 0], [1, 0, 0]], 0),  # ties go to the first
        ([None, "b", ""], [[1, 0, 0], [0, 0, 1], [1, 0, 0]], 1),  # only titles that are there
        ([None, None], [[0, 0, 0], [0, 0, 0]], None),
    ],
)
def test_the_title_nearest_to_all_sentences_is_the_headline(titles, title_rows, expected):
    rows = csr_array(ROWS.toarray()[: len(titles)])
    listed = sentences(*([""] for _ in titles))
    documents = [Document(Article("", title=title), "", ()) for title in titles]
    known = evidence(listed, rows=rows, titles=np.array(title_rows, float))
    assert headline(documents, known) == expected


def test_the_title_of_a_document_without_sentences_is_not_chosen():
    documents = [Document(Article("", title=title), "", ()) for title in ("a", "b")]
    titles = np.array([[0, 0, 0], [1.0, 0, 0]])
    assert headline(documents, evidence(sentences([""] * 3), rows=ROWS, titles=titles)) == 0
    assert headline([], evidence([])) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry runs aground off Lunde", True),
        ("Ferries to be inspected again", True),
        ("Verify that you are human", False),
        ("The of and", False),
        ("渡轮在港口外的沙洲搁浅", True),
    ],
)
def test_a_title_of_something_else_is_not_supported(title, expected):
    assert is_supported(title, ["A ferry ran aground.", "渡轮搁浅。"], load()) is expected


def test_a_summary_has_no_headline_rather_than_one_of_something_else():
    text = "A ferry with 210 people ran aground near Lunde on Tuesday night, the coast guard said."
    assert summarize([Article(text, title="Verify that you are human")]).headline is None
    assert summarize([Article(text, title="Coast guard calm")]).headline.text == "Coast guard calm"
