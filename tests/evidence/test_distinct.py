import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evidence import distinct
from summarize.evidence.distinct import number


@pytest.mark.parametrize("bits", [1, 3, 22])
@given(keys=st.lists(st.integers(0, 2**62)))
def test_equal_keys_have_equal_numbers_and_others_have_others(bits, keys):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distinct, "BITS", bits)
        numbers, n = number(np.array([*keys, *keys], np.int64))
    assert len(set(zip(keys * 2, numbers.tolist(), strict=True))) == len(set(keys)) == n
    assert set(numbers.tolist()) == set(range(n))
