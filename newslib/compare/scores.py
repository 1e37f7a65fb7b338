"""How well a table agrees with gold: precision, recall, F1 with intervals; what was mixed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslib.compare.columns import typed
from newslib.compare.intervals import Numbers, check_samples, ends, resampled
from newslib.compare.matching import NOTHING, PLACE, check_match, pair, sides

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["confusion", "score_against"]


def score_against(
    table: pd.DataFrame,
    *,
    gold: pd.DataFrame,
    label: str | None = "label",
    match: str = "overlap",
    by: str | None = None,
    within: pd.DataFrame | None = None,
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Precision, recall and F1 of what was found, measured on hand annotation, with intervals.

    `table` is any table of places (`article`, `start`, `end`), `gold` the places a human marked.
    `label` names the column that must agree; `gold` has it under that name or as `label`. With
    `label=None` places alone count. Rows without a label are left out, and so are those that say
    "no": read, and there is none.

    Two rows answer to each other where they have one label and share a character ("overlap",
    the type matching of SemEval-2013 task 9), or where start and end are the same too
    ("exact", its strict matching; Segura-Bedmar et al. 2013). Each row answers to one at most;
    the pair that shares most characters is made first.

    What was coded must be known: a hit in a text that nobody coded is no error. Where both
    tables have rows in the same articles, those are taken as coded whole; otherwise, or where
    only a sample was, give `within`, a table of the sentences or articles that were coded. Rows
    found outside of them are left out.

    Gives a row for each label and one for "all" of them together (for each group of column `by`,
    which both tables must have): `label`, `n_found`, `n_gold`, `n_matched`, then `precision`,
    `recall` and `f1`, each with `_low` and `_high`: a 95 % percentile bootstrap over articles
    (Efron & Tibshirani 1993), or over the rows where all stand in a single one, which flatters,
    as the rows of one story are alike. A share of nothing is NaN; a label that only one of several
    articles has, has no interval. No bootstrap widens a perfect score: where n rows hold no error,
    a share of 3/n errors is still in keeping with that (Hanley & Lippman-Hand 1983).

    Raises ValueError for a missing column, a row that is no place, a `match` there is not,
    `samples` below 1, or tables that cannot be compared.

    >>> import pandas as pd
    >>> from newslib import hedges_table, parse_article
    >>> story = parse_article("Talks may resume. He left. It could fail, perhaps.", id="a")
    >>> marked = [("a", 6, 9, "epistemic"), ("a", 30, 35, "epistemic")]
    >>> gold = pd.DataFrame(marked, columns=["article", "start", "end", "label"])
    >>> found = score_against(hedges_table(story), gold=gold, label="category")
    >>> found[["label", "n_found", "n_gold", "precision", "recall", "f1"]].values.tolist()[-1]
    ['all', 3, 2, 0.6667, 1.0, 0.8]
    """
    import pandas as pd

    check_match(match)
    check_samples(samples)
    both = sides(table, gold, label=label, by=by, within=within)
    rows = []
    for group in sorted({*both.found[by], *both.gold[by]}) if by is not None else [None]:
        found, right = (
            t if group is None else t[t[by] == group].reset_index(drop=True)
            for t in (both.found, both.gold)
        )
        items = _items(found, right, match)
        chosen = _scores(items, labelled=label is not None, samples=samples, seed=seed)
        rows += [row if group is None else (group, *row) for row in chosen]
    columns = [*([by] if by is not None else []), "label", *_COUNTS, *_FIGURES]
    return typed(pd.DataFrame(rows, columns=columns), whole=_COUNTS, real=_FIGURES)


_COUNTS = ("n_found", "n_gold", "n_matched")
_FIGURES = tuple(
    name + end for name in ("precision", "recall", "f1") for end in ("", "_low", "_high")
)


def _items(found: pd.DataFrame, gold: pd.DataFrame, match: str) -> pd.DataFrame:
    """One row a pair, a row found in vain, or a row missed: its article and label, and which."""
    import pandas as pd

    i, j = pair(found, gold, match=match)
    parts = [
        found.iloc[i].assign(n_found=1.0, n_gold=1.0, n_matched=1.0),
        found.drop(index=found.index[i]).assign(n_found=1.0, n_gold=0.0, n_matched=0.0),
        gold.drop(index=gold.index[j]).assign(n_found=0.0, n_gold=1.0, n_matched=0.0),
    ]
    whole = pd.concat([part for part in parts if len(part)] or parts[:1])
    # The order decides which draw meets which article: it must not hang on the order of rows.
    return whole.sort_values([*PLACE, "label", *_COUNTS], ignore_index=True)


def _scores(
    items: pd.DataFrame, *, labelled: bool, samples: int, seed: int
) -> list[tuple[object, ...]]:
    """The rows of the answer: one a label where there are labels, and one for all."""
    if items.empty:
        return []
    article = np.unique(items["article"], return_inverse=True)[1].astype(np.int64)
    single = int(article.max()) == 0
    names, label = np.unique(items["label"].to_numpy(dtype=str), return_inverse=True)
    values = items[list(_COUNTS)].to_numpy("float64")
    unit = np.arange(len(items)) if single else article
    drawn = resampled(unit, label.astype(np.int64), values, samples=samples, seed=seed)
    rows: list[tuple[object, ...]] = []
    for number, name in enumerate(names if labelled else []):
        mine = label == number
        alone = not single and len(np.unique(article[mine])) < 2
        rows.append((name, *_figures(values[mine].sum(0), drawn[:, number], alone=alone)))
    return [*rows, ("all", *_figures(values.sum(0), drawn.sum(1), alone=False))]


def _figures(counts: Numbers, drawn: Numbers, *, alone: bool) -> list[float]:
    """The counts, then each share with the ends of its interval."""
    points = _shares(counts)
    low, high = ends(_shares(drawn))
    kept = ~np.isnan(points) & (not alone)
    low, high = np.where(kept, low, np.nan), np.where(kept, high, np.nan)
    return [*counts, *np.stack([points, low, high], axis=1).ravel()]


def _shares(counts: Numbers) -> Numbers:
    """Precision, recall and F1 of found, gold and matched, along the last axis."""
    found, gold, matched = np.moveaxis(counts, -1, 0)
    whole = np.stack([found, gold, (found + gold) / 2], axis=-1)
    with np.errstate(invalid="ignore"):
        return np.asarray(matched[..., None] / whole)


def confusion(
    table: pd.DataFrame,
    *,
    gold: pd.DataFrame,
    label: str = "label",
    match: str = "overlap",
    within: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What was taken for what: gold's labels down, the found ones across, how often in the cells.

    Takes what `score_against` takes. Rows are paired as there, so the diagonal is its
    `n_matched`; what is left is then paired whatever its label, and what still is left stands
    under "no": the row "no" holds what was found and is not in gold, the column "no" what was
    missed, the cell of both the units in which neither has anything. Gives the column `gold`,
    then one column for each label in alphabetical order, and "no" last. Raises ValueError as
    `score_against` does.

    >>> import pandas as pd
    >>> columns = ["article", "start", "end", "label"]
    >>> found = pd.DataFrame([("a", 0, 3, "x"), ("a", 5, 8, "y")], columns=columns)
    >>> gold = pd.DataFrame([("a", 0, 3, "x"), ("a", 4, 8, "x")], columns=columns)
    >>> print(confusion(found, gold=gold).to_string(index=False))
    gold  x  y  no
       x  1  1   0
       y  0  0   0
      no  0  0   0
    """
    import pandas as pd

    check_match(match)
    both = sides(table, gold, label=label, within=within)
    i, j = pair(both.found, both.gold, match=match, across=True)
    names = [*sorted({*both.found["label"], *both.gold["label"]}), NOTHING]
    at = {name: number for number, name in enumerate(names)}
    found, right = (side["label"].map(at).to_numpy("int64") for side in (both.found, both.gold))
    vain, missed = np.delete(found, i), np.delete(right, j)
    down = np.concatenate([right[j], np.full(len(vain), at[NOTHING]), missed])
    across = np.concatenate([found[i], vain, np.full(len(missed), at[NOTHING])])
    cells = np.bincount(down * len(names) + across, minlength=len(names) ** 2)
    cells[-1] = both.neither
    counts = cells.reshape(len(names), len(names)).astype("int64")
    crossed = pd.DataFrame(counts, columns=pd.Index(names))
    rows = pd.Series(names, dtype="string", name="gold")
    return pd.concat([rows, crossed], axis=1)
