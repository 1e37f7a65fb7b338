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
from itertools import islice
from typing import NamedTuple

from newslib.sentiment.places import Place, helpers
from newslib.sentiment.readings import DENIED, NAME, tone_words

__all__ = ["Relations", "relations", "zone_of"]

Sum = tuple[tuple[str, ...], float, int]
"""Names of features that are alike, their value, and the word of the sentence it comes from."""

_OPEN_CLASSES = ("NN", "JJ", "VB", "RB")


class Relations(NamedTuple):
    """The features of a target but for those of each word and its side, which `grid` counts.

    Those in `once` count once, and the word they come from first is theirs; those in `sums` add
    up. Word -1 is none.
    """

    once: dict[str, int]
    sums: list[Sum]


def relations(place: Place) -> Relations:
    """What the words around a target, its verbs and the words of the lexicons say of it.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.places import place_in, scene_of
    >>> from newslib.sentiment.readings import readings
    >>> scene = scene_of(readings(parse_article("Marsh praised Estmark."))[0])
    >>> relations(place_in(scene, 2, 3)).once["ovw|prais"]
    1
    """
    found = Relations({}, [])
    for add in (_add_neighbours, _add_after, _add_before, _add_roles, _add_polar, _add_target):
        add(place, found)
    return found


def zone_of(distance: int) -> int:
    """How far a word is, in five steps, by its distance from the target.

    >>> [zone_of(distance) for distance in (1, 2, 4, 8, 15)]
    [1, 2, 3, 4, 5]
    """
    return 1 + (distance > 1) + (distance > 3) + (distance > 7) + (distance > 14)


def _add_neighbours(place: Place, found: Relations) -> None:
    """The one, two and three words on either side."""
    forms, first, last = place.scene.reading.forms, place.first, place.last
    third, second, left = ("<s>", "<s>", "<s>", *forms[max(first - 3, 0) : first])[-3:]
    right, then, last_right = (*forms[last : last + 3], "</s>", "</s>", "</s>")[:3]
    before, after = max(first - 1, 0), min(last, len(forms) - 1)
    found.once.update(
        {
            f"l1|{left}": before,
            f"r1|{right}": after,
            f"l2|{second}_{left}": before,
            f"r2|{right}_{then}": after,
            f"l3|{third}_{second}_{left}": before,
            f"r3|{right}_{then}_{last_right}": after,
            f"lr|{left}_{right}": before,
            f"llr|{second}_{left}_{right}": before,
        }
    )


def _add_after(place: Place, found: Relations) -> None:
    """The verb whose subject the target may be, active or passive, and what follows it."""
    verbs, reading = place.scene.verbs, place.scene.reading
    k = start = bisect_left(verbs, place.last)
    if start == len(verbs):
        return
    lower, forms, tags = reading.lower, reading.forms, reading.tags
    while k + 1 < len(verbs) and lower[verbs[k]] in helpers() and verbs[k + 1] - verbs[k] < 5:
        k += 1
    verb = verbs[k]
    helped = k > start and lower[verbs[k - 1]] in tone_words("be")
    voice = "P" if helped and tags[verb] in ("VBN", "VBD") else "A"
    clause = "=" if verb < place.closes else "~"
    denied = "!" if reading.negated[verb] else ""
    found.once[f"sv|{clause}{voice}{denied}{forms[verb]}"] = verb
    found.once[f"svp|{clause}{voice}"] = -1
    found.sums.append(((f"subject_{voice}",), reading.polarity[verb], verb))
    behind = range(verb + 1, min(verb + 7, len(forms)))
    found.sums.extend((("object",), reading.polarity[i], i) for i in behind if reading.polarity[i])
    follow = (i for i in behind if forms[i] != NAME and tags[i].startswith(_OPEN_CLASSES))
    for i in islice(follow, 3):
        found.once.setdefault(f"svo|{forms[verb]}_{forms[i]}", i)


def _add_before(place: Place, found: Relations) -> None:
    """The verb and the preposition that govern the target, and the words that describe it."""
    first, reading = place.first, place.scene.reading
    at = bisect_left(place.scene.verbs, first)
    if at:
        verb = place.scene.verbs[at - 1]
        between = reading.lower[verb + 1 : first]
        prepositions = tone_words("preposition")
        preposition = next((word for word in between[::-1] if word in prepositions), "-")
        clause = "=" if verb >= place.opens else "~"
        denied = "!" if reading.negated[verb] else ""
        found.once[f"ov|{clause}{denied}{reading.forms[verb]}_{preposition}"] = verb
        found.once[f"ovw|{denied}{reading.forms[verb]}"] = verb
        found.once[f"ovp|{preposition}"] = -1
        found.sums.append(((f"governor_{preposition}",), reading.polarity[verb], verb))
    for i in range(max(first - 3, 0), first):
        if reading.tags[i].startswith(("JJ", "NN")) and reading.forms[i] != NAME:
            found.once.setdefault(f"m{reading.tags[i][0]}|{reading.forms[i]}", i)


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
        rivals = scene.lone[high] - scene.lone[low]
        clause = "=" if place.opens <= i < place.closes else "~"
        name = f"{'doer' if doer else 'done_to'}_{min(rivals, 2)}{clause}"
        found.sums.append(((name,), value, i))
        found.sums.append((("role",), value / (1 + rivals), i))


def _add_polar(place: Place, found: Relations) -> None:
    """The lexicon's words, positive and negative apart, by side, distance, clause, quotation."""
    reading, first, last = place.scene.reading, place.first, place.last
    near = whole = 0.0
    for i in place.scene.polar:
        if first <= i < last:
            continue
        value = reading.polarity[i]
        whole += value
        same = place.opens <= i < place.closes
        if same:
            near += value
        zone = zone_of(first - i if i < first else i - last + 1)
        quotation = "nq"[reading.quoted[i]] + "NQ"[reading.quoted[first]]
        sign, side = "+" if value > 0 else "-", "L" if i < first else "R"
        own = place.near <= i < place.far
        names = _polar(sign, side, zone, quotation, own, same)
        found.sums.append((names, abs(value), i))
    found.once[f"whole|{(whole > 0.3) - (whole < -0.3)}"] = -1
    found.once[f"clause|{(near > 0.2) - (near < -0.2)}"] = -1


@lru_cache(maxsize=1_000)
def _polar(
    sign: str, side: str, zone: int, quotation: str, own: bool, same: bool
) -> tuple[str, ...]:
    """The features of a word of the lexicon."""
    anywhere = ("", side, "_own" if own else "_other", f"{side}{zone}")
    names = (*(f"p{sign}{place}" for place in anywhere), f"pq{sign}{quotation}")
    return (*names, f"pc{sign}", f"pc{sign}{side}") if same else names


def _add_target(place: Place, found: Relations) -> None:
    """The target's kind and place; never its name: no one is bad or good by name."""
    reading, first, last = place.scene.reading, place.first, place.last
    words = " ".join(reading.lower[first:last])
    kind = "name" if reading.forms[first] == NAME else "noun"
    length = len(reading.words)
    part = 0 if first == 0 else 1 if first < 4 else 2 if first / length < 0.5 else 3
    found.once[f"kind|{words if words in tone_words('pronoun') else kind}"] = -1
    found.once[f"place|{part}"] = -1
    found.once[f"length|{min(length // 10, 5)}"] = -1
    names = ("bias", f"quoted{reading.quoted[first]}", f"marks{True in reading.quoted}")
    around = reading.forms[max(first - 1, 0) : first] + reading.forms[last : last + 3]
    says = not tone_words("saying").isdisjoint(around)
    found.sums.append(((*names, "says") if says else names, 1, -1))
