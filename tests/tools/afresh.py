"""For `make mutation`: no mutant hides behind what an unchanged run left in memory.

mutmut forks a child for each mutant from a process that has run all tests already. Whatever a
cached function gave there, a child would be given again, and the changed code would never run.
"""

from __future__ import annotations

import os
import sys

import pytest

from newslib.kept import Kept

SLOW = "load_model"
"""What takes a second to read again."""

_begun: set[str] = set()


def forget(*, but: str = "") -> None:
    """Empty every cache of newslib's functions and of what tests share, `but` one."""
    for name, module in sorted(sys.modules.items()):
        if name == "support" or name.startswith("newslib."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and value.__name__ != but:
                    value.cache_clear()
                elif isinstance(value, Kept):
                    value.clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin each mutant with empty caches, and with its quickest tests."""
    from mutmut.state import state  # only `make mutation` installs it

    forget()
    durations = state().duration_by_test
    items.sort(key=lambda item: durations.get(item.nodeid, 0.0))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where it is noted which tests reach a function, each test reaches all it would alone.

    The model alone is read once a file: its functions are held by the first tests of each.
    """
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        first = item.nodeid.partition("::")[0] not in _begun
        _begun.add(item.nodeid.partition("::")[0])
        forget(but="" if first else SLOW)
