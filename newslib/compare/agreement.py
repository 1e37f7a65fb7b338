"""How far methods, or coders, agree beyond chance."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from newslib.compare.columns import need

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["agreement", "method_agreement"]


def agreement(table: pd.DataFrame, *, unit: str, coder: str, label: str) -> float:
    """Krippendorff's alpha for labels without order, as NLTK computes it, to 4 digits.

    `table` has one row for each judgement: what was judged (column `unit`), by whom (`coder`), as
    what (`label`). 1 is full agreement, 0 what chance would give, below 0 worse (Krippendorff
    2004, Content Analysis, chapter 11). NaN where nothing was judged twice; where all labels are
    the same there is nothing to agree on, and the answer is 1. ValueError for a missing column.

    >>> import pandas as pd
    >>> rows = [("a", 1, "yes"), ("b", 1, "yes"), ("a", 2, "no"), ("b", 2, "no")]
    >>> judged = pd.DataFrame(rows, columns=["coder", "unit", "label"])
    >>> agreement(judged, unit="unit", coder="coder", label="label")
    1.0
    """
    from nltk.metrics.agreement import AnnotationTask

    need(table, unit, coder, label)
    judged = table[[coder, unit, label]].dropna()
    twice = judged[judged.duplicated(unit, keep=False)]
    if twice.empty:
        return float("nan")
    if twice[label].nunique() == 1:
        return 1.0
    rows = [tuple(map(str, row)) for row in twice.itertuples(index=False)]
    return round(float(AnnotationTask(data=rows).alpha()), 4)


def method_agreement(table: pd.DataFrame, *, neutral: float = 0.05) -> pd.DataFrame:
    """Whether sentiment methods call the same sentences negative, neutral or positive.

    Takes a `sentiment_table`. A score within `neutral` of 0 is neutral, as vaderSentiment's
    authors advise. Columns: `first` and `second` method, `n` sentences, `same` (share with the
    same label), `alpha` (Krippendorff's). Raises ValueError for a missing column.

    >>> from newslib import parse_article, sentiment_table
    >>> found = method_agreement(sentiment_table(parse_article("Talks failed badly. He left.")))
    >>> list(found.columns)
    ['first', 'second', 'n', 'same', 'alpha']
    """
    import pandas as pd

    need(table, "article", "start", "method", "score")
    signs = (table["score"] > neutral).astype(int) - (table["score"] < -neutral).astype(int)
    place = table["article"] + " " + table["start"].astype("string")
    judged = pd.DataFrame({"unit": place, "coder": table["method"], "label": signs})
    rows = []
    for first, second in combinations(dict.fromkeys(judged["coder"]), 2):
        pair = judged[judged["coder"].isin([first, second])]
        wide = pair.pivot_table(index="unit", columns="coder", values="label", aggfunc="first")
        same = round(float((wide[first] == wide[second]).mean()), 4)
        alpha = agreement(pair, unit="unit", coder="coder", label="label")
        rows.append((first, second, len(wide), same, alpha))
    return pd.DataFrame(rows, columns=["first", "second", "n", "same", "alpha"])
