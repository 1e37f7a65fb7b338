"""The rules of disambiguation by their names, as the column `needs` of `hedges.tsv` calls them."""

from __future__ import annotations

from types import MappingProxyType

from newslib.hedging import clauses, modals, quantities
from newslib.hedging.view import Rule

__all__ = ["FINDERS", "RULES"]

_IN_TURN: tuple[Rule, ...] = (
    modals.modal,
    modals.chance,
    modals.tentative,
    modals.inference,
    modals.duty,
    modals.inverted,
    modals.infinitive,
    modals.obliged,
    clauses.seeming,
    clauses.looking,
    clauses.evidence_clause,
    clauses.first_person,
    clauses.first_person_be,
    clauses.it_clause,
    clauses.agentless,
    clauses.agentless_view,
    clauses.widely,
    clauses.attributive,
    clauses.likely,
    clauses.as_possible,
    clauses.odds,
    clauses.noun_clause,
    clauses.predicative,
    clauses.sentence_adverb,
    clauses.not_degree,
    clauses.condition,
    clauses.clause_follows,
    clauses.denial,
    clauses.no_noun,
    quantities.near_number,
    quantities.near_measure,
    quantities.after_number,
    quantities.degree,
    quantities.kind_of,
    quantities.extent,
    quantities.opinion_holder,
    quantities.bare_holder,
    quantities.certain_plural,
)

RULES = MappingProxyType({rule.__name__: rule for rule in _IN_TURN})
"""Every rule by its name."""

FINDERS = ("longest", "scare_quotes")
"""What can be ablated besides: longer cues win over their parts; quotation marks as distance."""
