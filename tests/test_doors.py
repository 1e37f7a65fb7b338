"""Whoever gives records, or a story, where a table is asked for is told so in one sentence."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

import newslib

STORY = newslib.parse_article('"No," Ann Marsh said. Talks may resume.')
ASK_TABLES = [
    name
    for name in newslib.__all__
    if inspect.isfunction(getattr(newslib, name))
    for first in [next(iter(inspect.signature(getattr(newslib, name)).parameters.values()), None)]
    if first is not None and first.annotation == "pd.DataFrame"
]


def test_many_functions_ask_for_a_table() -> None:
    assert {"write_csv", "rates", "score_against", "plot_voices"} <= set(ASK_TABLES)


@pytest.mark.parametrize("name", ASK_TABLES)
@pytest.mark.parametrize("given", [newslib.find_quotes(STORY), STORY], ids=["records", "story"])
def test_what_is_no_table_is_refused(name: str, given: object, tmp_path: Path) -> None:
    function = getattr(newslib, name)
    _, *others = inspect.signature(function).parameters.values()
    asked: dict[str, Any] = {
        other.name: given if "DataFrame" in other.annotation else "article"
        for other in others
        if other.default is other.empty
    }
    if "path" in asked:
        asked["path"] = tmp_path / "table.csv"
    with pytest.raises(TypeError, match=rf" is a {type(given).__name__}; give a DataFrame, as "):
        function(given, **asked)


def test_marks_are_made_of_tables() -> None:
    records: Any = newslib.find_quotes(STORY)
    with pytest.raises(TypeError, match="the table is a tuple; give a DataFrame"):
        newslib.marked(STORY, records)


def test_pictures_are_made_of_axes() -> None:
    table: Any = newslib.quotes_table(STORY)
    with pytest.raises(TypeError, match="ax is a DataFrame; give the Axes that a plot_… function"):
        newslib.picture(table, alt="A chart.", caption="A chart.")
