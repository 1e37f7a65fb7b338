"""For `make mutation`: no mutant hides behind what an unchanged run left in memory.

mutmut forks a child for each mutant from a process that has run all tests already. Whatever a
cached function gave there, a child would be given again, and the changed code would never run.
"""

from __future__ import annotations

import os
import sys

import pytest


def forget() -> None:
    """Empty every cache of newslib's functions and of what tests share."""
    for name, module in sorted(sys.modules.items()):
        if name == "support" or name.startswith("newslib."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin each mutant with empty caches, and with its quickest tests."""
    from mutmut.state import state  # only `make mutation` installs it

    forget()
    durations = state().duration_by_test
    items.sort(key=lambda item: durations.get(item.nodeid, 0.0))


def pytest_runtest_setup() -> None:
    """Where it is noted which tests reach a function, each test reaches all it would alone."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        forget()
