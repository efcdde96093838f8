import sys

import pytest

from benchmarks.speed import starts


@pytest.mark.parametrize(
    ("code", "seconds", "status", "error"),
    [
        ("print('done')", 60, "ok", None),
        ("import sys; print('1'); sys.exit('no room\\n')", 60, "failed", "exit code 1: no room"),
        ("import os; os.abort()", 60, "failed", "exit code -6: nothing on stderr"),
        ("import time; time.sleep(60)", 0.2, "timeout", "not done in time"),
    ],
)
def test_a_command_ends_with_what_it_took(code, seconds, status, error):
    row = starts.run([sys.executable, "-c", code], seconds)
    assert (row["status"], row["error"]) == (status, error)
    assert min(row["cpu"], row["wall"]) > 0


def test_a_command_that_is_not_installed_is_a_row_that_says_so(monkeypatch):
    commands = (
        (starts.BARE, "json", (sys.executable, "-c", "sum(range(10**7))")),
        ("python", "json", (sys.executable, "-c", "")),
        ("broken", "json", (sys.executable, "-c", "import no_such_package")),
        ("import nothing", "no_such_package", (sys.executable, "-c", "import no_such_package")),
        ("nothing FILE", "json", ("/no/such/command", "{text}")),
    )
    monkeypatch.setattr(starts, "START_UPS", commands)
    monkeypatch.setattr(starts, "ROUNDS", 1)
    rows = list(starts.rows(60))
    assert [(row["what"], row["status"]) for row in rows[1:]] == [
        ("python", "ok"),
        ("broken", "failed"),
        ("import nothing", "missing"),
        ("nothing FILE", "missing"),
    ]
    assert rows[0]["ratio"] == 1
    assert [row["ratio"] for row in rows[3:]] == [None, None]
    assert "No module named" in rows[2]["error"]


def test_ratios_are_those_of_the_runs_of_one_round(monkeypatch):
    spent = iter([1.0, 2.0, 10.0, 30.0, 2.0, 16.0])  # by round: the imports, the command
    commands = tuple((what, "json", (sys.executable, "-c", "")) for what in (starts.BARE, "ours"))
    monkeypatch.setattr(starts, "START_UPS", commands)
    monkeypatch.setattr(starts, "ROUNDS", 3)
    row = {"status": "ok", "error": None, "wall": 1.0}
    monkeypatch.setattr(starts, "run", lambda *_: row | {"cpu": next(spent)})
    assert [(row["cpu"], row["ratio"]) for row in starts.rows(60)] == [(2.0, 1.0), (16.0, 3.0)]
