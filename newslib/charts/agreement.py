"""Charts of how well a table agrees with gold, and how well newslib does among others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.charts.base import BLUE, GREY, MARKERS, colours, drawing, say_empty, shorten
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_agreement", "plot_benchmarks"]

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
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
    return axes


_KINDS = {
    "constant": "one answer always",
    "rules": "word lists and rules",
    "trained": "trained, no neural net",
    "neural": "neural nets",
    "human": "humans",
    "newslib": "newslib, with interval",
}
_SHAPES = dict(zip(_KINDS, ("|", "s", "^", "D", "*", "o"), strict=True))


def plot_benchmarks(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Newslib among others: a row for each question put to annotated data, a point a system.

    Takes a table of figures in percent, as `data/benchmarks/figures.tsv` has them: `data` and
    `measure` name the row, `kind` says what the system is (constant, rules, trained, neural, human
    or newslib; others are left out), `figure`, `low` and `high` where it stands. Rows come in the
    order of the table. Only newslib's intervals are drawn.

    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> columns = ["data", "measure", "kind", "figure", "low", "high"]
    >>> ours, lists = (70.0, 66.0, 74.0), (51.0, None, None)
    >>> rows = [("news", "F1", "newslib", *ours), ("news", "F1", "rules", *lists)]
    >>> ax = plot_benchmarks(pd.DataFrame(rows, columns=columns), ax=Figure().subplots())
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['news: F1']
    """
    need(table, "data", "measure", "kind", "figure", "low", "high")
    known = table[table["kind"].isin(list(_KINDS))]
    questions = (known["data"].astype(str) + ": " + known["measure"].astype(str)).tolist()
    rows = {question: row for row, question in enumerate(dict.fromkeys(questions))}
    with drawing(ax, height=1.6 + 0.34 * len(rows)) as axes:
        if known.empty:
            say_empty(axes)
            return axes
        at = known.assign(row=[rows[question] for question in questions])
        axes.hlines(range(len(rows)), 0, 100, color="#dddddd", linewidth=0.8)
        for kind, name in _KINDS.items():
            own, ours = at[at["kind"] == kind], kind == "newslib"
            paint = BLUE if ours else GREY
            if ours:
                axes.hlines(own["row"], own["low"], own["high"], color=paint, linewidth=3)
            for row, figure in zip(own["row"], own["figure"], strict=True):
                (point,) = axes.plot(figure, row, _SHAPES[kind], color=paint, markersize=7)
                point.set_markerfacecolor(paint if ours else "none")
            if len(own):
                point.set_label(name)
        axes.set_yticks(range(len(rows)), [shorten(question, width=60) for question in rows])
        axes.set_xlim(0, 101)
        axes.set_xlabel("per cent")
        axes.invert_yaxis()
        axes.legend(loc="lower center", bbox_to_anchor=(0.4, 1), ncols=3)
    return axes
