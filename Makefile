PYTHON ?= python3
UV ?= $(shell command -v uv)
NOTEBOOKS = $(sort $(wildcard notebooks/*.ipynb))

.PHONY: notebooks test browser-test pictures lab reproduce lock clean

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
