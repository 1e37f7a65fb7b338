"""Tone: of each sentence by three methods, and towards a named target; and the words behind it."""

from __future__ import annotations

from newslib.sentiment.records import Evidence, Score, Tone
from newslib.sentiment.scores import score_sentences
from newslib.sentiment.target import tone_towards

__all__ = ["Evidence", "Score", "Tone", "score_sentences", "tone_towards"]
