# The checks of this project. `make check` runs them all; PYTHON is the interpreter of an
# environment in which `pip install -e ".[dev]"` has been run.
PYTHON ?= python3
CODE = summarize tests benchmarks docs release

.PHONY: check format lint types imports test floors site lowest

check: lint types imports test floors

format:
	$(PYTHON) -m ruff format $(CODE)
	$(PYTHON) -m ruff check --fix $(CODE)

lint:
	$(PYTHON) -m ruff format --check $(CODE)
	$(PYTHON) -m ruff check $(CODE)

types:
	$(PYTHON) -m mypy
	$(PYTHON) -m pyright --pythonpath "$$($(PYTHON) -c 'import sys; print(sys.executable)')"

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as lint; lint()"

test:
	$(PYTHON) -m pytest -n auto

# Needs `pip install -e ".[site]"`; `make test` builds it too. To read it: python -m http.server -d site
site:
	$(PYTHON) docs/build.py site

floors:
	$(PYTHON) -m benchmarks check

# The tests with the oldest versions that pyproject.toml allows. PYTHON is 3.11 here, the oldest one.
lowest:
	$(PYTHON) -m venv --clear build/lowest
	$(PYTHON) -m release.lowest > build/lowest/requirements.txt
	build/lowest/bin/python -m pip install --quiet --requirement build/lowest/requirements.txt --editable .
	build/lowest/bin/summarize seeds/
	build/lowest/bin/python -m pytest -n auto
