"""Find the acts a text states: verb patterns with a party before or behind them."""

from __future__ import annotations

from itertools import groupby

from newslib.acts.between import likelihoods, own_weights
from newslib.acts.modality import modality
from newslib.acts.parties import Place, parties_of
from newslib.acts.roots import Act, roots
from newslib.acts.view import Found, every_verb, longest, view_in
from newslib.article import Article, check_article
from newslib.patterns import Line

__all__ = ["find_acts"]


def find_acts(article: Article) -> tuple[Act, ...]:
    """Who does what to whom, as far as the text states it with a verb.

    A verb pattern of `lexicons/acts.tsv` counts where a party stands as its subject or object;
    the passive turns the two round. An act upon several targets is one record for each. Where
    the list gives a verb several roots, the weights of `act_between` choose among them. Modality
    is asserted, negated, future or hypothetical; who says so is the voice of the place.

    Any text gives a tuple of `Act` records in text order. Time is linear in the text.

    >>> from newslib import parse_article
    >>> for act in find_acts(parse_article("Estmark will veto the plan of Calder.")):
    ...     print(act.actor.text, act.span.text, act.act, act.modality)
    Estmark veto REJECT future
    """
    check_article(article)
    return article.remember(find_acts, _find)


def _find(article: Article) -> tuple[Act, ...]:
    found = every_verb(article)
    return tuple([act for line, every in found for act in _in_line(article, line, every)])


def _in_line(article: Article, line: Line, overlapping: list[Found]) -> list[Act]:
    """The acts of one sentence, each of its verb patterns with its parties."""
    begun = longest([one for one in overlapping if _is_verb(line, one.first)])
    acts: list[Act] = []
    for (first, end), group in groupby(begun, key=lambda one: (one.first, one.end)):
        here = list(group)
        parties = parties_of(line, first, end)
        for target in parties.targets or ((None,) if parties.actor else ()):
            found = _chosen(line, overlapping, here, parties.actor, target)
            acts.append(_act(article, line, found, parties.actor, target))
    return acts


def _is_verb(line: Line, first: int) -> bool:
    """Whether a cue begins with a verb that is neither an attribute nor a gerund."""
    tag = line.tags[first]
    if tag in ("VBN", "VBG") and first and line.tags[first - 1] in ("DT", "PRP$", "JJ"):
        return False
    if tag == "VBG" and first and line.tags[first - 1] == "IN" and line.words[first - 1] != "of":
        return False
    behind_to = first > 0 and line.words[first - 1] == "to" and tag in ("NN", "VB")
    return tag.startswith("VB") or tag == "MD" or behind_to


def _act(
    article: Article, line: Line, found: Found, actor: Place | None, target: Place | None
) -> Act:
    """The record of one act."""
    quad, score = roots()[found.root]
    return Act(
        line.span(article, found.first, found.end),
        line.span(article, *actor) if actor else None,
        line.span(article, *target) if target else None,
        found.root,
        quad,
        score,
        modality(line.words, found.first),
        found.entry,
    )


def _chosen(
    line: Line,
    overlapping: list[Found],
    here: list[Found],
    actor: Place | None,
    target: Place | None,
) -> Found:
    """The pattern whose root is likeliest between the two; the first where one of them lacks."""
    if len(here) == 1 or actor is None or target is None:
        return here[0]
    view = view_in(line, longest(overlapping), actor, target)
    scores = likelihoods(view, own_weights())
    return max(here, key=lambda one: (scores[one.root], one.size))
