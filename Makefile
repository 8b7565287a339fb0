# `make help` lists what can be asked for. Every command makes its own environment first.

PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url \
	--no-emit-find-links --universal --python-version 3.11
TESTS = THROUGHLINE_DATA=$(CURDIR)/.data/test $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-units test-browser soak bench lock check fix

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 16

setup: ## prepare .venv/ and nothing else
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer, with venv" >&2; exit 1; }
	@$(PYTHON) config/set_up.py

demo: setup ## serve the demonstration, with a worker and the clock beside it
	@exec $(BIN)/python manage.py demo
