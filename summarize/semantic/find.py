"""Finds a model's folder by its path, or by its name in the cache of the hub's library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import OptionError

if TYPE_CHECKING:
    from os import PathLike

WEIGHTS = "model.safetensors"
_OWNER = "sentence-transformers"  # of the hub's models whose name is given without an owner


def find(name: str | PathLike[str]) -> Path:
    """Return a model's folder.

    Parameters
    ----------
    name
        The folder, or a name of the hub whose files its library has in its cache. No network is
        used.

    Raises
    ------
    OptionError
        If there is no such folder, and the cache has no model of that name.
    """
    path = Path(name)
    try:
        if path.is_dir():
            return path
        is_file = path.exists()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise OptionError(f"cannot read {name}: {reason}; give a model's folder") from None
    if is_file:
        raise OptionError(f"{name} is a file, not a model; give the folder that contains it")
    return _cached(str(name))


def _cached(name: str) -> Path:
    missing = f"there is no folder {name}"
    try:
        from huggingface_hub import try_to_load_from_cache
    except ImportError:
        raise OptionError(
            f"{missing}; give a model's folder (for names of the hub, install huggingface_hub)"
        ) from None
    names = [name] if "/" in name else [f"{_OWNER}/{name}", name]
    for each in names:
        try:
            found = try_to_load_from_cache(each, WEIGHTS)
        except ValueError:  # it cannot be a name of the hub
            continue
        if isinstance(found, str):
            return Path(found).parent
    raise OptionError(
        f"{missing}, and the hub's cache on this machine has no model of that name; give a folder, "
        f"or download it first, with: hf download {names[0]}"
    )
