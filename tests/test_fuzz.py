"""Every public function over any text at all: what it promises holds, and nothing raises."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FunctionType
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strange import TEXTS, documented, slices_back, strained

import newslib
from newslib import Article, parse_article

Tables = dict[str, pd.DataFrame]
FIRST = ["article", "part", "start", "end", "text"]


def spans_of(article: Article) -> list[newslib.Span]:
    """Places to ask about: every mention, and the whole text."""
    return [*(m.span for m in newslib.find_mentions(article)), article.span(0, len(article.text))]


def tone(article: Article) -> object:
    return [newslib.tone_towards(article, target=span) for span in spans_of(article)]


def acts_between(article: Article) -> object:
    places = spans_of(article)
    return [
        documented(lambda a=a, b=b: newslib.act_between(article, actor=a, target=b))  # type: ignore[misc]
        for a in places[:3]
        for b in places[:3]
    ]


def tiled(article: Article) -> object:
    found = newslib.voices(article)
    assert "".join(tile.span.text for tile in found) == article.text
    assert all(a.span.end == b.span.start for a, b in pairwise(found))
    return found


def covered(article: Article) -> object:
    """Parts and unplaced pieces hold every character that is no space, once."""
    parts = [span for span, _ in newslib.tables.places.part_spans(article)]
    inside = [at for span in parts for at in range(span.start, span.end)]
    assert len(inside) == len(set(inside))
    outside = set(range(len(article.text))) - set(inside)
    assert not "".join(article.text[at] for at in outside).strip()
    return article


FINDERS: dict[str, Callable[[Article], object]] = {
    "parse_article": covered,
    "sentences": newslib.sentences,
    "tokens": newslib.tokens,
    "find_marks": newslib.find_marks,
    "find_mentions": newslib.find_mentions,
    "name_of": lambda a: [newslib.name_of(a, span) for span in spans_of(a)],
    "find_quotes": newslib.find_quotes,
    "voices": tiled,
    "find_hedges": newslib.find_hedges,
    "score_certainty": newslib.score_certainty,
    "stance_of": lambda a: newslib.stance_of(a.text),
    "score_sentences": lambda a: [
        newslib.score_sentences(a, method=method) for method in ("textblob", "vader", "news")
    ],
    "tone_towards": tone,
    "find_frames": newslib.find_frames,
    "find_acts": newslib.find_acts,
    "act_between": acts_between,
}

TABLES: dict[str, Callable[[list[Article]], pd.DataFrame]] = {
    **{name: getattr(newslib, name) for name in newslib.__all__ if name.endswith("_table")},
    "kwic": lambda articles: newslib.kwic(articles, "*a*"),
}


def lift(tables: Tables) -> pd.DataFrame:
    mentions, sentences = tables["mentions_table"], tables["sentences_table"]
    return newslib.frame_lift(tables["frames_table"], mentions=mentions, sentences=sentences)


def scored(tables: Tables) -> pd.DataFrame:
    found, within = tables["hedges_table"], tables["sentences_table"]
    return newslib.score_against(
        found, gold=found[::2], label="category", within=within, samples=20
    )


def crossed(tables: Tables) -> pd.DataFrame:
    found, within = tables["hedges_table"], tables["sentences_table"]
    return newslib.confusion(found, gold=found[::2], label="category", within=within).iloc[:, :1]


def parted(tables: Tables) -> pd.DataFrame:
    found, within = tables["hedges_table"], tables["sentences_table"]
    return newslib.disagreements(found, gold=found[::2], label="category", within=within)


def rated(tables: Tables) -> pd.DataFrame:
    hedges, tokens = tables["hedges_table"], tables["tokens_table"]
    return newslib.rates(hedges, tokens=tokens, min_words=1, samples=20)


def judged(tables: Tables) -> pd.DataFrame:
    rows = tables["tokens_table"].rename(columns={"kind": "label"})
    both = pd.concat([rows.assign(coder="one"), rows.assign(coder="two")])
    return newslib.agreement(both, unit=["article", "start"], samples=20)


def keyness(tables: Tables) -> pd.DataFrame:
    return newslib.log_odds(tables["tokens_table"], by="part")


def words(tables: Tables) -> pd.DataFrame:
    return newslib.count_words(tables["tokens_table"])


def coded(tables: Tables) -> pd.DataFrame:
    hedges, units = tables["hedges_table"], tables["sentences_table"]
    return newslib.code_units(hedges, units=units, label="category")


COMPARISONS: dict[str, Callable[[Tables], object]] = {
    "count_words": words,
    "content_words": lambda t: newslib.content_words(
        t["tokens_table"], without=newslib.load_lexicon("function_words")
    ),
    "collocations": lambda t: newslib.collocations(t["tokens_table"], min_n=1),
    "type_token_ratio": lambda t: newslib.type_token_ratio(t["tokens_table"]),
    "rates": rated,
    "shares": lambda t: newslib.shares(t["hedges_table"], by="voice", samples=20),
    "mean_tones": lambda t: newslib.mean_tones(t["targets_table"], min_n=1, samples=20),
    "log_odds": keyness,
    "frame_lift": lift,
    "method_agreement": lambda t: newslib.method_agreement(t["sentiment_table"]),
    "sample_for_coding": lambda t: newslib.sample_for_coding(t["sentences_table"], n=3),
    "code_units": coded,
    "score_against": scored,
    "confusion": crossed,
    "disagreements": parted,
    "agreement": judged,
}


def drawn(name: str, *tables: str) -> Callable[[Tables], object]:
    """The chart of one table, or of what a function makes of the tables."""
    return lambda t: getattr(newslib, name)(*(t[table] for table in tables))


def dispersed(tables: Tables) -> object:
    found, whole = tables["tokens_table"], tables["articles_table"]
    return newslib.plot_dispersion(found, by="text", articles=whole)


def measured(tables: Tables) -> object:
    """A chart of figures whose names hold whatever the text does."""
    names = tables["sentences_table"][["text"]].rename(columns={"text": "data"})
    figures: dict[str, Any] = {
        "measure": "F1",
        "kind": "newslib",
        "figure": 50.0,
        "low": 40.0,
        "high": 60.0,
    }
    return newslib.plot_benchmarks(names.assign(**figures))


CHARTS: dict[str, Callable[[Tables], object]] = {
    "plot_words": lambda t: newslib.plot_words(words(t)),
    "plot_lengths": drawn("plot_lengths", "sentences_table"),
    "plot_dispersion": dispersed,
    "plot_voices": drawn("plot_voices", "voices_table"),
    "plot_voice_shares": drawn("plot_voice_shares", "voices_table"),
    "plot_reporting_verbs": drawn("plot_reporting_verbs", "quotes_table"),
    "plot_rates": lambda t: newslib.plot_rates(rated(t)),
    "plot_stance": drawn("plot_stance", "quotes_table"),
    "plot_certainty": drawn("plot_certainty", "certainty_table"),
    "plot_sentiment": drawn("plot_sentiment", "sentiment_table"),
    "plot_targets": drawn("plot_targets", "targets_table"),
    "plot_frame_shares": drawn("plot_frame_shares", "frames_table"),
    "plot_actor_frames": lambda t: newslib.plot_actor_frames(lift(t)),
    "plot_acts": drawn("plot_acts", "acts_table"),
    "plot_log_odds": lambda t: newslib.plot_log_odds(keyness(t)),
    "plot_benchmarks": measured,
    "plot_agreement": lambda t: newslib.plot_agreement(scored(t)),
}

ELSEWHERE = {
    "load_lexicon": "test_a_name_of_a_lexicon_is_known_or_refused",
    "read_lexicon": "test_any_file_is_read_or_refused_in_one_sentence",
    "read_codebook": "test_any_file_is_read_or_refused_in_one_sentence",
    "read_codings": "test_any_file_is_read_or_refused_in_one_sentence",
    "read_article": "test_any_file_is_read_or_refused_in_one_sentence",
    "read_articles": "test_any_folder_is_read_with_its_problems_told",
    "all_tables": "test_all_tables_are_those_of_their_functions",
    "write_tables": "test_tables_at_scale_are_those_of_their_functions",
    "table_over_dask": "test_tables_at_scale_are_those_of_their_functions",
    "check_codings": "test_places_that_newslib_gives_are_sound",
    "write_csv": "test_any_table_is_written_and_read_again",
    "picture": "test_any_chart_is_drawn",
    "marked": "test_any_story_is_marked",
    "bootstrap_interval": "test_any_numbers_have_an_interval",
}


@pytest.fixture(autouse=True)
def _no_figure_is_left_open() -> Iterator[None]:
    mpl.use("agg")
    yield
    plt.close("all")


def test_no_public_function_is_forgotten() -> None:
    functions = {
        name
        for name in newslib.__all__
        if callable(getattr(newslib, name)) and not inspect.isclass(getattr(newslib, name))
    }
    assert functions == {*FINDERS, *TABLES, *COMPARISONS, *CHARTS, *ELSEWHERE}
    for test in ELSEWHERE.values():
        assert isinstance(globals()[test], FunctionType)


@pytest.mark.parametrize("name", FINDERS)
@strained(30)
@given(TEXTS)
def test_what_is_found_slices_back(name: str, text: str) -> None:
    article = parse_article(text)
    slices_back(article, FINDERS[name](article))


@lru_cache(maxsize=64)
def stories(texts: tuple[str, ...]) -> tuple[Article, ...]:
    return tuple(parse_article(text, id=f"{n}") for n, text in enumerate(texts))


@lru_cache(maxsize=64)
def tables_of(texts: tuple[str, ...]) -> Tables:
    return newslib.all_tables(stories(texts))


def shape(table: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(kind) for name, kind in table.dtypes.items()}


MANY = st.lists(TEXTS, max_size=2).map(tuple)


@pytest.mark.parametrize("name", TABLES)
@strained(8)
@given(MANY)
def test_every_table_keeps_its_shape(name: str, texts: tuple[str, ...]) -> None:
    table = TABLES[name](list(stories(texts)))
    assert list(table.columns[:5]) == FIRST
    assert shape(table) == shape(TABLES[name]([]))
    by_id = {story.id: story.text for story in stories(texts)}
    for row in table.to_dict("records"):
        assert by_id[row["article"]][row["start"] : row["end"]] == row["text"]


@strained(3)
@given(MANY)
def test_all_tables_are_those_of_their_functions(texts: tuple[str, ...]) -> None:
    for name, table in tables_of(texts).items():
        pd.testing.assert_frame_equal(table, TABLES[name](list(stories(texts))))


@strained(2)
@given(MANY)
def test_tables_at_scale_are_those_of_their_functions(texts: tuple[str, ...]) -> None:
    bag = pytest.importorskip("dask.bag")
    table = newslib.sentences_table(stories(texts))
    with TemporaryDirectory() as folder:
        newslib.write_tables(stories(texts), folder, tables=["sentences_table"], workers=1)
        written = pd.read_parquet(Path(folder) / "sentences_table")
    pd.testing.assert_frame_equal(written, table)
    many = bag.from_sequence(list(stories(texts)) or [parse_article("")], npartitions=1)
    lazy = newslib.table_over_dask(many, table=newslib.sentences_table)
    pd.testing.assert_frame_equal(lazy.compute(scheduler="sync").reset_index(drop=True), table)


@pytest.mark.parametrize("name", COMPARISONS)
@strained(5)
@given(MANY)
def test_every_comparison_keeps_its_shape(name: str, texts: tuple[str, ...]) -> None:
    compare = COMPARISONS[name]
    result = documented(lambda: compare(tables_of(texts)))
    empty = documented(lambda: compare(tables_of(())))
    if isinstance(result, pd.DataFrame) and isinstance(empty, pd.DataFrame):
        assert shape(result) == shape(empty)


@pytest.mark.filterwarnings("ignore:Glyph")  # matplotlib says what its font lacks
@pytest.mark.parametrize("name", CHARTS)
@strained(4)
@given(MANY)
def test_any_chart_is_drawn(name: str, texts: tuple[str, ...]) -> None:
    plt.close("all")
    axes = documented(lambda: CHARTS[name](tables_of(texts)))
    if axes is not None:
        assert isinstance(axes, mpl.axes.Axes)
        shown = newslib.picture(axes, alt=f"alt {texts}", caption=f"caption {texts}")
        ElementTree.fromstring(shown.svg)


@strained(12)
@given(TEXTS)
def test_any_story_is_marked(text: str) -> None:
    story = parse_article(text)
    tables = tables_of((text,))
    marks = [tables[name] for name in ("quotes_table", "hedges_table", "frames_table")]
    assert newslib.marked(story, *(table.assign(article=story.id) for table in marks)).html


@strained(6)
@given(MANY)
def test_places_that_newslib_gives_are_sound(texts: tuple[str, ...]) -> None:
    for table in tables_of(texts).values():
        held = table[table["start"] < table["end"]]
        assert newslib.check_codings(held, articles=stories(texts)).empty


@strained(6)
@given(MANY, st.booleans())
def test_any_table_is_written_and_read_again(texts: tuple[str, ...], guard: bool) -> None:
    table = tables_of(texts)["sentences_table"]
    with TemporaryDirectory() as folder:
        newslib.write_csv(table, Path(folder) / "a.csv", guard=guard)
        again = pd.read_csv(
            Path(folder) / "a.csv", dtype=table.dtypes.to_dict(), keep_default_na=False
        )
    assert len(again) == len(table)
    if not guard:
        assert again["text"].tolist() == table["text"].tolist()


@strained(50)
@given(st.lists(st.floats(), max_size=5), st.integers(-1, 50))
def test_any_numbers_have_an_interval(numbers: list[float], samples: int) -> None:
    found = documented(lambda: newslib.bootstrap_interval(numbers, samples=samples))
    assert found is None or len(found) == 2


@strained(30)
@given(TEXTS)
def test_a_name_of_a_lexicon_is_known_or_refused(text: str) -> None:
    documented(lambda: newslib.load_lexicon(text))


READERS: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "read_lexicon": (newslib.read_lexicon, (".tsv",)),
    "read_codebook": (newslib.read_codebook, (".tsv",)),
    "read_codings": (newslib.read_codings, (".csv",)),
    "read_article": (newslib.read_article, (".txt", ".html", ".jsonl", ".csv", ".tsv", ".txt.gz")),
}
HEADS = ("", "entry\tcategory\tstrength\n", "article,start,end,label\n", "text,id\n", '{"text": "')
FILES = st.one_of(
    st.binary(max_size=200),
    st.tuples(st.sampled_from(HEADS), TEXTS).map(
        lambda pair: "".join(pair).encode("utf-8", errors="replace")
    ),
)


@pytest.mark.parametrize("name", READERS)
@strained(30)
@given(FILES, st.integers(0, 5))
def test_any_file_is_read_or_refused_in_one_sentence(name: str, data: bytes, kind: int) -> None:
    read, suffixes = READERS[name]
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"a{suffixes[kind % len(suffixes)]}"
        file.write_bytes(data)
        found = documented(lambda: read(file))
        if isinstance(found, Article):
            slices_back(found, found)


@strained(25)
@given(st.lists(FILES, max_size=3), st.integers(0, 5))
def test_any_folder_is_read_with_its_problems_told(files: list[bytes], kind: int) -> None:
    with TemporaryDirectory() as folder:
        for number, data in enumerate(files):
            suffix = READERS["read_article"][1][(kind + number) % 6]
            (Path(folder) / f"{number}{suffix}").write_bytes(data)
        found = documented(lambda: newslib.read_articles(folder)) if files else None
        articles = newslib.Articles(()) if found is None else found
        for article in articles:
            slices_back(article, article)
        told = newslib.problems_table(articles)
    assert shape(told) == shape(newslib.problems_table([]))
