# Two commands do everything: `make run` opens the seeds, `make test` runs every check.
# Both set up .venv first, from pins with hashes. PYTHON names another interpreter (3.11 or later).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test setup check lint types contracts tests bench presses format pins picture clean

run: $(VENV)/.run
	$(BIN)/dossier seeds

test check: $(VENV)/.dev lint types contracts tests

setup: $(VENV)/.dev

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; this is %s. Name another: make PYTHON=python3.12" % sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "Setting everything up in $(VENV): a minute or two, the first time only."
	@$(PYTHON) -m venv $(VENV)

# The program itself is installed in place; hatchling, which does it, is pinned as everything else.
$(VENV)/.run: $(BIN)/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q dossier tui themes
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

# Several at a time; TESTS="-n 0 tests/tui" runs some of them, one after the other.
TESTS ?= -n auto --dist worksteal
tests: $(VENV)/.dev
	$(BIN)/python -m pytest $(TESTS)

# What rules, opening and keys cost, these beside a Textual hello world; BENCH="--turns 3".
bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench.costs
	$(BIN)/python -m tests.bench $(BENCH)

# Random keys on six dossiers at sizes that change, and what must hold after them; PRESSES="40000 --seed 7".
PRESSES ?= 20000
presses: $(VENV)/.dev
	$(BIN)/python -m tests.tui.pressing $(PRESSES)

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the pins anew, for every platform and Python from 3.11 on, without the address of any index.
pins: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build --extra dev pyproject.toml -o requirements-dev.txt

# The README's picture, drawn by the program itself on the seeds.
picture: $(VENV)/.run
	$(BIN)/python -m tui.picture seeds reader.svg

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
