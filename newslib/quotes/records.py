"""What a quotation and a voice are, and how a piece's kind is told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from newslib.article import Article, Span
from newslib.marks import find_marks

__all__ = ["Quote", "Voice", "kind_of"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One contiguous piece of attributed speech; pieces of one attribution share `attribution`.

    `span` has quotation marks and a leading "that" inside it, `cue` and `speaker_span` outside;
    both are None where the text gives none for this piece. `kind` is "direct" where at least
    95 % of the letters stand in quotation marks, "indirect" where none does, else "mixed".
    `speaker` is the canonical name, None where nobody is named. `level` is 0 for the outermost
    attribution, 1 for one inside it. `closed` is False where a quotation mark never closed.
    `rule` names what found the piece, `confidence` says from 0 to 1 how sure that is.

    >>> from newslib import find_quotes, parse_article
    >>> [quote] = find_quotes(parse_article('"We are open to talks," Ann Marsh said.'))
    >>> quote.span.text, quote.kind, quote.cue.text, quote.speaker
    ('"We are open to talks,"', 'direct', 'said', 'Ann Marsh')
    """

    span: Span
    kind: str
    cue: Span | None
    speaker_span: Span | None
    speaker: str | None
    attribution: int
    level: int
    closed: bool
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of text and whose words it is; the voices of an article tile its text.

    `voice` is "narrator", a canonical name or "unnamed"; `voice_kind` is "narrator" or the kind
    of the quotation; `level` is 0 for the narrator and for outermost quotations.

    >>> from newslib import parse_article, voices
    >>> [speech, rest] = voices(parse_article('"We are open to talks," Ann Marsh said.'))
    >>> (speech.voice, speech.voice_kind), (rest.voice, rest.span.text)
    (('Ann Marsh', 'direct'), ('narrator', ' Ann Marsh said.'))
    """

    span: Span
    voice: str
    voice_kind: str
    level: int


def kind_of(article: Article, start: int, end: int, level: int = 0) -> str:
    """The kind of a piece by its letters in quotation marks; at level 1 only inner marks count.

    >>> from newslib import parse_article
    >>> article = parse_article('He called it "absurd".')
    >>> kind_of(article, 0, 21), kind_of(article, 13, 21), kind_of(article, 0, 9)
    ('mixed', 'direct', 'indirect')
    """
    places = _marked(article, start, end, level)
    if not places:
        return "indirect"
    inside, outside, reached = 0, 0, start
    for first, last in places:
        outside += _letters(article.text[reached:first])
        inside += _letters(article.text[max(first, reached) : min(last, end)])
        reached = max(reached, last)
    outside += _letters(article.text[reached:end])
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.95 * (inside + outside) else "mixed"


def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


_start_of = attrgetter("span.start")


def _marked(article: Article, start: int, end: int, level: int) -> list[tuple[int, int]]:
    """Quotations that reach into a piece; those that hold a level-1 piece whole do not count."""
    marks = find_marks(article)
    last = bisect_left(marks, end, key=_start_of)
    places: list[tuple[int, int]] = []
    for number in reversed(range(last)):
        mark, span = marks[number], marks[number].span
        around = span.start < start or (span.start == start and span.end > end)
        if span.end > start and not (level and around):
            places.append((span.start, span.end))
        if mark.level == 0 and span.start <= start:
            break
    return sorted(places)
