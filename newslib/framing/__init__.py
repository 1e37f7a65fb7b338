"""How a matter is put: frames coded from an open codebook, each hit with the words behind it.

`codebook` reads the cues, `frames` finds them in an article (the patterns themselves are matched by
`newslib.patterns`), and `rejected` tells whether the writer denies one.
"""

from newslib.framing.codebook import Codebook, Cue, read_codebook
from newslib.framing.frames import find_frames

__all__ = ["Codebook", "Cue", "find_frames", "read_codebook"]
