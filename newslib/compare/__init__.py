"""Setting tables against each other, and against gold: counts, rates, keyness, agreement."""

from newslib.compare.agreement import agreement, method_agreement
from newslib.compare.coding import (
    check_codings,
    code_units,
    read_codings,
    sample_for_coding,
)
from newslib.compare.disagreements import disagreements
from newslib.compare.intervals import bootstrap_interval
from newslib.compare.keyness import log_odds
from newslib.compare.lift import frame_lift
from newslib.compare.rates import rates, shares
from newslib.compare.scores import confusion, score_against
from newslib.compare.tone import mean_tones
from newslib.compare.words import collocations, content_words, count_words, type_token_ratio

__all__ = [
    "agreement",
    "bootstrap_interval",
    "check_codings",
    "code_units",
    "collocations",
    "confusion",
    "content_words",
    "count_words",
    "disagreements",
    "frame_lift",
    "log_odds",
    "mean_tones",
    "method_agreement",
    "rates",
    "read_codings",
    "sample_for_coding",
    "score_against",
    "shares",
    "type_token_ratio",
]
