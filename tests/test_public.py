import re
import subprocess
import sys
from pathlib import Path

import pytest

import summarize

SOURCES = sorted(Path(summarize.__file__).parent.rglob("*.py"))
HEAVY = {"numpy", "scipy", "sklearn", "nltk", "rich"}


def test_the_public_names_are_these():
    assert summarize.__all__ == [
        "Article",
        "Cluster",
        "InputError",
        "OptionError",
        "SummarizeError",
        "Summarizer",
        "Summary",
        "summarize",
    ]
    assert all(getattr(summarize, name).__doc__ for name in summarize.__all__)
    assert set(summarize.__all__) <= set(dir(summarize))


def test_what_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'sumarize'"):
        _ = summarize.sumarize


@pytest.mark.parametrize(
    "code",
    [
        "import summarize",
        "from summarize import Article, Summarizer, Summary, summarize; Summarizer(words=3)",
    ],
)
def test_importing_loads_nothing_heavy(code):
    code += "; import sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not HEAVY & set(done.stdout.split())


def test_no_pattern_repeats_a_group_possessively():
    """Python before 3.11.5 matches such groups wrongly; atomic groups do the same."""
    found = [path for path in SOURCES if re.search(r"\)[*?+]\+", path.read_text("utf-8"))]
    assert not found
