"""A short run of the fuzz target on the same inputs; `python -m tests.fuzz` runs longer."""

import random

import pytest

from tests.fuzz.patterns import PATTERNS
from tests.fuzz.target import PIECES, check


@pytest.mark.parametrize("seed", range(12))
def test_summaries_of_any_pieces_hold(seed):
    source = random.Random(seed)
    for _ in range(10):
        check(bytes(source.choices(range(256), k=source.randrange(1, 60))))


@pytest.mark.parametrize("kind", PATTERNS)
def test_summaries_of_prose_with_each_pattern_hold(kind):
    source = random.Random(kind)
    pieces = [PIECES.index(piece) for piece in (*PATTERNS["prose"], *PATTERNS[kind])]
    for _ in range(3):
        check(bytes(source.choices([*pieces, 255], k=40)))


def test_each_piece_has_a_byte():
    assert len(set(PIECES)) == len(PIECES) < 200
