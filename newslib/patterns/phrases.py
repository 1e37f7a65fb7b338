"""Sentences as words with tags, and the noun phrase that begins or ends at a word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newslib.article import Article, Span, records
from newslib.lexicons import category_words
from newslib.patterns.forms import forms, word_class
from newslib.tagging import folded_tokens, tags
from newslib.tokens import divided

__all__ = [
    "POSSESSIVE",
    "Line",
    "folded_words",
    "is_party",
    "lines",
    "phrase_after",
    "phrase_before",
]

POSSESSIVE = ("'s", "'")
"""The endings of an owner, which are words of their own."""

_LONGEST = 14
"""How many words a noun phrase may have: it keeps the time linear."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as patterns see it: its words in lower case, and their tags, side by side.

    `written` are the words as they stand, `kinds` the letters of the kinds of tokens they are,
    `begins` the number of the first one in the article.
    """

    sentence: Span
    begins: int
    words: tuple[str, ...]
    tags: tuple[str, ...]
    written: list[str]
    kinds: str
    cased: bool

    def capital(self, i: int) -> bool:
        """Whether word `i` is written with a capital letter; False outside the sentence."""
        return 0 <= i < len(self.written) and self.written[i][:1].isupper()

    def span(self, article: Article, first: int, end: int) -> Span:
        """The span from word `first` up to word `end`."""
        return divided(article).span(article.text, self.begins + first, self.begins + end)


def lines(article: Article) -> tuple[Line, ...]:
    """The sentences of an article, each with its words in lower case and their tags.

    >>> from newslib import parse_article
    >>> [line.words for line in lines(parse_article("Talks failed. He left."))]
    [('talks', 'failed', '.'), ('he', 'left', '.')]
    """
    return article.remember(lines, _find_lines)


def _find_lines(article: Article) -> tuple[Line, ...]:
    text, words, all_tags = divided(article), folded_words(article), tags(article)
    at = text.places()
    known = map(_verbs_behind_modals, words, [all_tags[place] for place in at])
    begins, written = [place.start for place in at], [text.written[place] for place in at]
    kinds, cased = [text.kinds[place] for place in at], article.text != article.text.lower()
    columns = text.sentences, begins, words, list(known), written, kinds, [cased] * len(at)
    return tuple(records(Line, *columns))


def folded_words(article: Article) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence of an article, as `folded` gives them."""
    return article.remember(folded_words, _fold_words)


def _fold_words(article: Article) -> tuple[tuple[str, ...], ...]:
    words = folded_tokens(article)
    return tuple([words[place] for place in divided(article).places()])


def _verbs_behind_modals(words: tuple[str, ...], tags: tuple[str, ...]) -> tuple[str, ...]:
    """The tags, with a noun behind "will", "did not" or "they" taken for the verb it is there."""
    if "MD" not in tags and _BEFORE_VERB.isdisjoint(words):
        return tags
    known = list(tags)
    for i in [i for i, tag in enumerate(tags[1:], 1) if tag in _NOT_VERBS]:
        if tags[i - 1] != "MD" and words[i - 1] not in _BEFORE_VERB:
            continue
        k = i - 1 - (words[i - 1] in ("not", "n't", "never"))
        if k >= 0 and (tags[k] == "MD" or words[k] in ("do", "did", "does")):
            known[i] = "VB"
        elif (words[i - 1], tags[i]) in _FINITE:
            known[i] = _FINITE[words[i - 1], tags[i]]
    return tuple(known)


_NOT_VERBS = frozenset(("NN", "JJ", "NNS"))
"""The tags of what may be a verb where one is due."""

_FINITE = {("they", "NN"): "VBP", ("i", "NN"): "VBP", ("he", "NNS"): "VBZ", ("she", "NNS"): "VBZ"}
"""What a noun is right behind a subject it cannot belong to."""

_BEFORE_VERB = frozenset(("not", "n't", "never", "do", "did", "does", *(w for w, _ in _FINITE)))
"""The words behind which a noun may be a verb, besides those that are tagged as modals."""


def phrase_after(line: Line, i: int, limit: int | None = None) -> int | None:
    """Where the noun phrase that begins at word `i` ends; None where none begins there.

    With a `limit` it is read as if the sentence ended there.
    """
    limit = len(line.words) if limit is None else limit
    if i >= limit:
        return None
    word = line.words[i]
    if word in word_class("relative") and line.words[i + 1 : i + 2] in (("who",), ("that",)):
        return _clause_end(line, i + 2, limit)
    if word in word_class("pronoun") and not _possessive(line, i, limit):
        return i + 1
    end = _simple_phrase(line, i, limit)
    while end is not None:
        joined = _joined(line, i, end)
        more = _simple_phrase(line, joined, limit) if joined else None
        if more is None or more - i > _LONGEST:
            return end
        end = more
    return None


def phrase_before(line: Line, end: int) -> int | None:
    """Where the noun phrase that ends before word `end` begins; None where none ends there."""
    if end <= 0:
        return None
    if line.words[end - 1] in word_class("pronoun"):
        return end - 1
    for start in _beginnings(line, end):
        if phrase_after(line, start, end) == end and not (start and _goes_on(line, start)):
            return _behind_relative(line, start, end)
    return None


def _beginnings(line: Line, end: int) -> list[int]:
    """Where a noun phrase that ends before word `end` can begin: nothing between stops it."""
    earliest, nearest = max(0, end - _LONGEST), end - 1
    while nearest > earliest and _goes_through(line, nearest):
        nearest -= 1
    relative = word_class("relative")
    clauses = [i for i in range(earliest, nearest) if line.words[i] in relative]
    return [*clauses, *range(nearest, end)]


def _goes_through(line: Line, i: int) -> bool:
    """Whether a noun phrase from further left may hold word `i`."""
    if _role(line.words[i], line.tags[i], line.kinds[i], False) not in ("stop", "other"):
        return True
    joins = line.words[i] in _JOINING or line.words[i - 1] in _JOINING
    return joins or _name_goes_on(line, i)


_JOINING = ("and", "of", *POSSESSIVE)


def _possessive(line: Line, i: int, limit: int) -> bool:
    """Whether "her" belongs to a noun behind it."""
    return line.words[i] == "her" and i + 1 < limit and line.tags[i + 1][:2] in ("NN", "JJ")


def _behind_relative(line: Line, start: int, end: int) -> int:
    """Where the subject begins behind a noun it qualifies: "an offer [Calder made]"."""
    for i in range(end - 1, start, -1):
        name, before = line.capital(i), line.words[i - 1]
        noun = line.tags[i - 1].startswith("NN") and before.isalpha() and not line.capital(i - 1)
        if line.cased and name and noun and before not in _party_nouns():
            return i
    return start


def is_party(line: Line, first: int, end: int) -> bool:
    """Whether a noun phrase names somebody who can act.

    A pronoun, a name, a relative clause with "those who", or a phrase whose last noun is in
    `lexicons/party_nouns.tsv`. Text without capitals shows no names, so there a bare noun counts.
    What parties deal in, "Summit" or "Talks" in a headline, is none whatever its capital.
    """
    words = line.words[first:end]
    pronoun = len(words) == 1 and words[0] in word_class("pronoun") and words[0] != "it"
    if pronoun or words[0] in word_class("relative"):
        return True
    head = _head(line, first, end)
    if line.words[head] in _party_nouns():
        return True
    if line.words[head] in _matters():
        return False
    if line.cased:
        named = line.tags[head] == "NNP" if head == 0 else line.capital(head)
        return named and line.tags[head][:2] in ("NN", "JJ")
    return line.tags[head][:2] in ("NN", "JJ") and end - first <= 2


def _head(line: Line, first: int, end: int) -> int:
    """The word a noun phrase is about: its last one, or the one before "of"."""
    while end - first > 1 and line.words[end - 1] in (*POSSESSIVE, ")"):
        end -= 1
    inner = (i for i in range(first + 1, end) if line.words[i] == "of")
    return next(inner, end) - 1


_WITHIN = ("DT", "PRP$", "CD", "JJ", "JJR", "JJS", "VBN", "POS", "$")


def _simple_phrase(line: Line, i: int, limit: int) -> int | None:
    """The end of determiner, adjectives and nouns that begin at word `i`, brackets inside."""
    noun = None
    for k in range(i, min(limit, i + _LONGEST)):
        role = _role(line.words[k], line.tags[k], line.kinds[k], k == i)
        if role == "noun" or (role in _MAY_BE_NAME and k > i and _name_goes_on(line, k)):
            noun = k + 1
        elif role in ("stop", "other") or role == ("bracket" if noun is None else "before"):
            break
    if noun is not None and noun < limit and line.words[noun] == ")":
        return noun + 1 if "(" in line.words[i:noun] else noun
    return noun


_MAY_BE_NAME = ("other", "before", "within")


@lru_cache(maxsize=20_000)
def _role(word: str, tag: str, kind: str, first: bool) -> str:
    """What a word does to a noun phrase, which it is the `first` of or may go on with.

    A "noun" may end it, a "stop" or an "other" word never stands in it, what is "before" its
    nouns never behind one, a "bracket" never before one, and what is "within" anywhere.
    """
    if word in word_class("phrase_stop") or (not first and word in word_class("determiner")):
        return "stop"
    if kind == "p" and word != "'":
        return "bracket" if word in ("(", ")") else "stop"
    if tag.startswith("NN") and kind != "p":
        return "noun"
    if tag in ("VBN", "DT"):
        return "before"
    return "within" if tag in _WITHIN else "other"


def _name_goes_on(line: Line, i: int) -> bool:
    """Whether word `i` belongs to a name the tagger missed, such as a second capital."""
    known = line.cased and line.kinds[i] == "w"
    return known and line.capital(i) and line.capital(i - 1)


def _joined(line: Line, first: int, end: int) -> int | None:
    """Where a phrase goes on behind "and", or behind "of" before a name; None where it ends."""
    following = line.words[end] if end < len(line.words) else ""
    if following == "and":
        return end + 1
    if following == "of" and not line.capital(end - 1):
        place = end + 1 + (line.words[end + 1 : end + 2] == ("the",))
        return end + 1 if line.capital(place) or not line.cased else None
    if following in POSSESSIVE and end - first < _LONGEST:
        return end + 1
    return None


def _goes_on(line: Line, start: int) -> bool:
    """Whether a phrase that seems to begin at word `start`, not the first one, began before it."""
    word = line.words[start - 1]
    if word in ("of", "and"):
        return False
    return phrase_after(line, start - 1, start) is not None


def _clause_end(line: Line, i: int, limit: int) -> int:
    """Where the clause that goes on at word `i` ends: at a mark, at most `_LONGEST` words on."""
    end = i
    while end < min(limit, i + _LONGEST) and line.kinds[end] != "p":
        end += 1
    return end


@lru_cache(maxsize=1)
def _party_nouns() -> frozenset[str]:
    """Nouns for people, groups and offices that can act, with their plurals."""
    return frozenset(
        form for noun in category_words("party_nouns", "party") for form in forms(noun)
    )


@lru_cache(maxsize=1)
def _matters() -> frozenset[str]:
    """Nouns for what parties meet, quarrel and decide about, with their plurals."""
    return frozenset(form for noun in word_class("matter") for form in forms(noun))
