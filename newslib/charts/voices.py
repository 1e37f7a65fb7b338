"""Charts of who is speaking: the story as a strip of voices, their shares, their verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.charts.base import (
    GREY,
    HATCHES,
    colours,
    count_axis,
    drawing,
    legend_above,
    name_rows,
    say_empty,
    shorten,
    with_others,
)
from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["plot_reporting_verbs", "plot_voice_shares", "plot_voices"]


def plot_voices(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The whole story from first to last character, a line for each voice: who has the floor where.

    Takes a `voices_table`; of several articles each is a strip, in which every voice keeps its
    line, in the legend's order. Direct speech is plain, mixed striped, reported dotted: place and
    hatching say what colour does, so that greyscale loses nothing. Beyond the eight voices with
    most words all are "others".

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, voices_table
    >>> ax = plot_voices(voices_table(parse_article('"The door is open," Ann Marsh said.')))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Ann Marsh', 'narrator']
    """
    need(table, "article", "start", "end", "voice", "voice_kind", "n_words")
    table = _with_others(table)
    words = table.groupby("voice")["n_words"].sum().sort_values(ascending=False, kind="stable")
    voices = sorted(map(str, words.index), key=lambda voice: voice == "narrator")
    lines = {voice: line for line, voice in enumerate(voices)}
    names = list(dict.fromkeys(table["article"]))
    rows, thickness = (voices, 0.8) if len(names) == 1 else (names, 0.8 / max(1, len(voices)))
    with drawing(ax, height=1.2 + min(8.0, (0.3 if rows is voices else 0.6) * len(rows))) as axes:
        if table.empty:
            say_empty(axes)
            return axes
        paint, strips = colours(voices), {name: row for row, name in enumerate(names)}
        for key, tiles in table.groupby(["article", "voice", "voice_kind"], sort=False):
            article, voice, kind = map(str, key)
            line = lines[voice]
            top = line if rows is voices else strips[article] + line * thickness
            axes.broken_barh(
                list(zip(tiles["start"], tiles["end"] - tiles["start"], strict=True)),
                (top - 0.4, thickness),
                facecolor=paint[voice],
                hatch=HATCHES.get(kind, ""),
                edgecolor="white",
                linewidth=0,
            )
        name_rows(axes, rows, what="stories")
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, table["end"].max())
        axes.set_xlabel("place in the story, characters")
        kinds = [str(kind) for kind in dict.fromkeys(table["voice_kind"])]
        _voice_legend(axes, {} if rows is voices else paint, kinds)
    return axes


def _with_others(table: pd.DataFrame) -> pd.DataFrame:
    """The table with all but the eight voices of most words made "others"."""
    words = table.groupby("voice")["n_words"].sum()
    return table.assign(voice=with_others(table["voice"], words, most=8))


def _voice_legend(axes: Axes, paint: dict[str, str], kinds: list[str]) -> None:
    """Voices by colour, where no axis names them; kinds of speech by hatching."""
    from matplotlib.patches import Patch

    voices = [Patch(facecolor=colour, label=shorten(name)) for name, colour in paint.items()]
    voices = [*voices[1:], *voices[:1]]
    speech = [
        Patch(facecolor="white", edgecolor=GREY, hatch=HATCHES[kind], label=f"{kind} speech")
        for kind in ("direct", "mixed", "indirect")
        if kind in kinds
    ]
    legend_above(axes, handles=[*voices, *speech])


def plot_voice_shares(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """How many words each voice has, by kind of speech; takes a `voices_table`.

    Beyond the eight voices with most words all are "others".

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, voices_table
    >>> ax = plot_voice_shares(voices_table(parse_article('"The door is open," Ann Marsh said.')))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Ann Marsh', 'narrator']
    """
    need(table, "voice", "voice_kind", "n_words")
    counts = _with_others(table).pivot_table(
        index="voice", columns="voice_kind", values="n_words", aggfunc="sum", fill_value=0
    )
    totals = counts.sum(axis=1).sort_values(ascending=False, kind="stable")
    with drawing(ax) as axes:
        if totals.empty:
            say_empty(axes)
            return axes
        paint = colours(totals.index)
        left = dict.fromkeys(totals.index, 0)
        for kind in [kind for kind in HATCHES if kind in counts.columns]:
            for row, voice in enumerate(totals.index):
                width = int(counts.loc[voice, kind])
                axes.barh(
                    row,
                    width,
                    left=left[voice],
                    color=paint[voice],
                    hatch=HATCHES[kind],
                    edgecolor="white",
                    linewidth=0,
                )
                left[voice] += width
        for row, words in enumerate(totals):
            share = words / max(1, totals.sum())
            axes.annotate(f" {words:.0f} words, {share:.0%}", (words, row), va="center")
        axes.set_yticks(range(len(totals)), [shorten(name) for name in totals.index])
        axes.set_xlim(0, totals.max() * 1.25 or 1)
        axes.set_xlabel("words")
        axes.invert_yaxis()
        _voice_legend(axes, {}, list(counts.columns))
    return axes


def plot_reporting_verbs(table: pd.DataFrame, *, n: int = 15, ax: Axes | None = None) -> Axes:
    """Which words the newsroom reports each speaker with; takes a `quotes_table`.

    Cues are lower-cased, most frequent on top; pieces of one attribution count once. Beyond
    the six speakers quoted most all are "others".

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from newslib import parse_article, quotes_table
    >>> ax = plot_reporting_verbs(quotes_table(parse_article('"No," Ann Marsh said.')))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['said']
    """
    need(table, "article", "attribution", "cue", "speaker")
    once = table.dropna(subset=["cue"]).drop_duplicates(["article", "attribution"])
    cues = once["cue"].str.lower().str.replace(r"(?<=\w)\s*:$", "", regex=True).rename("cue")
    who = once["speaker"].fillna("unnamed")
    counts = (
        once.assign(cue=cues, speaker=with_others(who, who.value_counts(), most=6))
        .groupby(["cue", "speaker"])
        .size()
        .unstack(fill_value=0)
    )
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:n]
    speakers = counts.sum().sort_values(ascending=False, kind="stable").index
    with drawing(ax) as axes:
        if counts.empty:
            say_empty(axes)
            return axes
        paint, hatches = colours(speakers), ("", "//", "..", "xx", "--", "++")
        left = [0] * len(order)
        for i, speaker in enumerate(speakers):
            widths = [int(counts.loc[cue, speaker]) for cue in order]
            if any(widths):
                axes.barh(
                    range(len(order)),
                    widths,
                    left=left,
                    color=paint[speaker],
                    hatch=hatches[i % 6],
                    edgecolor="white",
                    label=shorten(speaker),
                )
            left = [a + b for a, b in zip(left, widths, strict=True)]
        axes.set_yticks(range(len(order)), [shorten(cue) for cue in order])
        count_axis(axes.xaxis)
        axes.set_xlabel("times used to report speech")
        axes.invert_yaxis()
        legend_above(axes, columns=3)
    return axes
