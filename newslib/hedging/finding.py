"""Find hedges and their kin: what a lexicon lists, where a rule lets it stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count, pairwise
from typing import NamedTuple

from newslib.article import Article, check_article
from newslib.hedging.distance import scare_quotes
from newslib.hedging.rules import FINDERS, RULES
from newslib.hedging.scopes import is_negated, scope
from newslib.hedging.view import Cue, View, column, views
from newslib.lexicon import Entry, Hit, Lexicon, folded, load_lexicon
from newslib.patterns.rows import Row, row_of
from newslib.reading import parse_article
from newslib.tokens import divided

__all__ = ["CATEGORIES", "EVERY_RULE", "find_hedges", "find_with_rules"]

CATEGORIES = (
    "epistemic",
    "evidential",
    "approximator",
    "weasel",
    "conditional",
    "deontic",
    "booster",
    "negation",
)
"""The categories of newslib's own lexicon."""

EVERY_RULE = frozenset((*RULES, *FINDERS))
"""The names of all rules, for `find_with_rules`."""


def find_hedges(
    article: Article,
    *,
    categories: Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Hit, ...]:
    """Where the text holds back, insists, denies or keeps its distance: one `Hit` a cue.

    The categories stay apart: "epistemic" (may, perhaps, it seems), "evidential" (reportedly, is
    believed to, a scare quote), "approximator" (about 30, partly), "weasel" (some critics,
    various), "conditional" (if, unless), "deontic" (must, should), "booster" (clearly, of
    course) and "negation" (not, never). Give some as `categories` to have only those.

    A hit's `span` runs from the first to the last word of the cue; `scope` is what it softens,
    None where nothing is; `strength` (0–1) says how far it moves a statement; `negated` is True
    for "not likely"; `rule` names the test the words passed, "listed" where none was needed.
    Longer cues win over their parts. Cues come from `newslib/lexicons/hedges.tsv`, written after
    Hyland (2005), Quirk et al. (1985), Martin & White (2005) and Vincze et al. (2008).

    A `lexicon` of your own, from `read_lexicon`, takes the place of newslib's; its columns
    `forms` (other forms, "|" between), `needs` (a rule's name) and `scope` ("phrase", "before")
    are understood where it has them. Raises ValueError for a category or rule there is not, and
    TypeError where `categories` is one string or `lexicon` is none. Time is linear in the text.

    >>> from newslib import parse_article
    >>> article = parse_article("Some critics say about 30 envoys may not return in May.")
    >>> [(hit.span.text, hit.category, hit.rule) for hit in find_hedges(article)]
    [('Some critics', 'weasel', 'opinion_holder'), ('about', 'approximator', 'near_number'),
    ('may', 'epistemic', 'modal'), ('not', 'negation', 'denial')]
    >>> [hit.span.text for hit in find_hedges(article, categories=["epistemic"])]
    ['may']
    """
    check_article(article)
    if lexicon is not None and not isinstance(lexicon, Lexicon):
        raise TypeError(
            f"lexicon is a {type(lexicon).__name__}; give a Lexicon from read_lexicon(path)"
        )
    wanted = _wanted(categories, lexicon)
    if lexicon is None:
        found = article.remember(find_hedges, _find_with_every_rule)
    else:
        found = find_with_rules(article, lexicon, EVERY_RULE - {"scare_quotes"})
    return found if wanted is None else tuple(hit for hit in found if hit.category in wanted)


def _wanted(categories: Iterable[str] | None, lexicon: Lexicon | None) -> frozenset[str] | None:
    """The categories asked for; None for all."""
    if categories is None:
        return None
    if isinstance(categories, str):
        raise TypeError(f"categories is the string {categories!r}; give a list of categories")
    wanted = frozenset(categories)
    there = CATEGORIES if lexicon is None else sorted({entry.category for entry in lexicon.entries})
    unknown = sorted(wanted.difference(there))
    if unknown:
        raise ValueError(f"categories names {unknown[0]!r}; choose among {', '.join(there)}")
    return wanted


def _find_with_every_rule(article: Article) -> tuple[Hit, ...]:
    return find_with_rules(article, load_lexicon("hedges"), EVERY_RULE)


def find_with_rules(article: Article, lexicon: Lexicon, rules: Collection[str]) -> tuple[Hit, ...]:
    """What `find_hedges` finds with only some rules at work, to see what each is worth.

    >>> from newslib import parse_article
    >>> article = parse_article("The envoys return in May.")
    >>> hits = find_with_rules(article, load_lexicon("hedges"), EVERY_RULE - {"modal"})
    >>> [hit.span.text for hit in hits]
    ['May']
    """
    found = [
        _hit(view, cue)
        for view, cues in _passing(article, _prepared(lexicon), rules)
        for cue in _chosen(cues, longest="longest" in rules)
    ]
    if "scare_quotes" in rules:
        found.extend(scare_quotes(article))
    return tuple(sorted(found, key=lambda hit: (hit.span.start, hit.span.end, hit.category)))


def _hit(view: View, cue: Cue) -> Hit:
    """The record of a cue."""
    place = view.span(cue.first, cue.last + 1)
    rule = column(cue.entry, "needs") or "listed"
    negated = is_negated(view, cue)
    return Hit(place, cue.category, scope(view, cue), cue.entry.strength, negated, rule)


def _passing(
    article: Article, phrases: _Phrases, rules: Collection[str]
) -> list[tuple[View, list[Cue]]]:
    """The cues of each sentence that pass their rules, overlapping ones too."""
    every = views(article)
    found: dict[int, list[Cue]] = {}
    for number, first, last, form in _matches(row_of(article), phrases):
        passed = _cue(every[number], first, last, form, rules)
        if passed is not None:
            found.setdefault(number, []).append(passed)
    return [(every[number], cues) for number, cues in found.items()]


def _cue(view: View, first: int, last: int, form: _Form, rules: Collection[str]) -> Cue | None:
    """The cue that a form of an entry is in its place, by the rule it needs; None if none."""
    if form.tail:
        end = _last(view, last, form.tail)
        if end is None:
            return None
        last = end
    cue = Cue(first, last, form.entry, form.entry.category)
    return RULES[form.needs](view, cue) if form.needs in rules else cue


def _matches(row: Row, phrases: _Phrases) -> Iterator[tuple[int, int, int, _Form]]:
    """Every form that stands in a sentence: its number, first and last word, and the form.

    All words are looked up in one row, word by word, the longest of a place first.
    """
    words = row.words
    for first in compress(count(), map(phrases.sizes.__contains__, words)):
        by_second = phrases.sizes[words[first]]
        for size in by_second.get(words[first + 1]) or by_second[""]:
            for form in phrases.forms.get(words[first : first + size], ()):
                if not form.tail or form.tail in words[first + size + 1 : first + size + 4]:
                    number, place = row.sentence(first)
                    yield number, place, place + size - 1, form


def _last(view: View, place: int, tail: str) -> int | None:
    """Where the word behind a gap stands, of one word to three, after a place; None if nowhere."""
    ahead = view.words[place + 2 : place + 5]
    return place + 2 + ahead.index(tail) if tail in ahead else None


def _chosen(cues: list[Cue], *, longest: bool) -> list[Cue]:
    """The longest cues, from the left; one span in several categories gives each of them."""
    if all(cue.last < other.first for cue, other in pairwise(cues)):
        return cues
    ranked = sorted(cues, key=lambda cue: (cue.first - cue.last, cue.first, cue.category))
    chosen: dict[tuple[int, int, str], Cue] = {}
    holder: dict[int, Cue] = {}
    for cue in ranked:
        inside = [holder[token] for token in range(cue.first, cue.last + 1) if token in holder]
        free = all((other.first, other.last) == (cue.first, cue.last) for other in inside)
        if free or not longest or all(_holds_denial(other, cue) for other in inside):
            chosen.setdefault((cue.first, cue.last, cue.category), cue)
            holder.update(dict.fromkeys(range(cue.first, cue.last + 1), cue))
    return list(chosen.values())


def _holds_denial(cue: Cue, denial: Cue) -> bool:
    """Whether a negation stands inside a first-person cue: "I do not think" has two hits."""
    inside = cue.first < denial.first and denial.last < cue.last
    return denial.category == "negation" and inside and " " not in cue.entry.entry


class _Form(NamedTuple):
    """An entry in one of its forms: what follows a gap, and the rule that must let it stand."""

    entry: Entry
    tail: str
    needs: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The forms of a lexicon's entries by their words.

    `sizes` says how many words those have that begin with a word and go on with another one, the
    longest first; under "" it has those of one word, which anything may follow.
    """

    forms: dict[tuple[str, ...], list[_Form]]
    sizes: dict[str, dict[str, tuple[int, ...]]]


@lru_cache(maxsize=8)
def _prepared(lexicon: Lexicon) -> _Phrases:
    """The entries of a lexicon in every form, their words divided as the text's words are."""
    forms: dict[tuple[str, ...], list[_Form]] = {}
    for one in (one for entry in lexicon.entries for one in _forms(entry)):
        words = tuple(folded(one.entry).split())
        form = _Form(one, column(one, "tail"), column(one, "needs"))
        forms.setdefault(words, []).append(form)
    sizes: dict[str, dict[str, tuple[int, ...]]] = {}
    for words in filter(None, forms):
        by_second = sizes.setdefault(words[0], {"": (1,) if words[:1] in forms else ()})
        known = {len(words), *by_second.get(words[1], by_second[""])} if words[1:] else ()
        by_second.update({words[1]: tuple(sorted(known, reverse=True))} if known else {})
    return _Phrases(forms, sizes)


def _forms(entry: Entry) -> Iterator[Entry]:
    """An entry once for each of its forms; what follows a gap goes into the column `tail`."""
    more = dict(entry.more)
    needs = more.get("needs", "")
    if needs and needs not in RULES:
        raise ValueError(
            f"{entry.entry!r} needs {needs!r}; choose one of the rules {', '.join(RULES)}"
        )
    for form in dict.fromkeys((entry.entry, *more.get("forms", "").split("|"))):
        head, _, tail = form.partition("…")
        if head.strip():
            words = " ".join(divided(parse_article(head.strip())).written)
            columns = (*entry.more, ("tail", tail.strip()))
            yield Entry(words, entry.category, entry.strength, more=columns)
