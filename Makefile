# One verb a target. `make demo` and `make test` are all a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp

.PHONY: env demo test lint types layers accuracy check lock docs clean

env: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "fogline needs Python 3.11 or newer: make env PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/fogline places build
	touch $(STAMP)

demo: env
	$(BIN)/fogline run examples/kharkiv-2022 --out demo-report

test: env
	scripts/install-chromium
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: env
	$(BIN)/mypy

layers: env
	$(BIN)/lint-imports

accuracy: env
	$(BIN)/python -m tests.accuracy.floors

check: lint types layers accuracy

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group dev \
	  --no-header -o requirements.lock pyproject.toml scripts/build-requirements.txt

docs: env
	$(BIN)/python scripts/write-command-reference

clean:
	rm -rf $(VENV) demo-report .mypy_cache .ruff_cache .pytest_cache
