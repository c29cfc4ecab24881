# The whole way from a fresh clone: each target makes what it needs first, and does so only once.
# Windows has no make: README.md gives the same lines for PowerShell.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
HOST ?= 127.0.0.1
PORT ?= 8501
ARGS ?=
JOBS ?= 2
FILE ?= kopie.db

READY := .venv/.ready
NODE_READY := node_modules/.ready
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check bench content schema backup restore programs clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) ## start the guide; HOST=0.0.0.0 lets phones on the same network join
	$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT)

test: $(READY) $(NODE_READY) programs check ## everything: style, types and the whole suite; ARGS="-k word" for a part
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS)

check: $(READY) ## style and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY) ## measure speed; writes bench/results.md
	$(BIN)/python -m bench

content: $(READY) ## print the agenda and both frameworks as one page, for proof-reading
	$(BIN)/python -m guide content

schema: $(READY) ## write the JSON Schema of the content files, for editors
	$(BIN)/python -m guide schema

backup: $(READY) ## copy all sessions to a file, also while the guide runs: FILE=kopie.db
	$(BIN)/python -m guide backup "$(FILE)"

restore: $(READY) ## put such a copy back, also while the guide runs: FILE=kopie.db
	$(BIN)/python -m guide restore "$(FILE)"

programs: $(READY) $(NODE_READY)
	@$(BIN)/python -m tests.readers

clean: ## remove what make made; sessions in data/ stay
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 of nieuwer met venv ontbreekt (Debian: apt install python3 python3-venv)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

# Two readers of our output come from npm. Without npm the tests that need them are skipped.
# Their versions stand in package.json; a lock file made on one system lacks the parts for another.
$(NODE_READY): package.json
	@if command -v npm >/dev/null; then \
		npm install --no-package-lock --silent --no-audit --no-fund && touch $@; fi
