"""What the rules for numbers, grades and crowds let stand: pairs of sentences, a word apart."""

from __future__ import annotations

import pytest

from newslib import find_hedges, parse_article

APPROXIMATOR, WEASEL = "approximator", "weasel"

Found = list[tuple[str, str]]


def found(text: str, rule: str) -> Found:
    """The words and the category of every hit that a rule let stand."""
    hits = find_hedges(parse_article(text))
    return [(hit.span.text, hit.category) for hit in hits if hit.rule == rule]


def wanted(words: str, category: str) -> Found:
    """One hit, or none where no words are given."""
    return [(words, category)] if words else []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 30 boats sank.", "About"),
        ("About thirty boats sank.", "About"),
        ("The song is about boats.", ""),
        ("The guards waited around 30 minutes.", "around"),
        ("The guards waited around the harbour.", ""),
        ("Some 30 boats sank.", "Some"),
        ("Some thirty boats sank.", "Some"),
        ("Some boats sank.", ""),
        ("It cost about $30.", "about"),
        ("The song is about 1848.", ""),
        ("The song is about 1914.", ""),
        ("The song is about 2014.", ""),
        ("It weighs about 1714 pounds.", "about"),
        ("It weighs about 2114 pounds.", "about"),
        ("It weighs about 190 pounds.", "about"),
        ("It weighs about 19000 pounds.", "about"),
        ("It weighs about 1,900 pounds.", "about"),
        ("It weighs some 1700 pounds.", "some"),
        ("It began about half an hour ago.", "about"),
        ("It began around noon.", "around"),
        ("It began around midnight.", "around"),
        ("It began around dawn.", ""),
        ("It began about a year ago.", "about"),
        ("It began about an hour ago.", "about"),
        ("It began about a dozen miles away.", "about"),
        ("It is about a boat.", ""),
        ("It is about an envoy.", ""),
        ("It is about the year.", ""),
        ("The guards talked about 30 boats.", ""),
        ("The guards sank about 30 boats.", "about"),
        ("The guards talked about a year at sea.", ""),
        ("The guards spent about a year at sea.", "about"),
        ("The guards complained about half the boats.", ""),
        ("The guards sank about half the boats.", "about"),
        ("It is about the same size.", "about"),
        ("They left at about the same time.", "about"),
        ("It has about the same number of boats.", "about"),
        ("It costs about the same amount.", "about"),
        ("It costs about the same thing.", ""),
        ("It began about the same year.", "about"),
        ("It is about the same boat.", ""),
        ("It is about the new size.", ""),
        ("The song is about a same-day trip.", ""),
    ],
)
def test_near_number(text: str, words: str) -> None:
    assert found(text, "near_number") == wanted(words, APPROXIMATOR)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roughly 30 boats sank.", "Roughly"),
        ("Roughly thirty boats sank.", "Roughly"),
        ("The guards roughly searched him.", ""),
        ("Roughly half of the boats sank.", "Roughly"),
        ("It is roughly twice as long.", "roughly"),
        ("It lies roughly between Torrin and the lake.", "roughly"),
        ("The two are roughly equal.", "roughly"),
        ("It is roughly equivalent to a mile.", "roughly"),
        ("At least one boat sank.", "At least"),
        ("At least, the boats are safe.", ""),
        ("At least Marsh is safe.", ""),
        ("It lasts at least a year.", "at least"),
        ("It lasts at least an hour.", "at least"),
        ("It was at least a start.", ""),
        ("It was at least an answer.", ""),
        ("It is roughly the same.", "roughly"),
        ("It is roughly the shape of a boat.", ""),
        ("Up to 30 boats sank.", "Up to"),
        ("The path leads up to the house.", ""),
        ("It cost close to $30.", "close to"),
        ("It stands close to the house.", ""),
        ("It lasted well over an hour.", "well over"),
        ("It lasted just under a year.", "just under"),
        ("It lies just under the roof.", ""),
        ("It lasted just over two years.", "just over"),
        ("It hangs just over a door.", ""),
        ("It lasts at most three days.", "at most"),
    ],
)
def test_near_measure(text: str, words: str) -> None:
    assert found(text, "near_measure") == wanted(words, APPROXIMATOR)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thirty or so boats sank.", "or so"),
        ("It lasted 30 days or so.", "or so"),
        ("It lies one mile or so away.", "or so"),
        ("It lasted 30 long days or so.", "or so"),
        ("It lasted 30 long cold grey days or so.", ""),
        ("It is true, or so Marsh said.", ""),
        ("Two ran away, or so Marsh said.", ""),
        ("It lasted a year or so.", "or so"),
        ("It lasted an hour or so.", "or so"),
        ("It fell in the last year or so.", "or so"),
        ("It fell over the past decade or so.", "or so"),
        ("It was a boat or so Marsh said.", ""),
        ("It lasted a month or more.", "or more"),
        ("It was love or more.", ""),
        ("It takes 30 boats or more.", "or more"),
        ("It takes 30 boats or less.", "or less"),
    ],
)
def test_after_number(text: str, words: str) -> None:
    assert found(text, "after_number") == wanted(words, APPROXIMATOR)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lake is rather cold.", "rather"),
        ("The lake froze rather quickly.", "rather"),
        ("The minister is quite tired.", "quite"),
        ("The lake is slightly colder.", "slightly"),
        ("The minister seemed rather shaken.", "rather"),
        ("The minister walked rather than rode.", ""),
        ("The minister would rather walk.", ""),
        ("The minister would rather quickly leave.", ""),
        ("He'd rather quickly leave.", ""),
        ("The lake is quite the sight.", ""),
        ("The lake is quite a sight.", ""),
        ("It is wet, or rather cold.", ""),
        ("It was not small but rather large.", ""),
        ("It was small and rather old.", "rather"),
        ("The deal is fairly good.", "fairly"),
        ("The deal treats them fairly.", ""),
        ("A pretty house burned.", ""),
        ("The lake is pretty cold.", "pretty"),
        ("The lake is relatively deep.", "relatively"),
        ("The lake is not quite cold.", ""),
        ("The lake isn't pretty deep.", ""),
        ("He isn't slightly tired.", ""),
        ("He is a little tired.", "a little"),
        ("He is a bit tired.", "a bit"),
        ("He ate a little bread.", ""),
    ],
)
def test_degree(text: str, words: str) -> None:
    assert found(text, "degree") == wanted(words, APPROXIMATOR)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The minister kind of smiled.", "kind_of", "kind of"),
        ("The minister sort of smiled.", "kind_of", "sort of"),
        ("It was a kind of boat.", "kind_of", ""),
        ("It was a strange kind of boat.", "kind_of", ""),
        ("It was the worst kind of boat.", "kind_of", ""),
        ("It was his kind of boat.", "kind_of", ""),
        ("It was one kind of boat.", "kind_of", ""),
        ("It was the same sort of boat.", "kind_of", ""),
        ("He asked what kind of boat it was.", "kind_of", ""),
        ("He asked which kind of boat it was.", "kind_of", ""),
        ("He knew no other kind of boat.", "kind_of", ""),
        ("He had no kind of boat.", "kind_of", ""),
        ("He had any kind of boat.", "kind_of", ""),
        ("He had this kind of boat.", "kind_of", ""),
        ("He liked that kind of boat.", "kind_of", ""),
        ("He liked these kind of boats.", "kind_of", ""),
        ("He liked those kind of boats.", "kind_of", ""),
        ("Kind of Marsh to come.", "kind_of", ""),
        ("It is to a large extent a copy.", "extent", "to a large extent"),
        ("It is to a lesser degree a copy.", "extent", "to a lesser degree"),
        ("It is to the full extent a copy.", "extent", ""),
        ("He asked to what extent it is a copy.", "extent", ""),
        ("He asked to which extent it is a copy.", "extent", ""),
        ("It grew to that extent.", "extent", ""),
        ("It grew to the extent of a lake.", "extent", ""),
        ("It is to varying degree a copy.", "extent", "to varying degree"),
    ],
)
def test_adverbs_of_kind_and_extent(text: str, rule: str, words: str) -> None:
    assert found(text, rule) == wanted(words, APPROXIMATOR)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some critics say it failed.", "Some critics"),
        ("Some critics left.", "Some critics"),
        ("Some boats left.", ""),
        ("Many experts fear a flood.", "Many experts"),
        ("Several analysts left the room.", "Several analysts"),
        ("Most critics say it failed.", "Most critics"),
        ("Most critics left the room.", ""),
        ("Other critics say it failed.", "Other critics"),
        ("Other critics left the room.", ""),
        ("Few critics left the room.", ""),
        ("Few critics say it failed.", "Few critics"),
        ("Multiple critics left the room.", ""),
        ("A majority of critics say it failed.", "A majority of critics"),
        ("Some people say it failed.", "Some people"),
        ("Some people left the room.", ""),
        ("Many voters believe it failed.", "Many voters"),
        ("Many voters walked home.", ""),
        ("Some say it failed.", "Some"),
        ("Many say it failed.", "Many"),
        ("Most say it failed.", "Most"),
        ("Others say it failed.", "Others"),
        ("Several say it failed.", "Several"),
        ("Few say it failed.", "Few"),
        ("Numerous say it failed.", ""),
        ("Some left.", ""),
        ("Many walked home.", ""),
        ("Some have said it failed.", "Some"),
        ("Some will say it failed.", "Some"),
        ("Some also say it failed.", "Some"),
        ("The few critics say it failed.", ""),
        ("His many critics say it failed.", ""),
        ("Marsh's many critics say it failed.", ""),
        ("As many critics say, it failed.", ""),
        ("Two other critics say it failed.", ""),
        ("Some of the critics say it failed.", "Some of the critics"),
        ("Many of his critics say it failed.", "Many of his critics"),
        ("Some harsh critics say it failed.", "Some harsh critics"),
        ("Some harsh new critics say it failed.", "Some harsh new critics"),
        ("Some harsh new young loud critics say it failed.", ""),
        ("Some boats of critics left.", ""),
        ("Some critic left.", ""),
        ("Some state officials left.", "Some state officials"),
        ("Some state boats left.", ""),
        ("Some boats say it failed.", ""),
    ],
)
def test_opinion_holder(text: str, words: str) -> None:
    assert found(text, "opinion_holder") == wanted(words, WEASEL)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Critics say it failed.", "bare_holder", "Critics"),
        ("Critics left.", "bare_holder", ""),
        ("The critics say it failed.", "bare_holder", ""),
        ("His critics say it failed.", "bare_holder", ""),
        ("Two critics say it failed.", "bare_holder", ""),
        ("Harsh critics say it failed.", "bare_holder", ""),
        ("It rained, and critics say it failed.", "bare_holder", "critics"),
        ("In Torrin, experts say it failed.", "bare_holder", "experts"),
        ("It failed because analysts said it would.", "bare_holder", "analysts"),
        ("Now observers say it failed.", "bare_holder", "observers"),
        ("Critics have said it failed.", "bare_holder", "Critics"),
        ("Critics have left.", "bare_holder", ""),
        ("Critics do say it failed.", "bare_holder", "Critics"),
        ("Critics did say it failed.", "bare_holder", "Critics"),
        ("Critics can say it failed.", "bare_holder", "Critics"),
        ("Critics could say it failed.", "bare_holder", "Critics"),
        ("Critics must say it failed.", "bare_holder", "Critics"),
        ("Critics never say it failed.", "bare_holder", "Critics"),
        ("Critics had said it failed.", "bare_holder", "Critics"),
        ("Critics also said it failed.", "bare_holder", "Critics"),
        ("Critics claimed it failed.", "bare_holder", "Critics"),
        ("Critics would say it failed.", "bare_holder", "Critics"),
        ("Critics will say it failed.", "bare_holder", "Critics"),
        ("Critics may say it failed.", "bare_holder", "Critics"),
        ("Critics did not say it failed.", "bare_holder", "Critics"),
        ("Critics saying it failed were jailed.", "bare_holder", ""),
        ("Critics of the deal left.", "bare_holder", ""),
        ("Certain countries stayed away.", "certain_plural", "Certain"),
        ("Certain rich countries stayed away.", "certain_plural", "Certain"),
        ("Certain death awaits.", "certain_plural", ""),
        ("The certain losses hurt.", "certain_plural", ""),
        ("Marsh is certain of it.", "certain_plural", ""),
        ("Marsh met certain old friends.", "certain_plural", "certain"),
    ],
)
def test_holders_and_certain_plurals(text: str, rule: str, words: str) -> None:
    assert found(text, rule) == wanted(words, WEASEL)
