"""The lowest versions are read from pyproject.toml, and there is one for each package."""

import pytest
from commands import ROOT

from release.lowest import lowest

PROJECT = """\
[project]
name = "ours"
dependencies = ["numpy>=1.26", "PyStemmer>=3.1"]
[project.optional-dependencies]
all = ["ours[web]"]
web = ["urllib3>=2.8", "Numpy>={}"]
tools = ["pyright[nodejs]>=1.1.400", "zensical==0.0.73"]
peers = ["sumy>=0.11.0"]
"""


def bounds(tmp_path, text):
    project = tmp_path / "pyproject.toml"
    project.write_text(text)
    return lowest(project)


def test_the_bounds_of_all_extras_but_the_peers_are_read(tmp_path):
    assert bounds(tmp_path, PROJECT.format("2.0")) == {
        "numpy": {"1.26", "2.0"},
        "pystemmer": {"3.1"},
        "urllib3": {"2.8"},
        "pyright[nodejs]": {"1.1.400"},
        "zensical": {"0.0.73"},
    }


@pytest.mark.parametrize("given", ["numpy", "numpy>=1.26,<3", "numpy<3"])
def test_a_dependency_without_a_plain_lower_bound_is_an_error(tmp_path, given):
    with pytest.raises(ValueError, match="write the lowest version that works"):
        bounds(tmp_path, PROJECT.format("2.0").replace("numpy>=1.26", given))


def test_each_package_has_one_lower_bound():
    found = lowest(ROOT / "pyproject.toml")
    assert {"numpy", "scikit-learn", "trafilatura", "pytest"} <= set(found)
    assert {name: versions for name, versions in found.items() if len(versions) > 1} == {}
