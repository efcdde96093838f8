# The checks of this project. `make check` runs them all; PYTHON is the interpreter of an
# environment in which `pip install -e ".[dev]"` has been run.
PYTHON ?= python3
CODE = summarize tests benchmarks docs

.PHONY: check format lint types imports test floors site

check: lint types imports test floors

format:
	$(PYTHON) -m ruff format $(CODE)
	$(PYTHON) -m ruff check --fix $(CODE)

lint:
	$(PYTHON) -m ruff format --check $(CODE)
	$(PYTHON) -m ruff check $(CODE)

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as lint; lint()"

test:
	$(PYTHON) -m pytest -n auto

# Needs `pip install -e ".[site]"`; `make test` builds it too. To read it: python -m http.server -d site
site:
	$(PYTHON) docs/build.py site

floors:
	$(PYTHON) -m benchmarks check
