"""Charts along one story: sentiment and certainty by sentence, over the voices that speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.charts.base import (
    BLUE,
    GREY,
    HATCHES,
    MARKERS,
    RED,
    colours,
    drawing,
    legend_above,
    one_article,
    say_empty,
    shorten,
)
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_certainty", "plot_sentiment"]

_LINES = ("#000000", BLUE, RED)


def plot_sentiment(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The score of each sentence of one story in order, one line a method, voices shaded behind.

    Takes a `sentiment_table`. A sentence is shaded where most of its words are a speaker's:
    plain for direct speech, striped for mixed, dotted for reported. Methods have different
    scales; all here run from −1 to 1.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, sentiment_table
    >>> ax = plot_sentiment(sentiment_table(parse_article("Talks failed badly. He left.")))
    >>> ax.get_ylabel()
    'sentiment of the sentence'
    """
    need(table, "article", "start", "method", "score", "voice", "voice_kind")
    one_article(table)
    with drawing(ax) as axes:
        if table.empty:
            say_empty(axes)
            return axes
        _shade_voices(axes, table.drop_duplicates("start"))
        for i, (method, rows) in enumerate(table.groupby("method", sort=False)):
            axes.plot(
                range(1, len(rows) + 1),
                rows["score"],
                marker=MARKERS[i],
                color=_LINES[i % 3],
                linestyle=("-", "--", ":")[i % 3],
                markersize=4,
                linewidth=1,
                label=str(method),
            )
        axes.axhline(0, color=GREY, linewidth=0.8)
        axes.set_ylim(-1.05, 1.05)
        axes.set_xlabel("sentence, in the order of the story")
        axes.set_ylabel("sentiment of the sentence")
        legend_above(axes)
    return axes


def plot_certainty(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """How certain each sentence of one story sounds, in order, voices shaded behind.

    Takes a `certainty_table`: 1 is least certain, 6 most; open dots are hedged sentences.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import certainty_table, parse_article
    >>> plot_certainty(certainty_table(parse_article("Talks may fail."))).get_ylabel()
    'certainty, 1 to 6'
    """
    need(table, "article", "start", "certainty", "hedged", "voice", "voice_kind")
    one_article(table)
    with drawing(ax) as axes:
        if table.empty:
            say_empty(axes)
            return axes
        _shade_voices(axes, table)
        numbered = table.reset_index(drop=True)
        axes.plot(numbered.index + 1, numbered["certainty"], color="#000000", linewidth=1)
        for hedged, fill in ((True, "white"), (False, "#000000")):
            rows = numbered[numbered["hedged"] == hedged]
            axes.plot(
                rows.index + 1,
                rows["certainty"],
                "o",
                markerfacecolor=fill,
                markeredgecolor="#000000",
                label="hedged sentence" if hedged else "not hedged",
            )
        axes.set_ylim(0.8, 6.2)
        axes.set_xlabel("sentence, in the order of the story")
        axes.set_ylabel("certainty, 1 to 6")
        legend_above(axes)
    return axes


def _shade_voices(axes: Axes, sentences: pd.DataFrame) -> None:
    """Shade each sentence in its voice's colour; the first of each voice goes in the legend."""
    paint, named = colours(sentences["voice"]), {"narrator"}
    rows = zip(sentences["voice"], sentences["voice_kind"], strict=True)
    for number, (voice, kind) in enumerate(rows, 1):
        if voice == "narrator":
            continue
        label = None if voice in named else shorten(voice)
        named.add(voice)
        axes.axvspan(
            number - 0.5,
            number + 0.5,
            label=label,
            facecolor=paint[voice],
            hatch=HATCHES.get(kind, ""),
            edgecolor="white",
            alpha=0.35,
            linewidth=0,
        )
    axes.set_xlim(0.5, len(sentences) + 0.5)
