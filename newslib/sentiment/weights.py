"""The learnt weights of the tone towards a target, as tables to take rows from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from newslib.lexicons import packaged, read_rows
from newslib.sentiment.keys import key, pieces_of
from newslib.sentiment.readings import NAME, roles
from newslib.sentiment.words import tone_words

__all__ = [
    "CLAUSE",
    "OWNER",
    "QUOTED",
    "SIDE",
    "ZONES",
    "ZONE_CLAUSE",
    "ZONE_OWNER",
    "ZONE_QUOTED",
    "ZONE_SIDE",
    "Booleans",
    "Floats",
    "Integers",
    "Pair",
    "Weights",
    "load_weights",
]

Booleans = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

Pair = tuple[float, float]
"""What speaks for "negative" and what speaks for "positive", both against "neutral"."""

_ZERO = (0.0, 0.0)

ZONES = 8
"""How many places in the sentence the learnt meaning of a word is weighed for."""

ZONE_SIDE, ZONE_CLAUSE, ZONE_QUOTED, ZONE_OWNER = 1, 3, 5, 6
"""The first zone of each sort: anywhere (0), left and right of the target, left and right of it in
its clause, in quotation marks, nearer to it than to another name and not."""

_WORD = (
    *("w|", "s|L", "s|R", "o|other_", "o|own_"),
    *("q|nN", "q|nQ", "q|qN", "q|qQ", "c|L", "c|R"),
)
_FORM = tuple(f"z|{side}{zone}" for side in "LR" for zone in range(1, 6))
_PAIR = ("b|", "bs|L", "bs|R")
"""How the features begin that are about a word, about its form alone, about two words on end."""

SIDE, OWNER, QUOTED, CLAUSE = (_WORD.index(head) for head in ("s|L", "o|other_", "q|nN", "c|L"))
"""How far behind the first row of a word its features of each sort begin; those of a pair by side
begin at `SIDE` too."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Where in `columns` each feature's weights are, and where words, forms, pairs, meanings begin.

    The three columns say what speaks for negative, for positive, and how much more for positive; a
    row is one number of each. An entry has as many rows on end as there are features of it, or
    zones; those at 0 are all zeros; `speak` says which are not. `entries` says in its rows, for
    each number of `forms`, whether it is a name, whether it may stand as evidence, and where the
    word, the denied word, the form and the meaning begin, the pairs with a target behind and before
    it, whether it reports speech, the number of its roles, and its row and its column in `pairs`,
    where the first row of each pair stands; 0 is an unknown mark, 1 a word. `keys` are the numbers
    of features about forms, in order, and `keyed` their rows.
    """

    features: dict[str, int]
    forms: dict[str, int]
    entries: Integers
    pairs: Integers
    columns: Floats
    speak: Booleans
    keys: Integers
    keyed: Integers

    def row_of(self, kind: Integers | int, *forms: Integers) -> Integers:
        """The rows of features of some kind, of forms by their numbers; 0 for those not known."""
        wanted = key(kind, forms, self.entries.shape[1])
        at = self.keys.searchsorted(wanted)
        known = self.keys.take(at, mode="clip") == wanted
        return np.where(known, self.keyed.take(at, mode="clip"), 0)

    def pair_of(self, forms: Integers, others: Integers) -> Integers:
        """Where the weights of pairs begin, of two forms each by their numbers; 0 for none."""
        row, column = self.entries[10].take(forms), self.entries[11].take(others)
        return np.asarray(self.pairs.take(row * self.pairs.shape[1] + column))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship with newslib, learnt by `tests/benchmarks/train_sentiment.py`."""
    rows = read_rows(packaged("tone_features"), name="tone_features.tsv")
    known = {row["entry"]: (float(row["negative"]), float(row["positive"])) for row in rows}
    blocks = [_by_entry(known, heads) for heads in (_WORD, _FORM, _PAIR)]
    columns = [(f"negative_{zone}", f"positive_{zone}") for zone in range(ZONES)]
    meanings = {
        row["entry"]: [(float(row[minus]), float(row[plus])) for minus, plus in columns] + [_ZERO]
        for row in read_rows(packaged("tone_meanings"), name="tone_meanings.tsv")
    }
    pairs = [_ZERO] * max(len(_WORD), len(_FORM), len(_PAIR), ZONES + 1)
    starts = [_placed(block, pairs) for block in (*blocks, meanings)]
    features = _placed({name: [pair] for name, pair in known.items()}, pairs)
    by_two, by_forms = _by_two(starts[2]), list(pieces_of(features))
    others = chain.from_iterable([*by_two, *[forms for _, forms, _ in by_forms]])
    forms, entries = _entries(starts[0], starts[1], starts[3], by_two, others)
    keyed = [
        (int(key(kind, tuple(map(forms.__getitem__, about)), entries.shape[1])), row)
        for kind, about, row in by_forms
    ]
    negative, positive = np.array(pairs).T
    table = np.array([negative, positive, positive - negative])
    speak = (table != 0).any(axis=0)
    both = np.zeros(entries[10:].max(axis=1) + 1, dtype=np.int64)
    for (form, other), start in by_two.items():
        both[entries[10, forms[form]], entries[11, forms[other]]] = start
    return Weights(features, forms, entries, both, table, speak, *np.array(sorted(keyed)).T)


def _by_entry(known: dict[str, Pair], heads: tuple[str, ...]) -> dict[str, list[Pair]]:
    """The weights of features that begin so, by what they are about."""
    found: dict[str, list[Pair]] = {}
    for column, head in enumerate(heads):
        for name in [name for name in known if name.startswith(head)]:
            row = found.setdefault(name.removeprefix(head), [_ZERO] * len(heads))
            row[column] = known[name]
    return found


def _placed(block: dict[str, list[Pair]], pairs: list[Pair]) -> dict[str, int]:
    """Where the weights of each entry begin, once they are added to the others."""
    starts = {}
    for entry, weights in block.items():
        starts[entry] = len(pairs)
        pairs.extend(weights)
    return starts


def _by_two(pairs: dict[str, int]) -> dict[tuple[str, str], int]:
    """The same by the two words, wherever the mark between them may be."""
    return {
        (pair[:at], pair[at + 1 :]): start
        for pair, start in pairs.items()
        for at, letter in enumerate(pair)
        if letter == "_"
    }


def _entries(
    words: dict[str, int],
    forms: dict[str, int],
    meanings: dict[str, int],
    pairs: dict[tuple[str, str], int],
    others: Iterable[str],
) -> tuple[dict[str, int], Integers]:
    """A number for each form, and for each number the column of `Weights.entries`."""
    known = {word.removeprefix("!"): 0 for word in words} | forms | meanings | {NAME: 0}
    known |= dict.fromkeys(chain(others, roles(), tone_words("saying"), ("<s>", "</s>")), 0)
    numbers = {form: k for k, form in enumerate(known, 2)}
    role = {form: k for k, form in enumerate(roles(), 1)}
    row, column = [
        {form: k for k, form in enumerate(dict.fromkeys(side), 1)}
        for side in zip(*pairs, strict=True)
    ]
    entries = [(0, 0, *[0] * 10), (0, 1, *[0] * 10)]
    for form in numbers:
        shown = form != NAME and form[:1].isalpha()
        at = (words.get(form, 0), words.get(f"!{form}", 0), forms.get(form, 0))
        beside = (pairs.get((form, "TARGET"), 0), pairs.get(("TARGET", form), 0))
        says = form in tone_words("saying")
        more = (
            meanings.get(form, 0),
            *beside,
            says,
            role.get(form, 0),
            row.get(form, 0),
            column.get(form, 0),
        )
        entries.append((form == NAME, shown, *at, *more))
    return numbers, np.ascontiguousarray(np.array(entries).T)
