"""Setting tables against each other: counts, rates with intervals, keyness, lift."""

from newslib.compare.agreement import agreement, method_agreement
from newslib.compare.intervals import bootstrap_interval
from newslib.compare.keyness import log_odds
from newslib.compare.lift import frame_lift
from newslib.compare.rates import rates, shares
from newslib.compare.tone import mean_tones
from newslib.compare.words import collocations, content_words, count_words, type_token_ratio

__all__ = [
    "agreement",
    "bootstrap_interval",
    "collocations",
    "content_words",
    "count_words",
    "frame_lift",
    "log_odds",
    "mean_tones",
    "method_agreement",
    "rates",
    "shares",
    "type_token_ratio",
]
