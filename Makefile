# Every target sets up what it needs on first use; `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help run test check lint snapshots setup lock clean ready-to-run ready-to-test

python := .venv/bin/python

# Nothing here needs a screen but `run`; tests in a real window start a virtual one themselves.
test lint snapshots: export QT_QPA_PLATFORM ?= offscreen

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /    make \1	/p' Makefile | expand -t 22

run: ready-to-run ## start the kiosk; ARGS="..." are handed on to it
	@$(python) main.py $(ARGS)

test: ready-to-test ## run the tests; ARGS="..." are handed on to pytest
	$(python) -m pytest --numprocesses=auto --dist=loadfile $(ARGS)

check: lint test ## run every linter and every test

lint: ready-to-test ## check style, types, layers, the scenes and whether they fit
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	.venv/bin/lint-imports --no-logo
	$(python) main.py check --layout

snapshots: ready-to-run ## paint every scene to a picture in build/snapshots
	$(python) main.py snapshot build/snapshots

setup: ready-to-test ## set up everything, for developers

# Resolved on the oldest Python that is supported, and from the public index alone: hashes of a
# local mirror's files would not hold elsewhere. The pins stay unless ARGS=--upgrade moves them.
public := env -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS PIP_CONFIG_FILE=/dev/null
pin = $(public) build/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --no-header \
    --no-emit-index-url --no-emit-options --no-annotate $(ARGS) pyproject.toml

lock: ## pin again what pyproject.toml asks for; ARGS=--upgrade takes the newest
	python3.11 -m venv --clear build/lock
	$(public) build/lock/bin/python -m pip install --quiet pip-tools
	$(pin) --output-file requirements.lock
	$(pin) --output-file requirements-dev.lock --extra dev --constraint requirements.lock

clean: ## remove all that the targets have made, .venv too
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find kiosk tests -name __pycache__ -prune -exec rm -rf {} +

ready-to-run:
	@sh .ci/setup run

ready-to-test:
	@sh .ci/setup test
