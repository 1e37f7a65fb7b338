"""Readings of one sentence made by hand, and what is left of them after mending."""

from __future__ import annotations

import re
from dataclasses import replace

from newslib import parse_article
from newslib.quotes.drafts import Reading, Run
from newslib.quotes.mending import mend
from newslib.quotes.segments import Segment, stretches

TAG = re.compile(r"/([A-Z]+\$?)")
"""How a word in a sentence is given another tag than the tagger's: said/VBN."""


def segment_of(text: str) -> Segment:
    """A sentence as units; a word has the tag behind its slash, if there is one."""
    [segment] = [one.segment() for one in stretches(parse_article(TAG.sub("", text)))]
    given, removed = {}, 0
    for found in TAG.finditer(text):
        given[found.start() - removed] = found[1]
        removed += len(found[0])
    ends = [segment.place(at, at + 1)[1] for at in range(len(segment))]
    return replace(segment, tags=list(map(given.get, ends, segment.tags)))


def run(segment: Segment, words: str) -> Run:
    """The place of some words: "it … late" for all from one to the other, "it#2" the second."""
    first, last = words.split(" … ") if " … " in words else (words, words)
    return _place(segment, first), _place(segment, last)


def _place(segment: Segment, word: str) -> int:
    word, _, number = word.partition("#")
    places = [place for place, other in enumerate(segment.words) if other == word]
    return places[int(number or 1) - 1]


def mended(text: str, *rows: str) -> list[str]:
    """Readings "cue | content | source", words in lower case, after mending.

    Pieces and sources stand with " + " between them; a cue behind "?" is one of thought.
    """
    segment = segment_of(text)
    readings = []
    for row in rows:
        cue, contents, sources = (cell.strip() for cell in row.split("|"))
        place, _ = run(segment, cue.removeprefix("?"))
        runs = [
            [run(segment, piece) for piece in cell.split(" + ") if piece]
            for cell in (contents, sources)
        ]
        readings.append(Reading(place, not cue.startswith("?"), 0.9, *runs))
    return [_written(segment, reading) for reading in mend(segment, readings)]


def _written(segment: Segment, reading: Reading) -> str:
    cells = [
        " + ".join(" ".join(segment.words[a : b + 1]) or "∅" for a, b in runs)
        for runs in (reading.content, reading.sources)
    ]
    return " | ".join([segment.words[reading.cue], *cells])
