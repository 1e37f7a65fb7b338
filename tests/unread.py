"""Stories that go wrong when they are read or analysed.

In a module of its own, as the workers of a cluster load it by its name.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from newslib import Article, Articles, Unread
from newslib.reading.problems import Problem

Looked = tuple[Article | None, tuple[Problem, ...]]


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


class Bewitched(Unread):
    """One whose reading fails as no reader should."""

    __slots__ = ()

    def look(self) -> Looked:
        raise ZeroDivisionError("bewitched")


class Deadly(Unread):
    """One that kills whoever reads it."""

    __slots__ = ()

    def look(self) -> Looked:
        die()


class DeadlyOnce(Unread):
    """One that kills the first who reads it."""

    __slots__ = ()

    def look(self) -> Looked:
        killed = Path(self.folder, self.file).with_suffix(".killed")
        if not killed.exists():
            killed.touch()
            die()
        return Unread.look(self)


class Poison(Article):
    """One that no finder can make anything of."""

    __slots__ = ()

    @property
    def prose(self) -> NoReturn:
        raise ZeroDivisionError("poison")


@dataclass(frozen=True, slots=True)
class Stories(Articles):
    """Some stories, in the way of `read_articles`."""

    stories: tuple[Unread, ...] = ()

    def unread(self) -> Iterator[Unread]:
        return iter(self.stories)

    def __len__(self) -> int:
        return len(self.stories)
