"""Setting tables against each other: counts, rates with intervals, keyness, lift."""

from newslib.compare.intervals import bootstrap_interval
from newslib.compare.keyness import log_odds
from newslib.compare.lift import frame_lift
from newslib.compare.rates import rates, shares
from newslib.compare.words import collocations, content_words, count_words, type_token_ratio

__all__ = [
    "bootstrap_interval",
    "collocations",
    "content_words",
    "count_words",
    "frame_lift",
    "log_odds",
    "rates",
    "shares",
    "type_token_ratio",
]
