from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from support import study_text

import newslib
from newslib import Article, load_lexicon, parse_article, picture

Stories = Article | Iterable[Article]


@pytest.fixture(autouse=True)
def _no_figure_is_left_open() -> Iterator[None]:
    mpl.use("agg")
    yield
    plt.close("all")


def words(articles: Stories) -> pd.DataFrame:
    table = newslib.tokens_table(articles)
    return newslib.count_words(table, without=load_lexicon("function_words"))


def lift(articles: Stories) -> pd.DataFrame:
    return newslib.frame_lift(
        newslib.frames_table(articles),
        mentions=newslib.mentions_table(articles),
        sentences=newslib.sentences_table(articles),
    )


def keyness(articles: Stories) -> pd.DataFrame:
    table = newslib.tokens_table(articles)
    columns = ["word", "n_first", "n_second", "log_odds", "z"]
    if table["voice"].nunique() < 2:
        return pd.DataFrame(columns=columns)
    groups = ("narrator", next(voice for voice in table["voice"] if voice != "narrator"))
    return newslib.log_odds(table, by="voice", groups=groups)


def agreeing(articles: Stories) -> pd.DataFrame:
    found = newslib.hedges_table(articles)
    return newslib.score_against(found, gold=found[::2], label="category", within=found)


def figures(articles: Stories) -> pd.DataFrame:
    """A table of figures, as many rows as there are kinds of hedge."""
    kinds = newslib.hedges_table(articles)["category"].unique()
    columns = ["data", "measure", "kind", "figure", "low", "high"]
    rows = [(kind, "F1", "newslib", 70.0, 60.0, 80.0) for kind in kinds]
    return pd.DataFrame(
        [*rows, *[(kind, "F1", "rules", 50.0, None, None) for kind in kinds]], columns=columns
    ).astype({"low": "float64", "high": "float64"})


def dispersion(articles: Stories, ax: Axes | None = None) -> Axes:
    found = pd.concat([newslib.kwic(articles, word) for word in ("summit", "initiative", "NATO")])
    whole = newslib.articles_table(articles)
    return newslib.plot_dispersion(found, by="pattern", articles=whole, ax=ax)


Chart = Callable[..., Axes]
CHARTS: dict[str, Chart] = {
    "plot_words": lambda a, ax=None: newslib.plot_words(words(a), ax=ax),
    "plot_lengths": lambda a, ax=None: newslib.plot_lengths(newslib.sentences_table(a), ax=ax),
    "plot_dispersion": dispersion,
    "plot_voices": lambda a, ax=None: newslib.plot_voices(newslib.voices_table(a), ax=ax),
    "plot_voice_shares": lambda a, ax=None: newslib.plot_voice_shares(
        newslib.voices_table(a), ax=ax
    ),
    "plot_reporting_verbs": lambda a, ax=None: newslib.plot_reporting_verbs(
        newslib.quotes_table(a), ax=ax
    ),
    "plot_acts": lambda a, ax=None: newslib.plot_acts(newslib.acts_table(a), ax=ax),
    "plot_actor_frames": lambda a, ax=None: newslib.plot_actor_frames(lift(a), ax=ax),
    "plot_frame_shares": lambda a, ax=None: newslib.plot_frame_shares(
        newslib.frames_table(a), ax=ax
    ),
    "plot_certainty": lambda a, ax=None: newslib.plot_certainty(newslib.certainty_table(a), ax=ax),
    "plot_stance": lambda a, ax=None: newslib.plot_stance(newslib.quotes_table(a), ax=ax),
    "plot_rates": lambda a, ax=None: newslib.plot_rates(
        newslib.rates(newslib.hedges_table(a), tokens=newslib.tokens_table(a)), ax=ax
    ),
    "plot_agreement": lambda a, ax=None: newslib.plot_agreement(agreeing(a), ax=ax),
    "plot_benchmarks": lambda a, ax=None: newslib.plot_benchmarks(figures(a), ax=ax),
    "plot_log_odds": lambda a, ax=None: newslib.plot_log_odds(keyness(a), ax=ax),
    "plot_targets": lambda a, ax=None: newslib.plot_targets(newslib.targets_table(a), ax=ax),
    "plot_sentiment": lambda a, ax=None: newslib.plot_sentiment(newslib.sentiment_table(a), ax=ax),
}
ALONG_ONE_STORY = {"plot_lengths", "plot_sentiment", "plot_certainty"}


def labels(axes: Axes) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]


def xs(line: Line2D) -> list[float]:
    return [float(x) for x in np.asarray(line.get_xdata())]


def ys(line: Line2D) -> list[float]:
    return [float(y) for y in np.asarray(line.get_ydata())]


def test_every_chart_is_tried_here() -> None:
    assert set(CHARTS) == {name for name in dir(newslib) if name.startswith("plot_")}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("text", ["", "Talks.", '"No," Ann Marsh said.'])
def test_a_chart_is_right_for_nothing_and_for_one_row(name: str, text: str) -> None:
    assert isinstance(CHARTS[name](parse_article(text)), Axes)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_draws_on_the_axes_it_is_given_and_opens_no_figure(name: str) -> None:
    from matplotlib.figure import Figure

    given = Figure().subplots()
    assert CHARTS[name](study_text(), ax=given) is given
    assert plt.get_fignums() == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_leaves_the_readers_own_style_alone(name: str) -> None:
    before = mpl.rcParams.copy()
    CHARTS[name](study_text())
    assert mpl.rcParams == before


@pytest.mark.parametrize("name", CHARTS)
def test_axes_are_labelled_in_words(name: str) -> None:
    axes = CHARTS[name](study_text())
    for label in (axes.get_xlabel(), axes.get_ylabel()):
        assert "_" not in label
    assert axes.get_xlabel() or axes.get_ylabel()


@lru_cache(maxsize=1)
def hundred() -> list[Article]:
    text = study_text().text
    return [parse_article(text, id=f"story-{number:03}") for number in range(100)]


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_hundred_stories(name: str) -> None:
    if name in ALONG_ONE_STORY:
        with pytest.raises(ValueError, match="holds 2 articles"):
            CHARTS[name](hundred()[:2])
    else:
        assert isinstance(CHARTS[name](hundred()), Axes)


def test_dispersion_has_its_rows_in_label_order_over_the_whole_text() -> None:
    axes = dispersion(study_text())
    assert labels(axes) == ["summit", "initiative", "NATO"]
    assert axes.get_xlim() == (0, len(study_text().text))
    for row, (line, word) in enumerate(zip(axes.lines, labels(axes), strict=True)):
        assert xs(line) == list(newslib.kwic(study_text(), word)["start"])
        assert set(ys(line)) == {row}
    assert axes.get_ylim()[0] > axes.get_ylim()[1]


def test_dispersion_draws_the_stories_without_a_hit_too() -> None:
    axes = dispersion([parse_article("Nothing here.", id="empty"), study_text()])
    assert labels(axes) == ["empty", study_text().id]
    assert axes.get_xlim() == (0, 100)
    assert {y for line in axes.lines for y in ys(line)} == {1}


def test_words_are_drawn_as_they_are_counted() -> None:
    axes, counted = CHARTS["plot_words"](study_text()), words(study_text()).head(15)
    assert labels(axes) == list(counted["word"])
    assert xs(axes.lines[0]) == list(counted["n"])


def test_the_strip_of_voices_covers_the_text_once() -> None:
    axes = CHARTS["plot_voices"](study_text())
    boxes = [p.get_extents() for c in axes.collections for p in c.get_paths()]
    widths = sorted((box.x0, box.x1) for box in boxes)
    assert widths[0][0] == 0
    assert all(a[1] == b[0] for a, b in pairwise(widths))
    assert widths[-1][1] == len(study_text().text)


def test_each_voice_has_a_line_of_its_own() -> None:
    axes = CHARTS["plot_voices"](study_text())
    found = newslib.voices_table(study_text())
    drawn = [p.get_extents() for c in axes.collections for p in c.get_paths()]
    lines = {(box.x0, box.x1): labels(axes)[round((box.y0 + box.y1) / 2)] for box in drawn}
    places = zip(found["start"], found["end"], strict=True)
    assert lines == dict(zip(places, found["voice"], strict=True))


def test_voices_keep_their_line_from_story_to_story() -> None:
    told = newslib.parse_article('"No," Ann Marsh said. Talks end.', id="one")
    again = newslib.parse_article('Talks begin. "Yes," Ann Marsh said.', id="two")
    axes = newslib.plot_voices(newslib.voices_table([told, again]))
    boxes = [p.get_extents() for c in axes.collections for p in c.get_paths()]
    assert labels(axes) == ["one", "two"]
    assert {round((box.y0 + 0.4) % 1, 3) for box in boxes} == {0, 0.4}


def test_shares_add_up_to_the_words_of_the_story() -> None:
    axes = CHARTS["plot_voice_shares"](study_text())
    drawn = sum(bar.get_width() for bar in axes.patches if isinstance(bar, Rectangle))
    assert drawn == (newslib.tokens_table(study_text())["kind"] != "punctuation").sum()


def test_a_table_of_another_kind_is_refused_by_name() -> None:
    table = newslib.tokens_table(study_text())
    with pytest.raises(ValueError, match="has no column 'n_words'"):
        newslib.plot_lengths(table)
    with pytest.raises(ValueError, match="has no column 'n_words'"):
        newslib.plot_voices(newslib.voices_table(study_text()).drop(columns="n_words"))


def test_a_picture_shows_its_words_and_is_the_same_each_time(tmp_path: Path) -> None:
    shown = [
        picture(CHARTS["plot_words"](study_text()), alt='Dots & "lines".', caption="Words <10>.")
        for _ in range(2)
    ]
    assert shown[0] == shown[1]
    assert plt.get_fignums() == []
    bundle = shown[0]._repr_mimebundle_()
    assert 'alt="Dots &amp; &quot;lines&quot;."' in bundle["text/html"]
    assert "<figcaption>Words &lt;10&gt;.</figcaption>" in bundle["text/html"]
    assert bundle["text/plain"] == 'Dots & "lines".'
    assert shown[0].save(tmp_path / "deep" / "words.svg") is shown[0]
    svg = (tmp_path / "deep" / "words.svg").read_text("utf-8")
    assert svg.startswith("<?xml")
    assert "<dc:date>" not in svg


@pytest.mark.parametrize(("alt", "caption"), [("", "x"), ("x", " ")])
def test_a_picture_without_words_is_refused(alt: str, caption: str) -> None:
    with pytest.raises(ValueError, match="say in words what the chart shows"):
        picture(CHARTS["plot_words"](study_text()), alt=alt, caption=caption)
