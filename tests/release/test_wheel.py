"""What is built is complete, has nothing else, and runs."""

import contextlib
import importlib.util
import os
import subprocess
import sys
import tarfile
import zipfile

import pytest
from commands import ROOT
from hatchling import build

from release.__main__ import files
from summarize import __version__

INFO = f"summarize-{__version__}.dist-info"
SHARED = f"summarize-{__version__}.data/data/share"


def built(kind, tree, folder):
    """Build a wheel or sdist of a tree, without an environment of its own."""
    folder.mkdir()
    with contextlib.chdir(tree):
        return folder / getattr(build, f"build_{kind}")(str(folder))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel") / "dist")


def test_a_wheel_has_the_package_its_manuals_and_its_licence_and_nothing_else(wheel):
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "summarize").rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert {"summarize/py.typed", "summarize/languages/en/words.json"} <= package
    assert {"summarize/render/page/page.html", "summarize/render/page/page.js"} <= package
    about = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    with zipfile.ZipFile(wheel) as archive:
        assert set(archive.namelist()) == (
            package
            | {f"{INFO}/{name}" for name in about}
            | {f"{SHARED}/{name}" for name in files()}
        )


def test_the_same_tree_gives_the_same_bytes_directly_and_through_an_sdist(wheel, tmp_path):
    sdist = built("sdist", ROOT, tmp_path / "first")
    assert built("sdist", ROOT, tmp_path / "second").read_bytes() == sdist.read_bytes()
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    tree = tmp_path / f"summarize-{__version__}"
    assert built("wheel", tree, tmp_path / "third").read_bytes() == wheel.read_bytes()
    needed = [
        "tests/commands.py",
        "seeds",
        "docs/README.md",
        "benchmarks",
        "CITATION.cff",
        "Makefile",
    ]
    assert [name for name in needed if not (tree / name).exists()] == []


@pytest.mark.skipif(not importlib.util.find_spec("pip"), reason="needs pip")
def test_an_installed_wheel_runs(wheel, tmp_path):
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--quiet", "--target", tmp_path, wheel], check=True)
    assert (tmp_path / "share" / "man" / "man1" / "summarize.1").is_file()

    def run(*argv):
        return subprocess.run(
            argv,
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            text=True,
        ).stdout

    command = tmp_path / "bin" / "summarize"
    assert run(command, "--version") == f"summarize {__version__}\n"
    assert "\n5 articles, 5 independent" in run(command, ROOT / "seeds")
    where = "import summarize; print(summarize.__file__)"
    assert run(sys.executable, "-c", where).startswith(str(tmp_path))
