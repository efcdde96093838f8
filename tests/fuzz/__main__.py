"""Fuzz by coverage: ``python -m tests.fuzz [FOLDER] [-max_total_time=600]``.

It needs ``pip install -e ".[fuzz]"`` (atheris). FOLDER collects the inputs that reached new code;
what fails is written to a file ``crash-...``, and ``python -m tests.fuzz crash-...`` runs it again.
"""

import sys

if __name__ == "__main__":
    try:
        import atheris
    except ImportError:
        sys.exit('the fuzzer needs atheris; install it with: pip install -e ".[fuzz]"')
    with atheris.instrument_imports(include=["summarize"]):
        from tests.fuzz.target import check
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
