"""One article from parts that were given apart, as a web page and a row of a table give them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newslib.article import Article
from newslib.reading.dates import DATE, read_date
from newslib.reading.layout import parse_article, place_body
from newslib.reading.lines import read_caption, sound, split_lines

__all__ = ["Parts", "compose", "day_of", "join_names"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page or row says of a story, part by part; "" for what it does not say.

    `captions` are pairs of caption and credit. `paragraphs` are for a body that is divided
    already; else `body` is read as plain text is.
    """

    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    captions: tuple[tuple[str, str], ...] = ()
    body: str = ""
    paragraphs: tuple[str, ...] | None = None
    subheads: frozenset[int] = frozenset()
    date: datetime.date | None = None
    outlet: str = ""
    url: str = ""
    language: str = ""


def compose(parts: Parts, *, id: str) -> Article:  # noqa: A002
    """The article whose text holds these parts in the order a wire story has them.

    Headline, standfirst, byline and first caption (its credit behind a stroke) take a line each;
    after an empty line the body follows, untouched where it is plain text; further captions stand
    at the end and are unplaced. A story of which only the text is known is parsed. A date that
    is only metadata has no `date_span`.

    >>> parts = Parts(headline="Talks may resume", byline="By A. Doe", body="The door is open.")
    >>> article = compose(parts, id="talks")
    >>> article.text
    'Talks may resume\\nBy A. Doe\\n\\nThe door is open.'
    >>> article.byline, article.paragraphs[0].text
    (Span(start=17, end=26, text='By A. Doe'), 'The door is open.')
    """
    given = [(name, _line(getattr(parts, name))) for name in ("headline", "standfirst", "byline")]
    head = [(name, line) for name, line in given if line]
    captions = [_caption_line(*pair) for pair in parts.captions]
    captions = [found for found in captions if found[0]]
    if head or captions or parts.paragraphs is not None:
        article = _composed(parts, head, captions, id)
    else:
        article = parse_article(parts.body, id=id)
    return replace(
        article,
        date=article.date or parts.date,
        outlet=_line(parts.outlet) or None,
        url=_line(parts.url) or None,
        language=_line(parts.language) or None,
    )


_Places = dict[str, tuple[int, int]]


def _composed(
    parts: Parts,
    head: list[tuple[str, str]],
    captions: list[tuple[str, _Places]],
    id: str,  # noqa: A002
) -> Article:
    """The article of a head, line by line, of the body, and of the captions behind it."""
    text = ""
    places: _Places = {}
    for line, within in [*((line, {name: (0, len(line))}) for name, line in head), *captions[:1]]:
        places |= {name: (len(text) + a, len(text) + b) for name, (a, b) in within.items()}
        text += line + "\n"
    text += "\n" if text else ""
    body = _body(parts, [line for _, line in head])
    start, rest = len(text), "".join("\n\n" + line for line, _ in captions[1:])
    article = place_body(
        text + body + rest,
        id=id,
        places=places,
        body=(start, start + len(body)),
        divided=parts.paragraphs is not None,
        date=parts.date,
    )
    return _without_subheads(article, parts) if parts.subheads else article


def _without_subheads(article: Article, parts: Parts) -> Article:
    """The article whose headings between paragraphs are unplaced: they are no paragraphs."""
    heads = {_line(parts.paragraphs[i]) for i in parts.subheads} if parts.paragraphs else set()
    moved = [span for span in article.paragraphs if span.text in heads]
    return replace(
        article,
        paragraphs=tuple(span for span in article.paragraphs if span.text not in heads),
        unplaced=tuple(sorted([*article.unplaced, *moved])),
    )


def _body(parts: Parts, head: Sequence[str]) -> str:
    """The body's text, without the lines of the head that it may begin with."""
    if parts.paragraphs is not None:
        return "\n\n".join(filter(None, map(_line, parts.paragraphs)))
    body = sound(parts.body)
    said = {*head, *(line.removeprefix("By ") for line in head)}
    cut = 0
    for line in split_lines(body)[: len(head)]:
        if _line(line.text) not in said:
            break
        cut = line.end
    return body[cut:].lstrip() if cut else body


def _caption_line(caption: str, credit: str) -> tuple[str, _Places]:
    """A caption and its credit as one line, and where in it they stand."""
    caption, credit = _line(caption), _line(credit)
    if not credit:
        return _split_credit(caption)
    within = read_caption(split_lines(credit)[0], in_head=True) or (None, None)
    name = within[1] if not within[0] and within[1] else (0, len(credit))
    before = f"{caption} / " if caption else ""
    at = len(before)
    places = {"credit": (at + name[0], at + name[1])}
    return before + credit, places | ({"caption": (0, len(caption))} if caption else {})


def _split_credit(caption: str) -> tuple[str, _Places]:
    """A caption that holds its own credit ("… / Agency"), as plain text has it."""
    lines = split_lines(caption)
    if not lines:
        return "", {}
    found = read_caption(lines[0], in_head=True) or ((0, len(caption)), None)
    named = zip(("caption", "credit"), found, strict=True)
    return caption, {name: place for name, place in named if place}


def _line(value: str) -> str:
    """The value on one line."""
    return " ".join(sound(value).split())


def join_names(names: Sequence[str]) -> str:
    """Several writers as a byline names them.

    >>> join_names(["Ann Marsh", "John Roe", "Jo Poe"])
    'By Ann Marsh, John Roe and Jo Poe'
    >>> join_names(["By Ann Marsh"]), join_names([])
    ('By Ann Marsh', '')
    """
    kept = list(dict.fromkeys(filter(None, map(_line, names))))
    if not kept:
        return ""
    joined = " and ".join(filter(None, (", ".join(kept[:-1]), kept[-1])))
    return joined if joined.lower().startswith("by ") else f"By {joined}"


def day_of(value: object) -> datetime.date | None:
    """The day a date of metadata names, as printed there: no time zone is applied.

    >>> day_of("2025-10-26T23:30:00-05:00"), day_of("20251026"), day_of("October 2025")
    (datetime.date(2025, 10, 26), datetime.date(2025, 10, 26), None)
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    written = str(value).strip()[:120] if isinstance(value, str | int) else ""
    if len(written) in {8, 14} and written.isascii() and written.isdigit():
        written = f"{written[:4]}-{written[4:6]}-{written[6:8]}"
    # "2025-10-26T23:30:00.000+0100" runs on after the day, which `DATE` takes for a longer word.
    match = DATE.search(written[:10]) or DATE.search(written)
    return read_date(match) if match else None
