"""Charts of frames: their shares by voice, and the words that set two groups apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.charts.base import (
    BLUE,
    GREY,
    PALE,
    RED,
    colours,
    drawing,
    legend_above,
    say_empty,
    shorten,
)
from newslib.compare import shares as shares_of
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_frame_shares", "plot_log_odds"]


def plot_frame_shares(
    table: pd.DataFrame, *, by: str = "voice", min_n: int = 5, ax: Axes | None = None
) -> Axes:
    """How each group divides its frame cues among the frames, with n and 95 % intervals.

    Takes a `frames_table`; `by` is the column of groups, a voice as a rule. Shares are of the
    group's own cues, so groups of different size can be compared. With few cues a share jumps:
    groups with fewer than `min_n` are left out, and never more than four are drawn.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import frames_table, parse_article
    >>> story = parse_article("The initiative lies with Borduria.")
    >>> ax = plot_frame_shares(frames_table(story), min_n=1)
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['narrator (1 cue)']
    """
    need(table, "frame", by)
    counts = table.groupby(["frame", by]).size().unstack(fill_value=0)
    with drawing(ax, height=1.4 + 0.3 * len(counts)) as axes:
        if counts.empty:
            say_empty(axes)
            return axes
        totals = counts.sum().sort_values(ascending=False, kind="stable")
        groups = [group for group in totals.index if totals[group] >= min_n][:4]
        if not groups:
            say_empty(axes, f"no group has {min_n} cues")
            return axes
        order = counts[groups].sum(axis=1).sort_values(ascending=False, kind="stable").index
        paint, height = colours(groups), 0.8 / len(groups)
        known = shares_of(table, by=by, of="frame").set_index([by, "frame"])
        hatches = ("", "//", "..", "xx")
        for i, group in enumerate(groups):
            shares = counts.loc[order, group] / totals[group]
            rows = [row + (i - (len(groups) - 1) / 2) * height for row in range(len(order))]
            n = f"{totals[group]} cue{'s' if totals[group] != 1 else ''}"
            label = f"{shorten(str(group))} ({n})"
            axes.barh(
                rows,
                shares,
                height,
                label=label,
                color=paint[group],
                hatch=hatches[i],
                edgecolor="white",
            )
            ends = known.loc[group].reindex(order)
            axes.hlines(rows, ends["low"], ends["high"], color=GREY, linewidth=1)
        axes.set_yticks(range(len(order)), [str(frame).replace("_", " ") for frame in order])
        axes.set_xlabel("share of the group's frame cues")
        axes.invert_yaxis()
        legend_above(axes, columns=2)
    return axes


def plot_log_odds(table: pd.DataFrame, *, n: int = 12, ax: Axes | None = None) -> Axes:
    """The words that most set two groups apart, in both directions, with their z-scores.

    Takes a `log_odds` table: words to the right are the first group's, to the left the second's.
    Dots beyond the dashed lines (±1.96) would be called significant one by one; among many
    words some are so by chance.

    >>> import matplotlib, pandas as pd
    >>> matplotlib.use("agg")
    >>> ax = plot_log_odds(pd.DataFrame({"word": ["summit", "war"], "z": [2.5, -0.4]}))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['summit', 'war']
    """
    need(table, "word", "z")
    ordered = table.sort_values(["z", "word"], ascending=[False, True], kind="stable")
    half = max(1, n // 2)
    shown = ordered if len(ordered) <= n else ordered.iloc[[*range(half), *range(-half, 0)]]
    with drawing(ax) as axes:
        if shown.empty:
            say_empty(axes)
            return axes
        rows = range(len(shown))
        axes.axvline(0, color=GREY, linewidth=0.8)
        for limit in (-1.96, 1.96):
            axes.axvline(limit, color="#999999", linewidth=0.8, linestyle="--")
        axes.hlines(rows, 0, shown["z"], color=PALE, linewidth=1)
        for first, marker, colour in ((True, "o", BLUE), (False, "s", RED)):
            chosen = [row for row, z in zip(rows, shown["z"], strict=True) if (z > 0) == first]
            axes.plot(shown["z"].iloc[chosen], chosen, marker, color=colour)
        axes.set_yticks(list(rows), [shorten(word) for word in shown["word"]])
        axes.set_xlabel("z-score of the log-odds ratio")
        axes.invert_yaxis()
    return axes
