"""The trainer and the finder see the same features, though each spells them in its own way."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import numpy as np
import pytest
from quote_features import (
    Unit,
    candidates,
    cue_features,
    place_features,
    relation_features,
    units_of,
)
from support import study_text

from newslib import Article, parse_article
from newslib.quotes.coded import CodedSegments, code_columns, code_segments
from newslib.quotes.coded import candidates as coded_candidates
from newslib.quotes.columns import columns_of
from newslib.quotes.features import cue_scores, emissions
from newslib.quotes.segments import stretches
from newslib.quotes.weights import load_model

ARTICLES = [
    study_text(),
    parse_article('"Go," she said, "and — if you must — stay." He denied it, according to Roe.'),
    parse_article(
        '"Go," he said\n\n"Stay." There, she should not now have said it, asked why, told us up '
        'there, added that, warned Roe and said "no".'
    ),
]


@lru_cache(maxsize=3)
def weights(part: str) -> dict[str, list[int]]:
    """The weights of one part of the file, read here without newslib's tables."""
    text = (files("newslib.quotes") / "weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.startswith(part))
    return {name[1:]: [int(n or 0) for n in numbers.split(" ")] for name, numbers in rows}


def added(part: str, features: list[str], size: int) -> list[int]:
    known = [weights(part).get(feature, []) for feature in features]
    return [sum(row[i] for row in known if i < len(row)) for i in range(size)]


def parts(article: Article) -> list[list[Unit]]:
    return [units_of(one.segment()) for one in stretches(article)]


def coded_parts(article: Article) -> CodedSegments:
    found, columns = stretches(article), code_columns([columns_of(article)], load_model())
    return code_segments(found, columns.begins * len(found), columns)


@pytest.mark.parametrize("article", ARTICLES)
def test_cues_are_scored_by_the_features_the_trainer_writes(article: Article) -> None:
    found = parts(article)
    coded = coded_parts(article)
    scores = cue_scores(coded, coded_candidates(coded))
    places = [(segment, place) for segment in found for place in candidates(segment)]
    assert len(places) > 2
    for row, (segment, place) in zip(np.asarray(scores), places, strict=True):
        assert row.tolist() == added("c", cue_features(segment, place), 3)


@pytest.mark.parametrize("article", ARTICLES)
def test_units_are_scored_by_the_features_the_trainer_writes(article: Article) -> None:
    found = parts(article)
    coded = coded_parts(article)
    cues = [(n, place) for n, segment in enumerate(found) for place in candidates(segment)]
    scores, lengths = emissions(coded, cues)
    assert lengths.tolist() == [len(found[n]) for n, _ in cues]
    rows = iter(scores.tolist())
    for n, cue in cues:
        seen = place_features(found[n])
        for own, related in zip(seen, relation_features(found[n], cue), strict=True):
            assert next(rows) == np.add(added("o", own, 9), added("t", related, 9)).tolist()
