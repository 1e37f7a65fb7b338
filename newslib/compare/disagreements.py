"""Where a table and gold part: each row found in vain, missed, or given another label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslib.compare.matching import PLACE, check_match, pair, sides

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["disagreements"]


def disagreements(
    table: pd.DataFrame,
    *,
    gold: pd.DataFrame,
    label: str = "label",
    match: str = "overlap",
    within: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The errors behind `score_against` and `confusion`, one a row: read them before the figures.

    Takes what they take, and pairs rows as `confusion` does. Gives a row for each pair of two
    labels, each row found in vain and each row missed, in text order: `article`, `start`, `end`
    and `text` of the row found, or else of the row missed; `found`, its label, missing where gold
    alone has a row there; and `gold`, missing where only the table has one. `text` is missing
    where the table it comes from has no such column. Raises ValueError as `confusion` does.

    >>> import pandas as pd
    >>> from newslib import hedges_table, parse_article
    >>> story = parse_article("Talks may resume. He could go, it seems.", id="a")
    >>> marked = [("a", 6, 9, "may", "epistemic"), ("a", 18, 20, "He", "weasel")]
    >>> gold = pd.DataFrame(marked, columns=["article", "start", "end", "text", "label"])
    >>> parted = disagreements(hedges_table(story), gold=gold, label="category")
    >>> print(parted[["text", "found", "gold"]].fillna("–").to_string(index=False))
        text     found   gold
          He         – weasel
       could epistemic      –
    it seems epistemic      –
    """
    import pandas as pd

    check_match(match)
    both = sides(table, gold, label=label, within=within)
    found = _with_words(both.found, table).rename(columns={"label": "found"})
    right = _with_words(both.gold, gold).rename(columns={"label": "gold"})
    i, j = pair(both.found, both.gold, match=match, across=True)
    paired = found.iloc[i].reset_index(drop=True).assign(gold=right["gold"].to_numpy()[j])
    vain = found.drop(index=found.index[np.unique(i)])
    missed = right.drop(index=right.index[np.unique(j)])
    rows = pd.concat([paired[paired["found"] != paired["gold"]], vain, missed])
    rows = rows.reindex(columns=[*PLACE, "text", "found", "gold"])
    words = dict.fromkeys(("article", "text", "found", "gold"), "string")
    return rows.astype(words).sort_values([*PLACE, "found", "gold"], ignore_index=True)


def _with_words(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Place and label of the rows, and the words that the table has there."""
    kept = rows[[*PLACE, "label"]]
    if "text" not in table.columns:
        return kept
    words = table[[*PLACE, "text"]].drop_duplicates(PLACE)
    words = words.astype({"article": str, "start": "int64", "end": "int64"})
    return kept.merge(words, on=PLACE, how="left")
