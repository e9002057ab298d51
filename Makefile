# Every target works as the first command after a clone: it needs make and Python 3.11 or later, makes a virtual
# environment in .venv, and installs into it exactly the versions that the lock files name, checked by their hashes.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip -qq --disable-pip-version-check --no-input install
DEMO := build/demo/tracker.db

.DEFAULT_GOAL := help
.PHONY: help demo test lint score bench lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

demo: $(VENV)/.core ## read twelve articles on Haiti and show where the mission stands
	@rm -rf $(dir $(DEMO)) && mkdir -p $(dir $(DEMO))
	$(VENV)/bin/tracker ingest seeds/articles --db $(DEMO)
	$(VENV)/bin/tracker status haiti-mission --db $(DEMO)

test: $(VENV)/.dev ## run all tests, on all processors
	$(PY) -m pytest -n auto

lint: $(VENV)/.dev ## ruff and mypy
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

score: $(VENV)/.dev ## measure the extraction against the annotated articles
	$(VENV)/bin/tracker eval tests/corpus/shared

bench: $(VENV)/.dev ## measure speed, as ratios of CPU time
	$(PY) benchmarks/run.py

lock: $(VENV)/.dev ## write the lock files anew from pyproject.toml
	$(PY) -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --all-extras --group dev -o constraints.txt
	$(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --group build -c constraints.txt -o constraints-core.txt

clean: ## remove what the targets made, but for the virtual environment
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov

# The program alone, with what builds it.
$(VENV)/.core: constraints-core.txt pyproject.toml | $(PY)
	@echo "installing the program into $(VENV) …"
	@$(PIP) --require-hashes -r constraints-core.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# The program with its extras and all that its development needs.
$(VENV)/.dev: constraints.txt pyproject.toml | $(PY)
	@echo "installing the program and its development tools into $(VENV) …"
	@$(PIP) --require-hashes -r constraints.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.core

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is not Python 3.11 or later: try make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
