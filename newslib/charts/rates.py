"""Charts of how sure voices sound: rates with intervals, reporting verbs by force and stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.charts.base import BLUE, GREY, MARKERS, colours, drawing, say_empty, shorten
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_rates", "plot_stance"]

_MOST = 30
_NUMBERS = ("n", "words", "rate", "low", "high")


def plot_rates(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Rates per 1,000 words with their intervals, one row a group and category.

    Takes a `rates` table. Groups with too few words have no rate; their row says so. Of more than
    30 rows those with most hits are drawn.

    >>> import matplotlib, pandas as pd
    >>> matplotlib.use("agg")
    >>> row = {"voice": ["narrator"], "n": [3], "words": [500], "rate": [6.0]}
    >>> ax = plot_rates(pd.DataFrame(row | {"low": [1.0], "high": [11.0]}))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['narrator (500 words)']
    """
    from pandas import isna

    need(table, *_NUMBERS)
    if len(table) > _MOST:
        table = table.sort_values("n", ascending=False, kind="stable").head(_MOST)
    groups = [column for column in table.columns if column not in _NUMBERS]
    with drawing(ax, height=1.4 + 0.36 * len(table)) as axes:
        if table.empty:
            say_empty(axes)
            return axes
        labels = []
        for row, record in enumerate(table.to_dict("records")):
            name = ", ".join(shorten(str(record[group])) for group in groups)
            labels.append(f"{name} ({record['words']} words)")
            if isna(record["rate"]):
                axes.text(0, row, " too few words for a rate", va="center", color=GREY)
                continue
            axes.plot([record["low"], record["high"]], [row, row], color=BLUE, linewidth=2)
            axes.plot(record["rate"], row, "o", color=BLUE)
        axes.set_yticks(range(len(labels)), labels)
        axes.set_xlim(left=0)
        axes.set_xlabel("per 1,000 words")
        axes.invert_yaxis()
    return axes


def plot_stance(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The newsroom's reporting verbs, by stance (columns) and force (height), with their number.

    Takes a `quotes_table`. Stance is the Engagement class of Martin & White (2005); force runs
    from 1 (say) to 5 (insist, vow). Cues the list does not know are left out; where many verbs
    share a place the three most frequent are written.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, quotes_table
    >>> ax = plot_stance(quotes_table(parse_article('"No," Ann Marsh insisted.')))
    >>> ax.get_ylabel()
    'force of the verb'
    """
    need(table, "article", "attribution", "cue", "stance", "force")
    known = table.dropna(subset=["stance", "force"]).drop_duplicates(["article", "attribution"])
    with drawing(ax, height=5) as axes:
        if known.empty:
            say_empty(axes)
            return axes
        counts = known.assign(cue=known["cue"].str.lower().str.rstrip(": "))
        counts = counts.groupby(["stance", "force", "cue"]).size().rename("n").reset_index()
        stances = sorted(counts["stance"].unique())
        paint = colours(stances)
        for i, stance in enumerate(stances):
            for force, verbs in counts[counts["stance"] == stance].groupby("force"):
                words = _verbs(verbs)
                axes.plot(i, float(str(force)), MARKERS[i % 8], color=paint[stance], markersize=8)
                axes.annotate(words, (i + 0.08, float(str(force))), va="center", fontsize=8)
        axes.set_xticks(range(len(stances)), stances)
        axes.set_xlim(-0.4, len(stances) - 0.2)
        axes.set_ylim(0.5, 5.5)
        axes.set_yticks(range(1, 6))
        axes.set_xlabel("stance of the reporting verb")
        axes.set_ylabel("force of the verb")
    return axes


def _verbs(verbs: pd.DataFrame) -> str:
    """The verbs of one place, most frequent first, with their numbers."""
    first = verbs.sort_values(["n", "cue"], ascending=[False, True]).head(3)
    cues = zip(first["cue"], first["n"], strict=True)
    lines = [f"{shorten(str(cue), width=20)} {n}" if n > 1 else str(cue) for cue, n in cues]
    return "\n".join([*lines, f"and {len(verbs) - 3} more"] if len(verbs) > 3 else lines)
