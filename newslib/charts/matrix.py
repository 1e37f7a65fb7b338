"""Charts that cross two columns: who speaks how of whom, who does what to whom, frames by actor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslib.charts.base import drawing, needs, say_empty, shorten

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_actor_frames", "plot_acts", "plot_targets"]

_MOST = 14


def plot_targets(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Who speaks how of whom: voices by targets, coloured by mean tone, mentions counted.

    Takes a `targets_table`; the 14 most frequent voices and targets are shown. Red is negative,
    blue positive, and the sign is written beside the number, so greyscale loses nothing.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, targets_table
    >>> ax = plot_targets(targets_table(parse_article("Ann Marsh left.")))
    >>> [label.get_text() for label in ax.get_xticklabels()]
    ['Ann Marsh']
    """
    needs(table, "voice", "name", "label")
    tones = table["label"].map({"negative": -1, "neutral": 0, "positive": 1})
    return _signed(table, "voice", "name", tones, ax, "mean tone towards the target", 1.0)


def plot_acts(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Who does what to whom: actors by targets, coloured from conflict (red) to cooperation (blue).

    Takes an `acts_table`; acts without a named target stand under "nobody named". The score is
    PLOVER's scale from −10 to 10, averaged over the acts of a pair, whose number is written.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import acts_table, parse_article
    >>> ax = plot_acts(acts_table(parse_article("Arland accused Borduria of spying.")))
    >>> ax.get_ylabel()
    'who acts'
    """
    needs(table, "actor", "target", "score")
    named = table.assign(
        actor=table["actor"].fillna("nobody named"), target=table["target"].fillna("nobody named")
    )
    axes = _signed(named, "actor", "target", table["score"], ax, "conflict to cooperation", 10.0)
    axes.set_ylabel("who acts")
    axes.set_xlabel("upon whom")
    return axes


def plot_actor_frames(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Which frames are cued in the sentences that name an actor: how many, actor by frame.

    Takes a `frame_lift` table. The darker a cell, the more often the pair occurs beyond chance
    (its lift); the number is that of sentences with both.

    >>> import matplotlib, pandas as pd
    >>> matplotlib.use("agg")
    >>> row = {"name": ["Borduria"], "frame": ["onus"], "n": [1], "lift": [3.0]}
    >>> plot_actor_frames(pd.DataFrame(row)).get_ylabel()
    'actor named in the sentence'
    """
    needs(table, "name", "frame", "n", "lift")
    counts = table.pivot_table(
        index="name", columns="frame", values="n", aggfunc="sum", fill_value=0
    )
    counts = counts if counts.empty else _most_frequent(counts)
    with drawing(ax, height=_height(counts)) as axes:
        if counts.empty:
            say_empty(axes)
            return axes
        lift = table.pivot_table(index="name", columns="frame", values="lift", aggfunc="mean")
        lift = lift.reindex(index=counts.index, columns=counts.columns)
        _cells(axes, lift, counts, cmap="Greys", low=0, high=max(2.0, float(lift.max().max())))
        axes.set_xlabel("frame")
        axes.set_ylabel("actor named in the sentence")
    return axes


def _signed(
    table: pd.DataFrame,
    rows: str,
    columns: str,
    values: pd.Series[Any],
    ax: Axes | None,
    title: str,
    most: float,
) -> Axes:
    """A matrix coloured by the mean of signed values, each cell with its sign and count."""
    counts = _crossed(table, rows, columns)
    with drawing(ax, height=_height(counts)) as axes:
        if counts.empty:
            say_empty(axes)
            return axes
        means = table.assign(value=values.astype("float64")).pivot_table(
            index=rows, columns=columns, values="value", aggfunc="mean"
        )
        means = means.reindex(index=counts.index, columns=counts.columns)
        _cells(axes, means, counts, cmap="RdBu", low=-most, high=most)
        axes.set_title(f"{title}; number of mentions")
        axes.set_ylabel(rows)
    return axes


def _crossed(table: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """How often each pair occurs, the most frequent rows and columns first."""
    counts = table.groupby([rows, columns]).size().unstack(fill_value=0)
    return counts if counts.empty else _most_frequent(counts)


def _most_frequent(counts: pd.DataFrame) -> pd.DataFrame:
    """The rows and columns with the most, most first."""
    down = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:_MOST]
    across = counts.sum().sort_values(ascending=False, kind="stable").index[:_MOST]
    return counts.loc[down, across]


def _height(counts: pd.DataFrame) -> float:
    """Inches for the rows, and for the labels below them."""
    return 2.2 + 0.36 * len(counts)


def _cells(
    axes: Axes, shade: pd.DataFrame, counts: pd.DataFrame, *, cmap: str, low: float, high: float
) -> None:
    """Draw the cells, their counts and the labels of rows and columns."""
    import numpy as np

    values, numbers = shade.to_numpy(dtype="float64"), counts.to_numpy(dtype="int64")
    axes.imshow(values, cmap=cmap, vmin=low, vmax=high, aspect="auto")
    for (row, column), count in np.ndenumerate(numbers):
        if count:
            value = float(values[row, column])
            sign = "" if low == 0 or abs(value) < high / 100 else "+" if value > 0 else "−"
            ink = "white" if abs(value) > 0.65 * high else "black"
            axes.text(column, row, f"{count}{sign}", ha="center", va="center", color=ink)
    axes.set_yticks(range(counts.shape[0]), [shorten(name) for name in counts.index])
    axes.set_xticks(range(counts.shape[1]), [shorten(name, width=20) for name in counts.columns])
    axes.tick_params(axis="x", rotation=40)
    for label in axes.get_xticklabels():
        label.set_horizontalalignment("right")
