# Everything from a fresh clone: Python 3.11 or later and make are all that is needed.

PYTHON ?= python3
VENV   := .venv
comma  := ,
PY     := $(VENV)/bin/python
JOBS   ?= auto
PIP    := $(PY) -m pip --disable-pip-version-check --no-input -qq

export PIP_ROOT_USER_ACTION := ignore

.PHONY: help setup setup-test build test check score vary learn bench wheel clean distclean

help:
	@echo "make build   build the edition in this folder into build/"
	@echo "make test    run the tests"
	@echo "make check   lint, formatting, types, tests"
	@echo "make score   print how much of the corpus the encoder gets right (SCORE=--help says more)"
	@echo "make vary    print what no longer comes out right in other dress (VARY=--help says more)"
	@echo "make learn   learn anew, from the corpus, what lines at head and foot are"
	@echo "make bench   print speed and memory"
	@echo "make wheel   build the wheel into dist/"
	@echo "make clean   remove what was made, but for .venv (make distclean removes that too)"

# $(call ensure,EXTRA,STAMP,STAMPS): a virtual environment that works, with the package in it. A stamp holds what it was
# made from, so that a changed pyproject.toml, another Python or a moved folder set it up anew and nothing else does; any
# of STAMPS will do.
define ensure
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  || { echo "diple needs Python 3.11 or later; say which with: make PYTHON=python3.12" >&2; exit 1; }
@$(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  || { echo "setting up $(VENV)"; rm -rf $(VENV) && $(PYTHON) -m venv $(VENV); }
@now="$(CURDIR) $$($(PY) -V) $$(cksum < pyproject.toml)"; \
  cat $(patsubst %,$(VENV)/%,$(3)) 2>/dev/null | grep -qxF "$$now" \
  || { echo "installing diple$(1)"; $(PIP) install --editable '.$(1)' && echo "$$now" > $(VENV)/$(2); }
endef

setup:
	$(call ensure,[languages$(comma)pdf$(comma)search$(comma)serve$(comma)spelling],diple.stamp,diple.stamp diple-test.stamp)

setup-test:
	$(call ensure,[test],diple-test.stamp,diple-test.stamp)

build: setup
	$(VENV)/bin/diple build

test: setup-test
	$(PY) -m pytest -n $(JOBS)

check: setup-test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pytest -n $(JOBS)

score: setup-test
	@PYTHONPATH=tests $(PY) tests/encode/scoring.py $(SCORE)

vary: setup-test
	@PYTHONPATH=tests $(PY) tests/encode/varying.py $(VARY)

learn: setup-test
	$(PIP) install --editable '.[learn]'
	PYTHONPATH=tests $(PY) tests/encode/learning.py $(LEARN)

bench: setup
	$(PY) -m bench

wheel: setup
	$(PIP) wheel --no-deps --wheel-dir dist .

clean:
	rm -rf build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV)
