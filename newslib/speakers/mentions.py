"""Mentions of a story in text order, and the canonical name of any speaker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from newslib.article import Article, Span, check_article, records
from newslib.speakers.capitals import Found
from newslib.speakers.lists import FIRST, PRONOUNS, load_lists, words_of
from newslib.speakers.names import find_names
from newslib.speakers.offices import office_holders
from newslib.speakers.people import gather, shouted
from newslib.speakers.persons import quotation_speakers
from newslib.speakers.phrases import extend_left, find_common, places_of
from newslib.speakers.plain import find_plain_names
from newslib.speakers.pronouns import Point, resolve
from newslib.speakers.roles import role_of
from newslib.speakers.words import Words, read_words

__all__ = ["Mention", "all_mentions", "find_mentions"]

_NEAR = 60
"""How many characters before "themselves" the body or state may end that it means."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a story speaks of somebody, and the canonical name, None where it gives none.

    `kind` is person, office, state, organisation, pronoun or unnamed.

    >>> from newslib import parse_article
    >>> find_mentions(parse_article("Envoy Ann Marsh left."))[0]
    Mention(span=Span(start=0, end=15, text='Envoy Ann Marsh'), name='Ann Marsh', kind='person')
    """

    span: Span
    name: str | None
    kind: str


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Everybody a story speaks of, in text order.

    A mention is the noun phrase with its titles, without apposition and possessive ending. The
    name is the fullest one the story itself uses, so a headline's "Lavrov" is "Sergey Lavrov"
    where the text has that; states and bodies go by their own word. Pronouns are resolved as in
    Lappin & Leass (1994, "An algorithm for pronominal anaphora resolution"): every mention puts
    its person in view, speakers and subjects most, less with each sentence, and a pronoun looks
    on its own side of the quotation marks first. "I" in a quotation is its speaker; "we", "they"
    and unnamed sources have no name. Any text gives a tuple; the work is linear in the text.

    >>> from newslib import parse_article
    >>> mentions = find_mentions(parse_article("Envoy Paul Marsh met Kiev's envoys. He left."))
    >>> [(m.span.text, m.kind, m.name) for m in mentions[:2]]
    [('Envoy Paul Marsh', 'person', 'Paul Marsh'), ('Kiev', 'state', 'Kiev')]
    >>> mentions[-1].name
    'Paul Marsh'
    """
    check_article(article)
    return article.remember(find_mentions, _find_told)


def _find_told(article: Article) -> tuple[Mention, ...]:
    words, every = read_words(article), all_mentions(article)
    owning = {words.starts[index] for index in words.where(("his", "her")) if _owns(words, index)}
    if not owning:
        return every
    return tuple([m for m in every if m.span.start not in owning or len(m.span.text) != 3])


def all_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions with "his" and "her" before a noun, which may be asked for but are not told."""
    return article.remember(all_mentions, _find_all)


def _find_all(article: Article) -> tuple[Mention, ...]:
    """What is named, then what is not, then who each is: names, offices, pronouns."""
    words = read_words(article)
    names = find_names(words)
    plain = find_plain_names(words, names)
    named = shouted(sorted([*names, *plain], key=itemgetter(0)))
    found = extend_left(words, named)
    common = find_common(words, found)
    people = gather(words, found)
    everything = sorted([*found, *common], key=itemgetter(0))
    who = {**office_holders(words, everything, people), **people.who}
    points = [
        Point(item.first, item.last, who[item.first]) for item in everything if item.first in who
    ]
    meant = resolve(words, points, people)
    meant |= _first_person(words, points, meant)
    called = [" ".join(person.name) for person in people.persons]
    told = {index: called[one] for index, one in who.items()}
    rows = [row for item in everything if (row := _mention(words, item, told)) is not None]
    rows.extend(_pronouns(words, {index: called[one] for index, one in meant.items()}, found))
    rows.sort(key=itemgetter(0, 1))
    return tuple(_mentions(article.text, _reflexives(words, rows)))


_Row = tuple[int, int, str | None, str]
"""Where a mention starts and ends, its name and its kind."""


def _mentions(text: str, rows: list[_Row]) -> list[Mention]:
    """The records of the mentions."""
    starts, ends, names, kinds = [list(map(itemgetter(i), rows)) for i in range(4)]
    told = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return records(Mention, records(Span, starts, ends, told), names, kinds)


def _first_person(words: Words, points: list[Point], meant: dict[int, int]) -> dict[int, int]:
    """The speaker each "I" inside a quotation means, by its word."""
    first = words.where(FIRST)
    if not first:
        return {}
    pronouns = [Point(index, index + 1, who) for index, who in meant.items()]
    speakers = quotation_speakers(words, [*points, *pronouns])
    return {
        index: speakers[words.quotation[index]]
        for index in first
        if words.quotation[index] in speakers
    }


def _reflexives(words: Words, rows: list[_Row]) -> list[_Row]:
    """The mentions, "themselves" with the name of the state or people just before it."""
    asked = {words.starts[index] for index in words.where(("themselves",))}
    if not asked:
        return rows
    for place, (start, end, _, kind) in enumerate(rows):
        if start in asked and words.text[start:end].lower() == "themselves" and place:
            _, stop, name, before = rows[place - 1]
            if start - stop < _NEAR and before in ("state", "organisation"):
                rows[place] = start, end, name, kind
    return rows


def _mention(words: Words, item: Found, told: dict[int, str]) -> _Row | None:
    """One found phrase as a mention; None where nothing vouches for it.

    `told` has the names of the persons that the phrases stand for, by the first word of each.
    """
    first, last, kind, written, titles, _, sure = item
    name: str | None = None
    if kind in ("person", "office"):
        name = told.get(first)
        if name is None and kind == "person":
            return None
    elif kind != "unnamed":
        name = " ".join(written)
    if kind == "organisation" and not sure and not _acts(words, item):
        return None
    before = words.lower[first - 1]
    if titles == ("capital",) and before in words_of("locative"):
        return None
    if before == "the" and kind in ("state", "organisation") and words.gaps[first - 1] == " ":
        first -= 1
    return words.starts[first], words.ends[last - 1], name, kind


def _acts(words: Words, item: Found) -> bool:
    """Whether something that may be a body does what bodies do."""
    return role_of(words, item.first, item.last) in ("speaker", "subject", "inner", "possessor")


def _owns(words: Words, index: int) -> bool:
    """Whether a pronoun only says whose something is: "his", and "her" before a noun."""
    if words.lower[index] != "her":
        return True
    following = words.lower[index + 1]
    return words.gaps[index] == " " and load_lists().function.get(following, "") == ""


@lru_cache(maxsize=1)
def _told_pronouns() -> frozenset[str]:
    """The personal pronouns that are mentions."""
    return FIRST.union(PRONOUNS, words_of("plural pronoun"))


def _pronouns(words: Words, meant: dict[int, str], found: list[Found]) -> list[_Row]:
    """The personal pronouns with the names of those they mean."""
    taken = places_of(found)
    return [
        (words.starts[index], words.ends[index], meant.get(index), "pronoun")
        for index in words.where(_told_pronouns())
        if index not in taken and words.written[index] != "US"
    ]
