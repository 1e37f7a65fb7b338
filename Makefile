PYTHON ?= python3
UV ?= $(shell command -v uv)
FIGURES = data/benchmarks/figures.tsv
NOTEBOOKS = $(sort $(wildcard notebooks/*.ipynb))

.PHONY: notebooks test browser-test pictures lab reproduce benchmarks lock clean

notebooks: .venv/ready  ## execute the whole study in order; it writes data/results/
	.venv/bin/jupyter nbconvert --config notebooks/nbconvert_config.py \
		--to notebook --execute --inplace $(NOTEBOOKS)

test: .venv/ready  ## lint, types and tests; needs no network
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/python -m pytest

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
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

.venv/ready: requirements.lock
	.ci/environment "$(PYTHON)" "$(UV)"
	touch $@

# No setting of the user's own Jupyter, IPython or matplotlib reaches a result, and nothing needs a
# home folder. `make lab` keeps those settings: there they belong.
home := $(CURDIR)/.venv/home
notebooks test: export JUPYTER_CONFIG_DIR := $(home)/config
notebooks test: export JUPYTER_DATA_DIR := $(home)/data
notebooks test: export JUPYTER_RUNTIME_DIR := $(home)/runtime
notebooks test: export IPYTHONDIR := $(home)/ipython
notebooks test: export MPLCONFIGDIR := $(home)/matplotlib
unexport MPLBACKEND MATPLOTLIBRC PYTHONPATH PYTHONSTARTUP
