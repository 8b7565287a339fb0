# `make help` lists what can be asked for. Each prepares its own environment first.

PYTHON ?= python3
BIN := .venv/bin
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser)
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url \
	--no-emit-find-links --universal --python-version 3.11 $(UPGRADE)
RUN_TESTS = THROUGHLINE_DATA=.data/test $(BIN)/python -m pytest
SIDE_BY_SIDE = --numprocesses auto --maxprocesses 8

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-units test-browser soak bench lock check lint fix

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 16

setup: ## prepare .venv/ and nothing else
	@command -v $(PYTHON) >/dev/null || { \
		echo "$(PYTHON) is missing: install Python 3.11 or newer, with venv" >&2; exit 1; }
	@$(PYTHON) config/set_up.py

demo: setup ## serve the demonstration, with a worker and the clock beside it; PORT picks the address
	@exec $(BIN)/python manage.py demo

test: test-units test-browser ## every test; those in a browser where Chromium is there

test-units: setup ## the tests that need no browser
	@$(RUN_TESTS) $(SIDE_BY_SIDE) $(if $(COVER),--cov --cov-report=)

test-browser: setup ## the tests in Chromium
ifeq ($(CHROMIUM),)
	@echo "Browser tests were skipped: no Chromium here. Install it (Debian: apt install chromium)."
else
	@$(RUN_TESTS) -m browser
endif

soak: setup ## the tests that take minutes
	@$(RUN_TESTS) -m soak

bench: setup ## the report's speed against plain alternatives, at two sizes
	@$(BIN)/python manage.py bench --size trust
	@$(BIN)/python manage.py bench --size system

lock: setup ## write requirements/ anew from pyproject.toml; UPGRADE=--upgrade takes newer versions
	$(COMPILE) pyproject.toml --output-file requirements/base.txt
	$(COMPILE) pyproject.toml --extra embedded --group dev --output-file requirements/dev.txt
	echo uv | $(COMPILE) - --no-annotate --output-file requirements/uv.txt

lint: setup ## style, types, which way imports point, migrations
	@BIN=$(BIN) .ci/lint

check: lint ## everything a change must pass, coverage printed
	@$(MAKE) --no-print-directory test-units COVER=yes
	@$(BIN)/coverage report
	@$(MAKE) --no-print-directory test-browser

fix: setup ## mend what a machine can mend
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format
