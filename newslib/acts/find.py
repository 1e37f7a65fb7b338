"""Find the acts a text states: verb patterns with a party before or behind them."""

from __future__ import annotations

from itertools import groupby

from newslib.acts.between import likelihoods, own_weights
from newslib.acts.modality import modality
from newslib.acts.parties import Parties, parties_of
from newslib.acts.roots import Act, roots
from newslib.acts.view import Found, find_verbs, view_between
from newslib.article import Article, Span
from newslib.patterns import Line, lines

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
    return article.remember(find_acts, _find)


def _find(article: Article) -> tuple[Act, ...]:
    return tuple(act for line in lines(article) for act in _in_line(article, line))


def _in_line(article: Article, line: Line) -> list[Act]:
    """The acts of one sentence; of verb patterns inside one another's reach the first stands."""
    acts: list[Act] = []
    free = 0
    for (first, end), group in groupby(find_verbs(line), key=lambda one: (one.first, one.end)):
        if first < free or not _is_verb(line, first, end):
            continue
        parties = parties_of(line, first, end)
        if parties.actor is None and not parties.targets:
            continue
        acts += _acts(article, line, list(group), parties)
        free = end
    return acts


def _is_verb(line: Line, first: int, end: int) -> bool:
    """Whether a cue begins with a verb, or with "ready", "open" and the like behind a "be"."""
    tag = line.tags[first]
    if tag in ("VBN", "VBG") and first and line.tags[first - 1] in ("DT", "PRP$", "JJ"):
        return False
    behind_to = first > 0 and line.words[first - 1] == "to" and tag in ("NN", "VB")
    return tag.startswith("VB") or tag == "MD" or behind_to or end - first > 2


def _acts(article: Article, line: Line, group: list[Found], parties: Parties) -> list[Act]:
    """One act for each target, or one without any."""
    first, end = group[0].first, group[0].end
    span = line.span(article, first, end)
    actor = line.span(article, *parties.actor) if parties.actor else None
    targets: list[Span | None] = [line.span(article, *target) for target in parties.targets]
    manner = modality(line.words, first)
    acts = []
    for target in targets or [None]:
        found = _chosen(article, group, actor, target)
        quad, score = roots()[found.root]
        acts.append(Act(span, actor, target, found.root, quad, score, manner, found.entry))
    return acts


def _chosen(
    article: Article, group: list[Found], actor: Span | None, target: Span | None
) -> Found:
    """The pattern whose root is likeliest between the two; the first where one of them lacks."""
    if len(group) == 1 or actor is None or target is None:
        return group[0]
    scores = likelihoods(view_between(article, actor, target), own_weights())
    return max(group, key=lambda one: (scores[one.root], one.size))
