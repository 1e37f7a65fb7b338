"""A bar that says how far a long walk over articles has come, where somebody watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from operator import length_hint
from typing import TypeVar

__all__ = ["is_shown", "watched"]

_PATIENCE = 1.5
"""How many seconds a walk may take before anybody wants to see how far it is."""

Item = TypeVar("Item")


def watched(items: Iterable[Item], *, of: object, progress: bool | None = None) -> Iterator[Item]:
    """The items one by one, with a bar on the standard error stream; `of` may know how many.

    By default a bar is drawn after a second and a half, and only in a terminal: a notebook, a
    file, a pipe and a CI service (which sets CI) stay clean. `progress` True draws it in any
    case and at once, False never. TypeError where it is none of these.

    >>> list(watched("ab", of="ab", progress=False))
    ['a', 'b']
    """
    if not is_shown(progress):
        return iter(items)
    from tqdm import tqdm

    number = length_hint(of) or None
    delay = 0 if progress else _PATIENCE
    bar: Iterator[Item] = iter(
        tqdm(items, total=number, unit=" articles", delay=delay, leave=False, dynamic_ncols=True)
    )
    return bar


def is_shown(progress: bool | None) -> bool:
    """Whether to show a bar; TypeError where `progress` is none of True, False and None.

    None leaves it to who watches: yes where the standard error stream is a terminal that no CI
    service reads.

    >>> is_shown(progress=True)
    True
    """
    if progress is not None and not isinstance(progress, bool):
        raise TypeError(f"progress is {progress!r}; give True, False or None")
    if progress is not None:
        return progress
    return not os.environ.get("CI") and sys.stderr is not None and sys.stderr.isatty()
