PYTHON ?= python3
UV ?= $(shell command -v uv)
FIGURES = data/benchmarks/figures.tsv
# What `make mutation` changes: MUTANTS="newslib.quotes.levels*"
MUTANTS ?=
NOTEBOOKS = $(sort $(wildcard notebooks/*.ipynb))

.PHONY: notebooks test coverage mutation audit licences browser-test pictures lab reproduce benchmarks lock clean

notebooks: .venv/ready  ## execute the whole study in order; it writes data/results/
	.venv/bin/jupyter nbconvert --config notebooks/nbconvert_config.py \
		--to notebook --execute --inplace $(NOTEBOOKS)

test: .venv/ready  ## lint, types and tests; needs no network
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/python -m pytest

coverage: .venv/ready  ## the tests, and that they go down 95 % of all branches; takes longer than test
	.venv/bin/python -m pytest --cov --cov-report=term-missing --cov-report=json
	.venv/bin/python tests/tools/branches.py 95

mutation: .venv-mutation/ready  ## change article, hedging and quotes a little, again and again: does a test notice? hours
	.venv-mutation/bin/mutmut run --max-children 2 $(MUTANTS)
	.venv-mutation/bin/mutmut results

audit: .venv-audit/ready  ## ask the vulnerability database about every locked package; needs a network
	.venv-audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock

licences: .venv/ready .venv-audit/ready  ## write DEPENDENCIES.md: the licence of every locked package
	.venv-audit/bin/python tests/tools/licences.py .venv/bin/python

browser-test: .venv/ready  ## run every notebook in JupyterLab in a real browser, if there is one
	.venv/bin/python tests/browser/run_notebooks.py

pictures: .venv/ready  ## make the README's two pictures anew; needs Chromium
	.venv/bin/python tests/browser/photograph.py

lab: .venv/ready  ## open JupyterLab on the notebooks
	.venv/bin/jupyter lab notebooks

reproduce:  ## prove, on every Python found, that executing the study changes nothing
	.ci/reproduce

benchmarks: .venv/ready  ## measure on annotated data: make benchmarks GOLD=its/folder
	@test -d "$(GOLD)" || { echo "say where the annotated data is: make benchmarks GOLD=its/folder"; exit 2; }
	.venv/bin/python tests/benchmarks/bench_quotes.py "$(GOLD)/quotes/polnear_dev.jsonl.gz" --figures $(FIGURES)
	.venv/bin/python tests/benchmarks/bench_hedging.py "$(GOLD)/hedging" --figures $(FIGURES)
	.venv/bin/python tests/benchmarks/bench_sentiment.py --gold "$(GOLD)/framing" --figures $(FIGURES)
	.venv/bin/python tests/benchmarks/bench_framing.py --gold "$(GOLD)/framing" --figures $(FIGURES)

lock:  ## pin the newest allowed versions again, one file for all Pythons; needs uv
	"$(UV)" pip compile --quiet --universal --upgrade --generate-hashes --all-extras \
		--fork-strategy fewest --no-header --no-annotate \
		pyproject.toml --output-file requirements.lock

clean:  ## remove what make made
	rm -rf .venv .venv-mutation .venv-audit mutants build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage coverage.json

.venv-mutation/ready: requirements.lock
	"$(PYTHON)" -m venv --clear .venv-mutation
	.venv-mutation/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements.lock
	.venv-mutation/bin/python -m pip --disable-pip-version-check install --quiet "mutmut>=3.8,<4"
	touch $@

.venv-audit/ready:
	"$(PYTHON)" -m venv --clear .venv-audit
	.venv-audit/bin/python -m pip --disable-pip-version-check install --quiet "pip-audit>=2.9,<3" "pip-licenses>=5,<6"
	touch $@

.venv/ready: requirements.lock
	.ci/environment "$(PYTHON)" "$(UV)"
	touch $@

# No setting of the user's own Jupyter, IPython or matplotlib reaches a result, and nothing needs a
# home folder. `make lab` keeps those settings: there they belong.
home := $(CURDIR)/.venv/home
notebooks test coverage: export JUPYTER_CONFIG_DIR := $(home)/config
notebooks test coverage: export JUPYTER_DATA_DIR := $(home)/data
notebooks test coverage: export JUPYTER_RUNTIME_DIR := $(home)/runtime
notebooks test coverage: export IPYTHONDIR := $(home)/ipython
notebooks test coverage: export MPLCONFIGDIR := $(home)/matplotlib
unexport MPLBACKEND MATPLOTLIBRC PYTHONPATH PYTHONSTARTUP
