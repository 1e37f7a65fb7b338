"""The wheel, built and installed without a network, works outside the project."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SCRIPT = """
import newslib
article = newslib.parse_article("Talks may resume\\n\\nThe minister said nothing.")
assert article.headline.text == "Talks may resume"
assert len(newslib.load_lexicon("function_words")) > 0
print(newslib.__file__)
"""


def run(*command: str, cwd: Path, **variables: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check")
    run("-m", "pip", "wheel", *offline, "--wheel-dir", str(folder), str(ROOT), cwd=folder)
    return next(folder.glob("newslib-*.whl"))


def test_the_wheel_holds_the_library_and_all_its_data(wheel: Path) -> None:
    files = (ROOT / "newslib").rglob("*")
    wanted = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == wanted
    assert "newslib/py.typed" in packed


def test_the_wheel_works_outside_the_project(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    offline = ("--no-deps", "--no-index", "--disable-pip-version-check")
    run("-m", "pip", "install", *offline, "--target", str(target), str(wheel), cwd=tmp_path)
    imported_from = run("-c", SCRIPT, cwd=tmp_path, PYTHONPATH=str(target))
    assert Path(imported_from.strip()) == target / "newslib" / "__init__.py"
