"""How a matter is put: frames coded from an open codebook, each hit with the words behind it."""

from newslib.framing.codebook import Codebook, Cue, read_codebook
from newslib.framing.frames import find_frames

__all__ = ["Codebook", "Cue", "find_frames", "read_codebook"]
