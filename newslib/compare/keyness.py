"""Which words set two groups of rows apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslib.compare.columns import need, typed
from newslib.compare.intervals import Numbers

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["log_odds"]


def log_odds(
    table: pd.DataFrame,
    *,
    by: str,
    groups: tuple[str, str] | None = None,
    word: str = "text",
    prior: float = 500.0,
) -> pd.DataFrame:
    """Which words two groups of rows prefer: weighted log-odds with an informative prior.

    The method of Monroe, Colaresi & Quinn (2008, "Fightin' Words"): the log-odds of each word in
    the one group less that in the other, both drawn towards the odds in the whole table by a
    Dirichlet prior of `prior` words, divided by its standard error. A `z` above 1.96 speaks
    for the first group, one below -1.96 for the second. Words are compared in lower case.

    `table` has one row for each word, the word in column `word`, the group in column `by`;
    `groups` names the two, needed where there are more. Gives a DataFrame with `word`, `n_first`,
    `n_second`, `log_odds` and `z`, the strongest for the first group on top. Raises
    ValueError where a column is missing, the groups are not two, or one of them has no row.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"text": ["talks", "talks", "war", "war"], "voice": list("aabb")})
    >>> log_odds(table, by="voice", prior=4)["word"].tolist()
    ['talks', 'war']
    """
    import pandas as pd

    need(table, by, word)
    if not prior > 0:
        raise ValueError(f"prior is {prior}; give a number of words above 0")
    first, second = _two_groups(table, by, groups)
    words = table[word].astype(str).str.lower()
    counts = pd.crosstab(words, table[by]).sort_index()
    ahead, behind = counts[first].to_numpy(float), counts[second].to_numpy(float)
    whole = counts.sum(axis=1).to_numpy(float)
    difference, z = _difference(ahead, behind, prior * whole / whole.sum())
    columns = {"n_first": ahead, "n_second": behind, "log_odds": difference, "z": z}
    result = pd.DataFrame({"word": counts.index.astype(str), **columns})
    ordered = result.sort_values(["z", "word"], ascending=[False, True], ignore_index=True)
    return typed(ordered, whole=("n_first", "n_second"), real=("log_odds", "z"))


def _difference(first: Numbers, second: Numbers, prior: Numbers) -> tuple[Numbers, Numbers]:
    """The difference of the log-odds and its z-score, equations 16, 20 and 22 of the paper."""
    total = prior.sum()
    odds = [
        np.log((counts + prior) / (counts.sum() + total - counts - prior).clip(1e-12))
        for counts in (first, second)
    ]
    difference = odds[0] - odds[1]
    return difference, difference / np.sqrt(1 / (first + prior) + 1 / (second + prior))


def _two_groups(
    table: pd.DataFrame, by: str, groups: tuple[str, str] | None
) -> tuple[object, object]:
    """The groups to compare: those named, or the only two there are."""
    present = sorted(table[by].dropna().unique().tolist(), key=str)
    chosen = list(groups) if groups is not None else present
    if len(chosen) != 2 or chosen[0] == chosen[1]:
        raise ValueError(
            f"groups must name two different values of {by!r}; there are {len(chosen)}: "
            f"{chosen[:6]}"
        )
    for group in chosen:
        if group not in present:
            raise ValueError(f"groups names {group!r}, but column {by!r} holds {present[:6]}")
    return chosen[0], chosen[1]
