"""Who holds an office the story speaks of: "the minister" is the minister it has named."""

from __future__ import annotations

from collections.abc import Iterable

from newslib.speakers.capitals import Found
from newslib.speakers.lists import Lists, full_office, load_lists, words_of
from newslib.speakers.people import People
from newslib.speakers.words import Words

__all__ = ["office_holders"]


def office_holders(words: Words, items: list[Found], people: People) -> dict[int, int]:
    """The person of each office, by the first word of its phrase; unresolved ones are left out."""
    lists = load_lists()
    titled = {
        who: {full_office().get(w, w) for titles in sorted(person.titles) for w in titles}
        for who, person in enumerate(people.persons)
        if person.titles
    }
    apposed = {who: set(roles) for who, roles in titled.items()}
    for who, roles in _appositions(words, lists, items, people):
        apposed.setdefault(who, set()).update(roles)
    rolls = (_roll(titled), _roll(apposed))
    holders: dict[int, int] = {}
    latest: list[int] = []
    for place, item in enumerate(items):
        if item.kind == "person" and item.first in people.who:
            latest.append(people.who[item.first])
        if item.kind != "office":
            continue
        who = _named_behind(words, items, place, people)
        if who < 0:
            for roll in rolls:
                who = _holder(lists, item, roll, latest[-60:], people) if who < 0 else who
        if who >= 0:
            holders[item.first] = who
            latest.append(who)
    return holders


_Roll = tuple[dict[int, set[str]], dict[str, list[int]]]
"""The words of each person's titles, and the persons of each word."""

_HOLDERS = 50
"""Among how many holders of a title an office is looked for, which keeps the work linear."""


def _roll(held: dict[int, set[str]]) -> _Roll:
    """Titles by person, and persons by the words of their titles."""
    holding: dict[str, list[int]] = {}
    for who, roles in held.items():
        for word in sorted(roles):
            holding.setdefault(word, []).append(who)
    return held, holding


def _named_behind(words: Words, items: list[Found], place: int, people: People) -> int:
    """The person in apposition: "the foreign minister, Ilse Brandt,"."""
    item = items[place]
    if place + 1 < len(items) and words.gaps[item.last - 1] == ", ":
        following = items[place + 1]
        if following.first == item.last and following.kind == "person":
            return people.who.get(following.first, -1)
    return -1


def _appositions(
    words: Words, lists: Lists, items: list[Found], people: People
) -> Iterable[tuple[int, set[str]]]:
    """Roles that stand beside a name: "Tomas Keller, the Estmark envoy,"."""
    for item in items:
        if item.kind != "person" or words.gaps[item.last - 1] != ", ":
            continue
        if (who := people.who.get(item.first, -1)) < 0:
            continue
        roles, index = set(), item.last
        while index < min(item.last + 9, len(words.starts)):
            word = words.lower[index]
            if lists.function.get(word) in ("preposition", "pronoun", "conjunction"):
                break
            roles.add(full_office().get(word, word))
            if words.gaps[index] != " ":
                break
            index += 1
        if any((role,) in lists.titles or role in lists.nouns for role in roles):
            yield who, roles - set(lists.function)
    for place, item in enumerate(items):
        if item.kind == "office" and (who := _named_behind(words, items, place, people)) >= 0:
            yield who, {full_office().get(w, w) for w in item.titles} - set(lists.function)


def _places(lists: Lists, said: set[str]) -> set[str]:
    return {word for word in said if lists.kinds.get((word,)) in ("place", "state")}


def _holder(lists: Lists, item: Found, roll: _Roll, latest: list[int], people: People) -> int:
    """The person whose titles hold every word of the office, the latest named first; -1 if none.

    A senator's own state goes without saying where the story knows one senator only.
    """
    said = (word for word in item.titles if word not in lists.function)
    wanted = {full_office().get(word, word) for word in said} - words_of("loose")
    places = _places(lists, wanted)
    held, holding = roll
    rarest = min((holding.get(w, []) for w in sorted(wanted - places)), key=len, default=[])
    known = rarest[-_HOLDERS:]
    fits = [who for who in known if not item.gender or people.genders[who] in ("", item.gender)]
    fitting = {who for who in fits if wanted <= held[who]}
    if not fitting and places and wanted - places:
        elsewhere = {who for who in fits if _places(lists, held[who])}
        fitting = {who for who in fits if wanted - places <= held[who]} - elsewhere
        fitting = fitting if len(fitting) == 1 else set()
    for who in reversed(latest):
        if who in fitting:
            return who
    return min(fitting) if fitting else -1
