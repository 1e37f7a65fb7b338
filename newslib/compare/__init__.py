"""Setting tables against each other: counts, rates with intervals, keyness, agreement."""

from newslib.compare.lift import frame_lift
from newslib.compare.words import collocations, count_words, type_token_ratio

__all__ = ["collocations", "count_words", "frame_lift", "type_token_ratio"]
