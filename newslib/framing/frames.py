"""Find the frames of a codebook in an article."""

from __future__ import annotations

from newslib.article import Article, Span, check_article
from newslib.framing.codebook import Codebook, Cue, read_codebook
from newslib.framing.rejected import is_rejected
from newslib.lexicon import Hit
from newslib.patterns import Line, Match, lines
from newslib.patterns.forms import word_class
from newslib.patterns.phrases import POSSESSIVE, phrase_after, phrase_before

__all__ = ["find_frames"]

_ENOUGH = 0.5
"""The weight that the cues of one frame must reach together within a sentence."""

Found = tuple[Cue, Match]
"""A cue of the codebook, and where it stands."""


def find_frames(article: Article, *, codebook: Codebook | None = None) -> tuple[Hit, ...]:
    """The frames in which an article puts its matter, each with the words that cue it.

    A frame selects some aspects of a matter and makes them salient (Entman 1993). Frames are
    coded by cue, many to a sentence: `span` is the cue, `category` the frame, `strength` the
    weight of the cue, `rule` the codebook's line. `scope` is the party concerned, where the
    codebook says where it stands: who must move for `onus`, who is blamed for `blame`, who is
    coerced for `coercion`. A frame that the writer rejects counts and is `negated`. Of cues of
    one frame that overlap, the longest stands. `codebook` is one from `read_codebook`; newslib's
    own where none is given.

    Any text gives a tuple of `Hit` records in text order; a `codebook` that is none raises
    TypeError. Time is linear in the text.

    >>> from newslib import parse_article
    >>> hits = find_frames(parse_article("The initiative does not lie with Estmark."))
    >>> [(hit.category, hit.span.text, hit.scope.text, hit.negated) for hit in hits]
    [('onus', 'initiative does not lie with', 'Estmark', True)]
    """
    check_article(article)
    codebook = read_codebook() if codebook is None else codebook
    if not isinstance(codebook, Codebook):
        raise TypeError(
            f"codebook is a {type(codebook).__name__}; give a Codebook from read_codebook(path)"
        )
    return article.remember((find_frames, codebook), lambda found: _find(found, codebook))


def _find(article: Article, codebook: Codebook) -> tuple[Hit, ...]:
    hits = [
        _hit(article, line, cue, match)
        for line, found in zip(lines(article), codebook.patterns.find(article), strict=True)
        if found
        for cue, match in _kept(line, [(codebook.cues[number], match) for number, match in found])
    ]
    order = {frame: number for number, frame in enumerate(codebook.frames)}
    return tuple(sorted(hits, key=lambda hit: (hit.span.start, hit.span.end, order[hit.category])))


def _kept(line: Line, found: list[Found]) -> list[Found]:
    """The cues of a sentence that count: not inside names, not countered, heavy enough."""
    found = _outside_names(line, found)
    if len(found) < 2:
        return [(cue, match) for cue, match in found if cue.strength >= _ENOUGH]
    countered = {
        (cue.category, i)
        for cue, match in found
        if cue.strength < 0
        for i in range(match.first, match.end)
    }
    cues = [
        (cue, match)
        for cue, match in found
        if cue.strength >= 0 and not (countered and countered & _taken(cue, match))
    ]
    alone = _longest(cues)
    weight: dict[str, float] = {}
    for cue, _ in alone:
        weight[cue.category] = weight.get(cue.category, 0.0) + cue.strength
    return [(cue, match) for cue, match in alone if weight[cue.category] >= _ENOUGH]


def _longest(found: list[Found]) -> list[Found]:
    """One cue of a frame at a place: the longest of those that overlap, then the first."""
    if len(found) < 2:
        return found
    taken: set[tuple[str, int]] = set()
    kept = []
    for cue, match in sorted(found, key=_by_length):
        places = _taken(cue, match)
        if not places & taken:
            taken |= places
            kept.append((cue, match))
    return kept


def _taken(cue: Cue, match: Match) -> set[tuple[str, int]]:
    """The frame and each word of a cue, which no shorter one of that frame may have."""
    return {(cue.category, i) for i in range(match.first, match.end)}


def _by_length(found: Found) -> tuple[int, float, bool, int, str]:
    """The longest first, then the heaviest, then those that know the party, then by place."""
    cue, match = found
    return match.first - match.end, -cue.strength, match.party is None, match.first, cue.entry


def _outside_names(line: Line, found: list[Found]) -> list[Found]:
    """The cues that are no part of a proper name; in a headline every word has its capital."""
    if not line.cased:
        return found
    outside = [(cue, match) for cue, match in found if not _in_name(line, match)]
    return found if len(outside) < len(found) and _titled(line) else outside


def _in_name(line: Line, match: Match) -> bool:
    """Whether a cue stands in a name, such as the Peace Hotel or the Ministry of Trade."""
    if match.pattern.name or not line.capital(match.first):
        return False
    if not all(line.capital(i) for i in range(match.first + 1, match.end)):
        return False
    before = match.first - 1
    if before > 1 and line.words[before] in ("of", "for"):
        return line.capital(before - 1)
    return line.capital(match.end) or (before > 0 and line.capital(before))


def _titled(line: Line) -> bool:
    """Whether most long words of a sentence have capitals, as in a headline."""
    long = [i for i, word in enumerate(line.written) if len(word) > 3]
    return sum(line.capital(i) for i in long) > 0.7 * len(long) and len(long) > 4


def _hit(article: Article, line: Line, cue: Cue, match: Match) -> Hit:
    """The record of a cue."""
    span = line.span(article, match.first, match.end)
    scope = _scope(article, line, cue, match)
    negated = is_rejected(line, match.first, match.end, match.gaps)
    return Hit(span, cue.category, scope, cue.strength, negated, cue.entry)


def _scope(article: Article, line: Line, cue: Cue, match: Match) -> Span | None:
    """The party concerned: the pattern's slot, or the noun phrase where the codebook says."""
    if match.party is not None:
        return _trimmed(article, line, *match.party)
    passive = cue.scope == "object" and _is_passive(line, match.first, match.end)
    if cue.scope == "before" or passive:
        return _subject(article, line, match.first)
    if cue.scope in ("after", "object"):
        end = phrase_after(line, match.end)
        return _trimmed(article, line, match.end, end) if end is not None else None
    return None


def _trimmed(article: Article, line: Line, first: int, end: int) -> Span:
    """The span of a noun phrase without the possessive ending."""
    while end - first > 1 and line.words[end - 1] in POSSESSIVE:
        end -= 1
    return line.span(article, first, end)


def _is_passive(line: Line, first: int, end: int) -> bool:
    """Whether a participle stands behind a form of "be", or before "of", its object in front."""
    if not line.words[first].endswith(("ed", "en", "t", "n")):
        return False
    before = line.words[max(0, first - 3) : first]
    return line.words[end : end + 1] == ("of",) or any(w in word_class("be") for w in before)


def _subject(article: Article, line: Line, first: int) -> Span | None:
    """The noun phrase before a verb and its auxiliaries."""
    end = first
    while end > 0 and (
        line.words[end - 1] in word_class("auxiliary") or line.tags[end - 1] == "RB"
    ):
        end -= 1
    start = phrase_before(line, end)
    return None if start is None else _trimmed(article, line, start, end)
