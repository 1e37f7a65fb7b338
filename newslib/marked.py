"""The story itself in the notebook, with what was found marked in layers."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newslib.article import Article, check_article
from newslib.callable_module import make_callable
from newslib.compare.columns import need
from newslib.inert import inert

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Marked", "marked"]

_LAYERS = {"speaker": "speech", "category": "hedges", "frame": "frames", "act": "acts"}
"""Which column tells which kind of table, and the name of its layer."""

_STYLE = """<style>
.newslib-story {max-width: 46em; line-height: 1.7; color: #111; background: #fff; padding: 0 .5em}
.newslib-story .text {white-space: pre-wrap; unicode-bidi: isolate}
.newslib-story .headline {font-size: 1.3em; font-weight: bold}
.newslib-story .unplaced {color: #777}
.newslib-story label {margin-right: 1.2em}
.newslib-story .speech {background: #dbe9f6}
.newslib-story .hedges {border-bottom: 3px dotted #b35c00}
.newslib-story .frames {font-weight: bold; border-bottom: 2px solid #005f3f}
.newslib-story .acts {outline: 1px solid #555}
.newslib-story:has(input[name="speech"]:not(:checked)) .speech {background: none}
.newslib-story:has(input[name="hedges"]:not(:checked)) .hedges {border-bottom: none}
.newslib-story:has(input[name="frames"]:not(:checked)) .frames {font-weight: inherit; border: none}
.newslib-story:has(input[name="acts"]:not(:checked)) .acts {outline: none}
@media print {.newslib-story .speech {background: none; font-style: italic}
  .newslib-story form {display: none}}
</style>"""


@dataclass(frozen=True, slots=True, repr=False)
class Marked:
    """A story with marks, ready to be shown: `marked` makes one. `html` is all there is to it.

    >>> from newslib import parse_article
    >>> marked(parse_article("Talks may resume.")).text
    'The story with 0 marks: none.'
    """

    html: str
    text: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}

    def __repr__(self) -> str:
        """What the marks are, in a sentence."""
        return self.text


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    layer: str
    why: str


def marked(article: Article, *tables: pd.DataFrame) -> Marked:
    """The story with every row of the tables marked in place, each with its reason on hover.

    Give any of `quotes_table`, `hedges_table`, `frames_table`, `acts_table` of this article;
    rows of other articles are passed over. Each table is a layer that a tick switches off, by
    style alone, so it works in a saved notebook without a kernel. Printed, speech is in italics
    and the other marks stay. The text is shown as text: whatever tags or formulas it holds
    are not obeyed. Raises ValueError for a table that is none of the four, TypeError for none.

    >>> from newslib import hedges_table, parse_article
    >>> story = parse_article("<b>Talks</b> may resume.")
    >>> shown = marked(story, hedges_table(story))
    >>> shown
    The story with 1 mark: hedges.
    >>> "&lt;b&gt;Talks" in shown.html, 'class="hedges" title="epistemic' in shown.html
    (True, True)
    """
    check_article(article)
    marks = [mark for table in tables for mark in _marks(table, article)]
    layers = [layer for layer in _LAYERS.values() if any(mark.layer == layer for mark in marks)]
    ticks = "".join(
        f'<label><input type="checkbox" name="{layer}" checked> {layer}</label>' for layer in layers
    )
    pieces = "".join(_pieces(article, marks))
    shown = (
        f'{_STYLE}<div class="newslib-story mathjax_ignore"><form>{ticks}</form>'
        f'<div class="text" dir="auto">{pieces}</div></div>'
    )
    counted = "1 mark" if len(marks) == 1 else f"{len(marks)} marks"
    return Marked(shown, f"The story with {counted}: {', '.join(layers) or 'none'}.")


def _marks(table: pd.DataFrame, article: Article) -> Iterator[_Mark]:
    """The rows of a table that lie in this article, as marks."""
    need(table)
    kind = next((column for column in _LAYERS if column in table.columns), None)
    if kind is None or not {"article", "start", "end"} <= set(table.columns):
        raise ValueError(
            f"marked() got a table with the columns {', '.join(map(str, table.columns))}; "
            "give a quotes_table, hedges_table, frames_table or acts_table"
        )
    from pandas import isna

    for row in table[table["article"] == article.id].to_dict("records"):
        known = {str(name): value for name, value in row.items() if not isna(value)}
        yield _Mark(row["start"], row["end"], _LAYERS[kind], _reason(kind, known))


def _reason(kind: str, row: dict[str, object]) -> str:
    """Why a mark is there, in words."""
    if kind == "speaker":
        who = f"{row.get('kind', '')} speech: {row.get('speaker', 'nobody named')}"
        return f"{who}; cue: {row.get('cue', 'none')}; rule: {row.get('rule', '')}"
    if kind == "act":
        return f"{row['act']}: {row.get('actor', '?')} → {row.get('target', '?')}"
    negated = ", negated" if row.get("negated") is True else ""
    scope = f"; bears on: {row['scope']}" if "scope" in row else ""
    return f"{row[kind]}{negated}{scope}; rule: {row.get('rule', '')}"


def _pieces(article: Article, marks: list[_Mark]) -> Iterator[str]:
    """The text cut wherever a mark or part begins or ends, each piece in its marks."""
    parts = [("headline", article.headline), *(("unplaced", left) for left in article.unplaced)]
    styled = [_Mark(s.start, s.end, name, "") for name, s in parts if s is not None]
    events: dict[int, list[tuple[bool, int]]] = {0: [], len(article.text): []}
    spans = [mark for mark in (*styled, *marks) if mark.start < mark.end]
    for number, mark in enumerate(spans):
        events.setdefault(mark.start, []).append((True, number))
        events.setdefault(mark.end, []).append((False, number))
    places = sorted(events)
    open_marks: dict[int, _Mark] = {}
    for start, end in pairwise(places):
        for opens, number in sorted(events[start]):
            if opens:
                open_marks[number] = spans[number]
            else:
                open_marks.pop(number)
        yield _wrapped(inert(article.text[start:end]), list(open_marks.values()))


def _wrapped(text: str, marks: list[_Mark]) -> str:
    """A piece of text inside its marks; marks of one layer are one, with all their reasons."""
    for layer in dict.fromkeys(mark.layer for mark in reversed(marks)):
        why = "\n".join(mark.why for mark in marks if mark.layer == layer and mark.why)
        title = f' title="{html.escape(why)}"' if why else ""
        text = f'<span class="{layer}"{title}>{text}</span>'
    return text


make_callable(__name__)
