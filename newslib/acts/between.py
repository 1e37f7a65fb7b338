"""What one given party does to another: always one answer."""

from __future__ import annotations

import math
from functools import lru_cache

from newslib.acts.features import features
from newslib.acts.modality import modality
from newslib.acts.roots import Act, roots
from newslib.acts.view import Found, View, view_between
from newslib.article import Article, Span, check_article, check_span
from newslib.lexicons import packaged, read_rows
from newslib.patterns.forms import word_class
from newslib.tokens import divided

__all__ = ["Weights", "act_between", "likelihoods", "own_weights", "read_weights"]

Weights = dict[str, tuple[float, ...]]
"""For each feature the weight it gives each root, in the order of `roots()`."""


def act_between(article: Article, *, actor: Span, target: Span) -> Act:
    """What `actor` does to `target`: exactly one `Act`, always with the likeliest root.

    Roots and classes are those of PLOVER (Halterman et al. 2023). A linear model weighs the stems
    around the two spans and the verb patterns of `lexicons/acts.tsv`; its weights were learnt
    from 1,025 sentences (see `lexicons/README.md`). `span` is the verb pattern that speaks for the
    root, or the nearest verb where none does; then `rule` is "weights".

    Raises TypeError where one of the two is no `Span`, ValueError where it is not of this article.

    >>> from newslib import parse_article
    >>> article = parse_article("Calder was accused by Estmark of moving the border.")
    >>> act = act_between(article, actor=article.span(22, 29), target=article.span(0, 6))
    >>> act.act, act.quad, act.span.text, act.modality
    ('ACCUSE', 'verbal_conf', 'accused', 'asserted')
    """
    check_article(article)
    for name, span in (("actor", actor), ("target", target)):
        check_span(article, span, name=name)
        if not span.text:
            raise ValueError(
                f"{name} is empty; give the words of a party, article.span(start, end)"
            )
    view = view_between(article, actor, target)
    scores = likelihoods(view, own_weights())
    root = max(scores, key=lambda name: scores[name])
    found = _spoken(view, root)
    first, end = (found.first, found.end) if found else _nearest_verb(view)
    span = _span(article, view, first, end, actor)
    quad, score = roots()[root]
    rule = found.entry if found else "weights"
    return Act(span, actor, target, root, quad, score, modality(view.words, first), rule)


def likelihoods(view: View, weights: Weights) -> dict[str, float]:
    """How likely each root is for a view, by a softmax over the weights of its features."""
    names = list(roots())
    totals = list(weights.get("bias", (0.0,) * len(names)))
    for feature, value in features(view).items():
        row = weights.get(feature)
        if row is not None:
            both = zip(totals, row, strict=True)
            totals = [total + weight * value for total, weight in both]
    top = max(totals)
    powers = [math.exp(total - top) for total in totals]
    whole = sum(powers)
    return {name: power / whole for name, power in zip(names, powers, strict=True)}


def read_weights(text: str, name: str) -> Weights:
    """Weights from a table with one column for each root."""
    rows = read_rows(text, name=name, required=("entry", *roots()))
    return {row["entry"]: tuple(float(row[root] or 0) for root in roots()) for row in rows}


@lru_cache(maxsize=1)
def own_weights() -> Weights:
    """The weights that ship with newslib, read once."""
    return read_weights(packaged("act_weights"), "act_weights.tsv")


def _spoken(view: View, root: str) -> Found | None:
    """The verb pattern that speaks for a root: between the two, else the nearest to either."""
    low, high = min(view.actor[1], view.target[1]), max(view.actor[0], view.target[0])
    of_root = [one for one in view.found if one.root == root]
    return min(
        of_root,
        key=lambda one: (
            not low <= one.first < high,
            min(abs(one.first - high), abs(one.first - low)),
            one,
        ),
        default=None,
    )


def _nearest_verb(view: View) -> tuple[int, int]:
    """The verb nearest behind the actor, else any verb, else the first word."""
    auxiliary = word_class("auxiliary")
    verbal = [i for i, tag in enumerate(view.tags) if tag.startswith("VB")]
    found = [i for i in verbal if view.words[i] not in auxiliary] or verbal
    behind = [i for i in found if i >= view.actor[1]] or found
    return (behind[0], behind[0] + 1) if behind else (0, 1)


def _span(article: Article, view: View, first: int, end: int, actor: Span) -> Span:
    """The words `first` up to `end`; the actor itself where there are no words at all."""
    if not view.words:
        return actor
    return divided(article).span(article.text, view.begins + first, view.begins + end)
