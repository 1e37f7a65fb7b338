"""What a sentence shows about the tone towards one of its words: the features of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from newslib.sentiment.readings import NAME, Reading, roles

__all__ = ["ZONES", "Feature", "features", "zones"]

Feature = tuple[str, float, int]
"""A feature's name, its value, and the word of the sentence it comes from (-1 for none)."""

ZONES = 8
"""How many places in the sentence the learnt meaning of a word is weighed for."""

_BE = re.compile(r"is|are|was|were|be|been|being|am|'s|'re|get|gets|got")
_HELPER = re.compile(
    _BE.pattern + r"|ha(?:ve|s|d)|do|does|did|wi?ll|would|can|could|may|might|shall|should|must"
    r"|'ve|'ll|'d"
)
_PREPOSITION = re.compile(
    r"of|in|on|for|with|by|against|to|from|at|about|over|under|between|towards?|like|as|into|than"
)
_PRONOUN = re.compile(r"he|she|him|hers?|his|they|them|their|its?|i|you|we|me|us|ours?|my")
_SAYING = re.compile(r"said|say|told|tell|ad|tweet|wrote|argu|ask|explain|announc|note")


_CROSSING = 4
"""How many words the border of a clause is worth."""


def features(reading: Reading, first: int, last: int) -> list[Feature]:
    """The features of the target that reaches from word `first` up to word `last`."""
    found = [
        *_words(reading, first, last),
        *_neighbours(reading, first, last),
        *_after(reading, first, last),
        *_before(reading, first, last),
        *_roles(reading, first, last),
        *_polarity(reading, first, last),
        *_target(reading, first, last),
    ]
    return _balanced(found)


def _balanced(found: list[Feature]) -> list[Feature]:
    """Words count once each, and less the more of them there are; lexicon sums stay as they are."""
    once: dict[str, Feature] = {}
    sums: list[Feature] = []
    for feature in found:
        if "|" in feature[0]:
            once.setdefault(feature[0], feature)
        else:
            sums.append((feature[0], 2 * feature[1], feature[2]))
    weight = 7 / max(len(once), 1) ** 0.5
    return [(name, weight, place) for name, _, place in once.values()] + sums


def _distance(place: int, first: int, last: int) -> int:
    """How many words lie between a word and the target, plus one; negative before it."""
    return place - first if place < first else place - last + 1


def _zone(distance: int) -> str:
    far = abs(distance)
    return str(1 + (far > 1) + (far > 3) + (far > 7) + (far > 14))


def _nearest(reading: Reading, first: int, last: int) -> list[bool]:
    """Whether the target is nearer to each word than any other name, clauses counting as words."""
    others = [i for i, form in enumerate(reading.forms) if form == NAME and not first <= i < last]
    targets = list(range(first, last))
    far = [_ways(reading, targets), _ways(reading, others)]
    return [mine <= theirs for mine, theirs in zip(*far, strict=True)]


def _ways(reading: Reading, places: list[int]) -> list[int]:
    """How far each word is from the nearest of some places, in one walk each way."""
    n, known = len(reading.words), set(places)
    ways = [10 * n + 100] * n
    for order in (range(n), range(n - 1, -1, -1)):
        before, way = -1, 10 * n + 100
        for i in order:
            crossed = before >= 0 and reading.clauses[i] != reading.clauses[before]
            way = 0 if i in known else way + 1 + _CROSSING * crossed
            ways[i] = min(ways[i], way)
            before = i
    return ways


def _words(reading: Reading, first: int, last: int) -> Iterator[Feature]:
    """Every word with its side, its distance, its quotation, its clause; and pairs of words."""
    places = [i for i in range(len(reading.words)) if not first < i < last]
    forms = ["TARGET" if i == first else reading.forms[i] for i in places]
    inside = "Q" if reading.quoted[first] else "N"
    mine = _nearest(reading, first, last)
    for k, (i, form) in enumerate(zip(places, forms, strict=True)):
        following = forms[k + 1] if k + 1 < len(forms) else "</s>"
        yield f"b|{form}_{following}", 1, i
        if i == first:
            continue
        distance = _distance(i, first, last)
        side = "L" if distance < 0 else "R"
        word = ("!" if reading.negated[i] else "") + form
        yield f"w|{word}", 1, i
        yield f"s|{side}{word}", 1, i
        yield f"o|{'own' if mine[i] else 'other'}_{word}", 1, i
        yield f"z|{side}{_zone(distance)}{form}", 1, i
        yield f"q|{'q' if reading.quoted[i] else 'n'}{inside}{word}", 1, i
        if reading.clauses[i] == reading.clauses[first]:
            yield f"c|{side}{word}", 1, i
        if abs(distance) <= 6:
            yield f"bs|{side}{form}_{following}", 1, i


def _neighbours(reading: Reading, first: int, last: int) -> Iterator[Feature]:
    """The one, two and three words on either side."""
    left = ["<s>"] * 3 + list(reading.forms[max(first - 3, 0) : first])
    right = [*reading.forms[last : last + 3], "</s>", "</s>", "</s>"]
    before, after = max(first - 1, 0), min(last, len(reading.words) - 1)
    for n in (1, 2, 3):
        yield f"l{n}|{'_'.join(left[-n:])}", 1, before
        yield f"r{n}|{'_'.join(right[:n])}", 1, after
    yield f"lr|{left[-1]}_{right[0]}", 1, before
    yield f"llr|{left[-2]}_{left[-1]}_{right[0]}", 1, before


def _is(kind: re.Pattern[str], word: str) -> bool:
    return kind.fullmatch(word) is not None


def _helps(reading: Reading, place: int) -> bool:
    return _is(_HELPER, reading.lower[place])


def _is_verb(reading: Reading, place: int) -> bool:
    return reading.tags[place].startswith("VB")


def _after(reading: Reading, first: int, last: int) -> Iterator[Feature]:
    """The verb whose subject the target may be, active or passive, and what follows it."""
    verbs = [i for i in range(last, len(reading.words)) if _is_verb(reading, i)]
    k = 0
    while k + 1 < len(verbs) and _helps(reading, verbs[k]) and verbs[k + 1] - verbs[k] < 5:
        k += 1
    if not verbs:
        return
    verb = verbs[k]
    helped = k > 0 and _is(_BE, reading.lower[verbs[k - 1]])
    passive = helped and reading.tags[verb] in ("VBN", "VBD")
    voice = "P" if passive else "A"
    clause = "=" if reading.clauses[verb] == reading.clauses[first] else "~"
    denied = "!" if reading.negated[verb] else ""
    yield f"sv|{clause}{voice}{denied}{reading.forms[verb]}", 1, verb
    yield f"svp|{clause}{voice}", 1, -1
    yield f"subject_{voice}", reading.polarity[verb], verb
    end = min(verb + 7, len(reading.words))
    for i in range(verb + 1, end):
        yield "object", reading.polarity[i], i
    follow = [i for i in range(verb + 1, end) if reading.tags[i][:2] in ("NN", "JJ", "VB", "RB")]
    for i in [i for i in follow if reading.forms[i] != NAME][:3]:
        yield f"svo|{reading.forms[verb]}_{reading.forms[i]}", 1, i


def _before(reading: Reading, first: int, last: int) -> Iterator[Feature]:  # noqa: ARG001
    """The verb and the preposition that govern the target, and the words that describe it."""
    verb = next((i for i in range(first - 1, -1, -1) if _is_verb(reading, i)), -1)
    if verb >= 0:
        between = reading.lower[verb + 1 : first]
        preposition = next((word for word in reversed(between) if _is(_PREPOSITION, word)), "-")
        clause = "=" if reading.clauses[verb] == reading.clauses[first] else "~"
        denied = "!" if reading.negated[verb] else ""
        yield f"ov|{clause}{denied}{reading.forms[verb]}_{preposition}", 1, verb
        yield f"ovw|{denied}{reading.forms[verb]}", 1, verb
        yield f"ovp|{preposition}", 1, -1
        yield f"governor_{preposition}", reading.polarity[verb], verb
    for i in range(max(first - 3, 0), first):
        if reading.tags[i][:2] in ("JJ", "NN") and reading.forms[i] != NAME:
            yield f"m{reading.tags[i][0]}|{reading.forms[i]}", 1, i


def _roles(reading: Reading, first: int, last: int) -> Iterator[Feature]:
    """What the verbs of the diplomatic lexicon say of the target as doer or done-to."""
    own = (_is_verb(reading, i) and not _helps(reading, i) for i in range(len(reading.words)))
    verbs = list(accumulate(own, initial=0))
    for i, form in enumerate(reading.forms):
        role = roles().get(form)
        if role is None or first <= i < last:
            continue
        passive = any(_is(_BE, word) for word in reading.lower[max(i - 3, 0) : i])
        by = i < first and "by" in reading.lower[max(i, first - 4) : first]
        doer = by if i < first else not passive
        value = (role.doer if doer else role.done_to) * (-0.7 if reading.negated[i] else 1)
        low, high = (i + 1, first) if i < first else (last, i)
        rivals = verbs[high] - verbs[low]
        clause = "=" if reading.clauses[i] == reading.clauses[first] else "~"
        name = f"{'doer' if doer else 'done_to'}_{min(rivals, 2)}{clause}"
        yield name, value, i
        yield "role", value / (1 + rivals), i


def _polarity(reading: Reading, first: int, last: int) -> Iterator[Feature]:
    """The lexicon's words, positive and negative apart, by side, distance, clause, quotation."""
    inside = "Q" if reading.quoted[first] else "N"
    mine = _nearest(reading, first, last)
    near = whole = 0.0
    for i, value in enumerate(reading.polarity):
        if not value or first <= i < last:
            continue
        distance = _distance(i, first, last)
        side = "L" if distance < 0 else "R"
        sign, size = ("+" if value > 0 else "-"), abs(value)
        whole += value
        yield f"p{sign}", size, i
        yield f"p{sign}{side}", size, i
        yield f"p{sign}_{'own' if mine[i] else 'other'}", size, i
        yield f"p{sign}{side}{_zone(distance)}", size, i
        yield f"pq{sign}{'q' if reading.quoted[i] else 'n'}{inside}", size, i
        if reading.clauses[i] == reading.clauses[first]:
            near += value
            yield f"pc{sign}", size, i
            yield f"pc{sign}{side}", size, i
    yield f"whole|{(whole > 0.3) - (whole < -0.3)}", 1, -1
    yield f"clause|{(near > 0.2) - (near < -0.2)}", 1, -1


def _target(reading: Reading, first: int, last: int) -> Iterator[Feature]:
    """The target's kind and place; never its name: no one is bad or good by name."""
    words = " ".join(reading.lower[first:last])
    kind = "name" if reading.forms[first] == NAME else "noun"
    n = len(reading.words)
    place = 0 if first == 0 else 1 if first < 4 else 2 if first / n < 0.5 else 3
    yield "bias", 1, -1
    yield f"quoted{reading.quoted[first]}", 1, -1
    yield f"marks{any(reading.quoted)}", 1, -1
    yield f"kind|{words if _is(_PRONOUN, words) else kind}", 1, -1
    yield f"place|{place}", 1, -1
    yield f"length|{min(n // 10, 5)}", 1, -1
    around = reading.forms[max(first - 1, 0) : first] + reading.forms[last : last + 3]
    if any(_is(_SAYING, form) for form in around):
        yield "says", 1, -1


def zones(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int, float]]:
    """For each word, the zones it stands in and how much it counts there: (word, zone, weight)."""
    mine = _nearest(reading, first, last)
    for i, form in enumerate(reading.forms):
        if first <= i < last or form == NAME:
            continue
        sign = -0.5 if reading.negated[i] else 1.0
        distance = _distance(i, first, last)
        after = distance > 0
        yield i, 0, sign
        yield i, 1 + after, sign / (1 + abs(distance) / 3)
        if reading.clauses[i] == reading.clauses[first]:
            yield i, 3 + after, sign
        if reading.quoted[i]:
            yield i, 5, sign
        yield i, 7 - mine[i], sign
