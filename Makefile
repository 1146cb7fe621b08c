# Every target sets up .venv by itself; a fresh machine needs Python 3.11 or newer and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready

STATIC := src/hoedong/http/static
WEB_READY := web/node_modules/.ready
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -type f -print)

.PHONY: web web-check dev demo test lint format bench accuracy calibrate likely resolution pages speed gate size docs docs-check audit lock wheel clean

demo: $(READY)  ## read the sample article and print its diary; keep a record of five others and ask it
	@$(BIN)/hoedong read samples/garam-trip.txt --format diary
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export HOEDONG_RECORD="$$folder/demo.db" && \
	echo '$$ hoedong add samples/dinner/[1-5]*.txt' && $(BIN)/hoedong add samples/dinner/[1-5]*.txt && \
	echo '$$ hoedong met 한도윤 "벤 카터"' && $(BIN)/hoedong met 한도윤 "벤 카터"

test: $(READY)  ## run the tests; those in a browser by themselves, for the browser's driver keeps an event loop of its own
ifdef ARGS
	@$(BIN)/python -m pytest $(ARGS)
else
	@$(BIN)/python -m pytest --ignore tests/browser
	@$(BIN)/python -m pytest tests/browser
endif

lint: $(READY)  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

web: $(STATIC)/manifest.json  ## build the styles and scripts of the pages (Node 20)

$(STATIC)/manifest.json: $(WEB_READY) $(WEB_SOURCES)
	@cd web && npm run --silent build

$(WEB_READY): web/package-lock.json
	@command -v npm >/dev/null || { echo "The pages' styles and scripts are built with Node 20, which is not installed."; exit 1; }
	@cd web && npm ci --no-audit --no-fund
	@touch $@

web-check: web  ## types, style, tests and size of the islands
	@cd web && npm run --silent check

dev: $(READY) $(WEB_READY)  ## serve RECORD and rebuild the islands at every change
	@cd web && { node node_modules/vite/bin/vite.js build --watch --mode development & }; \
	watch=$$!; trap "kill $$watch" EXIT; cd .. && $(BIN)/hoedong serve $(if $(RECORD),--record $(RECORD))

bench: accuracy resolution pages speed size  ## accuracy and resolution against their floors, speed against Kiwi, the record at size

accuracy: $(READY)
	$(BIN)/python bench/accuracy.py

calibrate: $(READY)  ## fit the confidence of encounters on the annotated pages beside the checkout, and check it
	$(BIN)/python bench/calibration.py --fit

likely: $(READY)  ## fit the choice of meetings that no rule reads on the annotated pages, and show what it adds
	$(BIN)/python bench/likely_meetings.py --fit

resolution: $(READY)
	$(BIN)/python bench/names.py
	$(BIN)/python bench/resolution.py

pages: $(READY)  ## HTML pages of our own making, beside trafilatura on the same pages
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/pages.py --without-names

speed: $(READY)
	$(BIN)/python bench/speed.py

gate: $(READY)  ## what the gate saves on a mix of news, and that it loses nothing
	$(BIN)/python bench/gate.py

size: $(READY)
	$(BIN)/python bench/record.py

docs: $(READY)  ## write the pages and the picture that are generated from the code
	$(BIN)/python scripts/make_cli_reference.py
	$(BIN)/python scripts/make_api_examples.py
	$(BIN)/python scripts/make_life_of_an_article.py
	$(BIN)/python scripts/make_demo.py
	$(BIN)/python scripts/make_how_to.py
	$(BIN)/python scripts/make_picture.py
	$(BIN)/python scripts/make_accuracy_page.py

docs-check: $(READY)  ## fail where a generated page differs from what is committed
	$(BIN)/python scripts/make_cli_reference.py --check
	$(BIN)/python scripts/make_api_examples.py --check
	$(BIN)/python scripts/make_life_of_an_article.py --check
	$(BIN)/python scripts/make_demo.py --check
	$(BIN)/python scripts/make_how_to.py --check
	$(BIN)/python scripts/make_accuracy_page.py --check

audit: $(READY)  ## the locks, and what is known against anything in them as far as the indexes tell
	$(BIN)/python scripts/audit_dependencies.py

lock: $(READY)  ## pin every dependency with its hashes
	$(BIN)/python scripts/lock_dependencies.py

wheel: $(READY) $(if $(shell command -v npm),web)  ## build dist/*.whl
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:
	rm -rf .venv dist build $(STATIC) web/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hoedong needs Python 3.11 or newer; set PYTHON=…")'
	@echo "setting up .venv (once)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)
