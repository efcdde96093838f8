from benchmarks.speed.pool import Lost, in_order


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
