"""Pairs of quotation marks: where they open, where they close, and which lie inside others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from newslib.article import Article, Span, check_article

__all__ = ["Quotation", "find_marks"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between a pair of quotation marks, the marks included.

    `level` counts the pairs around it, so the outermost has 0. `closed` is False where the mark
    never closed: the span then ends with its paragraph, or where the same mark opens anew.
    Quotations that go on over paragraphs, each reopened and only the last closed, share `group`.

    >>> from newslib import parse_article
    >>> find_marks(parse_article('She said "no".'))
    (Quotation(span=Span(start=9, end=13, text='"no"'), level=0, closed=True, group=0),)
    """

    span: Span
    level: int
    closed: bool
    group: int


def find_marks(article: Article) -> tuple[Quotation, ...]:
    """Every pair of quotation marks in headline, standfirst, caption and body, in text order.

    Straight and curly, double and single marks, « » and `` '' are read, paragraph by paragraph,
    so that an odd mark harms nothing beyond its own. An apostrophe is no mark, nor are feet and
    inches; a single mark counts only where it pairs, or opens a paragraph that the next one goes
    on with. Any text gives a tuple; the work is linear in the text.

    >>> from newslib import parse_article
    >>> article = parse_article('"He said \\'no\\' twice," she wrote. The door is 6\\' 2" high.')
    >>> [(quotation.span.text, quotation.level) for quotation in find_marks(article)]
    [('"He said \\'no\\' twice,"', 0), ("'no'", 1)]
    """
    check_article(article)
    return article.remember(find_marks, _find_marks)


_Pair = tuple[int, int, bool]
"""Where a quotation starts and ends, and whether its mark closed."""


def _find_marks(article: Article) -> tuple[Quotation, ...]:
    """The quotations of every paragraph; one that continues another takes its group."""
    found: list[Quotation] = []
    running: int | None = None
    paragraphs = [span for _, span in article.prose]
    for paragraph, following in zip(paragraphs, [*paragraphs, None][1:], strict=True):
        goes_on = running is not None or _opens_single(following)
        pairs = _pairs(article.text, paragraph, goes_on=goes_on)
        continued, running = running, None
        for pair, level in zip(pairs, _levels(pairs), strict=True):
            start, end, closed = pair
            outset = level == 0 and start == paragraph.start
            group = continued if outset and continued is not None else len(found)
            found.append(Quotation(article.span(start, end), level, closed, group))
            if level == 0 and not closed and end == paragraph.end:
                running = group
    return tuple(found)


def _opens_single(paragraph: Span | None) -> bool:
    """Whether a paragraph begins with a single mark."""
    return paragraph is not None and bool(_SINGLE_OPENS.match(paragraph.text))


def _levels(pairs: list[_Pair]) -> list[int]:
    """How many of the pairs lie around each, for pairs in text order that never cross."""
    levels: list[int] = []
    around: list[int] = []
    for start, end, _ in pairs:
        while around and around[-1] <= start:
            around.pop()
        levels.append(len(around))
        around.append(end)
    return levels


def _pairs(text: str, paragraph: Span, *, goes_on: bool) -> list[_Pair]:
    """The pairs of one paragraph in text order, an outer one before those inside it."""
    doubles = _double_pairs(text, paragraph.start, paragraph.end)
    opening = _MAY_OPEN.search(paragraph.text)
    singles = _single_pairs(text, paragraph, doubles, goes_on=goes_on) if opening else []
    return sorted([*doubles, *singles], key=lambda pair: (pair[0], -pair[1]))


_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}(?:[.½¼¾]\d*)?[\"”″]")
"""Feet and inches."""

# Alternatives with a letter each in front let the expression skip from mark to mark.
_DOUBLE = re.compile(r"\"|“|”|„|‟|«|»|``|''")
_FAMILY = {"«": "«", "»": "«"}
_OPENING = frozenset(("“", "„", "‟", "«", "``"))
_CLOSING = frozenset(("”", "»", "''"))


def _double_pairs(text: str, first: int, last: int) -> list[_Pair]:
    """Pairs of double marks; a mark that opens while one of its family is open ends that one."""
    marks = list(_DOUBLE.finditer(text, first, last))
    if not marks:
        return []
    measures = {match.end() - 1 for match in _MEASURE.finditer(text, first, last)}
    pairs: list[_Pair] = []
    opened: list[tuple[str, int]] = []
    for match in marks:
        if match.start() in measures:
            continue
        family = _FAMILY.get(match[0], '"')
        inside = any(mark == family for mark, _ in opened)
        role = _role(text, match, first, last, inside=inside)
        if role and inside:
            end = match.end() if role == "close" else match.start()
            _close(text, opened, pairs, family, end, closed=role == "close")
        if role == "open":
            opened.append((family, match.start()))
    pairs.extend((start, last, False) for _, start in opened)
    return pairs


def _close(
    text: str,
    opened: list[tuple[str, int]],
    pairs: list[_Pair],
    family: str,
    end: int,
    *,
    closed: bool,
) -> None:
    """End the last open quotation of a family, and whatever was opened inside it."""
    ended = False
    while opened and not ended:
        mark, start = opened.pop()
        ended = mark == family
        if ended and closed:
            pairs.append((start, end, True))
        else:
            stop = end - 1 if closed else end
            pairs.append((start, start + len(text[start:stop].rstrip()), False))


def _role(text: str, match: re.Match[str], first: int, last: int, *, inside: bool) -> str | None:
    """Whether a double mark opens, closes or is none, by its neighbours and what is open."""
    before = text[match.start() - 1] if match.start() > first else " "
    after = text[match.end()] if match.end() < last else " "
    opens = before in " \t\xa0([{-—–/'‘" and (after.isalnum() or after in "$£€'‘[(…")
    if match[0] in _OPENING:
        return "close" if inside and match[0] == "“" and not opens and after in " .,;" else "open"
    if match[0] in _CLOSING:
        return "close" if inside else "open" if match[0] == "''" and opens else None
    if inside:
        return "open" if opens and before == " " and match.start() > first else "close"
    if before.isdigit() and not after.isalpha():
        return None
    return "open" if (before.isspace() or not after.isspace()) and after not in ".,;:!?)" else None


_SINGLE = re.compile(r"['‘’‚](?<!['`].)(?!')")
_SINGLE_OPENS = re.compile(r"['‘](?=[^\W_]|[\"“$£€\[(…])")
_MAY_OPEN = re.compile(
    r"""['‘](?<![^ \t\xa0\n(\[{\-—–/:"“„«`].)(?=[^\W_]|["“$£€\[(…])""", re.DOTALL
)
"""What `_opens` looks for; most paragraphs hold none, and so no pair of single marks."""

_SHORTENED = re.compile(r"['‘’](?:\d0s\b|(?:em|til|tis|twas|cause|bout|n)\b)", re.IGNORECASE)
_BEFORE_OPENING = frozenset(' \t\xa0\n([{-—–/:"“„«`')


def _single_pairs(
    text: str, paragraph: Span, doubles: list[_Pair], *, goes_on: bool
) -> list[_Pair]:
    """Pairs of single marks; a pair lies wholly inside or wholly outside each double one."""
    pairs: list[_Pair] = []
    for marks in _by_double(text, paragraph, doubles):
        opened: int | None = None
        closing: tuple[int, bool] | None = None
        for place in marks:
            if _opens(text, place, paragraph):
                _add_single(pairs, opened, closing)
                opened, closing = place, None
            elif opened is not None and not (closing and closing[1]):
                strength = _closes(text, place, paragraph)
                if strength is not None and (closing is None or strength):
                    closing = (place + 1, strength)
        _add_single(pairs, opened, closing)
    begins = _SINGLE_OPENS.match(text, paragraph.start, paragraph.end)
    if goes_on and begins and all(start != paragraph.start for start, _, _ in pairs):
        return [(paragraph.start, paragraph.end, False)]
    return pairs


def _by_double(text: str, paragraph: Span, doubles: list[_Pair]) -> list[list[int]]:
    """The places of single marks, those inside the same double pair together."""
    edges = sorted(
        [(start, end, number) for number, (start, end, _) in enumerate(doubles)],
        key=lambda edge: (edge[0], -edge[1]),
    )
    groups: defaultdict[int, list[int]] = defaultdict(list)
    around: list[tuple[int, int]] = []
    following = 0
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        place = match.start()
        while following < len(edges) and edges[following][0] <= place:
            around.append((edges[following][1], edges[following][2]))
            following += 1
            around = [edge for edge in around if edge[0] > edges[following - 1][0]]
        while around and around[-1][0] <= place:
            around.pop()
        groups[around[-1][1] if around else -1].append(place)
    return list(groups.values())


def _add_single(pairs: list[_Pair], opened: int | None, closing: tuple[int, bool] | None) -> None:
    """Keep a pair of single marks where both of them are there."""
    if opened is not None and closing is not None:
        pairs.append((opened, closing[0], True))


def _opens(text: str, place: int, paragraph: Span) -> bool:
    """Whether a single mark may open a quotation: before a word, behind none, no shortening."""
    before = text[place - 1] if place > paragraph.start else " "
    if before not in _BEFORE_OPENING or _SHORTENED.match(text, place):
        return False
    return bool(_SINGLE_OPENS.match(text, place, paragraph.end))


def _closes(text: str, place: int, paragraph: Span) -> bool | None:
    """How surely a single mark closes: True, False where it may be a plural's apostrophe."""
    before = text[place - 1]
    after = text[place + 1] if place + 1 < paragraph.end else "."
    if text[place] in "‘‚" or before.isspace() or after.isalnum():
        return None
    return not (before in "sz" and after.isspace())
