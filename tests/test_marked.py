from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import study_text

from newslib import (
    frames_table,
    hedges_table,
    marked,
    parse_article,
    quotes_table,
    tokens_table,
)


class Page(HTMLParser):
    """The words a page shows, the tags it uses, and what hovering says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()
        self.titles: list[str] = []
        self.feed(html.partition("</form>")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_whole_story_is_there_once_with_every_mark() -> None:
    story = study_text()
    tables = [quotes_table(story), hedges_table(story), frames_table(story)]
    shown = marked(story, *tables)
    page = Page(shown.html)
    assert page.words == story.text
    reasons = "\n".join(page.titles)
    for table, column in zip(tables, ("speaker", "category", "frame"), strict=True):
        for value in table[column].dropna():
            assert value in reasons
    counted = sum(map(len, tables))
    assert repr(shown) == f"The story with {counted} marks: speech, hedges, frames."


def test_layers_are_switched_by_style_alone() -> None:
    story = study_text()
    html = marked(story, quotes_table(story), hedges_table(story)).html
    assert re.findall(r'<input type="checkbox" name="(\w+)" checked>', html) == ["speech", "hedges"]
    assert "<script" not in html
    assert "onclick" not in html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style></div><h1>x",
        "$\\alpha$ and $$x$$",
        "[a](javascript:alert(1))",
    ],
)
def test_nothing_of_the_text_is_obeyed(attack: str) -> None:
    story = parse_article(f"{attack} may resume\n\n“{attack} may,” Ann Marsh said.\n\nShe left.")
    html = marked(story, quotes_table(story), hedges_table(story)).html
    page = Page(html)
    assert page.words == story.text
    assert page.tags <= {"span", "div"}
    shown = re.sub(r"title=\"[^\"]*\"", "", html)
    assert "$$" not in shown
    assert "$\\" not in shown


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200))
def test_any_text_is_shown_whole(text: str) -> None:
    story = parse_article(text)
    assert Page(marked(story, hedges_table(story)).html).words == text


def test_rows_of_other_articles_are_passed_over() -> None:
    story, other = parse_article("It may rain.", id="a"), parse_article("It might.", id="b")
    assert repr(marked(story, hedges_table([story, other]))) == "The story with 1 mark: hedges."


def test_a_table_without_marks_is_refused() -> None:
    story = parse_article("It may rain.")
    with pytest.raises(ValueError, match="give a quotes_table, hedges_table"):
        marked(story, tokens_table(story))
