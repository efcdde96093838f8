import numpy as np
import pytest
from scipy.sparse import csr_array
from strategies import evidence, sentences

from summarize.model import Article, Document
from summarize.report.headline import headline

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
