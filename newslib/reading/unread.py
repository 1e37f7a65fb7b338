"""A story that is known but not read yet: small, and fit to be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from newslib.article import Article
from newslib.reading.compose import Parts, compose, day_of, join_names
from newslib.reading.encodings import decode
from newslib.reading.layout import parse_article
from newslib.reading.problems import Problem, Unreadable
from newslib.reading.rows import DAMAGE, open_bytes
from newslib.reading.sources import kind_of

__all__ = ["Unread"]


@dataclass(frozen=True, slots=True)
class Unread:
    """One story of `Articles`, not read yet: where it is, or the row that holds it.

    `articles.unread()` gives them in the order in which walking gives the articles. `id` is the
    article's, `file` the file's path below `folder`; `row` counts from 1 in a file of rows, whose
    `values` come along, and is None for a file that holds one story. `problems` are those that
    are known before it is read. Frozen and picklable, so that another process can do the reading.

    >>> Unread("news#1", "", "news.csv", 1, (("text", "Talks may resume."),)).read().text
    'Talks may resume.'
    """

    id: str
    folder: str
    file: str
    row: int | None = None
    values: tuple[tuple[str, Any], ...] = ()
    problems: tuple[Problem, ...] = ()

    def read(self) -> Article:
        """The article; raises Unreadable, with the reason, where none can be made."""
        return self._read()[0]

    def look(self) -> tuple[Article | None, tuple[Problem, ...]]:
        """The article, or None where none can be made, and all that is wrong with it."""
        try:
            return self._read()
        except Unreadable as error:
            found = Problem(error.problem, str(error), lost=True)
            return None, tuple(dict.fromkeys((*self.problems, found)))

    def _read(self) -> tuple[Article, tuple[Problem, ...]]:
        for problem in self.problems:
            if problem.lost:
                raise Unreadable(problem.reason, problem.problem)
        if self.row is not None:
            return compose(_row_parts(dict(self.values)), id=self.id), self.problems
        data = _read_bytes(Path(self.folder, self.file))
        if kind_of(self.file) == "page":
            from newslib.reading.html import read_page

            parts, problems = read_page(data)
            return compose(parts, id=self.id), problems
        text, problems = decode(data)
        return parse_article(text, id=self.id), problems


def _read_bytes(file: Path) -> bytes:
    try:
        with open_bytes(file) as stream:
            return stream.read()
    except DAMAGE as error:
        # The words of the system without the path, which differs from machine to machine.
        said = error.strerror if isinstance(error, OSError) else None
        raise Unreadable(f"cannot be opened: {said or error}") from error


def _row_parts(values: dict[str, Any]) -> Parts:
    """What a row says of a story, part by part."""
    said = partial(_words, values)
    byline = values.get("byline")
    names = [str(name) for name in byline] if isinstance(byline, list) else [said("byline")]
    return Parts(
        headline=said("headline"),
        standfirst=said("standfirst"),
        byline=join_names(names),
        captions=((said("caption"), ""),),
        body=said("text"),
        date=day_of(values.get("date")),
        outlet=said("outlet"),
        url=said("url"),
        language=said("language"),
    )


def _words(values: dict[str, Any], field: str) -> str:
    """What a row says of a part: a list of paragraphs is joined, nothing is ""."""
    value = values.get(field)
    if value is None or value != value:  # noqa: PLR0124 - not a number, as pandas writes nothing
        return ""
    if isinstance(value, list):
        return "\n\n".join(str(item) for item in value)
    if isinstance(value, dict | bytes):
        raise Unreadable(f"its {field} is a {type(value).__name__}, no text")
    return str(value)
