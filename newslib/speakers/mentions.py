"""Mentions of a story in text order, and the canonical name of any speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter

from newslib.article import Article, Span, check_article, records
from newslib.speakers.capitals import Found
from newslib.speakers.lists import FIRST, PRONOUNS, load_lists, words_of
from newslib.speakers.names import find_names
from newslib.speakers.offices import office_holders
from newslib.speakers.people import People, gather, shouted
from newslib.speakers.persons import quotation_speakers
from newslib.speakers.phrases import extend_left, find_common
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
    words = read_words(article)
    return tuple([m for m in all_mentions(article) if len(m.span.text) != 3 or not _owns(words, m)])


def all_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions with "his" and "her" before a noun, which may be asked for but are not told."""
    return article.remember(all_mentions, _find_all)


def _find_all(article: Article) -> tuple[Mention, ...]:
    """What is named, then what is not, then who each is: names, offices, pronouns."""
    words = read_words(article)
    names = find_names(words)
    plain = find_plain_names(words, names)
    named = shouted(sorted([*names, *plain], key=lambda item: item.first))
    found = extend_left(words, named)
    common = find_common(words, found)
    people = gather(words, found)
    everything = sorted([*found, *common], key=lambda item: item.first)
    holders = office_holders(words, everything, people)
    points = [
        Point(item.first, item.last, who)
        for item in everything
        if (who := people.who.get(item.first, holders.get(item.first, -1))) >= 0
    ]
    meant = resolve(words, points, people)
    meant |= _first_person(words, points, meant)
    rows = [
        row for item in everything if (row := _mention(words, item, people, holders)) is not None
    ]
    rows.extend(_pronouns(words, meant, people, found))
    return _reflexives(_mentions(article.text, sorted(rows, key=itemgetter(0, 1))))


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


def _reflexives(mentions: list[Mention]) -> tuple[Mention, ...]:
    """The mentions, "themselves" with the name of the state or people just before it."""
    for place, mention in enumerate(mentions):
        if mention.span.text.lower() == "themselves" and place:
            before = mentions[place - 1]
            near = mention.span.start - before.span.end < _NEAR
            if near and before.kind in ("state", "organisation"):
                mentions[place] = replace(mention, name=before.name)
    return tuple(mentions)


def _mention(words: Words, item: Found, people: People, holders: dict[int, int]) -> _Row | None:
    """One found phrase as a mention; None where nothing vouches for it."""
    name: str | None = " ".join(item.name)
    if item.kind in ("person", "office"):
        who = people.who.get(item.first, holders.get(item.first, -1))
        if item.kind == "person" and who < 0:
            return None
        name = " ".join(people.persons[who].name) if who >= 0 else None
    elif item.kind == "unnamed":
        name = None
    first = item.first
    if item.kind == "organisation" and not item.sure and not _acts(words, item):
        return None
    if item.titles == ("capital",) and words.lower[first - 1] in words_of("locative"):
        return None
    if item.kind in ("state", "organisation") and words.lower[first - 1] == "the":
        first -= 1 if words.gaps[first - 1] == " " else 0
    return words.starts[first], words.ends[item.last - 1], name, item.kind


def _acts(words: Words, item: Found) -> bool:
    """Whether something that may be a body does what bodies do."""
    return role_of(words, item.first, item.last) in ("speaker", "subject", "inner", "possessor")


def _owns(words: Words, mention: Mention) -> bool:
    """Whether a pronoun only says whose something is: "his", and "her" before a noun."""
    word = mention.span.text.lower()
    if word != "her":
        return word == "his"
    index = words.at(mention.span.start)
    following = words.lower[index + 1]
    return words.gaps[index] == " " and load_lists().function.get(following, "") == ""


def _pronouns(
    words: Words, meant: dict[int, int], people: People, found: list[Found]
) -> list[_Row]:
    """The personal pronouns with the names of those they mean."""
    taken = {index for item in found for index in range(item.first, item.last)}
    asked = FIRST.union(PRONOUNS, words_of("plural pronoun"))
    rows: list[_Row] = []
    for index in words.where(asked):
        if index not in taken and words.written[index] != "US":
            who = meant.get(index, -1)
            name = " ".join(people.persons[who].name) if who >= 0 else None
            rows.append((words.starts[index], words.ends[index], name, "pronoun"))
    return rows
