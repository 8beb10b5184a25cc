# Vielfaltsnetz Hessen. `make` lists the targets; each sets itself up.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
APPS := config network events cms
export TEST_POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo demo-reset test test-full test-looks lint format browser lock migrations catalogues permissions clean

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- Try it -------------------------------------------------------------------------------------
demo: $(VENV)/.installed ## the product with invented data: web server and worker (PORT=8000)
	@BASE_URL=http://localhost:$(PORT) DJANGO_SETTINGS_MODULE=config.settings.demo $(BIN)/python manage.py demo --port $(PORT)

demo-reset: $(VENV)/.installed ## throw the demo's data away and start it anew
	@BASE_URL=http://localhost:$(PORT) DJANGO_SETTINGS_MODULE=config.settings.demo $(BIN)/python manage.py demo --port $(PORT) --reset

# --- Prove it -----------------------------------------------------------------------------------
test: $(VENV)/.installed-dev ## the suite: SQLite, PostgreSQL when one answers, Chromium when there is one
	@$(BIN)/python -m tests.tools.suite

test-full: test $(VENV)-wagtail8/.installed ## everything: also the long tests and the newest Wagtail 8
	@$(BIN)/python -m tests.tools.suite --full
	@$(VENV)-wagtail8/bin/python -m tests.tools.suite --sqlite-only

test-looks: $(VENV)/.installed-dev ## every page in every language, width and scheme
	@$(BIN)/python -m pytest -q -n auto --looks -m looks

# Production's settings with invented values; the key is thrown away with the command.
SAMPLE = ENV_FILE=deploy/sample.env SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')

lint: $(VENV)/.installed-dev ## style, types, imports, templates, migrations, catalogues, locks, deployment, known holes
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >.lint-imports || { cat .lint-imports; rm .lint-imports; exit 1; }
	@grep '^Contracts:' .lint-imports && rm .lint-imports
	$(BIN)/curlylint --quiet templates
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py catalogues --check
	$(BIN)/python -m tests.tools.locks --check
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec docker-compose.yml
	@echo "manage.py check --deploy (production's settings)"
	@$(SAMPLE) DJANGO_SETTINGS_MODULE=config.settings.production $(BIN)/python manage.py check --deploy --fail-level WARNING
	@$(BIN)/python -m tests.tools.audit

browser: $(VENV)/.installed-dev ## install Chromium and fonts for the browser tests
	@$(BIN)/python -m tests.tools.chromium

# --- Work on it ---------------------------------------------------------------------------------
format: $(VENV)/.installed-dev ## put the code into shape
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

migrations: $(VENV)/.installed-dev ## write the migrations for changed models
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py makemigrations
	@$(BIN)/ruff format --quiet .

catalogues: $(VENV)/.installed-dev ## collect the texts into locale/ and compile them
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py catalogues update

lock: $(VENV)/.installed-dev ## compile both requirements files from pyproject.toml (UPGRADE=1 for newer releases)
	@$(BIN)/python -m tests.tools.locks $(if $(UPGRADE),--upgrade)

permissions: $(VENV)/.installed-dev ## write docs/permissions.md from the predicates
	@$(BIN)/python -m tests.tools.permissions

clean: ## remove the virtual environments and everything written at run time
	rm -rf $(VENV) $(VENV)-wagtail8 var .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# --- Set-up -------------------------------------------------------------------------------------
# pip is the last file that venv writes: an interrupted set-up is begun again.
%/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)."; \
		echo "Name another one: make PYTHON=python3.12 …"; exit 1; }
	@echo "Making the virtual environment $* …"
	@$(PYTHON) -m venv --clear $* || { \
		rm -rf $*; echo "Python's venv module is missing (Debian, Ubuntu: apt install python3-venv)."; exit 1; }

$(VENV)/.installed: requirements.txt | $(BIN)/pip
	@echo "Installing the requirements …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(BIN)/pip
	@echo "Installing the requirements of the tests …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)-wagtail8/.installed: requirements-dev.txt | $(VENV)-wagtail8/bin/pip
	@echo "Installing the newest Wagtail 8 beside it …"
	@$(VENV)-wagtail8/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(VENV)-wagtail8/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'wagtail>=8,<9'
	@touch $@
