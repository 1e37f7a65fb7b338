"""Tables of how the matter is put: frames, and who does what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslib.acts import find_acts
from newslib.article import Article, Span
from newslib.framing import Codebook, find_frames
from newslib.speakers import name_of
from newslib.tables.build import HIT, PLACE, VOICE, Row, build, cells, hit_row, place, voice_at

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["acts_table", "frames_table"]


def frames_table(
    articles: Article | Iterable[Article], *, codebook: Codebook | None = None
) -> pd.DataFrame:
    """One row a cue of a frame; a phrase that cues two frames gives two rows.

    `scope` is, for onus, the party that must move. `codebook` is that of `find_frames`.

    >>> from newslib import parse_article
    >>> table = frames_table(parse_article("The initiative lies with Washington."))
    >>> "onus" in set(table["frame"])
    True
    """
    columns = PLACE | {"frame": "string"} | HIT | VOICE | {"rule": "string"}

    def rows(article: Article) -> Iterator[Row]:
        return (hit_row(article, hit) for hit in find_frames(article, codebook=codebook))

    return build(articles, columns, rows)


_ACT = {
    "actor": "string",
    "actor_name": "string",
    "actor_start": "Int64",
    "actor_end": "Int64",
    "target": "string",
    "target_name": "string",
    "target_start": "Int64",
    "target_end": "Int64",
    "act": "string",
    "quad": "string",
    "score": "float64",
    "modality": "string",
}


def acts_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row an act: who does what to whom, in PLOVER's roots and quad classes, said by whom.

    `actor_name` and `target_name` are canonical names where the words have one ("he" has).

    >>> from newslib import parse_article
    >>> acts_table(parse_article("Arland accused Borduria of spying."))["act"].tolist()
    ['ACCUSE']
    """
    return build(articles, PLACE | _ACT | VOICE | {"rule": "string"}, _act_rows)


def _act_rows(article: Article) -> Iterator[Row]:
    for act in find_acts(article):
        who = (*_party(article, act.actor), *_party(article, act.target))
        found = (*who, act.act, act.quad, act.score, act.modality)
        yield *place(article, act.span), *found, *voice_at(article, act.span), act.rule


def _party(
    article: Article, span: Span | None
) -> tuple[str | None, str | None, int | None, int | None]:
    """The words of an actor or target, its canonical name, and its place."""
    words, start, end = cells(span)
    return words, name_of(article, span) if span else None, start, end
