import signal

import pytest

from benchmarks.errors import BenchmarkError
from benchmarks.speed.processes import Lost, ask, in_order


def test_results_come_in_the_order_of_the_tasks():
    tasks = ["__import__('time').sleep(0.3)", "1", "2", "3"]
    assert list(in_order(eval, tasks, jobs=2, seconds=30)) == [None, 1, 2, 3]


def test_a_task_that_hangs_or_dies_is_lost_alone():
    tasks = ["1", "__import__('time').sleep(60)", "__import__('os')._exit(3)", "4"]
    assert list(in_order(eval, tasks, jobs=1, seconds=1)) == [
        1,
        Lost("timeout", "took longer than 1 s"),
        Lost("failed", "its process ended with exit code 3"),
        4,
    ]


def test_processes_cut_words_in_the_same_order_in_every_run():
    task = "__import__('os').environ['PYTHONHASHSEED'], hash('dam')"
    assert (
        len(
            set(in_order(eval, [task], jobs=1, seconds=30))
            | set(in_order(eval, [task], jobs=1, seconds=30))
        )
        == 1
    )


def answer(code):
    """Run code that a test gives, in the process that is asked."""
    return eval(code)  # noqa: S307


def refuse(message):
    raise BenchmarkError(message)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("print('noise') or 2 + 3", 5),
        ("1 / 0", Lost("failed", "ZeroDivisionError: division by zero")),
        ("__import__('os').abort()", Lost("failed", "its process ended with exit code -6")),
        (
            f"__import__('os').kill(__import__('os').getpid(), {int(signal.SIGPROF)})",
            Lost("timeout", "not done in time"),
        ),
    ],
)
def test_a_function_is_called_in_a_process_of_its_own(code, expected):
    assert ask(answer, 60, code=code) == expected


def test_what_is_wrong_with_the_input_is_said_as_it_is():
    assert ask(refuse, 60, message="no data; give some") == Lost("failed", "no data; give some")
