"""When may, could, would, must, were and have to are hedges: a pair of cases for a condition."""

from __future__ import annotations

import pytest

from newslib import find_hedges, parse_article, sentences
from newslib.hedging.rules import RULES
from newslib.hedging.view import WINDOW, Cue, View, contexts, whole_of
from newslib.lexicon import Entry

MAY, MIGHT, COULD = ("may", "epistemic"), ("might", "epistemic"), ("could", "epistemic")
WOULD, MUST, SHOULD = ("would", "epistemic"), ("must", "deontic"), ("should", "deontic")
NOT = ("not", "negation")
FILL = "so "


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.span.text, hit.category) for hit in find_hedges(parse_article(text))]


def passes(rule: str, words: str, text: str) -> bool:
    """Whether a rule lets words stand as a cue in "word/TAG word": a tag where one matters."""
    pairs = [word.partition("/")[::2] for word in text.split()]
    article = parse_article(" ".join(word for word, _ in pairs))
    folded = tuple(word.lower() for word, _ in pairs)
    seen = View(
        whole_of(article), sentences(article)[0].span, 0, folded, tuple(tag for _, tag in pairs)
    )
    size = len(words.split())
    first = next(n for n in range(len(folded)) if folded[n : n + size] == tuple(words.split()))
    cue = Cue(first, first + size - 1, Entry(words, "epistemic"), "epistemic")
    passed = RULES[rule](seen, cue)
    assert passed in {None, cue}
    return passed is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys may return.", [MAY]),
        ("The envoys MAY return.", [("MAY", "epistemic")]),
        ("The envoys like May flowers.", []),
        ("THE ENVOYS MAY RETURN.", [("MAY", "epistemic")]),
        ("Might the envoys return?", [("Might", "epistemic")]),
        ("The envoys might return.", [MIGHT]),
        ("May was cold in Torrin.", []),
        ("The envoys return in may.", []),
        ("The might of Torrin is gone.", []),
        ("The court opens may 30 in Torrin.", []),
        ("The court may open 30 roads in Torrin.", [MAY]),
        ("The envoys may not return.", [MAY, NOT]),
        ("The envoys may soon return.", [MAY]),
    ],
)
def test_may_and_might(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("may", "envoys may/MD return/VB", True),
        ("may", "envoys May/MD return/VB", False),
        ("may", "envoys MAY/MD return/VB", True),
        ("might", "Might/MD envoys return/VB", True),
        ("might", "envoys Might/MD return/VB", False),
        ("may", "May/MD envoys return/VB", False),
        ("may", "MAY/MD envoys return/VB", True),
        ("may", "envoys may/MD ten/CD", False),
        ("may", "envoys may/MD 7th/JJ", False),
        ("may", "envoys may/MD return/VB ten/CD", True),
        ("might", "envoys might/MD in/IN", False),
        ("might", "envoys might/MD the/DT", False),
        ("might", "envoys might/NN 's/POS", False),
        ("might", "envoys might/NN wins/VBZ", False),
        ("might", "envoys might/NN won/VBD", False),
        ("might", "envoys might/MD win/VB", True),
        ("might", "Might/NN wins/VBZ", False),
        ("might", "Might/NN won/VBD", False),
        ("might", "Might/NN of/IN kings", False),
        ("might", "Might/MD the/DT envoys return/VB", True),
        ("might", "envoys might/MD soon/RB in/IN the/DT end/NN return/VB", True),
        ("might", "envoys might/MD soon/RB return/VB", True),
    ],
)
def test_may_and_might_by_tags(cue: str, text: str, *, expected: bool) -> None:
    assert passes("modal", cue, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce could hold.", [COULD]),
        ("The truce could not hold.", [NOT]),
        ("The truce could never hold.", [("never", "negation")]),
        ("The truce could soon hold.", [COULD]),
        ("Marsh could hear the guns.", []),
        ("Marsh could fire the guns.", [COULD]),
        ("Marsh could still hear the guns.", []),
        ("Marsh could still fire the guns.", [COULD]),
        ("Marsh could only wait.", []),
        ("Marsh could also wait.", [COULD]),
        ("Marsh left so he could win.", []),
        ("Marsh left and he could win.", [COULD]),
        ("Marsh left so that he could win.", []),
        ("Torrin is so poor that talks could fail.", [COULD]),
    ],
)
def test_could(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talks could/MD fail/VB", True),
        ("talks could/MD 7th/JJ", False),
        ("talks could/MD n't/RB fail/VB", False),
        ("talks could/MD soon/RB fail/VB", True),
        ("talks could/MD soon/RB see/VB", False),
        ("talks could/MD soon/RB rise/VB", True),
        ("talks could/MD only/RB fail/VB", False),
        ("talks could/MD even/RB fail/VB", True),
        ("see/VB could/MD fail/VB", True),
        ("so that talks could/MD fail/VB", False),
        ("so late that talks could/MD fail/VB", True),
        ("so talks could/MD fail/VB", False),
        ("so could/MD talks fail/VB", False),
        ("talks could/MD fail/VB so", True),
    ],
)
def test_could_by_tags(text: str, *, expected: bool) -> None:
    assert passes("chance", "could", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce would hold.", [WOULD]),
        ("Marsh would", []),
        ("Marsh would not confirm the deal.", [NOT]),
        ("Marsh would not sign the deal.", [WOULD, NOT]),
        ("Marsh would confirm the deal.", [WOULD]),
        ("Marsh would gladly leave.", [WOULD]),
        ("Marsh would rather leave.", []),
        ("Marsh would leave rather soon.", [WOULD]),
        ("Marsh wouldn't rather leave.", [("n't", "negation")]),
        ("Marsh wouldn't gladly leave.", [WOULD, ("n't", "negation")]),
        ("Marsh would regularly walk to Torrin.", []),
        ("Marsh would gladly walk to Torrin.", [WOULD]),
        ("Marsh said the truce would hold.", []),
        ("Marsh says the truce would hold.", [WOULD]),
        ("Marsh has said the truce would hold.", []),
        ("Marsh broke the truce that would hold.", [WOULD]),
        ("Marsh made a promise that the truce would hold.", []),
        ("Marsh went home, saying the truce would hold.", []),
        ("Marsh goes home, saying the truce would hold.", [WOULD]),
        ("The truce would hold, Marsh said.", []),
        ("The truce would hold, Marsh says.", [WOULD]),
        ("The truce would hold, the minister said late on Monday.", []),
        ("The truce would hold, but Marsh said it was a dream.", [WOULD]),
        ("The truce would hold, the new minister of trade said.", []),
        ("The truce would hold, and that was more than Marsh said.", [WOULD]),
        ("The truce would hold as Marsh said.", [WOULD]),
        ('Marsh said: "The truce would hold for a year."', [WOULD]),
        ('Marsh said, "The truce would hold."', [WOULD]),
        ('Marsh said the truce "would hold out."', []),
        ('"The truce would hold for a year," Marsh said.', [WOULD]),
        ('"The envoy said the truce would hold," Marsh says.', []),
        ('"The envoy says the truce would hold," Marsh says.', [WOULD]),
    ],
)
def test_would(text: str, expected: list[tuple[str, str]]) -> None:
    assert [hit for hit in found(text) if hit[1] in {"epistemic", "negation"}] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talks would/MD fail/VB", True),
        ("talks would/MD", False),
        ("talks would/MD n't/RB say/VB", False),
        ("talks would/MD not/RB say/VB", False),
        ("talks would/MD soon/RB say/VB", True),
        ("talks would/MD not/RB fail/VB", True),
        ("talks would/MD n't/RB rather/RB fail/VB", False),
        ("talks would/MD soon/RB rather/RB fail/VB", True),
        ("talks would/MD often/RB fail/VB", False),
        ("talks would/MD sometimes/RB fail/VB", False),
        ("talks would/MD always/RB fail/VB", False),
        ("talks would/MD regularly/RB fail/VB", False),
        ("talks would/MD soon/RB often/RB fail/VB", True),
        ("he said/VBD talks would/MD fail/VB", False),
        ("said/VBD talks would/MD fail/VB", False),
        ("he said/VBN talks would/MD fail/VB", False),
        ("he said/NN talks would/MD fail/VB", True),
        ("he says/VBZ talks would/MD fail/VB", True),
        ("he left/VBD talks would/MD fail/VB", True),
        ("he left/VBD saying/VBG talks would/MD fail/VB", False),
        ("left/VBD saying/VBG talks would/MD fail/VB", False),
        ("he leaves/VBZ saying/VBG talks would/MD fail/VB", True),
        ("he left/VBD seeing/NN talks would/MD fail/VB", True),
        ("saying/VBG he left/VBD talks would/MD fail/VB", True),
        ("a promise/NN that talks would/MD fail/VB", False),
        ("a promise/NN of talks would/MD fail/VB", True),
        ("a table/NN that talks would/MD fail/VB", True),
        (f"said/VBD {FILL * (WINDOW - 1)}would/MD fail/VB", False),
        (f"said/VBD {FILL * WINDOW}would/MD fail/VB", True),
        (f"left/VBD {FILL * (WINDOW - 1)}saying/VBG would/MD fail/VB", False),
        (f"left/VBD {FILL * WINDOW}saying/VBG would/MD fail/VB", True),
        (f"would/MD {FILL * (WINDOW - 4)}, Marsh said/VBD .", False),
        (f"would/MD {FILL * (WINDOW - 3)}, Marsh said/VBD .", True),
        ("talks would/MD fail/VB , Marsh said/VBD .", False),
        ("talks would/MD fail/VB , Marsh says/VBZ .", True),
        ("talks would/MD fail/VB , Marsh said/VBD", False),
        ("talks would/MD fail/VB , said/VBD Marsh .", False),
        ("talks would/MD fail/VB Marsh said/VBD .", True),
        ("talks , would/MD fail/VB Marsh said/VBD .", True),
        ("talks would/MD , said/VBD .", False),
        ("talks would/MD fail/VB , the old man of Torrin said/VBD .", False),
        ("talks would/MD fail/VB , the very old man of Torrin said/VBD .", True),
        ("talks would/MD fail/VB , he said/VBD in Torrin today .", False),
        ("talks would/MD fail/VB , he said/VBD in old Torrin today .", True),
    ],
)
def test_would_by_tags(text: str, *, expected: bool) -> None:
    assert passes("tentative", "would", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marsh must have left.", [("must have", "epistemic")]),
        ("Marsh must have a plan.", [MUST]),
        ("Marsh must have been ill.", [("must have", "epistemic")]),
        ("Marsh must have already left.", [("must have", "epistemic")]),
        ("Marsh must leave.", [MUST]),
        ("The film is a must for Torrin.", []),
        ("The film must please Torrin.", [MUST]),
        ("Marsh will do what he must.", []),
        ("Marsh should leave.", [SHOULD]),
        ("Should the envoys leave?", [("Should", "deontic")]),
        ("Should the truce fail, the envoys leave.", [("Should", "conditional")]),
        ("Should Marsh lose, the envoys leave.", [("Should", "conditional")]),
        ("The envoys leave should he lose.", [("should", "conditional")]),
        ("Marsh asks what he should do.", [SHOULD]),
        ("Were the truce to fail, the envoys leave.", [("Were", "conditional")]),
        ("Were the envoys in Torrin?", []),
        ("Had the truce failed, the envoys were gone.", [("Had", "conditional")]),
        ("Had the envoys left, or had they not?", [NOT]),
        ("The envoys had left, and Torrin fell.", []),
    ],
)
def test_must_and_should(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("rule", "cue", "text", "expected"),
    [
        ("inference", "must have", "he must/MD have/VB left/VBN", True),
        ("inference", "must have", "he must/MD have/VB left/VBD", True),
        ("inference", "must have", "he must/MD have/VB left/JJ", False),
        ("inference", "must have", "he must/MD have/VB been/NN", True),
        ("inference", "must have", "he must/MD have/VB soon/RB left/VBN", True),
        ("inference", "must have", "left/VBN must/MD have/VB plans/NNS", False),
        ("duty", "must", "he must/MD go/VB", True),
        ("duty", "must", "a must/MD go/VB", False),
        ("duty", "must", "an must/MD go/VB", False),
        ("duty", "must", "the must/MD go/VB", False),
        ("duty", "must", "a man must/MD go/VB", True),
        ("duty", "must", "he must/MD", False),
        ("duty", "must", "he must/MD .", False),
        ("duty", "must", "he must/MD , he says", False),
        ("duty", "must", "he must/MD go/VB .", True),
        ("duty", "must", "he must/MD go/VB , he says", True),
        ("duty", "must", "Must/MD the/DT men go/VB , he says", True),
        ("duty", "should", "Should/MD the/DT men go/VB , he stays", False),
        ("duty", "should", "Should/MD the/DT men go/VB ?", True),
        ("duty", "should", "now should/MD the/DT men go/VB , he says", True),
        ("inverted", "should", "Should/MD go/VB , he says", False),
        ("inverted", "should", "stay should/MD he/PRP go/VB", True),
        ("inverted", "should", "he/PRP should/MD go/VB", False),
        ("inverted", "should", "stay should/MD Marsh/NNP go/VB", False),
        ("inverted", "were", "stay were/VBD he/PRP gone", False),
        ("inverted", "should", "stay should/MD he/PRP go/VB ?", False),
        ("inverted", "should", "what/WP should/MD he/PRP do/VB", False),
        ("inverted", "should", "when/WRB should/MD he/PRP go/VB", False),
        ("inverted", "were", "Were/VBD the/DT men gone , he stays", True),
        ("inverted", "were", "Were/VBD he/PRP gone , Marsh stays", True),
        ("inverted", "were", "Were/VBD his/PRP$ men gone , he stays", True),
        ("inverted", "were", "Were/VBD Marsh/NNP gone , he stays", True),
        ("inverted", "were", "Were/VBD Marshes/NNPS gone , he stays", True),
        ("inverted", "were", "Were/VBD rain/NN gone , he stays", True),
        ("inverted", "were", "Were/VBD talks/NNS dead , he stays", True),
        ("inverted", "were", "Were/VBD there/EX talks , he stays", True),
        ("inverted", "were", "Were/VBD going/VBG now , he stays", False),
        ("inverted", "were", "Were/VBD the/DT men gone he stays", False),
        ("inverted", "were", "now were/VBD the/DT men gone , he stays", False),
        ("inverted", "were", "Were/VBD the/DT men gone , or not ?", False),
        ("inverted", "were", f"Were/VBD men/NNS {FILL * (WINDOW - 3)}, he stays", True),
        ("inverted", "were", f"Were/VBD men/NNS {FILL * (WINDOW - 2)}, he stays", False),
        ("obliged", "required to", "ships are/VBP required/VBN to/TO stop/VB", True),
        ("obliged", "required to", "ships are/VBP now/RB required/VBN to/TO stop/VB", True),
        ("obliged", "required to", "ships now/RB required/VBN to/TO stop/VB", False),
        ("obliged", "required to", "ships required/VBN to/TO be/VB safe", False),
    ],
)
def test_must_should_and_were_by_tags(rule: str, cue: str, text: str, *, expected: bool) -> None:
    assert passes(rule, cue, text) is expected


def deontic(text: str) -> list[str]:
    return [words for words, category in found(text) if category == "deontic"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys have to leave.", ["have to"]),
        ("The envoys gave all they have to the king.", []),
        ("The envoys had to leave.", ["had to"]),
        ("The envoys have to quickly leave.", ["have to"]),
        ("The envoys have to", []),
        ("They need to leave.", ["need to"]),
        ("Their need to leave was clear.", []),
        ("The need to leave was clear.", []),
        ("There is no need to leave.", []),
        ("They needed to rebuild the bridge.", ["needed to"]),
        ("Marsh needed to rebuild the bridge.", ["needed to"]),
        ("Torrin lacks the money needed to rebuild the bridge.", []),
        ("The row has to do with money.", []),
        ("The crew has to do more.", ["has to"]),
        ("Torrin shows what ports have to offer.", []),
        ("The ports have to offer help.", ["have to"]),
        ("I got to know Marsh.", []),
        ("You got to leave.", ["got to"]),
        ("We've got to leave.", ["got to"]),
        ("The envoys have got to leave.", ["have got to"]),
        ("Ships are required to stop.", ["required to"]),
        ("Ships required to stop are late.", []),
        ("Ships are now required to stop.", ["required to"]),
    ],
)
def test_have_to_and_need_to(text: str, expected: list[str]) -> None:
    assert deontic(text) == expected


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("need to", "men/NNS need to/TO go/VB", True),
        ("need to", "men/NNS need to/TO soon/RB go/VB", True),
        ("need to", "the/DT need to/TO go/VB", False),
        ("need to", "his/PRP$ need to/TO go/VB", False),
        ("need to", "urgent/JJ need to/TO go/VB", False),
        ("need to", "no need to/TO go/VB", False),
        ("need to", "no/DT men/NNS need to/TO go/VB", True),
        ("have to", "all they have to/TO the/DT king", False),
        ("have to", "all they have to/TO him/PRP", False),
        ("have to", "all they have to/TO his/PRP$ king", False),
        ("have to", "all they have to/TO Marsh/NNP", False),
        ("have to", "all they have to/TO ten/CD kings", False),
        ("have to", "all they have to/TO in/IN kings", False),
        ("have to", "all they have to/TO ,/, he says", False),
        ("have to", "go where they have to/TO ./.", False),
        ("have to", "go where they have to/TO", False),
        ("have to", "go where they have to/TO soon/RB", False),
        ("have to", "go where they have to/TO go", True),
        ("need to", "he/PRP need to/TO the/DT", False),
        ("needed to", "cash/NN needed to/TO go/VB", False),
        ("need to", "cash/NN need to/TO go/VB", True),
        ("needed to", "he/PRP needed to/TO go/VB", True),
        ("needed to", "Marsh/NNP needed to/TO go/VB", True),
        ("needed to", "Giants/NNPS needed to/TO go/VB", True),
        ("needed to", "who/WP needed to/TO go/VB", True),
        ("needed to", "he also/RB needed to/TO go/VB", True),
        ("needed to", "he/PRP cash/NN needed to/TO go/VB", False),
        ("have to", "men/NNS have to/TO do/VB with/IN cash", False),
        ("have to", "men/NNS have to/TO do/VB more/JJR", True),
        ("have to", "men/NNS have to/TO live/VB with/IN cash", True),
        ("have to", "men/NNS have to/TO do/VB more/JJR with/IN cash", True),
        ("have to", "men/NNS have to/TO offer/VB .", False),
        ("have to", "men/NNS have to/TO offer/VB", False),
        ("have to", "men/NNS have to/TO offer/VB ,", False),
        ("have to", "men/NNS have to/TO offer/VB help", True),
        ("have to", "men/NNS have to/TO offer/VB 40 ships", True),
        ("have to", "men/NNS have to/TO offer/VB e-mail help", True),
        ("have to", "men/NNS have to/TO offer/VB help .", True),
        ("have to", "men/NNS have to/TO leave/VB .", True),
        ("have to", "men/NNS have to/TO know/VB", True),
        ("got to", "I 've got to/TO go/VB", True),
        ("got to", "he 's got to/TO go/VB", True),
        ("got to", "men have got to/TO go/VB", True),
        ("got to", "he has got to/TO go/VB", True),
        ("got to", "you got to/TO go/VB", True),
        ("got to", "we got to/TO go/VB", True),
        ("got to", "they got to/TO go/VB", True),
        ("got to", "he got to/TO go/VB", False),
        ("got to", "they soon got to/TO go/VB", False),
        ("got to", "we got to/TO know/VB him", False),
        ("got to", "we got to/TO see/VB him", False),
        ("got to", "we got to/TO meet/VB him", False),
        ("got to", "we got to/TO stop/VB to see him", True),
        ("have to", "we have to/TO meet/VB him", True),
    ],
)
def test_have_to_and_need_to_by_tags(cue: str, text: str, *, expected: bool) -> None:
    assert passes("infinitive", cue, text) is expected


@pytest.mark.parametrize("word", sorted(contexts("before_name") - {"mr.", "mrs.", "ms."}))
def test_no_may_behind_what_stands_before_a_month_or_a_name(word: str) -> None:
    assert not passes("modal", "may", f"they left {word} may return/VB")
    assert passes("modal", "may", f"{word} talks may return/VB")


@pytest.mark.parametrize("word", sorted(contexts("perception")))
def test_no_chance_in_the_power_to_perceive(word: str) -> None:
    assert not passes("chance", "could", f"he could {word}/VB it")
    assert passes("chance", "could", f"he could win/VB {word}")


@pytest.mark.parametrize("word", sorted(contexts("withholding")))
def test_no_hypothesis_in_a_refusal_to_speak(word: str) -> None:
    assert not passes("tentative", "would", f"he would not/RB {word}/VB it")
    assert passes("tentative", "would", f"he would {word}/VB it")
