"""How sure each sentence sounds: weights over the hits in it and over its words, by genre."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, compress, pairwise, repeat

from newslib.article import Article, Span, check_article, records
from newslib.hedging.finding import find_hedges
from newslib.hedging.view import View, views
from newslib.lexicon import Hit, folded
from newslib.lexicons import packaged, read_rows

__all__ = [
    "GENRES",
    "Certainty",
    "Feature",
    "Weights",
    "features",
    "read_weights",
    "score_certainty",
    "score_with_weights",
    "sentences_with_hits",
]

GENRES = ("news", "encyclopedic", "biomedical", "science")
"""The genres `certainty_weights.tsv` has weights for."""

Feature = tuple[str, str]
"""What a weight is for: a kind ("cue", "category", "word", …) and the words of it."""

_MOST = 20_000

_Cue = tuple[str, str, str, bool]
"""What the features of a hit are about: its words, category and rule, and whether it is denied."""

_Score = tuple[float, bool, tuple[bool, ...]]
"""The rating of a sentence, whether it is hedged, and for each of its hits if it moved either."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a sentence sounds, and the hits that made it.

    `certainty` runs from 1 (not at all) to 6 (entirely), as readers rate it; `hedged` is a yes or
    no of its own, learnt from sentences that readers marked as uncertain.

    >>> from newslib import parse_article
    >>> [sentence] = score_certainty(parse_article("Talks may perhaps resume."))
    >>> sentence.hedged, [hit.span.text for hit in sentence.evidence]
    (True, ['may', 'perhaps'])
    """

    span: Span
    certainty: float
    hedged: bool
    evidence: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each feature, of the yes or no and of the rating; ("bias", "") is the start.

    `scored` keeps what the hits of a sentence come to: most have none, or one that is frequent.
    """

    hedged: dict[Feature, float]
    certainty: dict[Feature, float]
    kinds: frozenset[str] = field(init=False, repr=False, compare=False)
    moving: frozenset[Feature] = field(init=False, repr=False, compare=False)
    scored: dict[tuple[_Cue, ...], _Score] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Note which kinds of feature there are weights for: no other need be looked at."""
        kinds = frozenset(kind for kind, _ in (*self.hedged, *self.certainty))
        object.__setattr__(self, "kinds", kinds)
        every = (*self.hedged.items(), *self.certainty.items())
        object.__setattr__(self, "moving", frozenset(known for known, weight in every if weight))


def score_certainty(article: Article, *, genre: str = "news") -> tuple[Certainty, ...]:
    """How sure each sentence sounds: one `Certainty` a sentence, in text order.

    `hedged` says whether weights over the sentence's hits and words sum to more than 0, and
    `certainty` is their sum on the scale from 1 to 6; `evidence` holds the hits that moved
    either. The lexicon and the rules are those of `find_hedges` for every genre; a `genre` only
    brings weights of its own, in plain sight in `newslib/lexicons/certainty_weights.tsv`:
    "encyclopedic" and "biomedical" learnt from CoNLL-2010 (Farkas et al. 2010), "science" from
    the ratings of Pei & Jurgens (2021). "news" has no gold of its own: there a sentence is
    hedged where it holds an epistemic, evidential or weasel hit that is not denied, and the
    rating is learnt from the hits of science news alone, without its words. Where a genre has no
    gold for one of the two, that of "news" stands in.

    For a whole text take it as hedged if any sentence is, and the mean of `certainty` by words.
    Raises ValueError, naming the genres there are, for another one.

    >>> from newslib import parse_article
    >>> article = parse_article("The truce holds. Perhaps it may not last, some critics say.")
    >>> scores = score_certainty(article)
    >>> [(score.hedged, [hit.span.text for hit in score.evidence]) for score in scores]
    [(False, []), (True, ['Perhaps', 'may', 'not', 'some critics'])]
    >>> scores[0].certainty > scores[1].certainty
    True
    """
    check_article(article)
    if genre not in GENRES:
        raise ValueError(f"genre is {genre!r}; choose one of {', '.join(GENRES)}")
    weights = _weights(genre)
    return article.remember(
        (score_certainty, genre), lambda article: score_with_weights(article, weights)
    )


def score_with_weights(article: Article, weights: Weights) -> tuple[Certainty, ...]:
    """What `score_certainty` gives with weights from `read_weights`, such as your own genre's."""
    found = sentences_with_hits(article)
    cues = [tuple([_cue(hit) for hit in hits]) for _, hits in found]
    if weights.kinds.isdisjoint(_OF_WORDS):
        scored = [weights.scored.get(own) or _score_hits(weights, own) for own in cues]
    else:
        present = [features(view, hits, weights.kinds) for view, hits in found]
        scored = [_score(weights, *both) for both in zip(cues, present, strict=True)]
    return tuple(
        records(
            Certainty,
            [view.sentence for view, _ in found],
            [rating for rating, _, _ in scored],
            [hedged for _, hedged, _ in scored],
            [tuple(compress(hits, own[2])) for (_, hits), own in zip(found, scored, strict=True)],
        )
    )


def _score_hits(weights: Weights, cues: tuple[_Cue, ...]) -> _Score:
    """The score of a sentence where its hits alone make it, kept for when they come again."""
    if len(weights.scored) >= _MOST:
        weights.scored.clear()
    found = _score(weights, cues, list(dict.fromkeys(_hit_features(cues))))
    weights.scored[cues] = found
    return found


def _score(weights: Weights, cues: Sequence[_Cue], present: list[Feature]) -> _Score:
    """The rating of a sentence, whether it is hedged, and which of its cues moved either."""
    rating = min(max(_total(weights.certainty, present), 1.0), 6.0)
    moving = tuple([not weights.moving.isdisjoint(_of_cue(*cue)) for cue in cues])
    return rating, _total(weights.hedged, present) > 0, moving


def _total(weights: dict[Feature, float], present: list[Feature]) -> float:
    """The sum of the weights of the features that are present, from the bias on."""
    bias = weights.get(("bias", ""), 0.0)
    return bias + sum(map(weights.get, present, repeat(0.0))) if present else bias


def sentences_with_hits(article: Article) -> list[tuple[View, tuple[Hit, ...]]]:
    """Each sentence as the rules see it, with the hits that begin in it."""
    every = views(article)
    starts = [view.sentence.start for view in every]
    inside: list[list[Hit]] = [[] for _ in every]
    for hit in find_hedges(article):
        inside[max(bisect_right(starts, hit.span.start) - 1, 0)].append(hit)
    return [(view, tuple(hits)) for view, hits in zip(every, inside, strict=True)]


_OF_WORDS = frozenset(("word", "pair", "tagged", "opening"))


def features(view: View, hits: Sequence[Hit], kinds: frozenset[str] = _OF_WORDS) -> list[Feature]:
    """Everything about a sentence that may have a weight, each once, in a fixed order.

    Of the hits: their category, cue ("!" behind a denied one), rule, how many of a category,
    which categories meet. Of the words, those of the `kinds` asked for: each, each pair, each with
    the tag behind it, and the first three; digits count as 0.
    """
    if not hits and kinds.isdisjoint(_OF_WORDS):
        return []
    of_words = [] if kinds.isdisjoint(_OF_WORDS) else _word_features(view, kinds)
    return list(dict.fromkeys([*_hit_features([_cue(hit) for hit in hits]), *of_words]))


def _cue(hit: Hit) -> _Cue:
    """What is asked of one hit."""
    return hit.span.text, hit.category, hit.rule, hit.negated


@lru_cache(maxsize=20_000)
def _of_cue(text: str, category: str, rule: str, negated: bool) -> tuple[Feature, ...]:
    denied = "!" if negated else ""
    cue = " ".join(folded(text).split())
    return ("category", category + denied), ("cue", cue + denied), ("rule", f"{rule} {category}")


def _hit_features(cues: Sequence[_Cue]) -> list[Feature]:
    """The features of all hits of a sentence."""
    found = [feature for cue in cues for feature in _of_cue(*cue)]
    counts: dict[str, int] = {}
    for _, category, _, _ in cues:
        counts[category] = counts.get(category, 0) + 1
    for category, count in counts.items():
        found += [("count", f"{category} {n}") for n in range(2, min(count, 4) + 1)]
    return found + [("both", " ".join(pair)) for pair in combinations(sorted(counts), 2)]


_DIGITS = str.maketrans("123456789", "000000000")


def _word_features(view: View, kinds: frozenset[str]) -> list[Feature]:
    """The features of its words, of the kinds asked for."""
    words = [word.translate(_DIGITS) for word in view.words]
    found = [("word", word) for word in words]
    if "pair" in kinds:
        found += [
            ("pair", f"{first} {second}") for first, second in pairwise(["<s>", *words, "</s>"])
        ]
    if "tagged" in kinds:
        following = [*view.tags[1:], "</s>"]
        found += [("tagged", f"{word} {tag}") for word, tag in zip(words, following, strict=True)]
    return found + [("opening", f"{place} {word}") for place, word in enumerate(words[:3], 1)]


def read_weights(text: str, *, name: str, genre: str) -> Weights:
    """The weights of one genre from a tab-separated text: `genre target kind entry weight`.

    `target` is "hedged" or "certainty". Raises ValueError where a column is missing.

    >>> text = "genre\\ttarget\\tkind\\tentry\\tweight\\nnews\\thedged\\tcue\\tmay\\t1.5\\n"
    >>> read_weights(text, name="mine.tsv", genre="news").hedged
    {('cue', 'may'): 1.5}
    """
    found: dict[str, dict[Feature, float]] = {"hedged": {}, "certainty": {}}
    columns = ("genre", "target", "kind", "entry", "weight")
    for row in read_rows(text, name=name, required=columns):
        if row["genre"] == genre:
            found[row["target"]][row["kind"], row["entry"]] = float(row["weight"])
    return Weights(found["hedged"], found["certainty"])


@lru_cache(maxsize=8)
def _weights(genre: str) -> Weights:
    """The packaged weights of a genre; what it lacks is taken from "news"."""
    text = packaged("certainty_weights")
    own = read_weights(text, name="certainty_weights.tsv", genre=genre)
    default = read_weights(text, name="certainty_weights.tsv", genre="news")
    return Weights(own.hedged or default.hedged, own.certainty or default.certainty)
