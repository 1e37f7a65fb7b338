"""Web pages of several newsrooms, with what a reader finds on them beside each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support import ROOT
from test_reading import assert_nothing_is_lost, parts

from newslib import Unreadable, problems_table, read_article, read_articles

PAGES = sorted((ROOT / "tests" / "cases" / "html").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_what_a_reader_finds_on_it(page: Path) -> None:
    expected: dict[str, Any] = json.loads(page.with_suffix(".json").read_text("utf-8"))
    problems = expected.pop("problems", [])
    if reason := expected.get("unreadable"):
        with pytest.raises(Unreadable, match=reason):
            read_article(page)
        problems = ["no article"]
    else:
        article = read_article(page)
        named = {name: getattr(article, name) for name in ("outlet", "url", "language")}
        found = parts(article) | named
        assert {name: found[name] for name in expected} == expected
        assert_nothing_is_lost(article)
    assert list(problems_table(read_articles(page))["problem"]) == problems
