from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, study_text

import newslib
from newslib import (
    Article,
    kwic,
    parse_article,
    parts_table,
    problems_table,
    quotes_table,
    tokens_table,
)
from newslib.tables.build import part_at, voice_at

Table = Callable[..., pd.DataFrame]
FIRST = ["article", "part", "start", "end", "text"]
NAMES = sorted(name for name in dir(newslib) if name.endswith("_table"))
TABLES: dict[str, Table] = {name: getattr(newslib, name) for name in NAMES}
TABLES["kwic"] = lambda articles: kwic(articles, "the")


def same_shape(left: pd.DataFrame, right: pd.DataFrame) -> None:
    assert list(left.columns) == list(right.columns)
    assert left.dtypes.to_dict() == right.dtypes.to_dict()


@pytest.mark.parametrize("name", TABLES)
def test_every_row_slices_back(name: str) -> None:
    story = study_text()
    table = TABLES[name](story)
    assert list(table.columns[:5]) == FIRST
    for row in table.to_dict("records"):
        assert story.text[row["start"] : row["end"]] == row["text"]
        assert row["article"] == story.id


@pytest.mark.parametrize("name", TABLES)
def test_a_table_about_nothing_has_the_same_columns_and_types(name: str) -> None:
    full = TABLES[name](study_text())
    for nothing in (list[Article](), parse_article("")):
        empty = TABLES[name](nothing)
        assert len(empty) <= 1
        same_shape(empty, full)


@pytest.mark.parametrize("name", [name for name in TABLES if name != "problems_table"])
def test_every_table_says_whose_words_its_rows_hold(name: str) -> None:
    table = TABLES[name](study_text())
    at = list(table.columns).index("voice")
    assert list(table.columns[at : at + 3]) == ["voice", "voice_kind", "voice_share"]
    assert table["voice_share"].between(0, 1).all()
    assert table["voice"].notna().all()
    assert set(table["voice_kind"]) <= {"narrator", "direct", "mixed", "indirect"}


@pytest.mark.parametrize("name", TABLES)
def test_floats_are_rounded_at_the_edge(name: str) -> None:
    floats = TABLES[name](study_text()).select_dtypes("float64")
    pd.testing.assert_frame_equal(floats, floats.round(4))


@pytest.mark.parametrize("name", TABLES)
def test_articles_may_be_one_or_many_and_nothing_else(name: str) -> None:
    story = study_text()
    one, two = TABLES[name](story), TABLES[name](iter([story, story]))
    assert len(two) == 2 * len(one)
    for wrong in ("text", 3, None, ["text"]):
        with pytest.raises(TypeError, match="give"):
            TABLES[name](wrong)


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("Ann Marsh said may “”\"'.,:\n U.S"), max_size=120))
def test_any_text_gives_every_table_its_shape(text: str) -> None:
    article = parse_article(text)
    for function in TABLES.values():
        same_shape(function(article), function([]))


@pytest.mark.parametrize("name", TABLES)
def test_the_readme_describes_every_column(name: str) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    section = readme.partition(f"### `{name}`")[2].partition("\n### ")[0].partition("\n## ")[0]
    assert section, f"README.md has no section for {name}"
    shared = {*FIRST, "voice", "voice_kind", "voice_share", "rule", "confidence"}
    described = re.findall(r"^\| `(\w+)`", section, re.MULTILINE)
    assert described == [c for c in TABLES[name](study_text()).columns if c not in shared]


def test_parts_are_the_parts_of_the_story() -> None:
    table = parts_table(study_text())
    assert list(table["part"]) == [
        "headline",
        "standfirst",
        "caption",
        "unplaced",
        "credit",
        "date",
        *["body"] * 11,
        "unplaced",
        "source",
    ]
    assert table["n_words"].sum() == (tokens_table(study_text())["kind"] != "punctuation").sum()


def test_a_place_between_parts_belongs_to_the_part_before_it() -> None:
    article = parse_article("Talks may resume: Marsh\n\nThe door is open, she said.\n\nShe left.")
    assert [part_at(article, place) for place in (0, 23, 25)] == ["headline", "headline", "body"]
    assert part_at(parse_article(""), 0) == "unplaced"


def test_a_span_over_several_voices_takes_the_one_with_most_words() -> None:
    article = parse_article('"The door is wide open," Ann Marsh said.')
    whole = article.span(0, len(article.text))
    assert voice_at(article, whole) == ("Ann Marsh", "direct", 5 / 8)
    assert voice_at(article, article.span(25, 39)) == ("narrator", "narrator", 1.0)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("talks", ["Talks", "talks"]),
        ("talk*", ["Talks", "talks", "talking"]),
        ("no talks", ["no  talks"]),
        (re.compile(r"[A-Z]\w+"), ["Talks", "He"]),
        (re.compile(r"x*"), []),
        ("c++", []),
    ],
)
def test_a_concordance_finds_words(pattern: str | re.Pattern[str], found: list[str]) -> None:
    story = parse_article("Talks failed; no  talks, no talking. He left smalltalks.")
    assert list(kwic(story, pattern)["text"]) == found


def test_a_concordance_shows_what_stands_around() -> None:
    row = kwic(parse_article("Talks may resume."), "may", window=3).iloc[0]
    assert (row["before"], row["text"], row["after"]) == ("ks ", "may", " re")
    with pytest.raises(TypeError, match=r"give a word or a re\.Pattern"):
        kwic([], 5)  # type: ignore[arg-type]
    for pattern, window in (("", 3), ("*", 3), ("may", -1)):
        with pytest.raises(ValueError, match="give a word"):
            kwic([], pattern, window=window)


def test_problems_are_said_in_words() -> None:
    articles = [parse_article("Fine.", id="a"), parse_article("\ufffdx\ufffd\0", id="b")]
    assert problems_table(articles)[["article", "start", "problem"]].values.tolist() == [
        ["b", 0, "replaced characters"],
        ["b", 3, "binary zeros"],
    ]


def test_an_attribution_opens_back_into_cue_and_speaker() -> None:
    story = study_text()
    quotes = quotes_table(story).dropna(subset=["cue_start", "speaker_start"])
    assert len(quotes) > 15
    for row in quotes.to_dict("records"):
        assert story.text[row["cue_start"] : row["cue_end"]] == row["cue"]
        assert story.text[row["speaker_start"] : row["speaker_end"]] == row["mention"]


def test_a_list_is_no_single_string() -> None:
    story = parse_article("Talks may resume.")
    with pytest.raises(TypeError, match="give a list of categories"):
        newslib.hedges_table(story, categories="epistemic")
    with pytest.raises(TypeError, match="give a list of methods"):
        newslib.sentiment_table(story, methods="vader")
