"""What the README shows is so: its examples, its pictures, its table of names, its links."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from support import ROOT, study_text

import newslib

README = (ROOT / "README.md").read_text("utf-8")
PICTURES = dict(re.findall(r"^!\[(.*?)\]\((.*?)\)$", README, re.MULTILINE))


def section(heading: str) -> str:
    found = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert found, heading
    return found


def run(cell: str, names: dict[str, Any]) -> Any:  # noqa: ANN401 (whatever the cell shows)
    """Run a cell as a notebook does and give the value of its last line, if it has one."""
    *body, last = cell.strip().splitlines()
    exec("\n".join(body), names)
    try:
        return eval(last, names)
    except SyntaxError:
        exec(last, names)


def test_the_example_gives_what_is_shown() -> None:
    found = re.search(r"```python\n(import newslib.*?)```\n\n```\n(.*?)```", README, re.DOTALL)
    assert found is not None
    with pd.option_context("display.max_colwidth", 60, "display.width", 120):
        assert str(run(found[1], {})) == found[2].rstrip()


def test_the_cells_for_your_own_notebook_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "my" / "folder"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text('"The door is open," Ann Marsh said.', "utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    first, second = re.findall(r"```python\n(.*?)```", section("In your own notebook"), re.DOTALL)
    assert run(first, names).to_dict() == {"Ann Marsh": 4}
    run(second, names)
    assert list(names["tables"]) == ["quotes_table", "frames_table"]


def test_every_name_it_uses_exists() -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    for name in re.findall(r"newslib\.(\w+)", code):
        assert name in newslib.__all__


def test_every_name_stands_in_the_table_with_its_docstrings_first_line() -> None:
    listed = re.findall(r"^\| `(\w+)` \| (.*) \|$", section("Every name"), re.MULTILINE)
    public = [name for name in newslib.__all__ if name != "__version__"]
    wanted = {name: getattr(newslib, name).__doc__.splitlines()[0] for name in public}
    assert dict(listed) == wanted
    assert len(listed) == len(wanted), "a name stands there twice"


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", README, re.MULTILINE)
    }
    for target in re.findall(r"\]\((.*?)\)", README):
        assert target[1:] in headings if target[0] == "#" else (ROOT / target).is_file(), target


def test_a_table_ends_before_the_text_goes_on() -> None:
    assert not re.findall(r"^\|.*\n[^|\n].*$", README, re.MULTILINE)


def test_the_pictures_are_small_and_have_words() -> None:
    assert list(PICTURES.values()) == ["docs/story.png", "docs/voices.png"]
    for alt, file in PICTURES.items():
        assert len(alt) > 40
        assert (ROOT / file).stat().st_size < 150_000, file


def test_the_picture_of_the_story_shows_the_marks_newslib_sets_today() -> None:
    story = study_text()
    tables = newslib.quotes_table(story), newslib.hedges_table(story), newslib.frames_table(story)
    alt = next(alt for alt, file in PICTURES.items() if "story" in file)
    assert alt.endswith(newslib.marked(story, *tables).text), "make pictures, and mend the alt text"


def test_the_chart_is_the_one_of_the_first_notebook() -> None:
    file = ROOT / "notebooks" / "01_exploratory_reading.ipynb"
    cells: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["cells"]
    data = next(cell for cell in cells if cell["id"] == "voices")["outputs"][0]["data"]
    png = base64.b64decode("".join(data["image/png"]))
    assert (ROOT / "docs" / "voices.png").read_bytes() == png, "make pictures"
    said = "".join(data["text/plain"]).partition("; ")[2]
    assert any(alt.endswith(said) for alt in PICTURES)


def test_nothing_is_left_to_fill_in() -> None:
    assert "{{" not in README
    assert "TODO" not in README
