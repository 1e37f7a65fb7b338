"""How far methods, or coders, agree beyond chance."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from newslib.compare.columns import need, typed
from newslib.compare.intervals import NO_INTERVAL, Numbers, Places, check_samples, ends, resampled

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["agreement", "method_agreement"]

_LEVELS = ("nominal", "ordinal", "interval")


def agreement(
    table: pd.DataFrame,
    *,
    unit: str | list[str],
    coder: str = "coder",
    label: str = "label",
    level: str = "nominal",
    cluster: str | None = None,
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Krippendorff's alpha between two or more coders, with an interval.

    `table` has one row for each judgement: what was judged (column `unit`, or several columns, as
    `["article", "start"]`), by whom (`coder`), as what (`label`). Judgements may be missing; units
    judged once say nothing and are left out. `level` says what a difference is: "nominal" labels
    are the same or not, "ordinal" numbers are ranks, "interval" numbers have distances. 1 is full
    agreement, 0 what chance would give, below 0 worse; NLTK computes it. Krippendorff (2004,
    Content Analysis, chapter 11) relies on values from .8 on, and draws tentative conclusions
    from .667.

    Gives one row: `n_coders`, `n_units`, `n` (judgements), `same` (the share of pairs of judgements
    that are the same), `alpha`, `low` and `high`: a 95 % percentile bootstrap over units (Zapf et
    al. 2016), or over what column `cluster` names, as "article" where one article gave many units.
    Ordinal distances are those of the whole table. NaN where nothing was judged twice; where all
    labels are the same there is nothing to agree on, and alpha is 1.

    Raises ValueError for a missing column, a `level` there is not, labels that are no numbers
    where numbers are needed, a unit that one coder judged twice, or `samples` below 1.

    >>> import pandas as pd
    >>> rows = [("a", 1, "yes"), ("b", 1, "yes"), ("a", 2, "no"), ("b", 2, "no")]
    >>> judged = pd.DataFrame(rows, columns=["coder", "unit", "label"])
    >>> print(agreement(judged, unit="unit").to_string(index=False))
     n_coders  n_units  n  same  alpha  low  high
            2        2  4   1.0    1.0  1.0   1.0
    """
    import pandas as pd

    columns = [unit] if isinstance(unit, str) else list(unit)
    need(table, *columns, coder, label, *([cluster] if cluster is not None else []))
    check_samples(samples)
    judged = _judgements(table, columns, coder, label, cluster)
    _judged_once(judged)
    values = _values(judged["label"], level)
    alpha = _alpha(judged, values, level)
    interval = _interval(judged, values, level, samples=samples, seed=seed)
    pairs = judged.groupby(["unit", "label"]).size()
    both, all_pairs = (float((n * (n - 1)).sum()) for n in (pairs, judged.groupby("unit").size()))
    same = both / all_pairs if all_pairs else float("nan")
    counts = (judged["coder"].nunique(), judged["unit"].nunique(), len(judged))
    figures = ("same", "alpha", "low", "high")
    whole = ("n_coders", "n_units", "n")
    row = [(*counts, same, alpha, *interval)]
    return typed(pd.DataFrame(row, columns=[*whole, *figures]), whole=whole, real=figures)


def _judgements(
    table: pd.DataFrame, unit: list[str], coder: str, label: str, cluster: str | None
) -> pd.DataFrame:
    """Coder, label, and the numbers of unit and cluster, of the units judged twice or more."""
    import pandas as pd

    kept = table.dropna(subset=[*unit, coder, label])
    number = kept.groupby(unit, sort=True).ngroup().to_numpy("int64")
    drawn = kept.groupby(cluster, sort=True).ngroup() if cluster is not None else number
    judged = pd.DataFrame({"coder": kept[coder], "label": kept[label]}).reset_index(drop=True)
    judged = judged.assign(unit=number, cluster=np.asarray(drawn, dtype="int64"))
    return judged[judged.duplicated("unit", keep=False)].reset_index(drop=True)


def _judged_once(judged: pd.DataFrame) -> None:
    """Raise ValueError where one coder judged a unit twice."""
    again = judged[judged.duplicated(["unit", "coder"])]
    if len(again):
        raise ValueError(
            f"coder {again['coder'].iloc[0]!r} judged {len(again)} units more than once, one of "
            f"them also as {again['label'].iloc[0]!r}; give one judgement a unit and coder, "
            "for instance one label at a time as yes or no"
        )


def _values(labels: pd.Series[str], level: str) -> pd.Series[float] | pd.Series[str]:
    """What is compared: the labels as words, as ranks (the mean rank where tied), or as numbers."""
    import pandas as pd

    if level not in _LEVELS:
        raise ValueError(f"level is {level!r}; choose one of {', '.join(_LEVELS)}")
    if level == "nominal":
        return labels.astype(str)
    numbers = pd.to_numeric(labels, errors="coerce").astype("float64")
    if numbers.isna().any():
        word = labels[numbers.isna()].iloc[0]
        raise ValueError(
            f"level is {level!r} but a label is {word!r}; give labels that are numbers"
        )
    return numbers.rank() if level == "ordinal" else numbers


def _alpha(judged: pd.DataFrame, values: pd.Series[float] | pd.Series[str], level: str) -> float:
    """Alpha as NLTK computes it; ranks are compared as numbers."""
    from nltk.metrics import binary_distance, interval_distance
    from nltk.metrics.agreement import AnnotationTask

    if values.empty:
        return float("nan")
    if values.nunique() == 1:
        return 1.0
    rows = zip(judged["coder"].astype(str), judged["unit"].astype(str), values, strict=True)
    distance = binary_distance if level == "nominal" else interval_distance
    return float(AnnotationTask(data=list(rows), distance=distance).alpha())


def _interval(
    judged: pd.DataFrame,
    values: pd.Series[float] | pd.Series[str],
    level: str,
    *,
    samples: int,
    seed: int,
) -> tuple[float, float]:
    """The ends of alpha over resampled clusters, NaN where there is but one."""
    cluster = np.unique(judged["cluster"], return_inverse=True)[1].astype(np.int64)
    if not len(judged) or int(cluster.max()) == 0:
        return NO_INTERVAL
    axis, sums = _sums(judged, values, level)
    low, high = ends(_alphas(resampled(cluster, axis, sums, samples=samples, seed=seed)))
    return float(low), float(high)


def _sums(
    judged: pd.DataFrame, values: pd.Series[float] | pd.Series[str], level: str
) -> tuple[Places, Numbers]:
    """What alpha adds up over judgements: one, the spread in the unit, the square, the value.

    All levels are squared distances between points: labels lie on an axis each, ranks and numbers
    on a single one. So sums give alpha, and sums are quick to draw; a test holds them to NLTK's.
    """
    many = judged.groupby("unit")["unit"].transform("size").to_numpy("float64")
    if level == "nominal":
        axis = np.unique(values.to_numpy(dtype=str), return_inverse=True)[1].astype(np.int64)
        point: Numbers = np.ones(len(judged))
        same = judged.groupby([judged["unit"], values])["unit"].transform("size")
        together = same.to_numpy("float64")
    else:
        axis = np.zeros(len(judged), dtype=np.int64)
        numbers = np.asarray(values, dtype=np.float64)
        point = numbers - numbers.mean()
        unit = np.unique(judged["unit"], return_inverse=True)[1]
        together = point * np.bincount(unit, weights=point)[unit]
    spread = 2 * (many * point**2 - together) / (many - 1)
    return axis, np.stack([np.ones(len(judged)), spread, point**2, point], axis=1)


def _alphas(drawn: Numbers) -> Numbers:
    """Alpha of each sample: 1 less the observed over the expected disagreement."""
    n, observed, squares = np.moveaxis(drawn[..., :3].sum(axis=1), -1, 0)
    expected = 2 * (n * squares - (drawn[..., 3] ** 2).sum(axis=1))
    varied = expected > 1e-9 * n * squares
    return np.where(varied, 1 - observed * (n - 1) / np.where(varied, expected, 1.0), 1.0)


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
        twice = _judgements(pair, ["unit"], "coder", "label", None)
        alpha = round(_alpha(twice, _values(twice["label"], "nominal"), "nominal"), 4)
        rows.append((first, second, len(wide), same, alpha))
    found = pd.DataFrame(rows, columns=["first", "second", "n", "same", "alpha"])
    return typed(found, whole=("n",), real=("same", "alpha"))
