"""Lets `newslib.tokens` and `newslib.marked` be called, though modules bear those names too."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__all__ = ["make_callable"]


class _CallableModule(ModuleType):
    """A module that, when called, calls the function in it that bears its name."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        """Whatever that function gives."""
        return getattr(self, self.__name__.rpartition(".")[2])(*arguments, **named)


def make_callable(name: str) -> None:
    """Make a module callable, with its function's docstring; `name` is its `__name__`.

    Importing `newslib.tokens` sets the attribute `tokens` of the package to the module, which would
    hide the function of that name, and `newslib.tokens?` would not explain it.

    >>> import newslib.tokens
    >>> from newslib import parse_article
    >>> len(newslib.tokens(parse_article("Talks failed.")))
    3
    """
    module = sys.modules[name]
    module.__class__ = _CallableModule
    module.__doc__ = getattr(module, name.rpartition(".")[2]).__doc__
