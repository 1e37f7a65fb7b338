"""Charts that cross two columns: who speaks how of whom, who does what to whom, frames by actor."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from newslib.charts.base import drawing, say_empty, shorten
from newslib.compare import mean_tones
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_actor_frames", "plot_acts", "plot_targets"]

_MOST = 14
_SCALE = 10.0
"""How far PLOVER's scores go, from conflict to cooperation."""


def plot_targets(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Who speaks how of whom: voices by targets, coloured by mean tone, mentions counted.

    Takes a `targets_table`; the 14 most frequent voices and targets are shown. Each cell gives the
    number of mentions and the sign of the mean tone, from three mentions on also its interval
    (`mean_tones`). Red is negative, blue positive; the sign says the same without colour.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, targets_table
    >>> ax = plot_targets(targets_table(parse_article("Ann Marsh left.")))
    >>> [label.get_text() for label in ax.get_xticklabels()]
    ['Ann Marsh']
    """
    need(table, "voice", "name", "label")
    tones = mean_tones(table).set_index(["voice", "name"])
    counts = _most_frequent(tones["n"].unstack(fill_value=0))
    with drawing(ax, height=_height(counts) + 0.2 * len(counts)) as axes:
        if counts.empty:
            say_empty(axes)
            return axes
        means = tones["tone"].unstack().reindex(index=counts.index, columns=counts.columns)
        known = dict(zip(tones.index, tones.to_dict("records"), strict=True))
        words = [
            [_tone_words(known.get((voice, name))) for name in counts.columns]
            for voice in counts.index
        ]
        _cells(axes, means, words, cmap="RdBu", low=-1.0, high=1.0)
        axes.set_ylabel("voice")
        axes.set_xlabel("target of the sentence's tone")
    return axes


def _tone_words(row: dict[Hashable, Any] | None) -> str:
    """What a cell says: mentions, sign, and the interval where there is one."""
    from pandas import isna

    if row is None:
        return ""
    first = f"{row['n']}{_sign(row['tone'], 1.0)}"
    return first if isna(row["low"]) else f"{first}\n{row['low']:.1f}…{row['high']:.1f}"


def plot_acts(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Who does what to whom: actors by targets, coloured from conflict (red) to cooperation (blue).

    Takes an `acts_table`; whoever is not named stands under "not named". The score is
    PLOVER's scale from −10 to 10, averaged over the acts of a pair, whose number is written.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import acts_table, parse_article
    >>> ax = plot_acts(acts_table(parse_article("Arland accused Borduria of spying.")))
    >>> ax.get_ylabel()
    'who acts'
    """
    need(table, "actor_name", "target_name", "score")
    named = table.assign(
        actor=table["actor_name"].fillna("not named"),
        target=table["target_name"].fillna("not named"),
    )
    pairs = named.astype({"score": "float64"}).groupby(["actor", "target"])["score"]
    counts = _most_frequent(pairs.size().unstack(fill_value=0))
    with drawing(ax, height=_height(counts)) as axes:
        axes.set_ylabel("who acts")
        axes.set_xlabel("upon whom")
        if counts.empty:
            say_empty(axes)
            return axes
        means = pairs.mean().unstack().reindex(index=counts.index, columns=counts.columns)
        words = [
            [f"{n}{_sign(mean, _SCALE)}" if n else "" for n, mean in zip(ns, row, strict=True)]
            for ns, row in zip(counts.to_numpy().tolist(), means.to_numpy().tolist(), strict=True)
        ]
        _cells(axes, means, words, cmap="RdBu", low=-_SCALE, high=_SCALE)
    return axes


def plot_actor_frames(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Which frames are cued in the sentences that name an actor: how many, actor by frame.

    Takes a `frame_lift` table. The darker a cell, the more sentences; from two sentences on, the
    lift stands below: how much more often the pair meets than chance would have it.

    >>> import matplotlib, pandas as pd
    >>> matplotlib.use("agg")
    >>> row = {"name": ["Borduria"], "frame": ["onus"], "n": [2], "lift": [3.0]}
    >>> ax = plot_actor_frames(pd.DataFrame(row))
    >>> [text.get_text() for text in ax.texts]
    ['2\\n×3.0']
    """
    need(table, "name", "frame", "n", "lift")
    pairs = table.set_index(["name", "frame"])
    counts = _most_frequent(pairs["n"].unstack(fill_value=0))
    lifts = {pair: f"\n×{lift:.1f}" for pair, lift in pairs["lift"].items()}
    with drawing(ax, height=_height(counts) + 0.2 * len(counts)) as axes:
        if counts.empty:
            say_empty(axes)
            return axes
        words = [
            [f"{n}{lifts[name, frame] if n > 1 else ''}" if n else "" for frame, n in row.items()]
            for name, row in counts.iterrows()
        ]
        _cells(axes, counts, words, cmap="Greys", low=0, high=1.5 * counts.to_numpy().max())
        axes.set_xlabel("frame")
        axes.set_ylabel("actor named in the sentence")
    return axes


def _sign(value: float, most: float) -> str:
    """The sign of a mean, none where it is next to nothing."""
    return "" if not abs(value) >= most / 100 else "+" if value > 0 else "−"


def _most_frequent(counts: pd.DataFrame) -> pd.DataFrame:
    """The rows and columns with the most, most first."""
    if counts.empty:
        return counts
    down = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:_MOST]
    across = counts.sum().sort_values(ascending=False, kind="stable").index[:_MOST]
    return counts.loc[down, across]


def _height(counts: pd.DataFrame) -> float:
    """Inches for the rows, and for the labels below them."""
    return 2.2 + 0.36 * len(counts)


def _cells(
    axes: Axes, shade: pd.DataFrame, words: list[list[str]], *, cmap: str, low: float, high: float
) -> None:
    """Draw the cells with their words, and the labels of rows and columns."""
    size = 9 if shade.shape[1] <= 8 else 6.5
    values = shade.to_numpy(dtype="float64")
    axes.imshow(values, cmap=cmap, vmin=low, vmax=high, aspect="auto")
    for row, cells in enumerate(words):
        for column, cell in enumerate(cells):
            ink = "white" if abs(values[row, column]) > 0.65 * high else "black"
            axes.text(column, row, cell, ha="center", va="center", color=ink, fontsize=size)
    names = [shorten(str(name).replace("_", " "), width=20) for name in shade.columns]
    axes.set_yticks(range(len(shade)), [shorten(name) for name in shade.index])
    axes.set_xticks(range(len(names)), names, rotation=40, ha="right")
