"""What a reading of tone gives: a number or a label, and the words that made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

from newslib.article import Span, records

__all__ = ["Evidence", "Said", "Score", "Scores", "Tone"]


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


Said = tuple[int, int, str, float]
"""Where words that made a score begin and end, the words, and what they brought to it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What one method says of sentences: the columns of their `Score` records, one row each.

    `evidence` is what `Evidence` records are made of.
    """

    method: str
    spans: Sequence[Span]
    score: Sequence[float]
    positive: Sequence[float]
    negative: Sequence[float]
    subjectivity: Sequence[float | None]
    evidence: Sequence[Sequence[Said]]

    def records(self) -> tuple[Score, ...]:
        """The records.

        >>> evidence = [(0, 4, "good", 0.7)]
        >>> made = Scores("mine", [Span(0, 4, "good")], [0.7], [0.7], [0.0], [None], [evidence])
        >>> made.records()[0].evidence
        (Evidence(span=Span(start=0, end=4, text='good'), value=0.7),)
        """
        method = [self.method] * len(self.spans)
        numbers = (self.score, self.positive, self.negative, self.subjectivity)
        return tuple(records(Score, self.spans, method, *numbers, _told(self.evidence)))


def _told(found: Sequence[Sequence[Said]]) -> list[tuple[Evidence, ...]]:
    """The evidence of each sentence."""
    flat = [*chain.from_iterable(found)]
    if not flat:
        return [()] * len(found)
    starts, ends, texts, values = zip(*flat, strict=True)
    made = iter(records(Evidence, records(Span, starts, ends, texts), values))
    return [tuple(islice(made, len(of_one))) for of_one in found]
