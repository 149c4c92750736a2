# make audit   set up, audit seeds/ and leave the reports in reports/
# make test    set up and run the tests
# make golden  write the tables of tests/golden/ again, for a review of what changed
# make lint    ruff and mypy, as CI runs them
# make site    the page as static files in build/site, the program in it (needs npm, to fetch Pyodide)
# make api     docs/api.md, from the docstrings
# make bench   speed and memory, beside the peers that are installed
# make fuzz    an hour of inputs that nobody wrote (SECONDS=60 for a minute; SEED and CALLS for the same ones again, as CI does)
# make fuzz-guided   the same, guided by the code that a text reaches (atheris; Linux only)
# make trials  a hundred kills, twenty faults of the disk, a hundred streams, stops and shortages, a hundred and fifty
#              hostile files; an hour
# make lock    set up with the newest versions and write them to requirements.lock
# make audit-deps   ask whether a locked version has a known hole

VENV := .venv
BIN  := $(VENV)/bin
# the first Python that is new enough: the system's own may be older, or a shim that starts nothing
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)

# Pyodide, and what wheels for it are named by (its pyodide-lock.json says so)
PYODIDE := 314.0.7
PYODIDE_PYTHON := 3.14
PYODIDE_TAG := pyemscripten_2026_0_wasm32

SECONDS ?= 3600
# programs that measure no time: they fit weights to sets that are named to them
UNTIMED := $(addprefix benchmarks/,texts.py passages.py fit_account.py fit_doubts.py calibrate_account.py)

.PHONY: audit test golden lint bench site pyodide fuzz fuzz-guided trials lock audit-deps clean

audit: $(VENV)/made
	@# exit code 1 says that some figures do not fit, which is what an audit is for; 2 that a file could not be read
	$(BIN)/audit check seeds/ --report reports/ || [ $$? -eq 1 ]

test: $(VENV)/made
	$(BIN)/python -m pytest

golden: $(VENV)/made
	$(BIN)/python -m pytest -n 0 -q tests/test_golden.py --update-golden

lint: $(VENV)/made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

site: pyodide
	$(BIN)/audit site build/site --pyodide build/pyodide/package --wheels build/pyodide/wheels

pyodide: build/pyodide/fetched

# the runtime of the browser and the two libraries that read and write PDF there; the page itself fetches nothing
build/pyodide/fetched: $(VENV)/made
	@command -v npm >/dev/null || { echo "npm is needed to fetch Pyodide; on Debian and Ubuntu: apt-get install npm"; exit 1; }
	mkdir -p build/pyodide
	cd build/pyodide && npm pack --silent pyodide@$(PYODIDE) && tar xzf pyodide-$(PYODIDE).tgz
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --only-binary=:all: --no-deps --implementation cp \
		--python-version $(PYODIDE_PYTHON) --platform $(PYODIDE_TAG) --dest build/pyodide/wheels typst pypdfium2 \
		|| echo "no wheels of typst and pypdfium2: the page will read and write no PDF"
	mkdir -p build/pyodide/wheels
	touch $@

api: $(VENV)/made
	$(BIN)/python docs/make_api.py

bench: $(VENV)/made
	for file in $(filter-out $(UNTIMED),$(wildcard benchmarks/*.py)); do $(BIN)/python $$file || exit 1; done

fuzz: $(VENV)/made
	$(BIN)/python -m tests.fuzz.long --seconds $(SECONDS) $(if $(SEED),--seed $(SEED)) $(if $(CALLS),--calls $(CALLS))

fuzz-guided: $(VENV)/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python -m tests.fuzz.guided -max_total_time=$(SECONDS)

# each prints a table and fails where something is not as it should be; a disk of memory needs the administrator
trials: $(VENV)/made
	$(BIN)/python -m tests.fuzz.kills --times 100
	$(BIN)/python -m tests.fuzz.disks
	$(BIN)/python -m tests.fuzz.ends
	$(BIN)/python -m tests.fuzz.bombs

lock:
	$(MAKE) --always-make LOCKED= $(VENV)/made
	{ sed -n '/^#/p' requirements.lock; $(BIN)/python -m pip freeze --exclude-editable; } > requirements.lock.new
	mv requirements.lock.new requirements.lock

audit-deps: $(VENV)/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python -m pip_audit --requirement requirements.lock --no-deps --disable-pip

# a virtual environment of the project's own, so that an externally managed Python is left alone;
# made again when pyproject.toml or the lock changes; a Python for which the locked versions do not exist gets the newest
LOCKED ?= --constraint requirements.lock
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test,dask]"

$(VENV)/made: pyproject.toml requirements.lock
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed; install it or run: make PYTHON=/path/to/python3"; exit 1; }
	rm -rf $(VENV)
	"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(INSTALL) $(LOCKED) || { echo "the versions of requirements.lock cannot be had here: taking the newest"; $(INSTALL); }
	touch $@

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
