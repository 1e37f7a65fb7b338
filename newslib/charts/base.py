"""What all charts share: style, colours that survive greyscale, axes, and the empty chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

__all__ = [
    "BLUE",
    "GREY",
    "HATCHES",
    "MARKERS",
    "PALE",
    "RED",
    "colours",
    "count_axis",
    "drawing",
    "legend_above",
    "name_rows",
    "one_article",
    "say_empty",
    "shorten",
    "styled",
    "with_others",
]

BLUE, RED, GREY, PALE = "#0072B2", "#D55E00", "#555555", "#bbbbbb"
"""The main thing, what it is set against, notes, and lines that lead the eye to a point."""

_NARRATOR = "#d0d0d0"
_UNNAMED = "#8a8a8a"
_OTHERS = "#4d4d4d"
_PALETTE = (BLUE, "#E69F00", "#009E73", "#CC79A7", "#56B4E9", RED, "#000000", "#F0E442")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
HATCHES = {"narrator": "", "direct": "", "mixed": "//", "indirect": "...."}
"""Kinds of voice by hatching, so that they can be told apart without colour."""


@contextmanager
def styled() -> Iterator[None]:
    """What is drawn within is in newslib's style; the reader's own comes back behind it."""
    import matplotlib.pyplot as plt

    with as_file(files("newslib.charts") / "newslib.mplstyle") as style, plt.style.context(style):
        yield


@contextmanager
def drawing(ax: Axes | None, *, height: float = 3.6) -> Iterator[Axes]:
    """The Axes to draw on, in newslib's style; the current ones where none are given.

    `height`, in inches, is that of a figure made for the chart; a given one keeps its size.
    """
    import matplotlib.pyplot as plt

    with styled():
        if ax is None and not plt.get_fignums():
            plt.figure(figsize=(8, height))
        yield plt.gca() if ax is None else ax


def colours(names: Iterable[str]) -> dict[str, str]:
    """A colour for each name, in the order given (Okabe & Ito 2008); the nameless are greys."""
    others = [name for name in dict.fromkeys(names) if name != "narrator"]
    chosen = {name: _PALETTE[i % len(_PALETTE)] for i, name in enumerate(others)}
    fixed = {"unnamed": _UNNAMED, "others": _OTHERS}
    return {"narrator": _NARRATOR, **chosen, **{n: c for n, c in fixed.items() if n in chosen}}


def with_others(names: pd.Series[str], counts: pd.Series[int], *, most: int) -> pd.Series[str]:
    """The names, all but those with the highest counts turned into "others"."""
    named = counts[counts.index != "narrator"].sort_values(ascending=False, kind="stable")
    kept = {"narrator", *named.index[:most]} if len(named) > most + 1 else set(counts.index)
    return names.where(names.isin(list(kept)), "others")


def name_rows(axes: Axes, labels: Sequence[str], *, what: str) -> None:
    """Label the rows; where there are too many to read, say only how many of `what` there are."""
    if len(labels) > 40:
        axes.set_yticks([])
        axes.set_ylabel(f"{len(labels)} {what}")
    else:
        axes.set_yticks(range(len(labels)), [shorten(label) for label in labels])


def one_article(table: pd.DataFrame) -> None:
    """Raise ValueError where a chart along one story is given several."""
    found = table["article"].nunique()
    if found > 1:
        raise ValueError(
            f"the table holds {found} articles and the chart runs along one; "
            'choose it: table[table["article"] == "…"]'
        )


def say_empty(axes: Axes, words: str = "nothing to show") -> None:
    """Say in the middle of the chart that there is nothing to draw."""
    axes.text(0.5, 0.5, words, transform=axes.transAxes, ha="center", va="center", color=GREY)
    axes.set_xticks([])
    axes.set_yticks([])


def legend_above(axes: Axes, *, columns: int = 4, handles: Sequence[Artist] | None = None) -> None:
    """The legend above the chart, where it covers nothing; of what is labelled, or of `handles`."""
    given = {} if handles is None else {"handles": handles}
    axes.legend(ncols=columns, loc="lower left", bbox_to_anchor=(0, 1), **given)


def count_axis(axis: Axis) -> None:
    """Ticks at whole numbers only, for an axis of counts."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))


def shorten(label: str, *, width: int = 32) -> str:
    """A label that fits beside a chart."""
    one_line = " ".join(str(label).split())
    return one_line if len(one_line) <= width else one_line[: width - 1].rstrip() + "…"
