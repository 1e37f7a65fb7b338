"""Tone: of each sentence by three methods, and towards a named target; and the words behind it."""

from __future__ import annotations

from newslib.sentiment.records import Evidence, Score
from newslib.sentiment.scores import score_sentences

__all__ = ["Evidence", "Score", "score_sentences"]
