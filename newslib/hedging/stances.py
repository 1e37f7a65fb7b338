"""The stance of reporting words: what a writer takes on by choosing "claim" over "say"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newslib.lexicon import Entry, Lexicon, folded
from newslib.lexicons import packaged, read_rows

__all__ = ["Stance", "stance_of"]


@dataclass(frozen=True, slots=True)
class Stance:
    """How a reporting word presents what it reports; a line of `newslib/lexicons/stance.tsv`.

    `verb` is the entry (a verb, a noun or a phrase), `stance` its Engagement class, `force`
    (1–5) how much weight the speaker is shown to lay on it, `commitment` (−3 to 3) how far a
    reader takes the content to have happened.

    >>> stance_of("has insisted")
    Stance(verb='insist', stance='pronounce', force=4, commitment=1.65)
    """

    verb: str
    stance: str
    force: int
    commitment: float


def stance_of(cue: str) -> Stance | None:
    """The stance of a reporting cue as a text has it: "has said", "also argued", "accusing".

    Longer entries win over their parts ("ruled out", "called for"); of several verbs the last
    counts ("issued a statement saying"), and a noun counts where there is no verb. A cue that is
    only a colon has an entry of its own. None where no word of the cue is known.

    Classes are those of Engagement in Martin & White (2005): acknowledge, distance, endorse,
    pronounce, concur, deny, counter. Commitment is White & Rawlins's MegaVeridicality (2018)
    where they published a value, else newslib's own reading; the file says which.

    >>> stance_of("has repeatedly claimed")
    Stance(verb='claim', stance='distance', force=3, commitment=0.6)
    >>> stance_of("ruled out").stance, stance_of("wandered")
    ('deny', None)
    """
    found = [entry for _, entry in _stances().find(" ".join(folded(cue).split()))]
    if not found:
        found = _by_form().get(cue.strip(), [])
    ranked = sorted(enumerate(found), key=lambda item: (_RANK[item[1]["word_class"]], item[0]))
    return _stance(ranked[-1][1]) if ranked else None


_RANK = {"noun": 0, "phrase": 1, "verb": 2}
"""Which word of a cue counts: a verb before a phrase, a phrase before a noun."""


def _stance(entry: Entry) -> Stance:
    """The record of a form."""
    return Stance(entry["verb"], entry.category, int(entry["force"]), float(entry["commitment"]))


@lru_cache(maxsize=1)
def _stances() -> Lexicon:
    """Every form of every entry, which it names in the column `verb`."""
    rows = read_rows(packaged("stance"), name="stance.tsv")
    forms = [
        Entry(form, row["category"], more=(*row.items(), ("verb", row["entry"])))
        for row in rows
        for form in dict.fromkeys((row["entry"], *row["forms"].split("|")))
        if form
    ]
    return Lexicon("stance", tuple(forms))


@lru_cache(maxsize=1)
def _by_form() -> dict[str, list[Entry]]:
    """The entries by their form as it is written, a colon too."""
    found: dict[str, list[Entry]] = {}
    for entry in _stances().entries:
        found.setdefault(entry.entry, []).append(entry)
    return found
