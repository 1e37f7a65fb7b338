"""Rules for auxiliaries: when may, could, would, must and their kin are hedges or duties."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from newslib.hedging.view import BE, NOT, WINDOW, Cue, View, contexts, reporting_forms

__all__ = ["chance", "duty", "inference", "infinitive", "inverted", "modal", "obliged", "tentative"]


def modal(view: View, cue: Cue) -> Cue | None:
    """May, might: lower-case in mid-sentence, no noun, month or name, with a verb to come."""
    capital = view.written(cue.first)[:1].isupper()
    headline = view.written(cue.first).isupper()
    if capital and not headline and (cue.first > 0 or view.word(cue.first) == "may"):
        return None
    if view.word(cue.first - 1) in contexts("before_name") or view.is_number(cue.last + 1):
        return None
    following = view.after_adverbs(cue.last + 1)
    if view.tag(following) in {"IN", "DT", "POS", "VBZ", "VBD"} and view.tag(cue.last + 1) != "RB":
        return cue if cue.first == 0 and view.tag(following) == "DT" else None
    return cue


def chance(view: View, cue: Cue) -> Cue | None:
    """Could: a chance, neither denied ("could not") nor the power to see, hear or recall."""
    if modal(view, cue) is None or view.word(cue.last + 1) in NOT:
        return None
    following = view.after_adverbs(cue.last + 1)
    ability = view.word(following) in contexts("perception") or view.word(cue.last + 1) == "only"
    purpose = "so" in view.before(cue.first, 3)
    return None if ability or purpose else cue


def tentative(view: View, cue: Cue) -> Cue | None:
    """Would: tentative or hypothetical, not the future of a reported past, not a refusal."""
    following = view.after_adverbs(cue.last + 1)
    denied = view.word(cue.last + 1) in NOT
    refusal = denied and view.word(following) in contexts("withholding")
    rather = view.word(cue.last + 1 + denied) == "rather"
    habit = view.word(cue.last + 1) in {"often", "sometimes", "always", "regularly"}
    if refusal or rather or habit or not view.word(cue.last + 1):
        return None
    return None if _is_reported(view, cue.first) else cue


def _is_reported(view: View, place: int) -> bool:
    """Whether a past reporting verb governs a place: before it, or behind a last comma."""
    quoted = _quotation(view, place)
    near = range(max(place - WINDOW, 0), min(place + WINDOW, len(view.words)))
    every = _reporting_words()
    reporting = [i for i in near if view.words[i] in every and _is_past_report(view, i)]
    if any(other < place and _quotation(view, other) == quoted for other in reporting):
        return True
    return not quoted and any(_is_tag_clause(view, place, other) for other in reporting)


@lru_cache(maxsize=1)
def _reporting_words() -> frozenset[str]:
    return reporting_forms() | reporting_forms("noun")


def _is_past_report(view: View, place: int) -> bool:
    """Whether a past reporting verb stands here, "saying" behind a past, or "a vow that"."""
    word, tag = view.words[place], view.tags[place]
    if view.word(place + 1) == "that" and word in reporting_forms("noun"):
        return True
    told = tag in {"VBD", "VBN"} or (
        tag == "VBG" and "VBD" in view.tags[max(place - WINDOW, 0) : place]
    )
    return told and word in reporting_forms()


def _is_tag_clause(view: View, place: int, verb: int) -> bool:
    """Whether a reporting verb behind a place belongs to ", Marsh said" at the end."""
    start = next((i for i in range(verb, place, -1) if view.word(i) == ","), None)
    return start is not None and verb - start <= 6 and verb + 4 >= len(view.words) - 1


def _quotation(view: View, place: int) -> int:
    """Where the quotation of more than three words around a token opens; 0 for none."""
    _, found, starts, ends = view.whole
    character = found.starts[view.begins + place]
    near = bisect_right(starts, character) - 1
    return starts[near] + 1 if near >= 0 and character < ends[near] else 0


def inference(view: View, cue: Cue) -> Cue | None:
    """Must have with a participle: a guess about the past."""
    following = view.after_adverbs(cue.last + 1)
    return cue if view.tag(following) in {"VBN", "VBD"} or view.word(following) == "been" else None


def duty(view: View, cue: Cue) -> Cue | None:
    """Must, should: a modal of duty, no noun ("a must"), no inversion for "if"."""
    if view.word(cue.first - 1) in {"a", "an", "the"} or view.word(cue.first + 1) in {"", ".", ","}:
        return None
    return None if inverted(view, cue) and view.word(cue.first) == "should" else cue


def inverted(view: View, cue: Cue) -> Cue | None:
    """Should, were, had at the head of a sentence that is no question: a condition."""
    following = view.words[cue.last : cue.last + WINDOW]
    if "?" in following or view.tag(cue.first - 1).startswith("W"):
        return None
    if view.word(cue.first) == "should" and view.tag(cue.first + 1) == "PRP":
        return cue
    subject = view.tag(cue.first + 1) in {"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "EX"}
    return cue if cue.first == 0 and subject and "," in following else None


def infinitive(view: View, cue: Cue) -> Cue | None:
    """Have to, need to: with a verb to come; "have to the king" is possession."""
    following = view.after_adverbs(cue.last + 1)
    noun = view.tag(cue.first - 1) in {"DT", "PRP$", "JJ"} or view.word(cue.first - 1) == "no"
    object_follows = view.tag(following) in {"DT", "PRP", "PRP$", "NNP", "CD", "IN", ",", "."}
    finite = view.tag(cue.first - 1) in {"PRP", "NNP", "NNPS", "WP", "RB"}
    passive = view.word(cue.first) == "needed" and not finite
    to_do_with = view.word(following) == "do" and view.word(following + 1) == "with"
    to_offer = view.word(following) == "offer" and not view.word(following + 1)[:1].isalnum()
    nothing = following >= len(view.words) or to_do_with or to_offer or _came_to(view, cue)
    return None if noun or object_follows or passive or nothing else cue


def _came_to(view: View, cue: Cue) -> bool:
    """Whether "got to" is no duty: "I got to know him"."""
    owed = view.word(cue.first - 1) in {"'ve", "'s", "have", "has", "you", "we", "they"}
    came = view.word(cue.last + 1) in {"know", "see", "meet"}
    return view.word(cue.first) == "got" and (came or not owed)


def obliged(view: View, cue: Cue) -> Cue | None:
    """Required to, supposed to: behind a form of "be"."""
    return cue if view.word(view.after_adverbs(cue.first - 1, -1)) in BE else None
