"""How what is found becomes a table: column by column, with fixed columns and types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from newslib.article import Article, Span, each_article, undisturbed
from newslib.lexicon import Hit
from newslib.quotes import read_together
from newslib.tables.columns import as_frame, joined, span_columns
from newslib.tables.places import Group, Laid, Places

if TYPE_CHECKING:
    import pandas as pd

    from newslib.tables.columns import Column

__all__ = [
    "HIT",
    "PLACE",
    "VOICE",
    "Found",
    "Growing",
    "Recipe",
    "asked",
    "build",
    "groups",
    "hit_columns",
    "listed",
    "walked",
]

T = TypeVar("T")
Given = TypeVar("Given")

PLACE = {
    "article": "string",
    "part": "string",
    "start": "int64",
    "end": "int64",
    "text": "string",
}
"""The first columns of every table: where a row's words stand, and the words."""

VOICE = {"voice": "string", "voice_kind": "string", "voice_share": "float64"}
"""Whose words a row holds, and how much of it is theirs."""

HIT = {
    "scope": "string",
    "scope_start": "Int64",
    "scope_end": "Int64",
    "strength": "float64",
    "negated": "bool",
}
"""What a hedge and a frame have in common."""

_ARTICLES = 16
_CHARACTERS = 50_000


@dataclass(frozen=True, slots=True)
class Found:
    """What one article brings to a table: the spans of its rows, and the table's own columns."""

    spans: Sequence[Span] | Places
    columns: Sequence[Column] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a table is made: its own columns and types, and what finds their cells in an article.

    Place and voice are every table's, so `find` gives neither: it gives the columns of `found`,
    then those of `why`, which stand behind the voice. `part` is what the column of that name says
    of rows that are whole articles, one each. `ahead` finds for several articles at once what
    `find` then takes from the memory of each. A column `n_words` is found for several articles at
    once too, and given by `find` only where it is not `counted`.
    """

    find: Callable[[Article], Found]
    found: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    voice: bool = True
    part: str | None = None
    ahead: Callable[[Sequence[Article]], None] | None = None
    counted: bool = False

    @property
    def columns(self) -> dict[str, str]:
        """All columns and their types, in order."""
        return {**PLACE, **self.found, **(VOICE if self.voice else {}), **self.why}


@dataclass(frozen=True, slots=True)
class Growing:
    """A table that grows by some articles after the others, so that none need be kept.

    `pieces` holds the pieces of each column, one for each group of articles.
    """

    recipe: Recipe
    pieces: list[list[Column]] = field(default_factory=list)

    def add(self, group: Group) -> None:
        """Lengthen each column by what the articles bring."""
        undisturbed(self._lengthen, group)

    def grow(self, articles: Article | Iterable[Article]) -> None:
        """Lengthen each column by what all of some articles bring."""
        for group in groups(each_article(articles)):
            self.add(group)

    def _lengthen(self, group: Group) -> None:
        """Find what the articles bring, and put place and voice around it."""
        if self.recipe.voice:
            read_together(group.articles)
        if self.recipe.ahead is not None:
            self.recipe.ahead(group.articles)
        found = [self.recipe.find(article) for article in group.articles]
        laid = _laid(group, [each.spans for each in found])
        own = [joined(pieces) for pieces in zip(*(each.columns for each in found), strict=True)]
        if self.recipe.counted:
            own.insert(list(self.recipe.found).index("n_words"), group.words_of(laid))
        n_found = len(self.recipe.found)
        columns: tuple[Column, ...] = (
            group.ids_of(laid),
            group.parts_of(laid) if self.recipe.part is None else [self.recipe.part] * len(found),
            laid.starts,
            laid.ends,
            laid.texts,
            *own[:n_found],
            *(group.voices_of(laid) if self.recipe.voice else ()),
            *own[n_found:],
        )
        self.pieces.extend([] for _ in range(len(columns) - len(self.pieces)))
        for pieces, column in zip(self.pieces, columns, strict=True):
            pieces.append(column)

    def table(self) -> pd.DataFrame:
        """What has grown so far, as a DataFrame."""
        columns = self.recipe.columns
        return as_frame(columns, map(joined, self.pieces or [[] for _ in columns]))


def _laid(group: Group, spans: Sequence[Sequence[Span] | Places]) -> Laid:
    """Spans of one kind or the other, as one table has them, in one row."""
    places = [own for own in spans if isinstance(own, Places)]
    return group.lay_columns(places) if places else group.lay(cast("list[Sequence[Span]]", spans))


def groups(articles: Iterable[Article]) -> Iterator[Group]:
    """The articles a few at a time: step by step over several is faster than one after the other.

    A group is complete with 16 articles or 50,000 characters, which bounds its memory.

    >>> from newslib import parse_article
    >>> [len(group.articles) for group in groups([parse_article("Talks may resume.")] * 20)]
    [16, 4]
    """
    held: list[Article] = []
    for article in articles:
        held.append(article)
        if len(held) == _ARTICLES or sum(len(one.text) for one in held) >= _CHARACTERS:
            yield Group(tuple(held))
            held = []
    if held:
        yield Group(tuple(held))


def asked(recipe: Recipe, find: Callable[[Article], Found]) -> Recipe:
    """The recipe with a finder that was told more, tried on an empty story.

    So what it was told in error is refused at the door, even where there are no articles.
    """
    find(Article(id="", text=""))
    return replace(recipe, find=find)


def build(
    articles: Article | Iterable[Article], recipe: Recipe, *, voice: bool = True
) -> pd.DataFrame:
    """The table of a recipe over all articles, without the voice of its rows if so asked."""
    return walked(partial(_build, recipe if voice else replace(recipe, voice=False)), articles)


def _build(recipe: Recipe, articles: Article | Iterable[Article]) -> pd.DataFrame:
    growing = Growing(recipe)
    growing.grow(articles)
    return growing.table()


def walked(walk: Callable[[Given], T], articles: Given) -> T:
    """What a walk over articles gives; the garbage collector rests where they are all at hand.

    Nobody else works then whom it would serve.
    """
    at_hand = isinstance(articles, Article | list | tuple)
    return undisturbed(walk, articles) if at_hand else walk(articles)


def listed(values: Iterable[str], *, name: str) -> tuple[str, ...]:
    """The values, to be read anew for each article; TypeError for one string, which is no list.

    `name` is that of the argument.
    """
    if isinstance(values, str):
        raise TypeError(f"{name} is the string {values!r}; give a list of {name}")
    return tuple(values)


def hit_columns(hits: Sequence[Hit]) -> Found:
    """What hedges or frames bring to their table: what each is, what it bears on, and why."""
    return Found(
        [hit.span for hit in hits],
        (
            [hit.category for hit in hits],
            *span_columns([hit.scope for hit in hits]),
            [hit.strength for hit in hits],
            [hit.negated for hit in hits],
            [hit.rule for hit in hits],
        ),
    )
