"""Which column of a table, or field of a JSON line, holds which part of a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslib.reading.problems import Unreadable

__all__ = ["FIELDS", "check_columns", "choose_columns"]

FIELDS = {
    "text": "text body content article full_text maintext",
    "headline": "headline title",
    "standfirst": "standfirst description summary",
    "byline": "byline author authors",
    "caption": "caption",
    "date": "date published publication_date date_published published_at",
    "outlet": "outlet source publisher publication",
    "url": "url link",
    "language": "language lang",
    "id": "id article_id doc_id",
}
"""The names a column is known by, the likeliest first, whatever their case."""


def check_columns(columns: object) -> tuple[tuple[str, str | None], ...]:
    """The `columns` a caller gave, as pairs; TypeError or ValueError where they name no field.

    >>> check_columns({"text": "story"})
    (('text', 'story'),)
    >>> check_columns({"body": "story"})
    Traceback (most recent call last):
    ValueError: columns names 'body', which is no part of an article; give some of text, ...
    """
    if columns is None:
        return ()
    if not isinstance(columns, Mapping):
        raise TypeError(
            f"columns is a {type(columns).__name__}; "
            'give a dict from parts to columns, such as {"text": "body"}'
        )
    for field, name in columns.items():
        if field not in FIELDS:
            raise ValueError(
                f"columns names {field!r}, which is no part of an article; "
                f"give some of {', '.join(FIELDS)}"
            )
        if name is not None and not isinstance(name, str):
            raise TypeError(
                f"columns[{field!r}] is a {type(name).__name__}; "
                "give the column's name, or None to read none"
            )
    return tuple(columns.items())


def choose_columns(
    names: Sequence[str], columns: Sequence[tuple[str, str | None]] = ()
) -> dict[str, str]:
    """The column of each field, as named in `columns` or guessed; Unreadable without text.

    Rows with `start` and `end` are annotations, whose text is no story's.

    >>> choose_columns(["URL", "Title", "body", "page"])
    {'text': 'body', 'headline': 'Title', 'url': 'URL'}
    >>> choose_columns(["a", "b"], [("text", "b")])
    {'text': 'b'}
    """
    named = dict(columns)
    for field, name in named.items():
        if name is not None and name not in names:
            raise Unreadable(_no_column(f"{name!r} for the {field}", names), "unknown columns")
    folded = {_fold(name): name for name in reversed(names) if name not in named.values()}
    chosen: dict[str, str] = {}
    for field, known in FIELDS.items():
        guess = next((folded[name] for name in known.split() if name in folded), None)
        column = named.get(field, guess)
        if column is not None:
            chosen[field] = column
    if "text" not in chosen:
        raise Unreadable(_no_column("text, body, content or article", names), "unknown columns")
    if "text" not in named and folded.keys() >= _PLACES:
        raise Unreadable(_SPANS, "unknown columns")
    return chosen


_PLACES = {"start", "end"}
"""Columns of annotations and of newslib's own tables, whose text is a span of a story."""

_SPANS = (
    "has the columns 'start' and 'end', so its rows are places in stories and not stories; "
    'where they are, say so: columns={"text": …}'
)


def _fold(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _no_column(what: str, names: Sequence[str]) -> str:
    shown = ", ".join(map(repr, names[:12])) + (", …" if len(names) > 12 else "")
    return f'has no column {what} among {shown}; name it: columns={{"text": …}}'
