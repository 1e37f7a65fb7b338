"""What a reading of tone gives: a number or a label, and the words that made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

from newslib.article import Span, records

__all__ = ["Evidence", "Score", "Tone", "told"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that made a score, and what they brought to it.

    >>> Evidence(Span(0, 4, "good"), 0.7).value
    0.7
    """

    span: Span
    value: float


@dataclass(frozen=True, slots=True)
class Score:
    """The tone of one sentence by one method, and the words behind it.

    `span` is the sentence; `score` runs from -1 to 1; `positive` and `negative` say how much of
    each there is, both from 0; `subjectivity` is None but for "textblob". How `evidence` adds up
    to the score depends on the method: see `score_sentences`.

    >>> from newslib import parse_article, score_sentences
    >>> [score] = score_sentences(parse_article("A wonderful offer."), method="vader")
    >>> score.score, [(each.span.text, each.value) for each in score.evidence]
    (0.5719, [('wonderful', 2.7)])
    """

    span: Span
    method: str
    score: float
    positive: float
    negative: float
    subjectivity: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tone:
    """The tone towards one target: `label` is "negative", "neutral" or "positive".

    `score` runs from -1 to 1: how much likelier "positive" is than "negative". `evidence` are the
    words that spoke most for the label or against it, in text order.

    >>> from newslib import parse_article, tone_towards
    >>> article = parse_article("Ann Marsh is a shameless liar.")
    >>> tone = tone_towards(article, target=article.span(0, 9))
    >>> tone.label, [each.span.text for each in tone.evidence][-2:]
    ('negative', ['shameless', 'liar'])
    """

    label: str
    score: float
    evidence: tuple[Evidence, ...]


def told(found: Sequence[Sequence[tuple[int, int, str, float]]]) -> list[tuple[Evidence, ...]]:
    """The evidence of each sentence, from start, end, text and value of its words.

    >>> told([[], [(0, 4, "good", 0.7)]])
    [(), (Evidence(span=Span(start=0, end=4, text='good'), value=0.7),)]
    """
    flat = [*chain.from_iterable(found)]
    if not flat:
        return [()] * len(found)
    starts, ends, texts, values = zip(*flat, strict=True)
    made = iter(records(Evidence, records(Span, starts, ends, texts), values))
    return [tuple(islice(made, len(of_one))) for of_one in found]
