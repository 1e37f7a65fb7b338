"""Which names are the same person, and the fullest name the story gives each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from newslib.speakers.capitals import Found
from newslib.speakers.lists import Lists, load_lists, words_of
from newslib.speakers.roles import role_of
from newslib.speakers.words import Words

__all__ = ["People", "Person", "gather", "shouted"]


@dataclass(slots=True)
class Person:
    """Somebody the story names; filled while the story is read, then only read."""

    name: tuple[str, ...]
    forms: dict[tuple[str, ...], int]
    genders: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    titles: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """What most of the evidence says; "" where there is none."""
        men, women = self.genders.get("male", 0), self.genders.get("female", 0)
        return "" if men == women else "male" if men > women else "female"


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a story and who stands at each found name (by the name's first word)."""

    persons: tuple[Person, ...]
    genders: tuple[str, ...]
    who: dict[int, int]


_NAMESAKES = 50
"""With how many persons of one surname a name is compared, which keeps the work linear."""


def gather(words: Words, found: Iterable[Found]) -> People:
    """Join the names of one person; names of several words first, then the short ones."""
    lists = load_lists()
    persons: list[Person] = []
    surnames: dict[str, list[int]] = defaultdict(list)
    who: dict[int, int] = {}
    items = _shortened([item for item in found if item.kind == "person"])
    cores = [_core(item.name) for item in items]
    lone = {core[-1] for core in cores if len(core) == 1}
    for item, core in zip(items, cores, strict=True):
        if len(core) > 1 and _is_vouched(words, item, lone):
            who[item.first] = _full(lists, item, persons, surnames)
    firsts: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(persons):
        for word in dict.fromkeys(_core(form)[0] for form in person.forms):
            firsts[word].append(number)
    for item, core in zip(items, cores, strict=True):
        if len(core) == 1:
            who_else = _short(words, lists, item, persons, surnames, firsts)
            if who_else is not None:
                who[item.first] = who_else
    for item in items:
        if item.first in who:
            _learn(persons[who[item.first]], item)
    return People(tuple(persons), tuple(person.gender for person in persons), who)


def _shortened(items: list[Found]) -> list[Found]:
    """Names that go on with what is none, "Paul Marsh Leads", cut to what the story vouches."""
    cores = [_core(item.name) for item in items]
    if max(map(len, cores), default=0) < 3:
        return items
    pairs = {core for core in cores if len(core) == 2}
    return [
        item._replace(name=item.name[:2])
        if len(core) > 2 and core[:2] in pairs and (core[0], core[-1]) not in pairs
        else item
        for item, core in zip(items, cores, strict=True)
    ]


def _is_vouched(words: Words, item: Found, lone: set[str]) -> bool:
    """Whether a name of several words is a person's: by title, given name, deed or surname."""
    if item.sure or _core(item.name)[-1] in lone:
        return True
    if all(word.isupper() and len(word) > 2 for word in item.name):
        return False
    apposed = words.gaps[item.last - 1].startswith((", ", " ("))
    return apposed or role_of(words, item.first, item.last) in ("speaker", "subject")


def shouted(found: list[Found]) -> list[Found]:
    """The names with surnames in capitals, "TAPPER", taken for the persons they are."""
    doubtful = [
        place
        for place, (_, _, kind, name, titles, _, _) in enumerate(found)
        if kind == "organisation" and not titles and len(name) == 1 and name[0].isupper()
    ]
    if doubtful:
        found = found.copy()
        surnames = {_core(item.name)[-1] for item in found if len(item.name) > 1}
        for place in doubtful:
            if found[place].name[0].lower() in surnames:
                found[place] = found[place]._replace(kind="person")
    return found


@lru_cache(maxsize=4096)
def _core(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name in lower case without "Jr." and the like, and without initials at its end."""
    kept = tuple(w.lower().replace("’", "'") for w in name if w.lower() not in words_of("suffix"))
    return kept or ("",)


def _full(lists: Lists, item: Found, persons: list[Person], surnames: dict[str, list[int]]) -> int:
    """The person of a name of two words or more, a new one where nobody fits."""
    core = _core(item.name)
    for number in surnames[core[-1]][-_NAMESAKES:]:
        if any(_same_given(core, _core(form)) for form in persons[number].forms):
            person = persons[number]
            if len(item.name) > len(person.name):
                person.name = item.name
            person.forms[item.name] = person.forms.get(item.name, 0) + 1
            return number
    person = Person(item.name, {item.name: 1})
    given = lists.given.get(core[0], "")
    if given in ("male", "female"):
        person.genders[given] += 2
    persons.append(person)
    surnames[core[-1]].append(len(persons) - 1)
    return len(persons) - 1


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with one surname can be one person's."""
    if len(one) == 1 or len(other) == 1:
        return False
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if first == second or one[:-1] == other[:-1]:
        return True
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) and len(shorter) in (1, 3, 4)


def _short(
    words: Words,
    lists: Lists,
    item: Found,
    persons: list[Person],
    surnames: dict[str, list[int]],
    firsts: dict[str, list[int]],
) -> int | None:
    """The person of a lone surname or first name; a new one where a title or a verb vouches."""
    word = _core(item.name)[-1]
    fitting = surnames[word][-_NAMESAKES:]
    if item.gender:
        fitting = [n for n in fitting if persons[n].gender in ("", item.gender)]
    if not surnames[word] and not item.titles:
        fitting = firsts.get(word, [])
    if len(fitting) > 1:
        return max(fitting, key=lambda n: (sum(persons[n].forms.values()), -n))
    if fitting:
        return fitting[0]
    if not (item.sure or _acts(words, lists, item)):
        return None
    person = Person(item.name, {item.name: 1})
    if lists.given.get(word) in ("male", "female"):
        person.genders[lists.given[word]] += 1
    persons.append(person)
    surnames[word].append(len(persons) - 1)
    return len(persons) - 1


def _acts(words: Words, lists: Lists, item: Found) -> bool:
    """Whether a lone capitalised word does what people do: it says something, or acts."""
    word = item.name[0]
    if word.lower() in lists.nouns or word.lower() in lists.heads:
        return False
    place = (
        words.lower[item.first - 1] in ("in", "at", "near") and words.gaps[item.first - 1] == " "
    )
    if place or (words.begins[item.first] and word.lower() in lists.reporting):
        return False
    return role_of(words, item.first, item.last) == "speaker" or words.lower[item.last] == "who"


def _learn(person: Person, item: Found) -> None:
    """Keep what the titles of a mention say of its person."""
    if item.gender:
        person.genders[item.gender] += 3
    if item.titles:
        person.titles.add(item.titles)
