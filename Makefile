# The few commands. Everything is set up in .venv on first use; PYTHON says with which Python (3.11 or newer).

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
JOBS ?= auto
NUMBER ?= 200
SEED ?= 1

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
# What is compiled is kept, even where the environment says otherwise: to compile the tests takes each process 4 of the
# 9 seconds in which it collects them.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest
RUN := $(VENV)/run.stamp
DEV := $(VENV)/dev.stamp
DEMO := build/demo

.PHONY: help demo test check oracles bench mutants docs clean
.NOTPARALLEL:

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

# Findings are expected in the sample, so they do not end the demo; a failure of the program does.
demo: $(RUN) ## audit a sample organisation, draw its dependencies, and compare another one with a plan
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BIN)/orgmodel audit orgs/northwind --format brief --fail-on never --output $(DEMO)/audit.txt
	@cat $(DEMO)/audit.txt
	@$(BIN)/orgmodel draw dependencies orgs/northwind --format svg --output $(DEMO)/dependencies.svg
	@$(BIN)/orgmodel draw dependencies orgs/northwind --format png --output $(DEMO)/dependencies.png
	@$(BIN)/orgmodel compare orgs/fulfilment/before.yaml orgs/fulfilment/one-team.yaml --brief --output $(DEMO)/comparison.txt
	@echo
	@cat $(DEMO)/comparison.txt
	@echo
	@echo "The results are in $(DEMO)/: audit.txt, dependencies.svg, dependencies.png, comparison.txt"

test: $(DEV) ## run the tests
	@$(PYTEST) -n $(JOBS)

# The import contracts are among the tests.
check: $(DEV) ## run what must be green before a commit: ruff, mypy, import contracts, tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(PYTEST) -n $(JOBS)

oracles: $(DEV) ## compare the measures with worked examples; ORGMODEL_ORACLES names another file of them
	@$(BIN)/python tests/oracles/run.py

bench: $(DEV) ## measure time and memory on large organisations
	@$(BIN)/python tests/bench/run.py

mutants: $(DEV) ## put small faults into the rules and count those that the tests notice; NUMBER and SEED draw them
	@$(PIP) -c requirements-dev.txt -e '.[mutants]'
	@$(BIN)/python tests/mutants.py --number $(NUMBER) --seed $(SEED)

docs: $(DEV) ## write the reference pages anew
	@$(BIN)/python docs/build.py

clean: ## remove all that was made here, .venv too
	@rm -rf $(VENV) build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): pyproject.toml requirements-dev.txt
	@echo "Setting up orgmodel in $(VENV) (once, about a minute)"
	@$(make-venv)
	@$(PIP) -c requirements-dev.txt -e '.[png]'
	@touch $(RUN)

$(DEV): pyproject.toml requirements-dev.txt
	@echo "Setting up orgmodel and the development tools in $(VENV) (once, about a minute)"
	@$(make-venv)
	@$(PIP) -r requirements-dev.txt -e .
	@touch $(RUN) $(DEV)

# `bin/pip` is the last thing that venv makes, so a half-made one is made again.
define make-venv
test -x $(BIN)/pip || { \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "orgmodel needs Python 3.11 or newer; say where it is: make PYTHON=/path/to/python3.11" >&2; exit 1; }; \
	$(PYTHON) -m venv $(VENV); }
endef
