"""A chart of how well a table agrees with gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.charts.base import MARKERS, colours, drawing, say_empty, shorten
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_agreement"]

_FIGURES = {"precision": "precision", "recall": "recall", "f1": "F1"}
_MOST = 20


def plot_agreement(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Precision, recall and F1 of each label with their intervals, from 0 to 1.

    Takes a `score_against` table. A share of nothing is not drawn; a point without a line has no
    interval. Of more than 20 rows those with most in gold are drawn.

    >>> from matplotlib.figure import Figure
    >>> from newslib import hedges_table, parse_article, score_against
    >>> hedges = hedges_table(parse_article("Talks may resume. It could fail."))
    >>> scores = score_against(hedges, gold=hedges, label="category")
    >>> ax = plot_agreement(scores, ax=Figure().subplots())
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['epistemic (2 found, 2 in gold)', 'all (2 found, 2 in gold)']
    """
    ends = [name + end for name in _FIGURES for end in ("", "_low", "_high")]
    need(table, "label", "n_found", "n_gold", *ends)
    if len(table) > _MOST:
        chosen = table["n_gold"].sort_values(ascending=False, kind="stable").index[:_MOST]
        table = table.loc[sorted(chosen)]
    groups = [
        name for name in table.columns if name not in {*ends, "n_found", "n_gold", "n_matched"}
    ]
    with drawing(ax, height=1.6 + 0.55 * len(table)) as axes:
        if table.empty:
            say_empty(axes)
            return axes
        paint = colours(_FIGURES)
        for i, (figure, name) in enumerate(_FIGURES.items()):
            rows = [row + 0.22 * (i - 1) for row in range(len(table))]
            low, high = table[f"{figure}_low"], table[f"{figure}_high"]
            axes.hlines(rows, low, high, color=paint[figure], linewidth=2)
            axes.plot(table[figure], rows, MARKERS[i], color=paint[figure], label=name)
        labels = [
            f"{', '.join(shorten(str(row[group]), width=24) for group in groups)} "
            f"({row['n_found']} found, {row['n_gold']} in gold)"
            for row in table.to_dict("records")
        ]
        axes.set_yticks(range(len(labels)), labels)
        axes.set_xlim(-0.02, 1.02)
        axes.set_xlabel("agreement with gold")
        axes.invert_yaxis()
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False)
    return axes
