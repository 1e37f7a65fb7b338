"""Tone: of each sentence by three methods, and towards a named target; and the words behind it.

`records` says what is given. For sentences, `scores` chooses among `by_textblob`, `by_vader` and
`news`; `pieces` cuts them into words, and what is too long for the libraries into pieces;
`textblob_words` divides words as TextBlob does, `words` says what a word is wherever it stands.
For targets, `readings` makes a sentence ready and `places` a target in it; `relations` names what
hangs on the target's place, while `grid`, with the `columns` of its words, counts what hangs on
each word; `model` adds up what the `weights` make of both, and `target` gives the tone.
"""

from __future__ import annotations

from newslib.sentiment.records import Evidence, Score, Tone
from newslib.sentiment.scores import score_sentences
from newslib.sentiment.target import tone_towards

__all__ = ["Evidence", "Score", "Tone", "score_sentences", "tone_towards"]
