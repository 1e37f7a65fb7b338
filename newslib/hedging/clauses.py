"""Rules for verbs and predicates: what a clause, a first person or a missing agent decides."""

from __future__ import annotations

from newslib.hedging.view import BE, NOT, WINDOW, Cue, View, contexts, reporting_forms

__all__ = [
    "agentless",
    "agentless_view",
    "as_possible",
    "attributive",
    "clause_follows",
    "condition",
    "denial",
    "evidence_clause",
    "first_person",
    "first_person_be",
    "is_reporting",
    "it_clause",
    "likely",
    "looking",
    "no_noun",
    "not_degree",
    "noun_clause",
    "odds",
    "predicative",
    "seeming",
    "sentence_adverb",
    "widely",
]

# What stands beside a cue tells what it is: tags of nouns, of what an adjective and an adverb stand
# before, of what stands before an adjective; and auxiliaries, which part a subject from its verb.
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_QUALIFIED = _NOUNS | {"JJ", "VBG", "VBN"}
_MODIFIED = _NOUNS | {"JJ", "RB", "JJR"}
_BEFORE_ATTRIBUTE = frozenset(("DT", "PRP$", "IN", "JJ", "POS", "VB", "VBD", "VBZ", "VBP", "VBG"))
_AUXILIARIES = frozenset(("do", "did", "have", "had", "'ve", "'d", "would", "can", "could", "must"))
_BEFORE_VERB = _AUXILIARIES | BE | {"has", "to"}
_BEFORE_REPORTING = _AUXILIARIES | {"has", "will", "may"}


def seeming(view: View, cue: Cue) -> Cue | None:
    """Seem always; appear with an infinitive, a clause or an adjective, not with a place."""
    if view.word(cue.first).startswith("seem"):
        unable = {"ca", "can", "could"} & {*view.before(cue.first, 3)}
        return None if unable and view.word(cue.first - 1) in NOT else cue
    following = view.after_adverbs(cue.last + 1)
    if view.word(following) == "to":
        return cue if view.tag(following + 1) in {"VB", "VBP", "RB"} else None
    if view.word(following) in {"that", "as", "like"}:
        return cue if view.word(following) != "as" or view.word(following + 1) != "a" else None
    return cue if view.tag(following) in {"JJ", "JJR", "VBN"} else None


def looking(view: View, cue: Cue) -> Cue | None:
    """Look like, sound as if: a verb with its comparison, no noun "look"."""
    noun = view.tag(cue.first - 1) in {"DT", "JJ", "PRP$"}
    following = view.word(cue.last + 1)
    alike = view.tag(cue.last + 1) == "IN" or following in {"me", "us", "you", "him", "her", "them"}
    return None if noun or alike or not any(c.isalnum() for c in following) else cue


def evidence_clause(view: View, cue: Cue) -> Cue | None:
    """Suggest, indicate, prove: with a clause, and a subject that is no person."""
    return None if _has_person(view, cue.first) or not _clause(view, cue.last + 1) else cue


def _clause(view: View, place: int) -> bool:
    """Whether a clause with or without "that" begins here, and something is there at all."""
    return bool(view.word(place)) and view.word(place) != "," and view.starts_clause(place)


def _has_person(view: View, verb: int) -> bool:
    """Whether the subject just before a verb is a person: a name, a pronoun, a holder of views."""
    place = view.after_adverbs(verb - 1, -1)
    if view.word(place) == "," and view.is_finite(verb):
        return "NNP" in view.tags[max(place - WINDOW, 0) : place]
    while view.word(place) in _BEFORE_VERB or view.is_adverb(place):
        place -= 1
    word = view.word(place)
    holder = word in contexts("opinion_holder") or word in contexts("crowd")
    return (
        holder or view.tag(place) == "NNP" or word in {"he", "she", "they", "we", "i", "you", "who"}
    )


def first_person(view: View, cue: Cue) -> Cue | None:
    """I think, we believe: the pronoun is in the cue, and a clause follows, no plain object."""
    if view.tag(cue.first) in {"NN", "NNS"} and view.tag(cue.first - 1) in {"DT", "JJ", "PRP$"}:
        return None
    place = cue.first - 1
    while cue.first - place <= 4 and (
        view.is_adverb(place) or view.word(place) in _AUXILIARIES or view.word(place) == "also"
    ):
        place -= 1
    if view.word(place) not in {"i", "we"}:
        return None
    denied = any(word in NOT for word in view.words[place : cue.first])
    if (cue.category != "epistemic" and denied) or view.word(place - 1) in {"what", "how", "as"}:
        return None
    stops = view.word(cue.last + 1) in {",", ".", "?", "!", ""}
    aside = stops and view.word(cue.last) in contexts("aside")
    fits = aside or _clause(view, cue.last + 1) or view.word(cue.last) == "doubt"
    return cue.widened(place) if fits else None


def first_person_be(view: View, cue: Cue) -> Cue | None:
    """I am sure, we're confident: the pronoun is in the cue."""
    place = view.after_adverbs(cue.first - 1, -1)
    if view.word(place) not in BE or view.word(place - 1) not in {"i", "we"}:
        return None
    if NOT & {*view.words[place : cue.first]}:
        return None
    return cue.widened(place - 1)


def it_clause(view: View, cue: Cue) -> Cue | None:
    """It is said, it is clear: with a clause to come, not with a noun or a plain infinitive."""
    following = view.word(cue.last + 1)
    if following == "to" or (following == "for" and cue.category == "deontic"):
        return cue if cue.category == "deontic" else None
    if following in {",", "."}:
        return cue if cue.category in {"evidential", "epistemic"} else None
    opens = {"how", "why", "what", "whether", "who", "where", "when", "if", "by", "from"}
    if cue.entry.entry.endswith(("like", "time")):
        return cue
    return cue if following in opens or _clause(view, cue.last + 1) else None


def agentless(view: View, cue: Cue) -> Cue | None:
    """Is believed to: a passive nobody signs, with its form of "be", before an infinitive."""
    if view.tag(cue.last + 1) in {"DT", "PRP", "PRP$", "NNP", "CD"}:
        return None
    place = _passive(view, cue.first)
    if place is not None:
        return cue.widened(place)
    return cue if view.word(cue.last + 1) in {"be", "have"} else None


def _passive(view: View, participle: int) -> int | None:
    """Where the form of "be" before a participle stands; None where there is none."""
    place = view.after_adverbs(participle - 1, -1)
    if view.word(place) not in BE or participle - place > 3:
        return None
    behind_have = view.word(place) == "been" and view.word(place - 1) in {"has", "have", "had"}
    return place - 1 if behind_have else place


def agentless_view(view: View, cue: Cue) -> Cue | None:
    """Is considered, is regarded as: a passive without "by" and without "for"."""
    place = _passive(view, cue.first)
    following = view.word(cue.last + 1)
    weighed = view.word(view.after_adverbs(cue.first - 1, -1)) == "being"
    if (
        place is None
        or view.word(place) == "be"
        or weighed
        or following in {"by", "for", ",", ".", ""}
    ):
        return None
    return None if "by" in view.words[cue.last + 1 : cue.last + 5] else cue.widened(place)


def widely(view: View, cue: Cue) -> Cue | None:
    """Widely known as, often called: the adverb hides who does it, and is in the cue."""
    place = _passive(view, cue.first)
    active = place is None and view.tag(cue.last + 1) in {"DT", "PRP", "PRP$", "NNP"}
    if view.word(cue.first - 1) not in contexts("common_view") or active:
        return None
    return cue.widened(cue.first - 1 if place is None else place)


def attributive(view: View, cue: Cue) -> Cue | None:
    """Alleged, apparent, potential: before a noun, not a verb with its subject."""
    if view.tag(cue.last + 1) not in _QUALIFIED:
        return None
    ends_in_ed = view.word(cue.first).endswith("ed")
    before = view.tag(cue.first - 1)
    return None if ends_in_ed and before and before not in _BEFORE_ATTRIBUTE else cue


def likely(view: View, cue: Cue) -> Cue | None:
    """Likely, but for the pollster's "likely voters"."""
    return None if view.word(cue.last + 1).startswith(("voter", "caucus", "elector")) else cue


def as_possible(view: View, cue: Cue) -> Cue | None:
    """Possible, but for "as soon as possible" and "the best possible"."""
    fixed = view.word(cue.first - 1) in {"as", "every", "if", "where", "whenever", "wherever"}
    return None if fixed or view.tag(cue.first - 1) in {"JJS", "RBS"} else cue


def odds(view: View, cue: Cue) -> Cue | None:
    """Chance of, odds that: with what may happen, and not a chance to do something."""
    return cue if view.word(cue.last + 1) in {"of", "that", "are"} else None


def noun_clause(view: View, cue: Cue) -> Cue | None:
    """Assumption, hypothesis: with what is assumed."""
    return cue if view.word(cue.last + 1) in {"that", "of", "is"} else None


def predicative(view: View, cue: Cue) -> Cue | None:
    """Certain behind "be", not before a noun."""
    before = view.word(view.after_adverbs(cue.first - 1, -1))
    verb = before in BE or before.startswith(("seem", "look", "appear", "becom", "feel"))
    return cue if verb and view.tag(cue.last + 1) not in _NOUNS else None


def sentence_adverb(view: View, cue: Cue) -> Cue | None:
    """Clearly as a comment on the sentence, not the manner of a verb of speaking."""
    ends = view.tag(cue.last + 1) in {"", ".", ",", "CC", "IN", "TO"}
    manner = view.word(cue.first - 1) in contexts("speaking") and ends
    return None if manner or view.word(cue.first - 1) in {"very", "more", "so", "too"} else cue


def not_degree(view: View, cue: Cue) -> Cue | None:
    """Really, for certain: not the degree of an adjective, not before a noun."""
    return None if view.tag(cue.last + 1) in _MODIFIED else cue


def condition(view: View, cue: Cue) -> Cue | None:
    """If that makes a condition: not "as if", "ask if", "a big if", "if not dozens"."""
    before, following = view.word(cue.first - 1), view.word(cue.last + 1)
    whether = any(view.word(cue.first - step) in contexts("asking") for step in (1, 2, 3))
    asked = any(word.startswith(("ask", "wonder")) for word in view.before(cue.first, 9))
    clear_of_it = "," in view.before(cue.first, 3) or before == "even"
    if before in {"as", "a", "big"}:
        return None
    if (
        following in {"not", "any", "anyone", "anything", "ever"}
        and view.word(cue.last + 2) != "for"
    ):
        return None
    concedes = view.word(cue.last + 2) == "," == before and view.tag(cue.last + 1)[:2] == "JJ"
    if concedes and following not in {"necessary", "possible", "true"}:
        return None
    return None if (whether or asked) and not clear_of_it else cue


def clause_follows(view: View, cue: Cue) -> Cue | None:
    """Provided, as long as: with a clause to come, and no measure before."""
    measured = view.word(view.after_adverbs(cue.first - 1, -1)) in BE
    return cue if not measured and _clause(view, cue.last + 1) else None


def denial(view: View, cue: Cue) -> Cue | None:
    """Not and its kin, but for "not only", "not to mention", "or not", "why not"."""
    before, following = view.word(cue.first - 1), view.word(cue.last + 1)
    adds = following in {"only", "just", "merely", "simply", "least"}
    other = following in {"other", "but"} and view.word(cue.last) in {"none", "nothing"}
    to_mention = view.words[cue.last + 1 : cue.last + 3] == ("to", "mention")
    fixed = before in {"or", "why", "whether"} or to_mention
    return None if (adds and view.word(cue.last) == "not") or other or fixed else cue


def no_noun(view: View, cue: Cue) -> Cue | None:
    """No, but for "No. 10", "no matter" and a row of answers."""
    following = view.word(cue.last + 1)
    figure = view.is_number(cue.last + 1) or (following == "." and view.is_number(cue.last + 2))
    return None if figure or following in {"matter", "wonder"} else cue


def is_reporting(view: View, place: int) -> bool:
    """Whether a reporting verb stands at a place, behind auxiliaries and adverbs."""
    first = place
    while view.is_adverb(place) or view.word(place) in _BEFORE_REPORTING:
        place += 1
    behind_have = view.word(first) in {"have", "has", "had", "'ve"}
    finite = view.tag(place) in {"VB", "VBP", "VBZ", "VBD"} or behind_have
    return view.word(place) in reporting_forms() and finite
