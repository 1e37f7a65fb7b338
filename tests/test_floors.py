"""The house stands: modules import only from floors below, and importing newslib stays light."""

from __future__ import annotations

import ast
import doctest
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newslib

PACKAGE = Path(newslib.__file__).parent
FLOORS = {
    "article": 0,
    "callable_module": 0,
    "inert": 0,
    "kept": 0,
    "lexicons": 0,
    "reading": 1,
    "tokens": 1,
    "lexicon": 1,
    "tagging": 2,
    "marks": 2,
    "patterns": 3,
    "speakers": 3,
    "quotes": 4,
    "hedging": 5,
    "sentiment": 6,
    "framing": 6,
    "acts": 6,
    "tables": 7,
    "compare": 7,
    "charts": 8,
    "marked": 8,
    "scale": 8,
}
HEAVY = ("matplotlib", "dask", "nltk", "textblob", "vaderSentiment", "pandas", "numpy")


def modules() -> Iterator[tuple[str, Path]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE).with_suffix("").parts[0], file


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newslib"):
            assert node.module is not None
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        if isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("newslib."))


@pytest.mark.parametrize(("module", "file"), list(modules()), ids=lambda value: str(value)[-40:])
def test_a_module_imports_only_from_floors_below(module: str, file: Path) -> None:
    if module == "__init__":
        return
    assert module in FLOORS, f"{file} stands on no floor: give it one here and in CONTRIBUTING.md"
    for other in imported(file):
        assert other == module or FLOORS[other] < FLOORS[module], f"{module} imports {other}"


def test_functions_and_modules_stay_small() -> None:
    for _, file in modules():
        text = file.read_text("utf-8")
        assert text.count("\n") < 300, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                docstring = ast.get_docstring(node, clean=False)
                lines = (node.end_lineno or 0) - node.lineno + 1
                assert lines - (docstring or "").count("\n") <= 41, f"{file}: {node.name}"


def run(code: str, **environment: str) -> str:
    """What a fresh Python prints, in an environment that has next to nothing."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "PYTHONPATH", "SYSTEMROOT")
        if name in os.environ
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_newslib_draws_in_nothing_heavy_and_opens_no_data() -> None:
    code = """
import json, sys
opened = []
def watch(event, arguments):
    if event == "open": opened.append(str(arguments[0]))
    if event.startswith("socket."): opened.append(event)
sys.addaudithook(watch)
import newslib
heavy = [name for name in HEAVY if name in sys.modules]
data = [path for path in opened if not path.endswith((".py", ".pyc")) and "__pycache__" not in path]
print(json.dumps([heavy, data]))
"""
    heavy, data = json.loads(run(f"HEAVY = {HEAVY!r}\n" + code))
    assert heavy == []
    assert [path for path in data if path.endswith((".tsv", ".json", ".txt", ".zip"))] == []
    assert not any(path.startswith("socket.") for path in data)


def test_everything_works_with_no_nltk_data_no_home_and_no_network(tmp_path: Path) -> None:
    code = """
import socket
def refuse(*arguments, **named): raise OSError("no network")
socket.socket.connect = refuse
import newslib
story = newslib.parse_article('Talks may resume: Marsh\\n\\n"No," Ann Marsh said.\\n\\nShe left.')
for name in sorted(dir(newslib)):
    if name.endswith("_table") and not name.startswith("kwic"):
        table = getattr(newslib, name)(story)
        assert list(table.columns[:5]) == ["article", "part", "start", "end", "text"], name
print("done")
"""
    quiet = run(code, NLTK_DATA=str(tmp_path), HOME="", MPLCONFIGDIR=str(tmp_path))
    assert quiet == "done\n"


@pytest.mark.parametrize("name", [name for name in newslib.__all__ if name != "__version__"])
def test_every_public_name_has_a_docstring_whose_example_runs(name: str) -> None:
    """That it runs is seen to by `--doctest-modules`."""
    words = getattr(newslib, name).__doc__
    assert words.splitlines()[0].endswith((".", ":")), "the first line is no whole sentence"
    assert doctest.DocTestParser().get_examples(words), f"newslib.{name} shows no example"


def test_dir_lists_the_public_names() -> None:
    assert sorted(newslib.__all__) == dir(newslib)


def test_an_unknown_name_says_so() -> None:
    with pytest.raises(AttributeError, match="newslib has no name 'find_truth'"):
        newslib.find_truth  # noqa: B018


def test_contributing_shows_every_module_on_its_floor() -> None:
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\d) \| (.*?) \|", text, re.MULTILINE))
    for module, floor in FLOORS.items():
        assert f"`{module}" in rows[str(floor)], module
