"""Where the parts of a story stand in its text."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from typing import Any

from newslib.article import Article, Span, undisturbed
from newslib.reading.dates import DATE, read_date
from newslib.reading.lines import (
    DATELINE,
    SOURCE,
    Line,
    blocks,
    is_byline,
    is_headline,
    is_wrapped,
    read_caption,
    read_date_line,
    sound,
    split_lines,
)
from newslib.reading.signatures import find_place, signed

__all__ = ["parse_article", "place_body"]

_HEAD = 8
"""How many lines below the headline may belong to a story's head."""


@dataclass(slots=True)
class _Parts:
    """The places found so far by the name of their part, and the lines not yet placed."""

    lines: list[Line]
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    date: datetime.date | None = None

    def put(self, part: str, start: int, end: int) -> None:
        """Keep the first place found for a part; a second one stays unplaced."""
        self.places.setdefault(part, (start, end))


def parse_article(text: str, *, id: str | None = None) -> Article:  # noqa: A002
    """Find the parts of a story in its text.

    Reads what newsrooms send as plain text: a headline, a standfirst, a byline, a caption with
    its credit, a date, body paragraphs (one a line, parted by empty lines, or broken at a fixed
    width), a dateline before the first of them and a source line at the end. A first line is a
    headline only where body follows; a text of one paragraph is body. A part the story lacks is
    None. Nothing is lost: what belongs to no part ("SOURCE:", the stroke before a credit) is in
    `unplaced`.

    `id` names the article in every table; without one it is "article". Any text gives an
    article, the empty one included; anything but a str raises TypeError. Half a surrogate pair,
    which no file can hold, becomes U+FFFD, so that every place stays.

    >>> article = parse_article('''Border talks may resume: Marsh
    ... Foreign minister says the door is open.
    ... (FILE) The minister arrives. / Agency
    ... October 26, 2025
    ...
    ... Foreign Minister Ann Marsh said talks may resume.
    ...
    ... SOURCE:XY''')
    >>> article.headline.text, article.standfirst.text
    ('Border talks may resume: Marsh', 'Foreign minister says the door is open.')
    >>> article.caption.text, article.credit.text, article.date.isoformat(), article.source.text
    ('(FILE) The minister arrives.', 'Agency', '2025-10-26', 'XY')
    >>> [span.text for span in article.unplaced]
    ['/', 'SOURCE:']
    """
    if not isinstance(text, str):
        raise TypeError(
            f"parse_article(text) got {type(text).__name__}; give it the story as a str"
        )
    if id is not None and not isinstance(id, str):
        raise TypeError(f"parse_article(id=…) got {type(id).__name__}; give it a str")
    return undisturbed(partial(_parsed, "article" if id is None else id), sound(text))


def _parsed(id: str, text: str) -> Article:  # noqa: A002
    """The article of a text that nothing but its layout divides."""
    parts = _Parts(signed(split_lines(text)))
    _read_source(parts)
    _read_head(parts)
    _read_marked_lines(parts)
    return _build(text, id, parts, _read_body(parts, text))


def place_body(
    text: str,
    *,
    id: str,  # noqa: A002
    places: dict[str, tuple[int, int]],
    body: tuple[int, int],
    divided: bool,
    date: datetime.date | None,
) -> Article:
    """An article whose head is known: only the stretch `body` of its text is searched for parts.

    `divided` where each line of it is a paragraph of a web page, so that only what stands before
    and after them (a date line, a byline, a source line) is no paragraph.
    """
    lines = [
        replace(line, start=line.start + body[0], end=line.end + body[0])
        for line in split_lines(text[body[0] : body[1]])
    ]
    parts = _Parts(lines, dict(places), date)
    _read_source(parts)
    if not divided:
        _read_marked_lines(parts)
    while divided and len(parts.lines) > 1:
        if _is_label(parts.lines[0], strict=True) not in {"date", "byline"}:
            break
        _take_marked(parts, parts.lines.pop(0), in_head=True)
    return _build(text, id, parts, _read_body(parts, text))


def _read_source(parts: _Parts) -> None:
    """Take the source line, which stands at the end."""
    for i in range(len(parts.lines) - 1, max(0, len(parts.lines) - 4), -1):
        line = parts.lines[i]
        match = SOURCE.fullmatch(line.text) if len(line.text) <= 200 else None
        if match:
            parts.put("source", line.start + match.start("name"), line.start + match.end("name"))
            del parts.lines[i]
            return


def _read_head(parts: _Parts) -> None:
    """Take headline and standfirst, where body follows them."""
    while len(parts.lines) > 1 and _is_label(parts.lines[0], strict=True):
        _take_marked(parts, parts.lines.pop(0), in_head=True)
    block = next(blocks(parts.lines), [])
    body_follows = any(not _is_label(line) for line in parts.lines[1 : _HEAD + 2])
    if not block or not body_follows or not is_headline(block[0]) or is_wrapped(block):
        return
    headline = parts.lines.pop(0)
    parts.put("headline", headline.start, headline.end)
    found = _find_standfirst(parts.lines, len(block) - 1)
    if found is not None:
        standfirst = parts.lines.pop(found)
        parts.put("standfirst", standfirst.start, standfirst.end)


def _find_standfirst(lines: list[Line], same_block: int) -> int | None:
    """Which line below the headline is the standfirst: a lone line of prose in the head.

    It is known by what follows it: a byline or date; a caption, where it stands right below the
    headline; or an empty line, where it alone shares the headline's block.
    """
    head = lines[: _HEAD + 1]
    found = next((number for number, line in enumerate(head) if not _is_label(line)), None)
    if found is None:
        return None
    after = head[found + 1 :]
    labels = list(takewhile(bool, map(_is_label, after)))
    below = labels if len(labels) < len(after) else []
    dated = "date" in below or "byline" in below
    in_block = found < same_block
    alone = same_block == 1 and lines[1:2] != []
    if len(lines[found].text.split(None, 61)) > 60 or DATELINE.match(lines[found].text):
        return None
    return found if dated or (in_block and below) or (in_block and alone and after) else None


def _is_label(line: Line, *, strict: bool = False) -> str:
    """Whether a line of the head is a "date", a "byline" or a "caption", else ""."""
    if read_date_line(line):
        return "date"
    if is_byline(line, strict=strict):
        return "byline"
    return "caption" if read_caption(line, in_head=True) else ""


def _read_marked_lines(parts: _Parts) -> None:
    """Take date lines, bylines and captions out of the lines below the headline."""
    body: list[Line] = []
    last = len(parts.lines) - 3
    for i, line in enumerate(parts.lines):
        in_head = not body and len(parts.lines) > 1
        near = i < _HEAD or i >= last
        if not (len(parts.lines) > 1 and _take_marked(parts, line, in_head=in_head, near=near)):
            body.append(line)
    parts.lines = body


def _take_marked(parts: _Parts, line: Line, *, in_head: bool, near: bool = True) -> bool:
    """Place what a date line, byline or caption holds; whether the line was one of them."""
    date = read_date_line(line) if near else None
    if date:
        _put_date(parts, line, date)
        return True
    if in_head and is_byline(line, strict=not parts.places):
        _put_byline(parts, line)
        return True
    caption = read_caption(line, in_head=in_head)
    if caption is None:
        return False
    if not {"caption", "credit"} & parts.places.keys():
        for part, place in zip(("caption", "credit"), caption, strict=True):
            if place:
                parts.put(part, line.start + place[0], line.start + place[1])
    return True


def _put_date(parts: _Parts, line: Line, match: re.Match[str]) -> None:
    if "date_span" not in parts.places:
        parts.put("date_span", line.start + match.start(), line.start + match.end())
        parts.date = parts.date or read_date(match)


def _put_byline(parts: _Parts, line: Line) -> None:
    """Place a byline, and the date that may close it ("By Jane Doe | October 26, 2025")."""
    match = DATE.search(line.text)
    names = line.text
    if match and match.end() == len(line.text) and match.start() > 5:
        names = line.text[: match.start()].rstrip(" |,–—-")
        _put_date(parts, line, match)
    parts.put("byline", line.start, line.start + len(names))


def _read_body(parts: _Parts, text: str) -> list[tuple[int, int]]:
    """The places of the paragraphs, the dateline taken off the first of them."""
    groups = list(blocks(parts.lines))
    widths = [max(line.end - line.start for line in b) for b in groups if is_wrapped(b)]
    paragraphs: list[tuple[int, int]] = []
    for block in groups:
        if is_wrapped(block) or _fits(block, max(widths, default=0)):
            paragraphs.append((block[0].start, block[-1].end))
        else:
            paragraphs.extend((line.start, line.end) for line in block)
    return _read_dateline(parts, text, paragraphs) if paragraphs else []


def _read_dateline(
    parts: _Parts, text: str, paragraphs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The paragraphs without the dateline that the first of them may begin with."""
    start, end = paragraphs[0]
    match = DATELINE.match(text, start, end)
    filed = match or find_place(parts.lines, parts.lines[0])
    if filed is None:
        return paragraphs
    behind = start + filed.end() - filed.start()
    parts.put("dateline", start, len(text[:behind].rstrip()))
    date = DATE.search(filed[0])
    parts.date = parts.date or (read_date(date) if date else None)
    return [(behind, end), *paragraphs[1:]] if behind < end else paragraphs[1:]


def _fits(block: list[Line], width: int) -> bool:
    """Whether the lines of a block fill the width at which others of the story are broken."""
    return len(block) > 1 and all(
        width - 30 <= line.end - line.start <= width for line in block[:-1]
    )


def _build(text: str, id: str, parts: _Parts, paragraphs: list[tuple[int, int]]) -> Article:  # noqa: A002
    """The article, with every character that is in no part listed as unplaced."""
    placed = sorted([*parts.places.values(), *paragraphs])
    spans: dict[str, Any] = {
        part: Span(start, end, text[start:end]) for part, (start, end) in parts.places.items()
    }
    return Article(
        id=sound(id),
        text=text,
        date=parts.date,
        paragraphs=tuple(Span(start, end, text[start:end]) for start, end in paragraphs),
        unplaced=tuple(_between(text, placed)),
        **spans,
    )


def _between(text: str, placed: list[tuple[int, int]]) -> list[Span]:
    """What stands between the parts, line by line, without the space around it."""
    left: list[Span] = []
    before = 0
    for start, end in [*placed, (len(text), len(text))]:
        between = text[before:start]
        lines = split_lines(between, keep_mark=True) if between.strip() else []
        left.extend(Span(before + line.start, before + line.end, line.text) for line in lines)
        before = end
    return left
