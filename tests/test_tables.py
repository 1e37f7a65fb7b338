from __future__ import annotations

import inspect
import io
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, study_text

import newslib
from newslib import (
    Article,
    Span,
    all_tables,
    kwic,
    parse_article,
    parts_table,
    problems_table,
    quotes_table,
    read_articles,
    tokens_table,
    write_csv,
)
from newslib.tables import places, progress
from newslib.tables.columns import Repeated, as_frame, joined
from newslib.tables.places import Group, Places, words_in

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
    assert parts_at(article, 0, 23, 25) == ["headline", "headline", "body"]
    assert parts_at(parse_article(""), 0) == ["unplaced"]


def parts_at(article: Article, *places: int) -> list[str]:
    group = Group((article,))
    return group.parts_of(group.lay([[article.span(at, at) for at in places]])).tolist()


def test_stories_read_together_give_what_each_gives_alone() -> None:
    strange = ["", " ", "“" * 9, '"No," he said.\n\n" "', "Talks may resume: Marsh"]
    odd = [parse_article(text, id=f"odd {number}") for number, text in enumerate(strange)]
    stories = list(read_articles(ROOT / "data" / "constructed"))
    articles = [*odd[:2], *stories[:9], *odd[2:], *stories[9:], study_text(), *odd[:1]]
    assert len(articles) > 16
    alone = [all_tables(article) for article in articles]
    for name, table in all_tables(articles).items():
        rows = [tables[name] for tables in alone if len(tables[name])]
        pd.testing.assert_frame_equal(table, pd.concat(rows, ignore_index=True))


def whose(article: Article, spans: Sequence[Span]) -> tuple[list[str], list[str], list[float]]:
    group = Group((article,))
    voices, kinds, shares = group.voices_of(group.lay([spans]))
    return voices.tolist(), kinds.tolist(), shares.tolist()


def test_a_span_over_several_voices_takes_the_one_with_most_words() -> None:
    article = parse_article('"The door is wide open," Ann Marsh said.')
    whole = article.span(0, len(article.text))
    tail, nothing = article.span(25, 39), article.span(39, 39)
    assert whose(article, (whole, tail, nothing)) == (
        ["Ann Marsh", "narrator", "narrator"],
        ["direct", "narrator", "narrator"],
        [5 / 8, 1.0, 1.0],
    )
    assert words_in(article, (whole, tail, nothing)) == [8, 3, 0]
    group = Group((article,))
    assert group.words_of(group.lay([(whole, tail, nothing)])).tolist() == [8, 3, 0]
    assert whose(article, ()) == ([], [], [])


def test_voices_that_come_back_are_counted_together_and_a_tie_goes_to_the_first() -> None:
    article = parse_article('"One two," Ann Marsh said. "Three four," Ann Marsh said.')
    whole = article.span(0, len(article.text))
    assert whose(article, (whole,)) == (["narrator"], ["narrator"], [6 / 10])
    tie = article.span(1, len('"One two," Ann Marsh'))
    assert whose(article, (tie,)) == (["Ann Marsh"], ["direct"], [1 / 2])


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


@pytest.mark.parametrize("stories", [[], "story"])
def test_what_a_finder_would_refuse_is_refused_without_stories_too(stories: object) -> None:
    given = [newslib.parse_article("Talks may resume.")] if stories else []
    with pytest.raises(ValueError, match="categories names 'nope'; choose"):
        newslib.hedges_table(given, categories=["nope"])
    with pytest.raises(TypeError, match="give a Lexicon"):
        newslib.hedges_table(given, lexicon="x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="genre is 'nope'; choose"):
        newslib.certainty_table(given, genre="nope")
    with pytest.raises(ValueError, match="method is 'nope'; choose one of"):
        newslib.sentiment_table(given, methods=["nope"])
    with pytest.raises(TypeError, match="give a Codebook"):
        newslib.frames_table(given, codebook=3)  # type: ignore[arg-type]


def test_a_list_is_no_single_string() -> None:
    story = parse_article("Talks may resume.")
    with pytest.raises(TypeError, match="give a list of categories"):
        newslib.hedges_table(story, categories="epistemic")
    with pytest.raises(TypeError, match="give a list of methods"):
        newslib.sentiment_table(story, methods="vader")


EVERY = sorted(set(TABLES) - {"kwic"})
VOICED = [
    name
    for name in TABLES
    if name in newslib.__all__ and "voice" in inspect.signature(getattr(newslib, name)).parameters
]


def test_all_tables_are_those_of_the_single_functions() -> None:
    articles = [study_text(), parse_article(""), parse_article("Talks may resume.", id="b")]
    found = all_tables(articles)
    assert sorted(found) == EVERY
    for name, table in found.items():
        pd.testing.assert_frame_equal(table, TABLES[name](articles))
    for name, table in all_tables([]).items():
        pd.testing.assert_frame_equal(table, TABLES[name]([]))


def test_some_tables_come_in_the_order_asked_for(tmp_path: Path) -> None:
    for id in ("b", "a"):  # noqa: A001
        (tmp_path / f"{id}.txt").write_text("Talks may resume.", encoding="utf-8")
    lazy = read_articles(tmp_path)
    found = all_tables(lazy, tables=iter(["tokens_table", "articles_table"]))
    assert list(found) == ["tokens_table", "articles_table"]
    assert list(found["articles_table"]["article"]) == ["a", "b"]
    assert all_tables(lazy, tables=[]) == {}


def test_what_was_found_is_let_go_article_by_article() -> None:
    articles = [parse_article("Talks may resume."), parse_article("She left.")]
    before = newslib.sentences(articles[0])
    all_tables(articles, tables=["sentences_table"])
    after = newslib.sentences(articles[0])
    assert after == before
    assert after is not before


def test_all_tables_refuses_what_it_cannot_make() -> None:
    with pytest.raises(ValueError, match="tables holds 'kwic'; choose from articles_table, "):
        all_tables([], tables=["kwic"])
    with pytest.raises(TypeError, match="give a list of tables"):
        all_tables([], tables="quotes_table")
    with pytest.raises(TypeError, match="give True, False or None"):
        all_tables([], progress="yes")  # type: ignore[arg-type]
    for wrong in ("text", 3, None, ["text"]):
        with pytest.raises(TypeError, match="give"):
            all_tables(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", VOICED)
def test_a_table_without_voice_lacks_its_three_columns_alone(name: str) -> None:
    story = study_text()
    function = partial(kwic, pattern="the") if name == "kwic" else TABLES[name]
    full = function(story)
    bare = function(story, voice=False)
    pd.testing.assert_frame_equal(bare, full.drop(columns=["voice", "voice_kind", "voice_share"]))
    same_shape(function([], voice=False), bare)


def test_without_voice_nobody_looks_for_quotations(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(article: Article) -> None:
        raise AssertionError(article)

    monkeypatch.setattr(places, "voices", refuse)
    story = parse_article('"Talks may resume," Ann Marsh said.')
    for name in VOICED:
        function = partial(kwic, pattern="the") if name == "kwic" else TABLES[name]
        function(story, voice=False)
    with pytest.raises(AssertionError):
        tokens_table(story)


class Terminal(io.StringIO):
    """A standard error stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "ci", "asked", "drawn"),
    [
        (Terminal, "", None, True),
        (Terminal, "true", None, False),
        (Terminal, "", False, False),
        (io.StringIO, "", None, False),
        (io.StringIO, "", True, True),
        (io.StringIO, "true", True, True),
    ],
)
def test_a_bar_is_drawn_only_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch,
    stream: type[io.StringIO],
    ci: str,
    asked: bool | None,
    drawn: bool,
) -> None:
    written = stream()
    monkeypatch.setattr("sys.stderr", written)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    all_tables([parse_article("Talks.")] * 2, tables=["parts_table"], progress=asked)
    assert bool(written.getvalue()) == drawn


def test_a_short_walk_draws_no_bar_and_none_needs_a_standard_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = Terminal()
    monkeypatch.delenv("CI", raising=False)
    for each in (written, None):
        monkeypatch.setattr("sys.stderr", each)
        all_tables([parse_article("Talks.")] * 2, tables=["parts_table"])
    assert written.getvalue() == ""


def test_tables_are_the_same_without_pyarrow(tmp_path: Path) -> None:
    """Pandas keeps strings in pyarrow where it finds it, else in objects."""
    for storage in ("python", "pyarrow"):
        if storage == "pyarrow":
            pytest.importorskip("pyarrow")
        with pd.option_context("mode.string_storage", storage):
            for name, table in all_tables(study_text()).items():
                write_csv(table, tmp_path / storage / f"{name}.csv")
                assert set(map(str, table.dtypes)) <= {
                    "string",
                    "int64",
                    "Int64",
                    "float64",
                    "bool",
                }
    for file in sorted((tmp_path / "pyarrow").glob("*.csv")):
        assert file.read_bytes() == (tmp_path / "python" / file.name).read_bytes()


def test_places_in_columns_lie_as_spans_do() -> None:
    stories = tuple(parse_article(text) for text in ("Talks failed.", "", "She left. He stayed."))
    group, spans = (
        Group(stories),
        [[one.span for one in newslib.tokens(story)] for story in stories],
    )
    columns = [
        Places([s.start for s in own], [s.end for s in own], [s.text for s in own]) for own in spans
    ]
    laid, other = group.lay(spans), group.lay_columns(columns)
    assert (laid.counts, laid.texts) == (other.counts, other.texts)
    for name in ("begins", "starts", "ends"):
        assert getattr(laid, name).tolist() == getattr(other, name).tolist()


@pytest.mark.parametrize("storage", ["pyarrow", "python"])
def test_a_column_of_texts_is_what_pandas_makes_of_it(storage: str) -> None:
    with pd.option_context("mode.string_storage", storage):
        for cells in ([], ["Kyjiw", None, "Київ"], [None], ["a", 1, float("nan")]):
            made = as_frame({"text": "string"}, [cells])["text"]
            pd.testing.assert_series_equal(made, pd.Series(cells, dtype="string", name="text"))
            assert made.dtype == f"string[{storage}]"


def test_floats_are_rounded_and_whole_numbers_are_not() -> None:
    frame = as_frame({"x": "float64", "n": "int64"}, [[0.123456, None], [123456, 7]])
    assert frame["x"].tolist()[0] == 0.1235
    assert frame["n"].tolist() == [123456, 7]


def test_pieces_of_one_kind_are_laid_end_to_end() -> None:
    import numpy as np

    pieces = [Repeated(["a", "b"], np.array([1, 0])), Repeated(["c"], np.array([0]))]
    whole = joined(pieces)
    assert isinstance(whole, Repeated)
    assert whole.tolist() == ["b", "a", "c"]
    assert joined([]) == []
    assert joined([np.array([1]), np.array([2, 3])]).tolist() == [1, 2, 3]  # type: ignore[union-attr]


def test_it_makes_no_difference_how_many_spans_are_looked_up_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stories = [parse_article(text) for text in ('"No," Ann Marsh said. She left.', "", "Talks.")]
    for articles in (stories, stories[:1]):
        whole = newslib.all_tables(articles)
        with monkeypatch.context() as patch:
            patch.setattr(places, "_AT_ONCE", 2)
            again = newslib.all_tables(articles)
        for name, table in whole.items():
            pd.testing.assert_frame_equal(again[name], table)
