"""Which rows of one table answer to which of another: places that share characters, in pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from newslib.compare.columns import need
from newslib.compare.intervals import Places

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["NOTHING", "PLACE", "Sides", "check_match", "overlapping", "pair", "placed", "sides"]

NOTHING = "no"
"""The label that says: read, and there is none."""

PLACE = ["article", "start", "end"]
"""The columns that say where a row stands."""

_MATCHES = ("overlap", "exact")


@dataclass(frozen=True, slots=True)
class Sides:
    """What was found and what gold has: `article`, `start`, `end`, `label`, and a group if asked.

    Rows without a label and those that say "no" are gone; `neither` counts the places where both
    said "no".
    """

    found: pd.DataFrame
    gold: pd.DataFrame
    neither: int


def placed(table: pd.DataFrame, *, what: str, blank: bool = False) -> pd.DataFrame:
    """The table with its places as text and whole numbers; ValueError where one is no place.

    With `blank` a place may hold no characters, its start and end being the same.
    """
    import pandas as pd

    need(table, *PLACE, what=what)
    numbers = table[["start", "end"]].apply(pd.to_numeric, errors="coerce").astype("float64")
    start, end = numbers["start"], numbers["end"]
    wrong = ~((start >= 0) & ((start <= end) if blank else (start < end)))
    wrong |= (numbers % 1 != 0).any(axis=1)
    if wrong.any():
        row = table[wrong].iloc[0]
        raise ValueError(
            f"{what} has {int(wrong.sum())} rows that are no place, the first in article "
            f"{row['article']!r} from {row['start']!r} to {row['end']!r}; give whole numbers of "
            "characters, start below end"
        )
    places = numbers.astype("int64").assign(article=table["article"].astype(str))
    return table.assign(**{name: places[name] for name in PLACE})


def check_match(match: str) -> None:
    """Raise ValueError for a way of matching there is not."""
    if match not in _MATCHES:
        raise ValueError(f"match is {match!r}; choose one of {', '.join(_MATCHES)}")


def sides(
    table: pd.DataFrame,
    gold: pd.DataFrame,
    *,
    label: str | None,
    by: str | None = None,
    within: pd.DataFrame | None = None,
) -> Sides:
    """Both tables in one shape, the rows that were coded; ValueError where they cannot meet."""
    found, right = placed(table, what="the table"), placed(gold, what="gold")
    if within is None:
        _same_articles(found, right)
    else:
        coded = placed(within, what="within", blank=True)
        _no_gold_outside(right, coded)
        found = found[_inside(found, coded)]
    in_gold = label if label is None or label in gold.columns else "label"
    found = _labelled(found, label, by, "the table")
    right = _labelled(right, in_gold, by, "gold")
    blank = [rows[rows["label"] == NOTHING][PLACE] for rows in (found, right)]
    neither = len(blank[0].drop_duplicates().merge(blank[1].drop_duplicates(), on=PLACE))
    kept = [rows[rows["label"] != NOTHING].reset_index(drop=True) for rows in (found, right)]
    return Sides(kept[0], kept[1], neither)


def _labelled(rows: pd.DataFrame, label: str | None, by: str | None, what: str) -> pd.DataFrame:
    """Place, label and group; without a label asked for, all are "all" but those that say "no"."""
    need(rows, *[column for column in (label, by) if column is not None], what=what)
    if label is not None:
        labels = rows[label]
    elif "label" in rows.columns:
        labels = rows["label"].astype(object).where(rows["label"] == NOTHING, "all")
    else:
        labels = rows["article"].where(rows["article"].isna(), "all")
    groups = [by] if by is not None and by not in PLACE else []
    chosen = rows[PLACE + groups].assign(label=labels).dropna(subset=["label", *groups])
    chosen = chosen.assign(**{name: chosen[name].astype(str) for name in ("label", *groups)})
    return chosen[chosen["label"].str.strip() != ""]


def _same_articles(found: pd.DataFrame, gold: pd.DataFrame) -> None:
    """Raise ValueError where the rows do not show which articles were coded."""
    ours, theirs = set(found["article"].unique()), set(gold["article"].unique())
    odd = sorted(ours ^ theirs)
    if ours and theirs and odd:
        lone, other = ("gold", "the table") if odd[0] in theirs else ("the table", "gold")
        raise ValueError(
            f"{lone} has rows in article {odd[0]!r} and {other} has none there "
            f"({len(odd)} articles are in one of the two alone), so the rows do not say what was "
            "coded; make the ids the same, or give within=, a table of the sentences or articles "
            "that were coded"
        )


def _no_gold_outside(gold: pd.DataFrame, within: pd.DataFrame) -> None:
    """Raise ValueError where gold has rows in places that were not coded."""
    lost = gold[~_inside(gold, within)]
    if len(lost):
        row = lost.iloc[0]
        raise ValueError(
            f"gold has {len(lost)} rows outside the places in within, the first in article "
            f"{row['article']!r} from {row['start']} to {row['end']}; give all that was coded, "
            "under the same ids"
        )


def _inside(rows: pd.DataFrame, places: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Which rows share a character with one of the places."""
    inside = np.zeros(len(rows), dtype=bool)
    inside[overlapping(rows, places)[0]] = True
    return inside


def overlapping(first: pd.DataFrame, second: pd.DataFrame) -> tuple[Places, Places]:
    """The pairs of rows that share at least one character, as row numbers of the one and the other.

    Articles are laid behind one another on one line, so that a search finds all pairs at once.
    """
    (left, right), (start, end) = _on_one_line(first, second)
    order = np.argsort(start, kind="stable")
    reach = np.maximum.accumulate(end[order])
    low = np.searchsorted(reach, left, side="right")
    many = (np.searchsorted(start[order], right, side="left") - low).clip(0)
    i = np.repeat(np.arange(len(first)), many)
    nth = np.arange(len(i)) - np.repeat(np.cumsum(many) - many, many)
    j = order[np.repeat(low, many) + nth]
    shared = np.minimum(right[i], end[j]) > np.maximum(left[i], start[j])
    return i[shared], j[shared]


def _on_one_line(*tables: pd.DataFrame) -> list[tuple[Places, Places]]:
    """Starts and ends of each table's rows, each article behind the one before it."""
    import pandas as pd

    number, _ = pd.factorize(pd.concat([table["article"] for table in tables]), sort=True)
    width = 1 + max((int(table["end"].max()) for table in tables if len(table)), default=0)
    lines, done = [], 0
    for table in tables:
        base = number[done : done + len(table)].astype("int64") * width
        lines.append(tuple(base + table[name].to_numpy("int64") for name in ("start", "end")))
        done += len(table)
    return [(start, end) for start, end in lines]


def pair(
    found: pd.DataFrame, gold: pd.DataFrame, *, match: str, across: bool = False
) -> tuple[Places, Places]:
    """Which found row answers to which row of gold, each at most once.

    Of all pairs of one label that share a character (or, "exact", all of them), the pair that
    shares most is made first, then the one that covers least beside. `across` goes on to pair
    what is left whatever its label. The answer depends neither on the order of rows nor on
    which of the two tables is called gold.
    """
    i, j = overlapping(found, gold)
    (left, right), (start, end) = (
        (t["start"].to_numpy(), t["end"].to_numpy()) for t in (found, gold)
    )
    if match == "exact":
        same = (left[i] == start[j]) & (right[i] == end[j])
        i, j = i[same], j[same]
    labels = np.unique(np.concatenate([found["label"], gold["label"]]), return_inverse=True)[1]
    ours, theirs = labels[: len(found)][i], labels[len(found) :][j]
    if not across:
        i, j = i[ours == theirs], j[ours == theirs]
        ours = theirs = ours[ours == theirs]
    inner, outer = np.maximum(left[i], start[j]), np.minimum(left[i], start[j])
    shared = np.minimum(right[i], end[j]) - inner
    covered = np.maximum(right[i], end[j]) - outer
    low, high = np.minimum(ours, theirs), np.maximum(ours, theirs)
    order = np.lexsort((high, low, inner, outer, covered, -shared, ours != theirs))
    return _each_once(i[order], j[order])


def _each_once(i: Places, j: Places) -> tuple[Places, Places]:
    """The pairs, in their order, whose rows are both still free."""
    taken_i, taken_j = set[int](), set[int]()
    kept = []
    for place, (a, b) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
        if a not in taken_i and b not in taken_j:
            taken_i.add(a)
            taken_j.add(b)
            kept.append(place)
    chosen = np.array(kept, dtype=np.int64)
    return i[chosen], j[chosen]
