"""The codebook: which words cue which frame, in a file a researcher can read and extend."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from newslib.lexicons import packaged, read_rows, written
from newslib.patterns import Pattern, Patterns, parse_pattern

__all__ = ["Codebook", "Cue", "read_codebook"]

SCOPES = ("", "after", "before", "object")
"""Where the party concerned may stand, as the column `scope` says; see `Cue`."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of a codebook: a pattern, the frame it cues, and how much it weighs.

    A `strength` of 1 cues the frame alone; cues of less than 0.5 count only where those of one
    sentence together reach 0.5; a negative one is a counter-cue, which takes back every cue of
    the same frame that it overlaps. `scope` says where the party concerned stands: "after" or
    "before" the cue, or "object": after a verb in the active, before it in the passive.

    >>> cue = read_codebook().cues[0]
    >>> cue.entry, cue.category, cue.strength
    ('CLASH', 'conflict', 1.0)
    """

    entry: str
    category: str
    strength: float
    scope: str
    note: str
    source: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Codebook:
    """A list of cues, ready to be found; make one with `read_codebook`.

    >>> read_codebook().frames[:2]
    ('conflict', 'negotiation')
    """

    name: str
    cues: tuple[Cue, ...]
    _memory: dict[str, object] = field(
        default_factory=dict, init=False, repr=False, compare=False, hash=False
    )

    @property
    def frames(self) -> tuple[str, ...]:
        """The frames of the codebook, in the order of the file."""
        if "frames" not in self._memory:
            self._memory["frames"] = tuple(dict.fromkeys(cue.category for cue in self.cues))
        return cast(tuple[str, ...], self._memory["frames"])

    @property
    def patterns(self) -> Patterns:
        """The patterns of all cues, made ready at first use."""
        if "patterns" not in self._memory:
            self._memory["patterns"] = Patterns([cue.pattern for cue in self.cues])
        return cast(Patterns, self._memory["patterns"])

    def __hash__(self) -> int:
        """Cheap, since every article keeps what it found under its codebook."""
        return hash((self.name, len(self.cues)))

    def __getstate__(self) -> tuple[str, tuple[Cue, ...]]:
        """Name and cues: the patterns are made ready anew where they are needed."""
        return self.name, self.cues

    def __setstate__(self, state: tuple[str, tuple[Cue, ...]]) -> None:
        """The same codebook, its patterns not yet made ready."""
        for name, value in zip(("name", "cues", "_memory"), (*state, {}), strict=True):
            object.__setattr__(self, name, value)


def read_codebook(path: str | os.PathLike[str] | None = None) -> Codebook:
    """Read a codebook from a tab-separated file of your own; newslib's where none is given.

    The file is UTF-8; its header names the columns: `entry` (a pattern, see `newslib.patterns`)
    and `category` (the frame) are needed; `strength` (1 where empty), `scope`, `note` and
    `source` are understood.
    newslib's own, `lexicons/frames.tsv`, has 17 frames for news on diplomacy, after Semetko &
    Valkenburg (2000), the Policy Frames Codebook (Boydstun et al. 2014), Entman (1993), PLOVER and
    Frermann et al. (2023); `lexicons/frame_definitions.tsv` defines each.

    Raises ValueError, naming file and entry, where a column is missing, a pattern cannot be read,
    a strength is no number or a scope is unknown; FileNotFoundError where there is no such file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "mine.tsv"
    ...     _ = file.write_text("entry\\tcategory\\nwave|flood of REFUGEE\\tmigration\\n")
    ...     read_codebook(file).frames
    ('migration',)
    """
    if path is None:
        return _own()
    file = Path(path)
    return _codebook(file.stem, written(file), file.name)


@lru_cache(maxsize=1)
def _own() -> Codebook:
    return _codebook("frames", packaged("frames"), "frames.tsv")


def _codebook(name: str, text: str, file: str) -> Codebook:
    rows = read_rows(text, name=file, required=("entry", "category"))
    return Codebook(name, tuple(_cue(row, file) for row in rows))


def _cue(row: dict[str, str], file: str) -> Cue:
    """One row as a cue; ValueError names file and entry."""
    strength, scope = row.get("strength", "") or "1", row.get("scope", "")
    try:
        value, pattern = float(strength), parse_pattern(row["entry"])
    except ValueError as error:
        raise ValueError(f"{file}, entry {row['entry']!r}: {error}") from None
    if scope not in SCOPES:
        raise ValueError(
            f"{file}, entry {row['entry']!r} has the scope {scope!r}; "
            f"choose one of {', '.join(SCOPES[1:])} or leave it empty"
        )
    note, source = row.get("note", ""), row.get("source", "")
    return Cue(row["entry"], row["category"], value, scope, note, source, pattern)
