"""Tables of how the matter is put: frames, and who does what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newslib.acts import find_acts
from newslib.article import Article, Span
from newslib.framing import Codebook, find_frames
from newslib.speakers import name_of
from newslib.tables.build import HIT, Found, Recipe, asked, build, hit_columns
from newslib.tables.columns import span_columns

if TYPE_CHECKING:
    import pandas as pd

    from newslib.tables.columns import Column

__all__ = ["ACTS", "FRAMES", "acts_table", "frames_table"]

FRAMES = Recipe(
    lambda article: hit_columns(find_frames(article)),
    {"frame": "string", **HIT},
    {"rule": "string"},
)


def frames_table(
    articles: Article | Iterable[Article],
    *,
    codebook: Codebook | None = None,
    voice: bool = True,
) -> pd.DataFrame:
    """One row a cue of a frame; a phrase that cues two frames gives two rows.

    `scope` is, for onus, the party that must move. `codebook` is that of `find_frames`, `voice`
    that of `sentences_table`.

    >>> from newslib import parse_article
    >>> table = frames_table(parse_article("The initiative lies with Washington."))
    >>> "onus" in set(table["frame"])
    True
    """

    def find(article: Article) -> Found:
        return hit_columns(find_frames(article, codebook=codebook))

    return build(articles, asked(FRAMES, find), voice=voice)


def acts_table(articles: Article | Iterable[Article], *, voice: bool = True) -> pd.DataFrame:
    """One row an act: who does what to whom, in PLOVER's roots and quad classes, said by whom.

    `actor_name` and `target_name` are canonical names where the words have one ("he" has).
    `voice` is that of `sentences_table`.

    >>> from newslib import parse_article
    >>> acts_table(parse_article("Arland accused Borduria of spying."))["act"].tolist()
    ['ACCUSE']
    """
    return build(articles, ACTS, voice=voice)


def _acts(article: Article) -> Found:
    found = find_acts(article)
    return Found(
        [act.span for act in found],
        (
            *_parties(article, [act.actor for act in found]),
            *_parties(article, [act.target for act in found]),
            [act.act for act in found],
            [act.quad for act in found],
            [act.score for act in found],
            [act.modality for act in found],
            [act.rule for act in found],
        ),
    )


def _parties(article: Article, spans: Sequence[Span | None]) -> tuple[Column, ...]:
    """The words of actors or targets, their canonical names, and their places."""
    words, starts, ends = span_columns(spans)
    return words, [name_of(article, span) if span else None for span in spans], starts, ends


ACTS = Recipe(
    _acts,
    {
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
    },
    {"rule": "string"},
)
