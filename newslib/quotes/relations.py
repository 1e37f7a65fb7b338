"""What a unit's relation to a cue weighs, as much of it added up beforehand as can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from newslib.quotes.lookup import Table
from newslib.quotes.templates import Codes, Hundredths

__all__ = ["AT", "Relations", "relations_of"]

AT = 6
"""How many there are of the column "at": the side of the cue, its edge apart."""

_OF_SIDE = ("C", "F", "P", "O", "G")
_OF_DISTANCE = ("cue", "<", ">", "D")
_OF_GAP = ("B",)


@dataclass(frozen=True, slots=True)
class Relations:
    """The weights of the templates of relations, by what they hang on.

    `side` has those that hang on the cue and the column "at", so that they are looked up once for
    each side of a cue, `unit` those that must be looked up for each unit. What the others weigh is
    known without any look: `distances` has a row for each "at" and distance, `gaps` for each "at"
    and what lies between.
    """

    side: Table
    unit: Table
    distances: Hundredths
    gaps: Hundredths


def relations_of(table: Table, grids: Mapping[str, Codes], empty: int) -> Relations:
    """The parts of a table of all relations; `empty` is the code of nothing."""
    known = {*_OF_SIDE, *_OF_DISTANCE, *_OF_GAP}
    others = [template.name for template in table.templates if template.name not in known]
    far, gaps = grids["at_distance"], grids["at_between"]
    side = np.arange(AT).repeat(far.shape[1]) // 2
    here = {name: empty * (side == n) for n, name in enumerate(("here", "on_left", "on_right"))}
    return Relations(
        table.only(*_OF_SIDE),
        table.only(*others),
        table.only(*_OF_DISTANCE).sums({**here, "at_distance": far.ravel()}),
        table.only(*_OF_GAP).sums({"at_between": gaps.ravel()}),
    )
