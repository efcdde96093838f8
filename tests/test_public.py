import re
import subprocess
import sys
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import summarize
from summarize import errors, model, result

SOURCES = sorted(Path(summarize.__file__).parent.rglob("*.py"))
HEAVY = {"numpy", "scipy", "sklearn", "nltk", "rich", "pandas", "matplotlib"}


def types_in(hint):
    """Every type of this package that an annotation names, and all types that its fields name."""
    found, todo = set(), [hint]
    while todo:
        hint = todo.pop()
        todo += get_args(hint)
        if getattr(hint, "__module__", "").startswith("summarize.") and hint not in found:
            found.add(hint)
            if is_dataclass(hint):
                todo += get_type_hints(hint, localns=vars(model) | vars(result)).values()
    return found


def test_the_public_names_are_these():
    assert summarize.__all__ == [
        "Article",
        "Block",
        "Check",
        "CheckedArticle",
        "CheckedSentence",
        "Citation",
        "Cluster",
        "ComparedSentence",
        "Comparison",
        "Difference",
        "DifferentValue",
        "Digest",
        "DigestEvent",
        "Document",
        "EncoderError",
        "Event",
        "Explanation",
        "Grouping",
        "Headline",
        "InputError",
        "Kind",
        "LeftOut",
        "Likeness",
        "Member",
        "NearlyJoined",
        "Number",
        "OptionError",
        "Place",
        "Problem",
        "RunnerUp",
        "Single",
        "SkippedWarning",
        "SummarizeError",
        "Summarizer",
        "Summary",
        "SummaryDocument",
        "SummarySentence",
        "SummaryTransformer",
        "SummaryWarning",
        "Supported",
        "When",
        "WorkerDiedError",
        "check",
        "compare",
        "group",
        "load",
        "quoted",
        "rows",
        "summaries_frame",
        "summarize",
    ]
    assert all(getattr(summarize, name).__doc__ for name in summarize.__all__)
    assert set(summarize.__all__) <= set(dir(summarize))


def test_every_type_that_a_result_holds_is_public():
    found = types_in(summarize.Summary)
    found |= types_in(summarize.Grouping)
    assert {summarize.RunnerUp, summarize.Place, summarize.Kind} <= found
    assert {held: getattr(summarize, held.__name__, None) for held in found} == {
        held: held for held in found
    }


def test_every_error_is_public_and_drawn_in_the_tree():
    names = [name for name, value in vars(errors).items() if isinstance(value, type)]
    names.remove("SkippedWarning")
    assert set(names) <= set(summarize.__all__)
    assert all(re.search(rf"(?m)^ +(?:[├└]── )?{name}\b", errors.__doc__) for name in names)


def test_an_unknown_name_is_an_attribute_error():
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
