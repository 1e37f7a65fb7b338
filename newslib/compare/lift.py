"""Which frames come with which actors, more often than chance has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.compare.columns import need, typed

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["frame_lift"]


def frame_lift(
    frames: pd.DataFrame, *, mentions: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """How much more often a frame is cued in sentences that name an actor than in others.

    Takes the `frames_table`, `mentions_table` and `sentences_table` of the same articles. A
    sentence counts once for a frame, an actor, or both. Columns: `name`, `frame`, `n` (sentences
    with both), `lift` (their share over the product of both shares: 1 is chance, 2 twice as
    often; Brin et al. 1997). Most frequent pairs first. With small `n` a lift means little.
    Raises ValueError for a missing column.

    >>> from newslib import frames_table, mentions_table, parse_article, sentences_table
    >>> story = parse_article("The initiative lies with Washington. He left. She ate.")
    >>> mentions, sentences = mentions_table(story), sentences_table(story)
    >>> found = frame_lift(frames_table(story), mentions=mentions, sentences=sentences)
    >>> found[["name", "frame", "n", "lift"]].values.tolist()
    [['Washington', 'onus', 1, 3.0]]
    """
    need(frames, "article", "start", "frame")
    need(mentions, "article", "start", "name")
    need(sentences, "article", "start")
    framed = _by_sentence(frames, sentences, "frame")
    named = _by_sentence(mentions.dropna(subset=["name"]), sentences, "name")
    both = named.merge(framed, on=["article", "sentence"])
    counts = both.groupby(["name", "frame"]).size().rename("n").reset_index()
    expected = (
        counts["name"].map(named.groupby("name").size()).astype("float64")
        * counts["frame"].map(framed.groupby("frame").size()).astype("float64")
        / max(1, len(sentences))
    )
    lifts = typed(counts.assign(lift=counts["n"] / expected), whole=("n",), real=("lift",))
    order = ["n", "lift", "name", "frame"]
    return lifts.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def _by_sentence(table: pd.DataFrame, sentences: pd.DataFrame, column: str) -> pd.DataFrame:
    """Which values of a column stand in which sentence: one row each."""
    import pandas as pd

    found = [
        group.assign(
            sentence=sentences.loc[sentences["article"] == article, "start"].searchsorted(
                group["start"], side="right"
            )
        )
        for article, group in table.groupby("article", sort=False)
    ]
    columns = ["article", "sentence", column]
    joined = pd.concat(found) if found else table.assign(sentence=0)
    return joined[columns].drop_duplicates(ignore_index=True)
