# What can be done with this project. `make run` and `make test` set up everything they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PLUGINS := housing education leisure labour health
EDITABLE := -e . $(foreach plugin,$(PLUGINS),-e plugins/$(plugin))
LOCALE := relational_screen/locale

export QT_ACCESSIBILITY ?= 1

.PHONY: run test headless campaign bench bench-registry bench-inbox measure-suggestions lock translations pictures clean

$(VENV)/ready: requirements.lock pyproject.toml $(foreach plugin,$(PLUGINS),plugins/$(plugin)/pyproject.toml)
	.ci/system-packages
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation $(EDITABLE)
	touch $@

run: $(VENV)/ready ## Open the window with the example; without a display screen the examples and write their notes to out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		.ci/system-packages && mkdir -p out && rm -f out/window.sqlite* && \
		$(BIN)/relational-screen --store out/window.sqlite --example; \
	else \
		$(BIN)/relational-screen demo -o out; \
	fi

test: $(VENV)/ready ## All checks and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest

headless: ## Every test outside tests/gui, in an environment without Qt
	test -x .venv-headless/bin/python || $(PYTHON) -m venv .venv-headless
	.venv-headless/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.venv-headless/bin/python -m pip uninstall --quiet --yes pyside6-essentials shiboken6 pytest-qt
	.venv-headless/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation $(EDITABLE)
	.venv-headless/bin/pytest --ignore tests/gui -m "not real_install"

campaign: $(VENV)/ready ## The slow ones: 500 kills in the middle of writing, 2000 mutated files of each format
	RELATIONAL_SCREEN_KILLS=500 $(BIN)/pytest tests/store
	RELATIONAL_SCREEN_FUZZ=2000 $(BIN)/pytest tests/drafts/test_mutated_files.py

bench: $(VENV)/ready ## Medians beside a reference from the same run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

bench-registry: $(VENV)/ready ## The registry at 10,000 and 100,000 screenings
	$(BIN)/python -m tests.benchmarks.registry

bench-inbox: $(VENV)/ready ## Ten thousand whole bundles taken in, killed half way; needs 7 GB of room for temporary files
	$(BIN)/python -m tests.benchmarks.inbox

measure-suggestions: $(VENV)/ready ## How well suggestions meet the labels of the real drafts
	$(BIN)/python -m tests.benchmarks.suggestions

lock: $(VENV)/ready ## Pin every dependency by hash, without addresses
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet -o requirements.lock

translations: $(VENV)/ready ## Collect the program's words, update the Danish catalogue and compile it
	mkdir -p build
	$(BIN)/pybabel -q extract --no-default-keywords -k _ -k N_ -k ngettext:1,2 --add-location=file --sort-by-file -w 120 \
		-o build/relational_screen.pot relational_screen
	$(BIN)/pybabel -q update -D relational_screen -i build/relational_screen.pot -d $(LOCALE) -l da --ignore-obsolete \
		--no-fuzzy-matching --ignore-pot-creation-date -w 120
	$(BIN)/pybabel -q compile -D relational_screen -d $(LOCALE)

pictures: $(VENV)/ready ## The pictures of the README
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.gui.pictures

clean:
	rm -rf $(VENV) .venv-headless out build dist
