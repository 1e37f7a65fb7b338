"""Work that the garbage collector need not interrupt."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TypeVar

__all__ = ["undisturbed"]

Given = TypeVar("Given")
Result = TypeVar("Result")


def undisturbed(find: Callable[[Given], Result], given: Given) -> Result:
    """What `find(given)` gives, found while the garbage collector rests.

    Python counts new objects, and every so often walks over all there are to look for cycles. The
    records of an article never form one, so that on a long text a quarter of the time went into
    looking in vain, more than ten times as much on ten times the text. Nobody sees the
    difference otherwise: what is no longer needed is freed at once, as always, and the collector
    works again afterwards if it did before, whatever was raised.

    >>> import gc
    >>> undisturbed(lambda number: (gc.isenabled(), number + 1), 1), gc.isenabled()
    ((False, 2), True)
    """
    if not gc.isenabled():
        return find(given)
    gc.disable()
    try:
        return find(given)
    finally:
        gc.enable()
