"""The notebooks are stored as a reader should find them: executed in order, whole, described.

That executing them again changes nothing is proved by `make reproduce`.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
STUDY = [
    "01_exploratory_reading",
    "02_sentiment_and_hedging",
    "03_rhetorical_framing",
    "04_how_far_to_trust_it",
    "05_your_own_corpus",
]

NOT_REPEATABLE = {
    "memory address": re.compile(r"\b0x[0-9a-fA-F]{4,}"),
    "absolute path": re.compile(r"""(?:^|[\s"'(=>])(?:/[\w.-]+/[\w.-]|[A-Z]:\\)""", re.MULTILINE),
    "web address": re.compile(r"https?:"),
}

Notebook = dict[str, Any]
Cell = dict[str, Any]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Notebook:
    loaded: Notebook = json.loads(request.param.read_text("utf-8"))
    return loaded


def code_cells(notebook: Notebook) -> list[Cell]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def source(cell: Cell) -> str:
    return "".join(cell["source"])


def outputs(notebook: Notebook) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each output with the id of its cell."""
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            yield cell["id"], output


def shown(output: dict[str, Any]) -> str:
    """Join all that an output says in words, pictures left out."""
    data = {**output.get("data", {}), "stream": output.get("text", "")}
    texts = ["".join(value) for kind, value in data.items() if not kind.startswith("image/")]
    return re.sub(r"data:image/[\w+]+;base64,[\w+/=\s]+", "", "\n".join(texts))


class Figure(HTMLParser):
    """What a reader who cannot see the picture gets: its alt text and its caption."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alts: list[str] = []
        self.caption = ""
        self.in_caption = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.alts.append((dict(attrs).get("alt") or "").strip())
        self.in_caption |= tag == "figcaption"

    def handle_endtag(self, tag: str) -> None:
        self.in_caption &= tag != "figcaption"

    def handle_data(self, data: str) -> None:
        self.caption += data.strip() if self.in_caption else ""


def test_the_study_is_complete() -> None:
    assert [path.stem for path in NOTEBOOKS] == STUDY


def test_it_opens_with_its_title(notebook: Notebook) -> None:
    first = notebook["cells"][0]
    assert first["cell_type"] == "markdown"
    assert source(first).startswith("# ")


def test_every_cell_has_a_readable_id_of_its_own(notebook: Notebook) -> None:
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for each in ids:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", each), each
        assert not re.fullmatch(r"[0-9a-f-]{8,}", each), f"{each} looks random"


def test_every_code_cell_was_executed_once_in_order(notebook: Notebook) -> None:
    counts = [cell["execution_count"] for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1))


def test_the_kernel_is_any_python_3(notebook: Notebook) -> None:
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


def test_the_first_code_cell_holds_the_parameters(notebook: Notebook) -> None:
    first = code_cells(notebook)[0]
    assert "parameters" in first["metadata"].get("tags", [])
    names = {node.id for node in ast.walk(ast.parse(source(first))) if isinstance(node, ast.Name)}
    assert {"articles", "results"} <= names


def test_cells_are_short_and_define_nothing(notebook: Notebook) -> None:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for cell in code_cells(notebook):
        code = source(cell)
        lines = [line for line in code.splitlines() if line.strip()]
        assert 0 < len(lines) <= 12, cell["id"]
        assert not any(isinstance(node, definitions) for node in ast.walk(ast.parse(code))), code
        assert not code.rstrip().endswith(";"), cell["id"]


def test_nothing_failed_and_nothing_warned(notebook: Notebook) -> None:
    for cell_id, output in outputs(notebook):
        assert output["output_type"] != "error", cell_id
        assert output.get("name") != "stderr", f"{cell_id}: {shown(output)}"


def test_outputs_show_nothing_of_the_machine(notebook: Notebook) -> None:
    for cell_id, output in outputs(notebook):
        for what, pattern in NOT_REPEATABLE.items():
            found = pattern.findall(shown(output))
            assert not found, f"{cell_id} shows a {what}: {found[0]}"


def test_every_picture_has_words(notebook: Notebook) -> None:
    for cell_id, output in outputs(notebook):
        data = output.get("data", {})
        if "image/png" in data:
            figure = Figure("".join(data.get("text/html", "")))
            assert figure.alts, f"{cell_id}: a picture without alt text"
            assert all(figure.alts), f"{cell_id}: a picture without alt text"
            assert figure.caption, f"{cell_id}: a picture without a caption"


def test_every_output_can_be_seen_without_a_kernel(notebook: Notebook) -> None:
    """As on nbviewer and in VS Code before a run: no widget, which would stay blank there."""
    for cell_id, output in outputs(notebook):
        if output["output_type"] in {"display_data", "execute_result"}:
            kinds = set(output["data"])
            assert kinds <= {"text/html", "text/plain", "image/png"}, f"{cell_id}: {kinds}"
            assert "".join(output["data"]["text/plain"]).strip(), cell_id
            assert "<script" not in shown(output), cell_id
