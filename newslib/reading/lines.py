"""What single lines of a story look like: headline, byline, date line, caption, source line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslib.reading.dates import DATE, SHORT_DATE

__all__ = [
    "DATELINE",
    "SOURCE",
    "Line",
    "blocks",
    "is_byline",
    "is_headline",
    "is_wrapped",
    "read_caption",
    "read_date_line",
    "sound",
    "split_lines",
]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it, and whether an empty line stands before it.

    `signed` says that it is a byline without "By", which only the lines around it can tell.
    """

    start: int
    end: int
    text: str
    after_blank: bool
    signed: bool = False


_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")

SOURCE = re.compile(
    r"[(\[]?\s*(sources?\s*[:：|–—-])\s*(?P<name>[^)\]]*[^)\]\s])\s*[)\]]?", re.IGNORECASE
)
"""A whole line that says where a story comes from: "SOURCE:AA", "(Source: agencies)"."""

_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,4}"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}|,? \d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,20}/)"
_DASH = r"\s?(?:[—–]|--?)\s+(?=[\W_]?[A-Z0-9])"
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"

DATELINE = re.compile(
    rf"{_PLACE}{_REGION}(?:{_DAY})?\.?(?:{_AGENCY})?{_DASH}"
    rf"|{_NAME}{_REGION}(?:{_DAY})?\.?{_AGENCY}{_DASH}"
    rf"|{_NAME}{_REGION}{_DAY}\.?{_AGENCY}\.?\s+"
    rf"|(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}} )?\([A-Z][\w. ]{{1,20}}\){_DASH}"
    rf"|{_PLACE}{_REGION}(?:{_DAY})\.?(?:{_AGENCY})?:\s+(?=[\W_]?[A-Z0-9])"
)
"""Where and when a story was filed: "MOSCOW, Oct 26 (Agency) — ", "Geneva (AP) - "."""

_YEAR = re.compile(r"\d{4}")
_TWO_DIGITS = re.compile(r"\d\d")
_DATE_LINE_REST = re.compile(
    r"(?:published|updated|posted|modified|created|date|last|first|on|at|by|time|local|[ap]\.?m\.?|"
    r"gmt|utc|bst|c?est|cet|eet|[ecmp][sd]?t|ist|msk|moscow|[+-]\d{1,2}(?::?\d{2})?|ago|hours?|"
    r"minutes?|"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)"
    r"(?:day)?|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|[^\w]|_)*",
    re.IGNORECASE,
)

_BYLINE_NAMES = re.compile(
    rf"(?i:by):?\s+(?i:the |an? )?{_NAME}\s*(?:(?:,|and\b|&|in\b|\||[–—-])\s*.*)?"
)
_BYLINE_LOWERED = re.compile(r"by:? [a-z'’-]+ [a-z'’-]+")

_CAPTION_START = re.compile(
    r"[(\[]?file(?:\s+photo(?:graph)?|\s+picture|\s+image)?\s*(?:[)\]]|:|\s[–—-])|"
    r"(?:photo|pictured|caption|image|picture)\s*:",
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    r"(?:\(|\[)?\b(?:photo(?:graph)?|picture|image|credit)s?(?:\s+credit|\s+courtesy)?\s*"
    r"(?::|\bby\b)\s*(?P<credit>[^()\[\]]{2,80}?)\s*[)\]]?$|©\s*(?P<owner>[^©]{2,80})$",
    re.IGNORECASE,
)
_AGENCIES = (
    r"(?:Getty(?: Images)?|AFP|AP(?: Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|PA(?: Wire)?|Alamy|"
    r"Shutterstock|Bloomberg|Anadolu|TASS|Xinhua|dpa|ANSA|EFE|Kyodo|NurPhoto|Sipa|UPI|Corbis)"
)
_AGENCY_CREDIT = re.compile(
    rf"{_NAME}(?:/{_AGENCIES})+(?: via {_AGENCIES})?|(?:AFP via )?Getty Images"
)
_CREDIT_END = re.compile(
    r"\s[/|]\s*(?P<slash>[A-Z][^/|.!?]{1,60}(?:/[A-Z][^/|.!?]{1,60})?)$"
    r"|(?P<bracket_open>[(\[])(?P<bracket>[^()\[\]]*(?i:photo|image|/)[^()\[\]]*)[)\]]$"
    r"|(?:^|\s)(?P<agency>[A-Z]{2,12}(?:-[A-Z]+)?/[A-Z][\w.'’ /-]{1,50})$"
    r"|(?<=[.”\"]\s)(?P<taken>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}/[A-Z]\w{1,11})$"
    rf"|(?:^|(?<=[.”\"]\s))(?P<named>{_AGENCY_CREDIT.pattern})$"
)
_CREDIT_HINTS = ("/", "|", "photo", "cture", "mage", "cred", "©")
"""One of these stands in every credit that is more than a name in brackets; an i has many cases."""

_CREDIT_BRACKET = re.compile(r"[(\[](?P<credit>[A-Z]\w+(?: [A-Z]\w+){0,3})[)\]]$")
_TERMINAL = tuple('.!?:;"”’»)…')


_HALF_PAIR = re.compile("[\ud800-\udfff]")


def sound(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can spell and no file can hold."""
    return text if text.isascii() else _HALF_PAIR.sub("\ufffd", text)


def split_lines(text: str, *, keep_mark: bool = False) -> list[Line]:
    """The lines of a text that hold anything, in order.

    A byte order mark belongs to no line unless `keep_mark` asks for it.

    >>> [line.text for line in split_lines(" One \\n\\n Two")]
    ['One', 'Two']
    """
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        stripped = (match[0] if keep_mark else match[0].lstrip("\ufeff")).strip()
        if not stripped:
            continue
        start = match.start() + match[0].index(stripped[0])
        gap = text[before : match.start()].replace("\r\n", "\n")
        lines.append(Line(start, start + len(stripped), stripped, len(gap.split("\n", 2)) > 2))
        before = match.end()
    return lines


def blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines with no empty line between them.

    >>> [[line.text for line in block] for block in blocks(split_lines("a\\nb\\n\\nc"))]
    [['a', 'b'], ['c']]
    """
    block: list[Line] = []
    for line in lines:
        if block and line.after_blank:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def is_wrapped(block: list[Line]) -> bool:
    """Whether the lines of a block are one paragraph broken at a fixed width.

    Lines broken by width mostly end in the middle of a sentence and are about as long as each
    other; lines that are paragraphs end a sentence and are as long as they please.

    >>> is_wrapped(split_lines("The minister said on Monday that the talks\\nwould resume."))
    True
    >>> is_wrapped(split_lines("The minister spoke on Monday.\\nThe talks go on."))
    False
    """
    inner = [line.end - line.start for line in block[:-1]]
    if not inner or min(inner) < 30 or max(inner) > 120 or max(inner) - min(inner) > 30:
        return False
    broken = sum(not line.text.endswith(_TERMINAL) for line in block[:-1])
    lowered = sum(line.text[0].islower() for line in block[1:])
    if len(block) == 2 and block[1].end - block[1].start > inner[0] + 15:
        return False
    even = len(inner) > 3 and max(inner) - min(inner) <= 15
    return 2 * broken >= len(inner) and (2 * lowered >= len(inner) or even)


def is_headline(line: Line) -> bool:
    """Whether a line could be a headline: short, and no sentence that ends in a full stop.

    A full stop is allowed where nearly every long word has a capital, as American desks write.

    >>> is_headline(split_lines("Prospects for summit depend on the capital: Marsh")[0])
    True
    >>> is_headline(split_lines("The minister left on Monday.")[0])
    False
    """
    words = line.text.split(None, 41)
    if len(words) > 40 or len(line.text) > 300 or DATELINE.match(line.text):
        return False
    if line.text.endswith((",", ";", ":")):
        return False
    if not line.text.endswith(".") or line.text.endswith(("...", "U.S.", "U.N.", "U.K.")):
        return True
    long_words = [word for word in words if len(word) > 3]
    return len(long_words) > 2 and sum(w[0].isupper() for w in long_words) > 0.8 * len(long_words)


def is_byline(line: Line, *, strict: bool = False) -> bool:
    """Whether a line names the story's writers: "By Jane Doe, Diplomatic Correspondent".

    `strict` asks for "By" and capitalised names, as a first line must show.

    >>> is_byline(split_lines("By Jane Doe and John Roe")[0])
    True
    >>> is_byline(split_lines("By the river, a summit fails")[0], strict=True)
    False
    """
    if line.signed and not strict:
        return True
    if len(line.text) > 150 or line.text.endswith(".") or len(line.text.split()) > 16:
        return False
    lowered = not strict and _BYLINE_LOWERED.fullmatch(line.text)
    return bool(lowered or _BYLINE_NAMES.fullmatch(line.text))


def read_date_line(line: Line) -> re.Match[str] | None:
    """The date of a line that holds a date and nothing else of weight, or None.

    >>> read_date_line(split_lines("Published: 26 October 2025, 10:30 GMT")[0])[0]
    '26 October 2025'
    >>> read_date_line(split_lines("26 Oct 25")[0])[0]
    '26 Oct 25'
    >>> read_date_line(split_lines("Talks began on 26 October 2025")[0]) is None
    True
    """
    if len(line.text) > 120 or not _TWO_DIGITS.search(line.text):
        return None
    match = (DATE if _YEAR.search(line.text) else SHORT_DATE).search(line.text)
    if match is None:
        return None
    rest = line.text[: match.start()] + " " + line.text[match.end() :]
    return match if _DATE_LINE_REST.fullmatch(rest) else None


def read_caption(
    line: Line, *, in_head: bool
) -> tuple[tuple[int, int] | None, tuple[int, int] | None] | None:
    """Where in a line a picture's caption and its credit stand, or None where it is no caption.

    Places are relative to the line. A bare agency in brackets counts `in_head` alone: at the
    end of a body paragraph it signs the story.

    >>> read_caption(split_lines("(FILE) The minister arrives. / Agency")[0], in_head=True)
    ((0, 28), (31, 37))
    >>> read_caption(split_lines("The minister arrives.")[0], in_head=True) is None
    True
    """
    text = line.text
    if len(text) > 1500:
        return None
    credit = _find_credit(text, max(0, len(text) - 140), in_head=in_head)
    marked = _CAPTION_START.match(text)
    if credit is None:
        return ((0, len(text)), None) if marked else None
    return _caption_and_credit(text, credit)


def _find_credit(text: str, tail: int, *, in_head: bool) -> re.Match[str] | None:
    """The credit at the end of a line, sought only where the line has a sign of one.

    Most lines have none, and looking for signs is twenty times as fast as the patterns.
    """
    end = text[tail:]
    closed = end.endswith((")", "]"))
    credit = None
    if ":" in end or "©" in end or "by" in end.lower():
        credit = _CREDIT_LABEL.search(text, tail)
    if credit is None and (closed or "/" in end or "|" in end):
        credit = _CREDIT_END.search(text, tail)
    return _CREDIT_BRACKET.search(text, tail) if credit is None and in_head and closed else credit


def _caption_and_credit(
    text: str, credit: re.Match[str]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None] | None:
    """The caption before a credit, and the credit's name without brackets and labels."""
    group = next(
        name for name, value in credit.groupdict().items() if value and name != "bracket_open"
    )
    place = credit.span(group)
    before = text[: credit.start()].rstrip()
    if not before:
        looks_like_names = len(credit[group].split()) <= 8 and not text.endswith((".", "!", "?"))
        return (None, place) if looks_like_names else ((0, len(text)), None)
    sure = group != "slash" or _AGENCY_CREDIT.fullmatch(credit[group])
    if len(before.split(None, 3)) < 3 or not (sure or before.endswith(_TERMINAL)):
        return None
    return (0, len(before)), place
