"""What can be wrong with a file or a row, said in words."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Problem", "Unreadable"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to know of a file or row: what kind of problem, why, and whether it cost it.

    >>> Problem("guessed encoding", "is not UTF-8; read as cp1252").lost
    False
    """

    problem: str
    reason: str
    lost: bool = False


class Unreadable(ValueError):  # noqa: N818 - it names the state of a file
    """Raised where no article can be made of a file or a row; its words are the reason.

    `problem` is the short name that `problems_table` uses. `read_article` raises it;
    walking `Articles` passes over what is unreadable, and `problems_table` lists it.

    >>> from newslib import Unreadable
    >>> str(Unreadable("holds NUL bytes, so it is no text"))
    'holds NUL bytes, so it is no text'
    """

    def __init__(self, reason: str, problem: str = "unreadable") -> None:
        """Keep the reason, and the short name of the problem."""
        super().__init__(reason)
        self.problem = problem
