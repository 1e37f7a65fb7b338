"""How often something is found: rates per 1,000 words and shares, with intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslib.compare.columns import need, typed
from newslib.compare.intervals import NO_INTERVAL, check_samples, ratio_interval, sums

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["rates", "shares"]


def rates(
    table: pd.DataFrame,
    *,
    tokens: pd.DataFrame,
    by: str = "voice",
    of: str = "category",
    min_words: int = 50,
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """How often each kind of hit occurs per 1,000 words of a group, with a 95 % interval.

    `table` holds the hits (a `hedges_table` or `frames_table`), `tokens` is the `tokens_table` of
    the same articles, which gives each group (column `by`) its number of words; `of` is the column
    of kinds. Gives `of`, `by`, `n`, `words`, `rate`, `low`, `high`: a row for every kind and
    group that occur. The interval is a percentile bootstrap over articles, or over the sentences
    of a single one (Efron & Tibshirani 1993); the same seed gives the same interval. A group of
    fewer than `min_words` words has no rate: NaN, as too little to speak of; one with words in a
    single article (or sentence) has a rate and no interval.

    Raises ValueError for a missing column, or `min_words` or `samples` below 1.

    >>> from newslib import hedges_table, parse_article, tokens_table
    >>> story = parse_article("Talks may resume. Talks may fail. Nothing is known.")
    >>> found = rates(hedges_table(story), tokens=tokens_table(story), min_words=5)
    >>> found[["category", "n", "words", "rate"]].values.tolist()[0]
    ['epistemic', 2, 9, 222.2222]
    """
    import pandas as pd

    need(table, "article", "start", by, of)
    need(tokens, "article", "start", "kind", "sentence", by)
    if min_words < 1:
        raise ValueError(f"min_words is {min_words}; give a number from 1 on")
    check_samples(samples)
    words = _with_units(tokens[tokens["kind"] != "punctuation"], tokens, by)
    hits = _with_units(table, tokens, by)
    rows = []
    for kind in sorted(hits[of].dropna().unique()):
        for group in sorted(words[by].dropna().unique()):
            within = words.loc[words[by] == group, "unit"].value_counts().sort_index()
            chosen = hits[(hits[of] == kind) & (hits[by] == group)]
            found = chosen["unit"].value_counts().reindex(within.index, fill_value=0)
            total, n = int(within.sum()), len(chosen)
            rate = [float("nan")] * 3
            if total >= min_words:
                counts = (found.to_numpy("float64"), within.to_numpy("float64"))
                one = len(within) < 2
                ends = NO_INTERVAL if one else ratio_interval(*counts, samples=samples, seed=seed)
                rate = [1000 * v for v in (n / total, *ends)]
            rows.append((kind, group, n, total, *rate))
    result = pd.DataFrame(rows, columns=[of, by, "n", "words", "rate", "low", "high"])
    return typed(result, whole=("n", "words"), real=("rate", "low", "high"))


def _with_units(table: pd.DataFrame, tokens: pd.DataFrame, by: str) -> pd.DataFrame:
    """The rows with the unit to draw: the article, or the sentence where a group is one article."""
    import pandas as pd

    if by != "article" and tokens["article"].nunique() != 1:
        return table.assign(unit=table["article"])
    places = tokens[["article", "start", "sentence"]].sort_values("start", kind="stable")
    rows = table.drop(columns="sentence", errors="ignore").sort_values("start", kind="stable")
    found = pd.merge_asof(rows, places, on="start", by="article")
    return found.assign(unit=found["article"] + " " + found["sentence"].astype("string"))


def shares(
    table: pd.DataFrame,
    *,
    by: str,
    of: str = "category",
    unit: str = "article",
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """What share of a group's hits falls to each category, with a 95 % bootstrap interval.

    `table` has one row for each hit, the group in column `by`, the category in column `of`. The
    bootstrap draws articles (column `unit`), or hits where a group has a single article. Gives
    a DataFrame with `by`, `of`, `n` (hits of the category), `n_hits` (hits of the group),
    `share`, `low` and `high`. Raises ValueError for a missing column or `samples` below 1.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"article": "a", "voice": "narrator", "category": ["x", "x", "y"]})
    >>> shares(table, by="voice")["share"].tolist()
    [0.6667, 0.3333]
    """
    import pandas as pd

    need(table, by, of, unit)
    check_samples(samples)
    rows = []
    for group in sorted(table[by].dropna().unique().tolist(), key=str):
        part = table[table[by] == group]
        _, number = np.unique(part[unit].astype(str).to_numpy(dtype=str), return_inverse=True)
        number = number if number.max() > 0 else np.arange(len(part))
        total = sums(number, np.ones(len(part)))
        for category in sorted(part[of].unique().tolist(), key=str):
            hits = (part[of] == category).to_numpy(float)
            low, high = ratio_interval(sums(number, hits), total, samples=samples, seed=seed)
            n = int(hits.sum())
            rows.append((group, category, n, len(part), n / len(part), low, high))
    result = pd.DataFrame(rows, columns=[by, of, "n", "n_hits", "share", "low", "high"])
    return typed(result, whole=("n", "n_hits"), real=("share", "low", "high"))
