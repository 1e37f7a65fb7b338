"""The tone of a sentence towards one target named in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from newslib.article import Article, Span, check_article, check_span, records, undisturbed
from newslib.sentiment.model import LABELS, Verdict, judge
from newslib.sentiment.places import Target
from newslib.sentiment.readings import Reading, readings
from newslib.sentiment.records import Evidence, Tone
from newslib.sentiment.words import tone_words
from newslib.speakers import find_mentions
from newslib.tokens import divided

__all__ = ["judge_together", "place_of", "tone_towards", "tones_towards"]

Known = dict[tuple[int, int], Tone]
"""The tones towards targets, by where each begins and ends."""

_TOGETHER = 640
"""How many targets are judged at once at most: what sixteen stories name, and little memory."""


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
    known = _known(article, pronoun=_is_pronoun(target)).get((target.start, target.end))
    return _judged([article], [[target]])[0][0] if known is None else known


def tones_towards(article: Article, targets: Iterable[Span]) -> list[Tone]:
    """The tone towards each of some names the article mentions, faster than one by one."""
    known = _known(article, pronoun=False)
    found = [(target, known.get((target.start, target.end))) for target in targets]
    return [tone or tone_towards(article, target=target) for target, tone in found]


def judge_together(articles: Iterable[Article]) -> None:
    """Judge whom several articles name at once, so that `tones_towards` knows them.

    Much of what a judgement costs is the same for one as for hundreds. What is found is the same.

    >>> from newslib import find_mentions, parse_article
    >>> articles = [parse_article(f"Ann Marsh {verb} it.") for verb in ("praised", "attacked")]
    >>> judge_together(articles)
    >>> [tones_towards(one, [find_mentions(one)[0].span])[0].label for one in articles]
    ['positive', 'negative']
    """
    unread = [article for article in articles if not article.remembers((tone_towards, False))]
    judged = undisturbed(partial(_of_mentions, pronoun=False), unread)
    found = dict(zip(map(id, unread), judged, strict=True))
    for article in unread:
        article.remember((tone_towards, False), lambda one: found[id(one)])


def _known(article: Article, *, pronoun: bool) -> Known:
    return article.remember(
        (tone_towards, pronoun), lambda one: _of_mentions([one], pronoun=pronoun)[0]
    )


def _is_pronoun(target: Span) -> bool:
    return target.text.lower() in tone_words("pronoun")


def _of_mentions(articles: Sequence[Article], *, pronoun: bool) -> list[Known]:
    """The tone towards all whom each article names, or towards all its pronouns.

    Who asks for one mention mostly asks for all, and together they take a fraction of the time.
    """
    pronouns = tone_words("pronoun")
    spans = [
        [
            mention.span
            for mention in find_mentions(article)
            if mention.name is not None and (mention.span.text.lower() in pronouns) == pronoun
        ]
        for article in articles
    ]
    tones = _judged(articles, spans)
    return [
        {(span.start, span.end): tone for span, tone in zip(own, judged, strict=True)}
        for own, judged in zip(spans, tones, strict=True)
    ]


def _judged(articles: Sequence[Article], targets: Sequence[Sequence[Span]]) -> list[list[Tone]]:
    """The tone towards each target of each article; one that stands nowhere is neutral."""
    found = [
        place
        for article, own in zip(articles, targets, strict=True)
        for place in _places(article, own)
    ]
    told = [place for place in found if place is not None]
    parts = [told[start : start + _TOGETHER] for start in range(0, len(told), _TOGETHER)]
    tones = chain.from_iterable(map(_judged_at, parts))
    nowhere = Tone("neutral", 0.0, ())
    each = iter([nowhere if place is None else next(tones) for place in found])
    return [list(islice(each, len(own))) for own in targets]


def _judged_at(told: Sequence[Target]) -> list[Tone]:
    """The tone towards targets that stand somewhere, judged in one go."""
    return _tones([reading for reading, _, _ in told], judge(told))


def _tones(read: Sequence[Reading], verdicts: Sequence[Verdict]) -> list[Tone]:
    """The records of verdicts on targets, each in the sentence that was read."""
    shares = [verdict.shares for verdict in verdicts]
    loudest = [verdict.loudest for verdict in verdicts]
    numbers = [
        (one.text, one.begins + i) for one, told in zip(read, loudest, strict=True) for i, _ in told
    ]
    spans = records(
        Span,
        [text.starts[i] for text, i in numbers],
        [text.ends[i] for text, i in numbers],
        [text.written[i] for text, i in numbers],
    )
    values = [value for _, value in chain.from_iterable(loudest)]
    evidence = iter(records(Evidence, spans, values))
    return records(
        Tone,
        [LABELS[three.index(max(three))] for three in shares],
        [positive - negative for negative, _, positive in shares],
        [tuple(islice(evidence, len(told))) for told in loudest],
    )


def place_of(article: Article, target: Span) -> Target | None:
    """The sentence that holds a target, and the target's first word and the one behind its last."""
    return _places(article, [target])[0]


def _places(article: Article, targets: Sequence[Span]) -> list[Target | None]:
    """The same for several targets; None also for one without words."""
    if not targets:
        return []
    read, borders = readings(article), article.remember(_places, _borders)
    found: list[Target | None] = []
    for target in targets:
        start = target.start
        at = bisect_right(borders.stops, start)
        if at == len(read) or not target.text.strip():
            found.append(None)
            continue
        first = bisect_right(borders.ends, start)
        last = bisect_left(borders.starts, max(target.end, start + 1), first)
        base, last = borders.bases[at], min(last, borders.bases[at + 1])
        found.append((read[at], first - base, last - base) if first < last else None)
    return found


class _Borders(NamedTuple):
    """Where sentences end, their first words by number, and where all words start and end."""

    stops: list[int]
    bases: list[int]
    starts: Sequence[int]
    ends: Sequence[int]


def _borders(article: Article) -> _Borders:
    text = divided(article)
    bases = [*(reading.begins for reading in readings(article)), len(text.written)]
    return _Borders([text.ends[base - 1] for base in bases[1:]], bases, text.starts, text.ends)
