"""The tone of a sentence towards one target named in it."""

from __future__ import annotations

from bisect import bisect_right

from newslib.article import Article, Span, check_article, check_span
from newslib.sentiment.model import LABELS, judge, load_weights, probabilities
from newslib.sentiment.readings import NAME, Reading, readings
from newslib.sentiment.records import Evidence, Tone

__all__ = ["place_of", "tone_towards"]

_SHOWN = 6
"""How many words a tone shows as its evidence."""


def tone_towards(article: Article, *, target: Span) -> Tone:
    """The tone towards a target, judged in the sentence that holds it: always exactly one.

    A linear model over the words around the target, by side, distance, clause and quotation, over
    who does and who is done to, negation, and newslib's lexicons of tone; names are masked, so that
    nobody is good or bad by name. Its weights were learnt from NewsMTSC (Hamborg & Donnay 2021).

    `target` is a span of the article, such as a mention's. Gives a `Tone`: the likeliest label,
    the chance of "positive" minus that of "negative", and the words that spoke loudest, a value
    above 0 speaking for "positive". A target without words or outside every sentence is neutral,
    without evidence.
    Raises TypeError where `target` is no `Span`, ValueError where it is none of this article.

    >>> from newslib import parse_article
    >>> article = parse_article("Marsh praised Estmark for its patience.")
    >>> tone_towards(article, target=article.span(14, 21)).label
    'positive'
    """
    check_article(article)
    check_span(article, target, name="target")
    place = place_of(article, target) if target.text.strip() else None
    if place is None:
        return Tone("neutral", 0.0, ())
    reading, first, last = place
    pair, spoken = judge(reading, first, last, load_weights())
    shares = probabilities(pair)
    label = LABELS[shares.index(max(shares))]
    return Tone(label, shares[2] - shares[0], _loudest(reading, first, last, spoken))


def _loudest(reading: Reading, first: int, last: int, spoken: list[float]) -> tuple[Evidence, ...]:
    """The words that spoke most, in text order: no names, no marks, not the target itself."""
    words = [
        i
        for i, form in enumerate(reading.forms)
        if form != NAME and form[0].isalpha() and not first <= i < last and spoken[i]
    ]
    chosen = sorted(sorted(words, key=lambda i: (-abs(spoken[i]), i))[:_SHOWN])
    return tuple(Evidence(reading.words[i], spoken[i]) for i in chosen)


def place_of(article: Article, target: Span) -> tuple[Reading, int, int] | None:
    """The sentence that holds a target, and the target's first word and the one behind its last."""
    found = readings(article)
    at = bisect_right(found, target.start, key=lambda reading: reading.span.end)
    if at == len(found):
        return None
    reading, end = found[at], max(target.end, target.start + 1)
    held = [
        i for i, word in enumerate(reading.words) if word.start < end and word.end > target.start
    ]
    return (reading, held[0], held[-1] + 1) if held else None
