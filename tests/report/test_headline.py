import numpy as np
import pytest
from scipy.sparse import csr_array

from summarize.report.headline import headline

ROWS = csr_array(np.array([[1.0, 0, 0], [0.6, 0.8, 0], [0.6, 0.8, 0]]))


@pytest.mark.parametrize(
    ("titles", "title_rows", "expected"),
    [
        (["a", "b", "c"], [[0, 0, 1], [0.6, 0.8, 0], [1, 0, 0]], 1),
        (["a", "b"], [[1, 0, 0], [1, 0, 0]], 0),  # ties go to the first
        ([None, "b", ""], [[1, 0, 0], [0, 0, 1], [1, 0, 0]], 1),  # only titles that are there
        ([None, None], [[0, 0, 0], [0, 0, 0]], None),
        ([], np.zeros((0, 3)), None),
    ],
)
def test_the_title_nearest_to_all_sentences_is_the_headline(titles, title_rows, expected):
    assert headline(titles, csr_array(np.array(title_rows, float)), ROWS) == expected
