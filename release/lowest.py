"""Prints the lowest version of each dependency in ``pyproject.toml``, as requirements for pip."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

_BOUND = re.compile(r"(?P<name>[\w.-]+(?:\[[\w,-]+\])?)[>=]=(?P<version>[\w.]+)")
_WITHOUT = {"peers"}  # one of them installs a package named tests, which would hide ours


def lowest(project: Path) -> dict[str, set[str]]:
    """Return the lower bounds of each package that a project or its extras depend on.

    Raises
    ------
    ValueError
        If a dependency has no lower bound, or has an upper one besides.
    """
    table = tomllib.loads(project.read_text("utf-8"))["project"]
    extras = [
        given for name, given in table["optional-dependencies"].items() if name not in _WITHOUT
    ]
    bounds: dict[str, set[str]] = {}
    for given in chain(table["dependencies"], *extras):
        if given.startswith(f"{table['name']}["):  # an extra that consists of others
            continue
        if not (found := _BOUND.fullmatch(given)):
            raise ValueError(f"{given!r} is not NAME>=VERSION; write the lowest version that works")
        bounds.setdefault(found["name"].lower(), set()).add(found["version"])
    return bounds


def main() -> None:
    """Print one line for each bound."""
    for name, versions in sorted(lowest(Path(__file__).parents[1] / "pyproject.toml").items()):
        for version in sorted(versions):
            print(f"{name}=={version}")


if __name__ == "__main__":
    main()
