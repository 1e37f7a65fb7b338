"""Who holds an office the story speaks of: "the minister" is the minister it has named."""

from __future__ import annotations

from collections.abc import Iterable

from newslib.speakers.lists import Lists, full_office, load_lists, words_of
from newslib.speakers.names import Found
from newslib.speakers.people import People
from newslib.speakers.words import Words

__all__ = ["office_holders"]


def office_holders(words: Words, items: list[Found], people: People) -> dict[int, int]:
    """The person of each office, by the first word of its phrase; unresolved ones are left out."""
    lists = load_lists()
    held = [
        (who, {full_office().get(w, w) for titles in sorted(person.titles) for w in titles})
        for who, person in enumerate(people.persons)
    ]
    for who, roles in _appositions(words, lists, items, people):
        held[who][1].update(roles)
    held = [(who, roles) for who, roles in held if roles]
    holders: dict[int, int] = {}
    latest: list[int] = []
    for place, item in enumerate(items):
        if item.kind == "person" and item.first in people.who:
            latest.append(people.who[item.first])
        if item.kind != "office":
            continue
        who = _named_behind(words, items, place, people)
        if who < 0:
            who = _holder(lists, item, held, latest[-60:], people)
        if who >= 0:
            holders[item.first] = who
            latest.append(who)
    return holders


def _named_behind(words: Words, items: list[Found], place: int, people: People) -> int:
    """The person in apposition: "the foreign minister, Ilse Brandt,"."""
    item = items[place]
    if place + 1 < len(items) and words.gap(item.last - 1) == ", ":
        following = items[place + 1]
        if following.first == item.last and following.kind == "person":
            return people.who.get(following.first, -1)
    return -1


def _appositions(
    words: Words, lists: Lists, items: list[Found], people: People
) -> Iterable[tuple[int, set[str]]]:
    """Roles that stand beside a name: "Tomas Keller, the Estmark envoy,"."""
    for item in items:
        who = people.who.get(item.first, -1)
        if who < 0 or item.kind != "person" or words.gap(item.last - 1) != ", ":
            continue
        roles, index = set(), item.last
        while index < min(item.last + 9, len(words.lower)):
            if words.lower[index] in ("who", "which", "and"):
                break
            roles.add(full_office().get(words.lower[index], words.lower[index]))
            if words.gap(index) != " ":
                break
            index += 1
        if any((role,) in lists.titles or role in lists.nouns for role in roles):
            yield who, roles - set(lists.function)
    for place, item in enumerate(items):
        if item.kind == "office" and (who := _named_behind(words, items, place, people)) >= 0:
            yield who, {full_office().get(w, w) for w in item.titles} - set(lists.function)


def _holder(
    lists: Lists,
    item: Found,
    held: list[tuple[int, set[str]]],
    latest: list[int],
    people: People,
) -> int:
    """The person whose titles hold every word of the office, the latest named first; -1 if none."""
    wanted = {full_office().get(w, w) for w in item.titles if w not in lists.function} - words_of(
        "loose"
    )
    fitting = {
        who
        for who, roles in held
        if wanted <= roles and (not item.gender or people.genders[who] in ("", item.gender))
    }
    for who in reversed(latest):
        if who in fitting:
            return who
    return min(fitting) if fitting else -1
