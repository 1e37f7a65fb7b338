"""Charts of words and sentences: counts, lengths, and where in the story words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslib.charts.base import (
    BLUE,
    MARKERS,
    PALE,
    colours,
    count_axis,
    drawing,
    legend_above,
    name_rows,
    one_article,
    say_empty,
    shorten,
)
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_dispersion", "plot_lengths", "plot_words"]


def plot_words(table: pd.DataFrame, *, n: int = 15, ax: Axes | None = None) -> Axes:
    """The most used words of a `count_words` table, one dot a word, most used on top.

    >>> import matplotlib, pandas as pd
    >>> matplotlib.use("agg")
    >>> ax = plot_words(pd.DataFrame({"word": ["summit", "talks"], "n": [3, 1]}))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['summit', 'talks']
    """
    need(table, "word", "n")
    top = table.head(n)
    with drawing(ax) as axes:
        if top.empty:
            say_empty(axes)
            return axes
        rows = range(len(top))
        axes.hlines(rows, 0, top["n"], color=PALE, linewidth=1)
        axes.plot(top["n"], rows, "o", color=BLUE)
        axes.set_yticks(list(rows), [shorten(word) for word in top["word"]])
        axes.set_xlim(0, top["n"].max() * 1.05)
        count_axis(axes.xaxis)
        axes.set_xlabel("times used")
        axes.invert_yaxis()
    return axes


def plot_lengths(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The length of each sentence of one story, in order, coloured by the part it stands in.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, sentences_table
    >>> plot_lengths(sentences_table(parse_article("Talks failed. He left."))).get_ylabel()
    'words'
    """
    need(table, "article", "part", "n_words")
    one_article(table)
    with drawing(ax) as axes:
        if table.empty:
            say_empty(axes)
            return axes
        paint, numbered = colours(table["part"]), table.reset_index(drop=True)
        for i, (part, rows) in enumerate(numbered.groupby("part", sort=False)):
            axes.bar(
                rows.index + 1,
                rows["n_words"],
                label=str(part),
                color=paint[str(part)],
                hatch=("", "//", "..", "xx")[i % 4],
                edgecolor="white",
            )
        axes.set_xlabel("sentence, in the order of the story")
        axes.set_ylabel("words")
        legend_above(axes)
    return axes


def plot_dispersion(
    table: pd.DataFrame, *, by: str, articles: pd.DataFrame, ax: Axes | None = None
) -> Axes:
    """Where the rows of a table stand in their texts, the axis over the whole of each text.

    `by` is the column whose values are told apart ("pattern" of a `kwic` table, "frame" of a
    `frames_table`); `articles` is the `articles_table`, so that texts are drawn to their full
    length and those without a hit are drawn too. One story has a row for each value, in the
    order they first appear in the table; several have a row each, in the order of `articles`,
    the values told apart by colour and shape.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import articles_table, kwic, parse_article
    >>> story = parse_article("Talks may resume. Talks may fail.")
    >>> ax = plot_dispersion(kwic(story, "talks"), by="pattern", articles=articles_table(story))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['talks']
    """
    need(table, "article", "start", by)
    need(articles, "article", "end")
    lengths = dict(zip(articles["article"], articles["end"], strict=True))
    values = list(dict.fromkeys(table[by]))
    several = len(lengths) > 1
    labels = list(lengths) if several else values
    with drawing(ax, height=1.4 + min(8.0, 0.32 * max(6, len(labels)))) as axes:
        if not labels:
            say_empty(axes)
            return axes
        rows = {label: row for row, label in enumerate(labels)}
        paint = colours(map(str, values))
        for i, value in enumerate(values):
            hits = table[table[by] == value]
            unit = hits["article"].map(lengths) / 100 if several else 1
            heights = hits["article"].map(rows) if several else [rows[value]] * len(hits)
            look = (MARKERS[i % 8], 5) if several else ("|", 16)
            axes.plot(
                hits["start"] / unit,
                heights,
                linestyle="",
                label=str(value),
                markeredgewidth=1.6,
                color=paint[str(value)] if several else BLUE,
                marker=look[0],
                markersize=look[1],
            )
        _finish(axes, labels, 100 if several else max(lengths.values(), default=1), several=several)
    return axes


def _finish(axes: Axes, labels: list[Any], end: float, *, several: bool) -> None:
    """Name the rows and draw the axis over the whole text."""
    names = [label if several else str(label).replace("_", " ") for label in labels]
    name_rows(axes, names, what="stories" if several else "values")
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_xlim(0, end)
    axes.grid(visible=True, axis="y")
    axes.set_xlabel("place in the story, per cent" if several else "place in the story, characters")
    if several and axes.get_legend_handles_labels()[0]:
        legend_above(axes)
