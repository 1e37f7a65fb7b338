"""What hangs on a target's place: its neighbours, its verbs, who does and who is done to.

The names of features are those of `tone_features.tsv`. Neighbours: `l1` to `l3` before the target,
`r1` to `r3` behind it, `lr` and `llr` around it. Verbs: `sv` one that the target may be the subject
of, `svp` its voice (A, P), `svo` with what follows it; `ov`, `ovw` and `ovp` the one before the
target, alone and with its preposition; "=" is one in the target's clause, "~" one beyond it, "!"
one denied. `mJ` and `mN` describe the target. In sums, `p` is a word of the lexicons, with its
sign, by side, zone, owner, clause (`pc`) and quotation (`pq`).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from tone_places import Place, Scene, helpers

from newslib.sentiment.readings import DENIED, NAME
from newslib.sentiment.words import tone_words

__all__ = ["Relations", "relations"]

Sum = tuple[tuple[str, ...], float, int]
"""Names of features that are alike, their value, and the word of the sentence it comes from."""

_OPEN_CLASSES, _DESCRIBING, _PASSIVE = ("NN", "JJ", "VB", "RB"), ("JJ", "NN"), ("VBN", "VBD")

_OBJECT, _ROLE = ("object",), ("role",)
_SUBJECT = {"A": ("subject_A",), "P": ("subject_P",)}

_ZONE_ENDS = (1, 3, 7, 14)
"""The last distance of each of five zones but the last."""


class Relations(NamedTuple):
    """The features of a target but for those of each word and its side.

    Those in `once` count once, and the word they come from first is theirs; those in `sums` add
    up. Word -1 is none.
    """

    once: dict[str, int]
    sums: list[Sum]


def relations(place: Place) -> Relations:
    """What the words around a target, its verbs and the words of the lexicons say of it.

    >>> from newslib import parse_article
    >>> from tone_places import place_in, scene_of
    >>> from newslib.sentiment.readings import readings
    >>> scene = scene_of(readings(parse_article("Marsh praised Estmark."))[0])
    >>> relations(place_in(scene, 2, 3)).once["ovw|prais"]
    1
    """
    found = Relations(_neighbours(place), [])
    for add in (_add_after, _add_before, _add_roles, _add_polar, _add_target):
        add(place, found)
    return found


def _neighbours(place: Place) -> dict[str, int]:
    """The one, two and three words on either side."""
    forms, first, last = place.scene.reading.forms, place.first, place.last
    third, second, left = ("<s>", "<s>", "<s>", *forms[max(first - 3, 0) : first])[-3:]
    right, then, last_right = (*forms[last : last + 3], "</s>", "</s>", "</s>")[:3]
    before, after = max(first - 1, 0), min(last, len(forms) - 1)
    lefts, rights = f"{second}_{left}", f"{right}_{then}"
    return {
        f"l1|{left}": before,
        f"r1|{right}": after,
        f"l2|{lefts}": before,
        f"r2|{rights}": after,
        f"l3|{third}_{lefts}": before,
        f"r3|{rights}_{last_right}": after,
        f"lr|{left}_{right}": before,
        f"llr|{lefts}_{right}": before,
    }


def _add_after(place: Place, found: Relations) -> None:
    """The verb whose subject the target may be, active or passive, and what follows it."""
    scene, once, sums = place.scene, found.once, found.sums
    start = bisect_left(scene.verbs, place.last)
    if start == len(scene.verbs):
        return
    verb, passive = _helped(scene, start)
    forms, tags, polarity = scene.reading.forms, scene.reading.tags, scene.reading.polarity
    voice, form = "P" if passive else "A", forms[verb]
    clause = "=" if verb < place.closes else "~"
    denied = "!" if scene.reading.negated[verb] else ""
    once[f"sv|{clause}{voice}{denied}{form}"] = verb
    once[f"svp|{clause}{voice}"] = -1
    if polarity[verb]:
        sums.append((_SUBJECT[voice], polarity[verb], verb))
    behind = range(verb + 1, min(verb + 7, len(forms)))
    sums.extend([(_OBJECT, polarity[i], i) for i in behind if polarity[i]])
    follow = [i for i in behind if forms[i] != NAME and tags[i].startswith(_OPEN_CLASSES)]
    for i in follow[:3]:
        once.setdefault(f"svo|{form}_{forms[i]}", i)


def _helped(scene: Scene, start: int) -> tuple[int, bool]:
    """The verb that one of a sentence's verbs, if it is a helper, helps; and whether as passive."""
    verbs, lower, k = scene.verbs, scene.reading.lower, start
    known = helpers()
    while k + 1 < len(verbs) and lower[verbs[k]] in known and verbs[k + 1] - verbs[k] < 5:
        k += 1
    passive = k > start and scene.reading.tags[verbs[k]] in _PASSIVE
    return verbs[k], passive and lower[verbs[k - 1]] in tone_words("be")


def _add_before(place: Place, found: Relations) -> None:
    """The verb and the preposition that govern the target, and the words that describe it."""
    first, once, verbs = place.first, found.once, place.scene.verbs
    forms, tags = place.scene.reading.forms, place.scene.reading.tags
    at = bisect_left(verbs, first)
    if at:
        verb, reading = verbs[at - 1], place.scene.reading
        between = reading.lower[verb + 1 : first][::-1]
        prepositions = [word for word in between if word in tone_words("preposition")]
        preposition = prepositions[0] if prepositions else "-"
        clause = "=" if verb >= place.opens else "~"
        denied = "!" if reading.negated[verb] else ""
        once[f"ov|{clause}{denied}{forms[verb]}_{preposition}"] = verb
        once[f"ovw|{denied}{forms[verb]}"] = verb
        once[f"ovp|{preposition}"] = -1
        if reading.polarity[verb]:
            found.sums.append(((f"governor_{preposition}",), reading.polarity[verb], verb))
    for i in range(max(first - 3, 0), first):
        if tags[i].startswith(_DESCRIBING) and forms[i] != NAME:
            once.setdefault(f"m{tags[i][0]}|{forms[i]}", i)


def _add_roles(place: Place, found: Relations) -> None:
    """What the verbs of the diplomatic lexicon say of the target as doer or done-to."""
    scene, first, last = place.scene, place.first, place.last
    for i, role, passive in scene.roles:
        if first <= i < last:
            continue
        by = i < first and "by" in scene.reading.lower[max(i, first - 4) : first]
        doer = by if i < first else not passive
        value = (role.doer if doer else role.done_to) * (DENIED if scene.reading.negated[i] else 1)
        low, high = (i + 1, first) if i < first else (last, i)
        rivals = bisect_left(scene.lone, high) - bisect_left(scene.lone, low)
        clause = "=" if place.opens <= i < place.closes else "~"
        name = f"{'doer' if doer else 'done_to'}_{min(rivals, 2)}{clause}"
        found.sums.append(((name,), value, i))
        found.sums.append((_ROLE, value / (1 + rivals), i))


def _add_polar(place: Place, found: Relations) -> None:
    """The lexicon's words, positive and negative apart, by side, distance, clause, quotation."""
    scene, first, last, near, far, opens, closes = place
    polarity, quoted = scene.reading.polarity, scene.reading.quoted
    mine = quoted[first]
    clause = whole = 0.0
    for i in scene.polar:
        if first <= i < last:
            continue
        value = polarity[i]
        whole += value
        same = opens <= i < closes
        if same:
            clause += value
        left = i < first
        zone = bisect_left(_ZONE_ENDS, first - i if left else i - last + 1)
        names = _polar(value > 0, left, zone, quoted[i], mine, near <= i < far, same)
        found.sums.append((names, abs(value), i))
    found.once[f"whole|{(whole > 0.3) - (whole < -0.3)}"] = -1
    found.once[f"clause|{(clause > 0.2) - (clause < -0.2)}"] = -1


@lru_cache(maxsize=1_000)
def _polar(
    positive: bool, left: bool, zone: int, quoted: bool, target: bool, own: bool, same: bool
) -> tuple[str, ...]:
    """The features of a word of the lexicon; `quoted` and `target` say what is in quotation."""
    sign, side = "+" if positive else "-", "L" if left else "R"
    anywhere = ("", side, "_own" if own else "_other", f"{side}{zone + 1}")
    names = (
        *(f"p{sign}{place}" for place in anywhere),
        f"pq{sign}{'nq'[quoted]}{'NQ'[target]}",
    )
    return (*names, f"pc{sign}", f"pc{sign}{side}") if same else names


def _add_target(place: Place, found: Relations) -> None:
    """The target's kind and place; never its name: no one is bad or good by name."""
    reading, first, last = place.scene.reading, place.first, place.last
    words = " ".join(reading.lower[first:last])
    kind = "name" if reading.forms[first] == NAME else "noun"
    length = len(reading.forms)
    part = 0 if first == 0 else 1 if first < 4 else 2 if first / length < 0.5 else 3
    found.once[f"kind|{words if words in tone_words('pronoun') else kind}"] = -1
    found.once[f"place|{part}"] = -1
    found.once[f"length|{min(length // 10, 5)}"] = -1
    around = reading.forms[max(first - 1, 0) : first] + reading.forms[last : last + 3]
    says = not tone_words("saying").isdisjoint(around)
    found.sums.append((_always(bool(reading.quoted[first]), 1 in reading.quoted, says), 1, -1))


@lru_cache(maxsize=8)
def _always(quoted: bool, marks: bool, says: bool) -> tuple[str, ...]:
    """The features of every target."""
    names = ("bias", f"quoted{quoted}", f"marks{marks}")
    return (*names, "says") if says else names
