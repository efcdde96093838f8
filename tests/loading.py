"""Loads articles and batches, for the tests of loading."""

import io
import json

from summarize.inputs.events import events
from summarize.inputs.options import LoadOptions
from summarize.inputs.records import Event, Skipped
from summarize.model import Cluster

TEXT = "The ferry ran aground off Lunde on Monday. Nobody was hurt.\n"


def write(path, data=TEXT):
    """Write an article and return its path as a user would type it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def load(paths, *, each=False, jsonl=False, stdin=None, **options):
    """Load as the command does, but without the places of events."""
    items = events(paths, LoadOptions(**options), each=each, jsonl=jsonl, stdin=stdin)
    return (item.cluster if isinstance(item, Event) else item for item in items)


def one(paths, **options):
    """Load one event: its articles and the skipped inputs."""
    items = list(load(paths, **options))
    clusters = [item for item in items if isinstance(item, Cluster)]
    assert len(clusters) <= 1
    articles = clusters[0].articles if clusters else ()
    return articles, [item for item in items if isinstance(item, Skipped)]


def reason(data, **options):
    """Load a single file that cannot be used and return why."""
    articles, (skipped,) = one(["-"], stdin=io.BytesIO(data), **options)
    assert articles == ()
    return skipped.reason


def batch(tmp_path, *lines, **options):
    """Load a batch of these lines; those that are not bytes are written as JSON."""
    data = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    return list(load([write(tmp_path / "b.jsonl", data)], **options))
