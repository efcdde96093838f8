"""Batches as a user runs them: in several processes, interrupted, resumed, on a cluster."""

import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout, suppress

import psutil
import pytest
from commands import Result

from benchmarks.data.generate import generate
from summarize.command.cli import main
from summarize.record.schema import summary_digest
from summarize.render import error_line

PYTHON = [sys.executable, "-m", "summarize"]
N_EVENTS = 90


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """A folder with a batch, some of whose lines are broken, and the output of a complete run."""
    folder = tmp_path_factory.mktemp("batch")
    articles = generate(3)
    lines = []
    for n in range(N_EVENTS):
        texts = [next(articles) for _ in range(1 + n % 4)]
        event = {"id": f"e{n}", "documents": texts, "focus": "rain" if n % 5 == 0 else None}
        lines.append({8: "nonsense", 23: '{"id": 23, "documents": []}'}.get(n) or json.dumps(event))
    (folder / "in.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    assert summarize(folder, "-o", "whole.jsonl").code == 0
    assert (folder / "whole.jsonl").read_bytes().count(b"\n") == N_EVENTS
    return folder


def shorten(batch, folder, n):
    """Write the first n lines of the batch into another folder."""
    lines = (batch / "in.jsonl").read_text("utf-8").splitlines(keepends=True)
    (folder / "in.jsonl").write_text("".join(lines[:n]), "utf-8")


def summarize(folder, *options):
    """Run the command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = main(["in.jsonl", *options])
    return Result(code, out.getvalue(), err.getvalue())


def process(folder, *options, **settings):
    """Run the command in a separate process."""
    command = [*PYTHON, "in.jsonl", *options]
    done = subprocess.run(
        command, cwd=folder, check=False, stderr=subprocess.PIPE, text=True, timeout=120, **settings
    )
    return Result(done.returncode, done.stdout or "", done.stderr)


def start(folder, *options, **settings):
    """Start the command in a separate process."""
    return subprocess.Popen(
        [*PYTHON, "in.jsonl", *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **settings,
    )


@contextmanager
def fed(folder, batch, n):
    """Write n lines of the batch and then wait, so that no run ends before its test is ready.

    Yields what gives the other lines.
    """
    path = folder / "in.jsonl"
    lines = (batch / "in.jsonl").read_bytes().splitlines(keepends=True)
    rest = []
    ready = threading.Event()

    def write():
        with suppress(BrokenPipeError), path.open("wb") as file:
            file.writelines(lines[:n])
            file.flush()
            ready.wait()
            file.writelines(rest)

    def finish():
        rest.extend(lines[n:])
        ready.set()

    os.mkfifo(path)
    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        yield finish
    finally:
        ready.set()
        writer.join(timeout=10)
        path.unlink()
        path.write_bytes(b"".join(lines))


def wait_for(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def has_loaded(process, module):
    with suppress(psutil.Error):
        return any(module in file.path for file in process.memory_maps())
    return False


def n_lines(path):
    return path.read_bytes().count(b"\n") if path.exists() else 0


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_the_number_of_processes_changes_nothing(batch, tmp_path, jobs):
    out = tmp_path / "out.jsonl"
    done = process(batch, "-o", str(out), "--jobs", jobs)
    assert (done.code, out.read_bytes()) == (0, (batch / "whole.jsonl").read_bytes())
    assert len([note for note in done.notes if "skipped in.jsonl" in note]) == 2


def test_other_formats_are_in_order_too(batch, tmp_path):
    shorten(batch, tmp_path, 30)
    alone = summarize(tmp_path, "-f", "markdown", "-q")
    assert summarize(tmp_path, "-f", "markdown", "-q", "--jobs", "2") == alone


def test_killed_twice_it_ends_with_the_same_bytes(batch, tmp_path):
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    for more in random.Random(7).choices(range(3, 20), k=2):
        (tmp_path / "in.jsonl").unlink(missing_ok=True)
        wanted = n_lines(part) + more
        with fed(tmp_path, batch, wanted + 30):
            run = start(tmp_path, "-q", "-o", "out.jsonl", "--jobs", "2", "--resume")
            wait_for(lambda wanted=wanted: n_lines(part) >= wanted)
            workers = psutil.Process(run.pid).children(recursive=True)
            run.kill()
            assert run.communicate() == (None, "")
        assert not psutil.wait_procs(workers, timeout=20)[1]
        assert wanted <= n_lines(part) < N_EVENTS
    assert summarize(tmp_path, "-o", "out.jsonl", "--jobs", "2", "--resume").code == 0
    assert out.read_bytes() == (batch / "whole.jsonl").read_bytes()
    assert not part.exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_it_says_what_is_kept(batch, tmp_path, number, code):
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    with fed(tmp_path, batch, 40):
        run = start(tmp_path, "-q", "-o", "out.jsonl", "--jobs", "2")
        wait_for(lambda: n_lines(part) >= 5)
        run.send_signal(number)
        _, said = run.communicate(timeout=60)
    assert run.returncode == code
    assert said.splitlines()[0] == (
        f"summarize: {n_lines(part)} events finished and saved in out.jsonl.part; "
        "continue with --resume"
    )
    assert len(said.splitlines()) <= 2
    assert not out.exists()


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="needs /proc, as Linux has it")  # noqa: PTH110
@pytest.mark.parametrize("module", ["_multiarray_umath", "scipy", "sklearn"])
def test_interrupted_as_the_workers_start_it_is_one_line(batch, tmp_path, module):
    """A terminal sends the signal to all processes, also to those that still import."""
    with fed(tmp_path, batch, 40):
        run = start(tmp_path, "-q", "-o", "out.jsonl", "--jobs", "2", process_group=0)
        children = psutil.Process(run.pid).children
        wait_for(lambda: any(has_loaded(child, module) for child in children()))
        os.killpg(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (130, "summarize: interrupted\n")


def test_a_worker_that_is_killed_is_replaced(batch, tmp_path):
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    with fed(tmp_path, batch, 70) as finish:
        run = start(tmp_path, "-q", "-o", "out.jsonl", "--jobs", "2")
        for n in (5, 20):
            wait_for(lambda n=n: n_lines(part) >= n)
            found = psutil.Process(run.pid).children(recursive=True)
            max(found, key=lambda process: process.cpu_times().user).kill()
        finish()
        run.communicate(timeout=100)
    assert run.returncode == 0
    assert out.read_bytes() == (batch / "whole.jsonl").read_bytes()


def test_a_complete_file_is_unchanged(batch, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_bytes((batch / "whole.jsonl").read_bytes())
    assert summarize(batch, "-o", str(out), "--resume").code == 0
    assert summarize(batch, "-o", str(out), "--resume", "--strict").code == 3
    assert out.read_bytes() == (batch / "whole.jsonl").read_bytes()


@pytest.mark.parametrize(
    "options", [["-w", "50"], ["--explain"], ["--rank", "lead"], ["--focus", "a storm"]]
)
def test_other_options_are_refused_and_nothing_is_lost(batch, tmp_path, options):
    part = tmp_path / "out.jsonl.part"
    part.write_bytes(b"".join((batch / "whole.jsonl").read_bytes().splitlines(keepends=True)[:20]))
    kept = part.read_bytes()
    done = summarize(batch, "-o", str(tmp_path / "out.jsonl"), "--resume", *options)
    (note,) = done.notes
    assert done.code == 2
    assert "was not made from in.jsonl:" in note
    assert note.endswith("; use the same input and options, or another file for -o")
    assert part.read_bytes() == kept


def test_an_event_that_was_fixed_does_not_keep_its_error(batch, tmp_path):
    lines = (batch / "in.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "in.jsonl").write_text("".join(lines[:24]))
    assert summarize(tmp_path, "-o", "out.jsonl").code == 0
    lines[23] = json.dumps({"id": 23, "documents": ["The bridge was opened on Monday morning."]})
    (tmp_path / "in.jsonl").write_text("".join(lines[:24]))
    done = summarize(tmp_path, "-o", "out.jsonl", "--resume")
    assert (done.code, "was not made from in.jsonl:24" in done.err) == (2, True)


def test_finished_lines_are_not_overwritten(batch, tmp_path):
    part = tmp_path / "out.jsonl.part"
    part.write_text("hours of work\n")
    done = summarize(batch, "-o", str(tmp_path / "out.jsonl"))
    assert (done.code, "continue with --resume, or remove it" in done.err) == (2, True)
    assert part.read_text() == "hours of work\n"


def test_another_input_is_refused_and_nothing_is_lost(batch, tmp_path):
    part = tmp_path / "out.jsonl.part"
    part.write_bytes(b"".join((batch / "whole.jsonl").read_bytes().splitlines(keepends=True)[:20]))
    kept = part.read_bytes()
    lines = (batch / "in.jsonl").read_text().splitlines(keepends=True)
    changed, short = [*lines], lines[:12]
    changed[4] = changed[4].replace("the", "teh", 1)
    for text, expected in (
        (changed, "line 5 of out.jsonl.part was not made from in.jsonl:5"),
        (short, "out.jsonl.part has more events than the input"),
    ):
        (tmp_path / "in.jsonl").write_text("".join(text))
        done = summarize(tmp_path, "-o", "out.jsonl", "--resume")
        assert (done.code, expected in done.err) == (2, True)
        assert part.read_bytes() == kept


def test_a_full_disk_is_one_line_and_what_is_finished_stays(batch, tmp_path):
    half = (batch / "whole.jsonl").stat().st_size // 2

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))

    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    done = process(batch, "-q", "-o", str(out), preexec_fn=limit)
    assert done.code == 2
    kept, error = done.err.splitlines()
    assert kept.endswith("continue with --resume")
    assert error.startswith(f"summarize: cannot write {part}: File too large")
    assert not out.exists()
    assert summarize(batch, "-o", str(out), "--resume").code == 0
    assert out.read_bytes() == (batch / "whole.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--jobs", "0"], "jobs is 0; give a whole number of at least 1"),
        (["--jobs", "-3"], "jobs is -3; give a whole number of at least 1"),
        (["--resume"], "--resume needs a batch and -f jsonl -o FILE; add them, or omit"),
        (["--resume", "-o", "x.md"], "--resume needs a batch"),
        (["--resume", "-f", "jsonl", "-o", os.devnull], "is not a regular file"),
        (["--jobs", "2", "--dask", "tcp://127.0.0.1:1"], "--jobs and --dask cannot be combined"),
        (["--dask", "nonsense://x"], "no Dask scheduler answers at nonsense://x"),
    ],
)
def test_impossible_options_are_one_line(batch, options, message):
    done = summarize(batch, *options)
    assert (done.code, done.err.count("\n"), message in done.err) == (2, 1, True)


@pytest.fixture
def cluster(tmp_path):
    """A Dask scheduler and two workers on this machine; its address, and the processes."""
    file = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    def dask(what, *options):
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([*command, str(file), *options], env=environment, **quiet)

    found = [dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
    try:
        wait_for(lambda: file.exists() and file.read_text().endswith("}"))
        found += [dask("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in "12"]
        yield json.loads(file.read_text())["address"], found
    finally:
        for process in found:
            process.kill()
            process.wait()


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(batch, tmp_path, cluster):
    address, (_, worker, _) = cluster
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    with fed(tmp_path, batch, 60) as finish:
        run = start(tmp_path, "-q", "-o", "out.jsonl", "--dask", address)
        wait_for(lambda: n_lines(part) >= 10)
        worker.kill()
        finish()
        _, said = run.communicate(timeout=100)
    assert (run.returncode, said) == (0, "")
    assert out.read_bytes() == (batch / "whole.jsonl").read_bytes()


def test_finished_events_stay_when_the_scheduler_is_lost(batch, tmp_path, cluster):
    address, (scheduler, *_) = cluster
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    with fed(tmp_path, batch, 60) as finish:
        run = start(tmp_path, "-q", "-o", "out.jsonl", "--dask", address)
        wait_for(lambda: n_lines(part) >= 10)
        scheduler.kill()
        finish()
        _, said = run.communicate(timeout=100)
    assert run.returncode == 2
    last = said.splitlines()[-1]
    assert last.startswith(
        (
            f"summarize: lost the Dask scheduler at {address}",
            "summarize: the workers failed",
        )
    )
    assert summarize(batch, "-o", str(out), "--resume").code == 0
    assert out.read_bytes() == (batch / "whole.jsonl").read_bytes()


def test_errors_of_other_options_are_refused(batch, tmp_path):
    shorten(batch, tmp_path, 9)
    options = ("--min-origins", "30", "-n", "1")
    assert summarize(tmp_path, "-o", "out.jsonl", *options).code == 1
    (tmp_path / "out.jsonl.part").write_text(summarize(tmp_path, "-f", "jsonl", *options).out)
    done = summarize(tmp_path, "-o", "out.jsonl", "--resume", "-n", "1")
    assert (done.code, "was not made from in.jsonl:1 " in done.err) == (2, True)


def forge(line, **changes):
    """Change a line and give it a digest that fits."""
    record = json.loads(line) | changes
    record["digest"] = summary_digest(record)
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def failed(line, number, reason):
    """Write the line of an event as if it had failed."""
    where = f"in.jsonl:{number}: could not be summarised: {reason}"
    return error_line(json.loads(line)["id"], where).encode()


DAMAGED = {
    "a word": lambda line: line.replace(b"the", b"teh", 1),
    "a number": lambda line: line.replace(b'"position": ', b'"position": 1', 1),
    "the digest": lambda line: line[:-5] + (b"0" if line[-5:-4] != b"0" else b"1") + line[-4:],
    "a carriage return": lambda line: line[:-1] + b"\r\n",
    "a byte-order mark": lambda line: b"\xef\xbb\xbf" + line,
    "a space": lambda line: line.replace(b'"id": ', b'"id":  ', 1),
    "a key twice": lambda line: line.replace(b'"text"', b'"text": "", "text"', 1),
    "another order": lambda line: json.dumps(json.loads(line), sort_keys=True).encode() + b"\n",
    "an escape": lambda line: line.replace(b"e", b"\\u0065").replace(b"\\u0065", b"e", 8),
    "an import": lambda line: failed(line, 4, "ImportError: initialization failed"),
    "no memory": lambda line: failed(line, 4, "MemoryError: "),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
@pytest.mark.parametrize("is_complete", [True, False], ids=["complete", "part"])
def test_a_damaged_line_is_not_taken_over(batch, tmp_path, damage, is_complete):
    shorten(batch, tmp_path, 7)
    lines = (batch / "whole.jsonl").read_bytes().splitlines(keepends=True)[:7]
    damaged = [*lines[:3], damage(lines[3]), *lines[4:6]]
    assert damaged != lines[:6]
    (tmp_path / f"out.jsonl{'' if is_complete else '.part'}").write_bytes(b"".join(damaged))
    done = summarize(tmp_path, "-o", "out.jsonl", "--resume", "-q")
    note = "line 4 of out.jsonl.part is not what in.jsonl:4 gives; continuing from that event"
    assert (done.code, done.notes) == (0, [note])
    assert (tmp_path / "out.jsonl").read_bytes() == b"".join(lines)


def test_a_line_of_another_input_is_refused_though_its_digest_fits(batch, tmp_path):
    shorten(batch, tmp_path, 3)
    lines = (batch / "whole.jsonl").read_bytes().splitlines(keepends=True)[:3]
    (tmp_path / "out.jsonl.part").write_bytes(forge(lines[0], id="e99") + lines[1])
    done = summarize(tmp_path, "-o", "out.jsonl", "--resume")
    assert (done.code, "line 1 of out.jsonl.part was not made from" in done.err) == (2, True)


def test_an_event_that_crashed_its_workers_is_not_tried_again(batch, tmp_path):
    shorten(batch, tmp_path, 3)
    lines = (batch / "whole.jsonl").read_bytes().splitlines(keepends=True)[:3]
    lines[1] = failed(lines[1], 2, "it crashed 2 worker processes, possibly out of memory")
    (tmp_path / "out.jsonl.part").write_bytes(b"".join(lines[:2]))
    assert summarize(tmp_path, "-o", "out.jsonl", "--resume").code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b"".join(lines)


def test_other_sources_are_another_input(tmp_path):
    text = "The council approved the new bridge on Monday after a long debate."
    for source in ("A", "B"):
        event = {"id": "e", "documents": [{"text": text, "source": source}]}
        (tmp_path / "in.jsonl").write_text(json.dumps(event) + "\n")
        codes = [summarize(tmp_path, "-o", "out.jsonl", "--resume").code for _ in "12"]
        assert codes == ([0, 0] if source == "A" else [2, 2])


def test_modules_of_the_folder_are_not_run(batch, tmp_path):
    shorten(batch, tmp_path, 12)
    (tmp_path / "signal.py").write_text("raise SystemExit('run')\n")
    code = "from summarize.command.cli import main; main()"
    command = [sys.executable, "-P", "-c", code, "in.jsonl", "-q", "-o", "out.jsonl"]
    done = subprocess.run(
        [*command, "--jobs", "2"], cwd=tmp_path, check=False, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert n_lines(tmp_path / "out.jsonl") == 12


def test_standard_output_by_its_path_is_added_to(batch, tmp_path):
    shorten(batch, tmp_path, 12)
    with (tmp_path / "all").open("w") as file:
        file.write("header\n")
        file.flush()
        process(tmp_path, "-q", "-f", "jsonl", "-o", "/dev/stdout", stdout=file)
    lines = (tmp_path / "all").read_bytes().splitlines()
    assert (lines[0], len(lines)) == (b"header", 1 + 12)
