"""What the rules for verbs and predicates let stand: pairs of sentences that differ in a word."""

from __future__ import annotations

import pytest

from newslib import find_hedges, parse_article

EPISTEMIC, EVIDENTIAL, BOOSTER = "epistemic", "evidential", "booster"
DEONTIC, CONDITIONAL, NEGATION = "deontic", "conditional", "negation"

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
        ("The talks seem stalled.", "seem"),
        ("Seemingly the talks ended.", ""),
        ("The minister seemed a changed man.", "seemed"),
        ("The minister seems in a hurry.", "seems"),
        ("The minister can not seem to agree.", ""),
        ("The minister could not seem to agree.", ""),
        ("The minister can't seem to agree.", ""),
        ("The minister can never seem to agree.", ""),
        ("The minister did not seem to agree.", "seem"),
        ("The minister can seem cold.", "seem"),
        ("What the minister can do does not seem enough.", "seem"),
        ("The bridge appears to hold.", "appears"),
        ("The bridge appears to have held.", "appears"),
        ("The bridge appears to slowly sink.", "appears"),
        ("The bridge appeared to the left.", ""),
        ("The bridge appeared to Marsh.", ""),
        ("The ghost appeared to him.", ""),
        ("The minister appeared in Torrin.", ""),
        ("The minister appeared on Monday.", ""),
        ("The minister appeared before the court.", ""),
        ("The minister appeared yesterday.", ""),
        ("The minister appeared.", ""),
        ("The minister appeared with Marsh.", ""),
        ("The minister appeared as a witness.", ""),
        ("The minister appeared as if he were ill.", "appeared"),
        ("The minister appeared as though he were ill.", "appeared"),
        ("The house appears like a ruin.", "appears"),
        ("The minister appeared tired.", "appeared"),
        ("The minister appeared very tired.", "appeared"),
        ("The minister appeared shaken.", "appeared"),
        ("The minister appeared calmer.", "appeared"),
        ("The minister appeared not to listen.", "appeared"),
        ("The minister appears never to listen.", "appears"),
    ],
)
def test_seeming(text: str, words: str) -> None:
    assert found(text, "seeming") == wanted(words, EPISTEMIC)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The houses look like ruins.", "look like"),
        ("The houses looked like the old barns.", "looked like"),
        ("The plan sounds like a trap.", "sounds like"),
        ("It was a look like thunder.", ""),
        ("He gave an angry look like thunder.", ""),
        ("Nobody forgot her look like thunder.", ""),
        ("The boy looked like him.", ""),
        ("The boy looks like her.", ""),
        ("The boys look like me.", ""),
        ("The boys look like you.", ""),
        ("The boys look like us.", ""),
        ("The boys look like them.", ""),
        ("The boys look like thieves.", "look like"),
        ("Nobody knew what the house looked like.", ""),
        ("Nobody knew what the house looked like in winter.", ""),
        ("Nobody knew what the house looked like, Marsh said.", ""),
        ("The house looked as if it had burned.", "looked as if"),
        ("The house looks as though it had burned.", "looks as though"),
    ],
)
def test_looking(text: str, words: str) -> None:
    assert found(text, "looking") == wanted(words, EPISTEMIC)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("The figures suggest that prices fell.", "suggest", EPISTEMIC),
        ("The figures suggest prices fell.", "suggest", EPISTEMIC),
        ("The figures suggest a fall.", "", EPISTEMIC),
        ("The figures suggest, among others, that prices fell.", "", EPISTEMIC),
        ("The letter proves that the minister lied.", "proves", BOOSTER),
        ("The letter proves nothing.", "", BOOSTER),
        ("The tests demonstrate that the bridge is safe.", "demonstrate", BOOSTER),
        ("The letter implied that the minister lied.", "implied", EPISTEMIC),
        ("The letter hints that the minister lied.", "hints", EPISTEMIC),
        ("The letter hints at a lie.", "", EPISTEMIC),
        ("Marsh suggested that prices fell.", "", EPISTEMIC),
        ("The survey suggested that prices fell.", "suggested", EPISTEMIC),
        *(
            (f"{who} suggested that prices fell.", "", EPISTEMIC)
            for who in ("He", "She", "They", "We", "I", "You")
        ),
        ("It suggested that prices fell.", "suggested", EPISTEMIC),
        ("This suggested that prices fell.", "suggested", EPISTEMIC),
        ("The man who suggested that prices fell has left.", "", EPISTEMIC),
        ("The survey which suggested that prices fell is old.", "suggested", EPISTEMIC),
        ("The critics suggested that prices fell.", "", EPISTEMIC),
        ("The voters suggested that prices fell.", "", EPISTEMIC),
        ("The graphs suggested that prices fell.", "suggested", EPISTEMIC),
        ("Marsh also suggested that prices fell.", "", EPISTEMIC),
        ("The survey also suggested that prices fell.", "suggested", EPISTEMIC),
        ("Marsh has never suggested that prices fell.", "", EPISTEMIC),
        ("The survey has never suggested that prices fell.", "suggested", EPISTEMIC),
        *(
            (f"Marsh {auxiliary} that prices fell.", "", EPISTEMIC)
            for auxiliary in (
                "has suggested",
                "had suggested",
                "did suggest",
                "would suggest",
                "could suggest",
                "can suggest",
                "must suggest",
                "is suggesting",
                "was suggesting",
                "had also been suggesting",
                "did not suggest",
            )
        ),
        *(
            (f"The survey {auxiliary} {verb} that prices fell.", verb, EPISTEMIC)
            for auxiliary, verb in (
                ("has", "suggested"),
                ("would", "suggest"),
                ("does not", "suggest"),
            )
        ),
        ("They have suggested that prices fell.", "", EPISTEMIC),
        ("They do suggest that prices fell.", "", EPISTEMIC),
        ("Jack Marsh, a trader in Torrin, suggested that prices fell.", "", EPISTEMIC),
        ("The survey, a slim booklet, suggested that prices fell.", "suggested", EPISTEMIC),
        ("Marsh left early, suggesting that prices fell.", "suggesting", EPISTEMIC),
        ("The data raise the possibility that prices fell.", "raise the possibility", EPISTEMIC),
        ("Marsh raised the possibility that prices fell.", "", EPISTEMIC),
    ],
)
def test_evidence_clause(text: str, words: str, category: str) -> None:
    assert found(text, "evidence_clause") == wanted(words, category)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("I think the truce holds.", "I think", EPISTEMIC),
        ("We think the truce holds.", "We think", EPISTEMIC),
        ("They think the truce holds.", "", EPISTEMIC),
        ("You think the truce holds.", "", EPISTEMIC),
        ("I think that the truce holds.", "I think", EPISTEMIC),
        ("I think of the truce.", "", EPISTEMIC),
        ("I think about it.", "", EPISTEMIC),
        ("I think so.", "I think", EPISTEMIC),
        ("I really think the truce holds.", "I really think", EPISTEMIC),
        ("I also believe the truce holds.", "I also believe", EPISTEMIC),
        ("I would think the truce holds.", "I would think", EPISTEMIC),
        ("I would also think the truce holds.", "I would also think", EPISTEMIC),
        ("I do think the truce holds.", "I do think", EPISTEMIC),
        ("I did believe the truce was real.", "I did believe", EPISTEMIC),
        ("I don't believe the truce holds.", "I don't believe", EPISTEMIC),
        ("I never believe the minister lies.", "I never believe", EPISTEMIC),
        ("The truce holds, I think.", "I think", EPISTEMIC),
        ("The truce, I believe, holds.", "I believe", EPISTEMIC),
        ("The truce, I guess, holds.", "I guess", EPISTEMIC),
        ("The truce, I suppose, holds.", "I suppose", EPISTEMIC),
        ("The truce, I suspect, holds.", "I suspect", EPISTEMIC),
        ("The truce, I imagine, holds.", "I imagine", EPISTEMIC),
        ("The truce, I assume, holds.", "I assume", EPISTEMIC),
        ("What I think is that the truce holds.", "", EPISTEMIC),
        ("What I believe the truce needs is time.", "", EPISTEMIC),
        ("That is how I think the truce holds.", "", EPISTEMIC),
        ("Is the truce real, I think?", "I think", EPISTEMIC),
        ("The truce is real, I think!", "I think", EPISTEMIC),
        ("The truce is real, I think", "I think", EPISTEMIC),
        ("I expect the minister.", "", EPISTEMIC),
        ("I expect the minister will go.", "I expect", EPISTEMIC),
        ("I expect that the minister goes.", "I expect", EPISTEMIC),
        ("I feel that the truce holds.", "I feel", EPISTEMIC),
        ("I feel the cold.", "", EPISTEMIC),
        ("I doubt the minister will go.", "I doubt", EPISTEMIC),
        ("I doubt it.", "I doubt", EPISTEMIC),
        ("We have no doubt the minister will go.", "", EPISTEMIC),
        ("I hear that the minister left.", "I hear", EVIDENTIAL),
        ("I heard that the minister left.", "I heard", EVIDENTIAL),
        ("I have heard that the minister left.", "I have heard", EVIDENTIAL),
        ("I have not heard that the minister left.", "", EVIDENTIAL),
        ("I heard a shot.", "", EVIDENTIAL),
        ("I understand that the minister left.", "I understand", EVIDENTIAL),
        ("I understand the law.", "", EVIDENTIAL),
        ("I gather that the minister left.", "I gather", EVIDENTIAL),
        ("We gather shells.", "", EVIDENTIAL),
        ("I am told that the minister left.", "I am told", EVIDENTIAL),
        ("I am not told that the minister left.", "", EVIDENTIAL),
        ("We were told that the minister left.", "We were told", EVIDENTIAL),
        ("They were told that the minister left.", "", EVIDENTIAL),
        ("I have been told that the minister left.", "I have been told", EVIDENTIAL),
        ("We had been told that the minister left.", "We had been told", EVIDENTIAL),
        ("I know that the minister left.", "I know", BOOSTER),
        ("I don't know that the minister left.", "", BOOSTER),
        ("I know the minister.", "", BOOSTER),
        ("As I know, the minister left.", "", BOOSTER),
        ("I guarantee that the minister left.", "I guarantee", BOOSTER),
        ("I assure you that the minister left.", "I assure you", BOOSTER),
        ("I can assure you that the minister left.", "I can assure you", BOOSTER),
        ("He assures you that the minister left.", "", BOOSTER),
        ("I promise you that the minister left.", "I promise you", BOOSTER),
    ],
)
def test_first_person(text: str, words: str, category: str) -> None:
    assert found(text, "first_person") == wanted(words, category)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I am sure that the truce holds.", "I am sure"),
        ("I'm sure that the truce holds.", "I'm sure"),
        ("We're confident that the truce holds.", "We're confident"),
        ("We were convinced that the truce held.", "We were convinced"),
        ("I was positive that the truce held.", "I was positive"),
        ("I am quite certain that the truce holds.", "I am quite certain"),
        ("I am absolutely sure that the truce holds.", "I am absolutely sure"),
        ("I am not sure that the truce holds.", ""),
        ("We were never sure that the truce held.", ""),
        ("He is sure that the truce holds.", ""),
        ("They are confident that the truce holds.", ""),
        ("I made sure that the truce held.", ""),
        ("We feel sure that the truce holds.", ""),
    ],
)
def test_first_person_be(text: str, words: str) -> None:
    assert found(text, "first_person_be") == wanted(words, BOOSTER)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("It is said that the river froze.", "It is said", EVIDENTIAL),
        ("It is said the river froze.", "It is said", EVIDENTIAL),
        ("It is said to be old.", "", EVIDENTIAL),
        ("The river, it is said, froze.", "it is said", EVIDENTIAL),
        ("The river froze, it is said.", "it is said", EVIDENTIAL),
        ("The river froze, it seems.", "it seems", EPISTEMIC),
        ("The river, it seems, froze.", "it seems", EPISTEMIC),
        ("It is clear that the river froze.", "It is clear", BOOSTER),
        ("The water is cold, and it is clear.", "", BOOSTER),
        ("It is clear, cold water.", "", BOOSTER),
        ("It is clear to all.", "", BOOSTER),
        ("It is clear water.", "", BOOSTER),
        ("It is clear from the letter that Marsh lied.", "It is clear", BOOSTER),
        ("It is clear by now that Marsh lied.", "It is clear", BOOSTER),
        *(
            (f"It is unclear {word} Marsh left.", "It is unclear", EPISTEMIC)
            for word in ("how", "why", "whether", "where", "when", "if")
        ),
        ("It is unclear who left.", "It is unclear", EPISTEMIC),
        ("It is unclear what happened.", "It is unclear", EPISTEMIC),
        ("It is unclear who.", "It is unclear", EPISTEMIC),
        ("It is unclear why.", "It is unclear", EPISTEMIC),
        ("It is unclear how.", "It is unclear", EPISTEMIC),
        ("It is unclear when.", "It is unclear", EPISTEMIC),
        ("It is unclear where.", "It is unclear", EPISTEMIC),
        ("It is unclear what.", "It is unclear", EPISTEMIC),
        ("It is unclear whether to stay.", "It is unclear", EPISTEMIC),
        ("It is unclear if or when.", "It is unclear", EPISTEMIC),
        ("It is unclear in places.", "", EPISTEMIC),
        ("It is necessary to rest.", "It is necessary", DEONTIC),
        ("It is possible to rest.", "", EPISTEMIC),
        ("It is necessary for Marsh to rest.", "It is necessary", DEONTIC),
        ("It is possible for Marsh to rest.", "", EPISTEMIC),
        ("It is vital that Marsh rests.", "It is vital", DEONTIC),
        ("The heart beats, so it is vital.", "", DEONTIC),
        ("It is important work.", "", DEONTIC),
        ("It is time for a rest.", "It is time", DEONTIC),
        ("It is time to rest.", "It is time", DEONTIC),
        ("It looks like rain.", "It looks like", EPISTEMIC),
        ("It looked like a ruin.", "It looked like", EPISTEMIC),
        ("It turns out that the river froze.", "It turns out", EPISTEMIC),
        ("It turned out badly.", "", EPISTEMIC),
        ("It's possible that the river froze.", "It's possible", EPISTEMIC),
        ("It is likely that the river froze.", "It is likely", EPISTEMIC),
    ],
)
def test_it_clause(text: str, words: str, category: str) -> None:
    assert found(text, "it_clause") == wanted(words, category)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("The envoy is believed to be ill.", "is believed to", EVIDENTIAL),
        ("The envoy was thought to be ill.", "was thought to", EVIDENTIAL),
        ("The envoys are said to own a boat.", "are said to", EVIDENTIAL),
        ("The envoy is widely believed to be ill.", "is widely believed to", EVIDENTIAL),
        ("The envoy is now widely believed to be ill.", "is now widely believed to", EVIDENTIAL),
        ("The envoy has been reported to be ill.", "has been reported to", EVIDENTIAL),
        ("The envoys have been reported to be ill.", "have been reported to", EVIDENTIAL),
        ("The envoy had been reported to be ill.", "had been reported to", EVIDENTIAL),
        ("The envoy is being reported to be ill.", "being reported to", EVIDENTIAL),
        ("An envoy believed to be ill left Torrin.", "believed to", EVIDENTIAL),
        ("An envoy believed to have lied left Torrin.", "believed to", EVIDENTIAL),
        ("The envoy was reported to the police.", "", EVIDENTIAL),
        ("The envoy was reported to Marsh.", "", EVIDENTIAL),
        ("The envoy was reported to them.", "", EVIDENTIAL),
        ("The envoy was reported to his chief.", "", EVIDENTIAL),
        ("The envoy was reported to two judges.", "", EVIDENTIAL),
        ("The envoys reported to headquarters.", "", EVIDENTIAL),
        ("The prices are forecast to rise.", "are forecast to", EPISTEMIC),
        ("The prices are expected to rise.", "are expected to", EPISTEMIC),
        ("The minister expected to win.", "", EPISTEMIC),
        ("Prices are not expected to rise.", "are not expected to", EPISTEMIC),
        ("Prices were never expected to rise.", "were never expected to", EPISTEMIC),
    ],
)
def test_agentless(text: str, words: str, category: str) -> None:
    assert found(text, "agentless") == wanted(words, category)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lake is considered the finest in Torrin.", "is considered"),
        ("The lake is regarded as the finest in Torrin.", "is regarded as"),
        ("The lake was seen as a risk.", "was seen as"),
        ("The lake has been viewed as a risk.", "has been viewed as"),
        ("The lake is still regarded as a risk.", "is still regarded as"),
        ("The minister considered the offer.", ""),
        ("The minister viewed the lake.", ""),
        ("The minister regarded as wise was wrong.", ""),
        ("The plan is considered by the court.", ""),
        ("Marsh is considered for the post.", ""),
        ("Marsh is considered a leader.", "is considered"),
        ("The plan was considered, then dropped.", ""),
        ("The plan was considered.", ""),
        ("The plan was considered", ""),
        ("The plan is being considered today.", ""),
        ("The plan will be considered today.", ""),
        ("The lake is seen as a risk by Marsh.", ""),
        ("The lake is seen as a risk near Marsh.", "is seen as"),
        ("The lake is seen as a risk by the old minister.", ""),
        ("The lake is seen as a very grave risk by Marsh.", "is seen as"),
    ],
)
def test_agentless_view(text: str, words: str) -> None:
    assert found(text, "agentless_view") == wanted(words, EVIDENTIAL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lake is widely known as the Mirror.", "is widely known as"),
        ("The lake is known as the Mirror.", ""),
        ("The lake, once known as the Mirror, froze.", ""),
        ("The lake is often called the Mirror.", "is often called"),
        ("The lake has often been called the Mirror.", ""),
        ("The lake has been widely hailed as a marvel.", "has been widely hailed as"),
        ("The minister often called Marsh.", ""),
        ("The minister often called the court.", ""),
        ("The minister often called her.", ""),
        ("The minister often called his wife.", ""),
        ("The lake is generally described as calm.", "is generally described as"),
        ("The lake is rightly described as calm.", ""),
        *(
            (f"The lake is {adverb} called calm.", f"is {adverb} called")
            for adverb in ("commonly", "usually", "sometimes", "popularly", "frequently")
        ),
    ],
)
def test_widely(text: str, words: str) -> None:
    assert found(text, "widely") == wanted(words, EVIDENTIAL)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("The alleged thief left.", "alleged", EVIDENTIAL),
        ("Alleged thieves left.", "Alleged", EVIDENTIAL),
        ("The minister alleged fraud.", "", EVIDENTIAL),
        ("Marsh suspected fraud.", "", EVIDENTIAL),
        ("They suspected fraud.", "", EVIDENTIAL),
        ("The police held a suspected thief.", "suspected", EVIDENTIAL),
        ("The police spoke of suspected thieves.", "suspected", EVIDENTIAL),
        ("The police named his alleged partner.", "alleged", EVIDENTIAL),
        ("The police named Marsh's alleged partner.", "alleged", EVIDENTIAL),
        ("The police named two old alleged thieves.", "alleged", EVIDENTIAL),
        ("The apparent winner left.", "apparent", EVIDENTIAL),
        ("The reason was apparent.", "", EVIDENTIAL),
        ("The reason was apparent to Marsh.", "", EVIDENTIAL),
        ("The potential buyers left.", "potential", EPISTEMIC),
        ("The potential new buyers left.", "potential", EPISTEMIC),
        ("The boy has potential.", "", EPISTEMIC),
        ("The potential of the boy is great.", "", EPISTEMIC),
    ],
)
def test_attributive(text: str, words: str, category: str) -> None:
    assert found(text, "attributive") == wanted(words, category)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("A strike is likely.", "likely", "likely"),
        ("A likely winner left.", "likely", "likely"),
        ("The poll asked likely voters.", "likely", ""),
        ("The poll asked one likely voter.", "likely", ""),
        ("The poll asked likely caucus members.", "likely", ""),
        ("The poll asked likely caucusgoers.", "likely", ""),
        ("The poll asked the likely electorate.", "likely", ""),
        ("The poll asked the likely buyers.", "likely", "likely"),
        ("A strike is possible.", "as_possible", "possible"),
        ("Possible causes are named.", "as_possible", "Possible"),
        ("The minister left as soon as possible.", "as_possible", ""),
        ("The minister took every possible step.", "as_possible", ""),
        ("The minister took a possible step.", "as_possible", "possible"),
        ("The minister will come if possible.", "as_possible", ""),
        ("The minister walks where possible.", "as_possible", ""),
        ("The minister walks whenever possible.", "as_possible", ""),
        ("The minister walks wherever possible.", "as_possible", ""),
        ("It was the best possible deal.", "as_possible", ""),
        ("It was the worst possible deal.", "as_possible", ""),
        ("It was the most possible harm.", "as_possible", ""),
        ("It was the other possible deal.", "as_possible", "possible"),
        ("There is a chance of rain.", "odds", "chance"),
        ("There is a chance that it rains.", "odds", "chance"),
        ("Chances are that it rains.", "odds", "Chances"),
        ("The odds of rain rose.", "odds", "odds"),
        ("The team had a chance to win.", "odds", ""),
        ("The team had a chance.", "odds", ""),
        ("The odds fell.", "odds", ""),
        ("The assumption that it rains is false.", "noun_clause", "assumption"),
        ("The assumption of guilt is false.", "noun_clause", "assumption"),
        ("The assumption is that it rains.", "noun_clause", "assumption"),
        ("The hypothesis that it rains is false.", "noun_clause", "hypothesis"),
        ("The assumption failed.", "noun_clause", ""),
        ("The hypotheses were tested.", "noun_clause", ""),
    ],
)
def test_adjectives_and_nouns(text: str, rule: str, words: str) -> None:
    assert found(text, rule) == wanted(words, EPISTEMIC)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The defeat is certain.", "predicative", "certain"),
        ("The defeat was certain to come.", "predicative", "certain"),
        ("The defeat is now certain.", "predicative", "certain"),
        ("The defeat seems certain.", "predicative", "certain"),
        ("The defeat looked certain.", "predicative", "certain"),
        ("The defeat appeared certain.", "predicative", "certain"),
        ("The defeat is becoming certain.", "predicative", "certain"),
        ("The men feel certain.", "predicative", "certain"),
        ("The men made certain.", "predicative", ""),
        ("There are certain rules.", "predicative", ""),
        ("There is certain death.", "predicative", ""),
        ("The minister clearly lied.", "sentence_adverb", "clearly"),
        ("Clearly, the minister lied.", "sentence_adverb", "Clearly"),
        ("The minister spoke clearly.", "sentence_adverb", ""),
        ("The minister spoke clearly, and left.", "sentence_adverb", ""),
        ("The minister spoke clearly and left.", "sentence_adverb", ""),
        ("The minister spoke clearly in court.", "sentence_adverb", ""),
        ("The minister spoke clearly to the court.", "sentence_adverb", ""),
        ("The minister spoke very clearly.", "sentence_adverb", ""),
        ("The minister ruled very clearly.", "sentence_adverb", ""),
        ("The minister ruled more clearly.", "sentence_adverb", ""),
        ("The minister ruled so clearly.", "sentence_adverb", ""),
        ("The minister ruled too clearly.", "sentence_adverb", ""),
        ("The minister is clearly ill.", "sentence_adverb", "clearly"),
        ("The minister is obviously ill.", "sentence_adverb", "obviously"),
        ("The minister is plainly ill.", "sentence_adverb", "plainly"),
        ("The minister really left.", "not_degree", "really"),
        ("The minister is really old.", "not_degree", ""),
        ("The minister really quickly left.", "not_degree", ""),
        ("The minister is truly a liar.", "not_degree", "truly"),
        ("The minister is truly ill.", "not_degree", ""),
        ("The minister will leave for sure.", "not_degree", "for sure"),
        ("The minister will leave for certain.", "not_degree", "for certain"),
        ("The minister left for certain towns.", "not_degree", ""),
        ("The letters meant for certain readers were lost.", "not_degree", ""),
    ],
)
def test_boosters(text: str, rule: str, words: str) -> None:
    assert found(text, rule) == wanted(words, BOOSTER)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If the river rises, the bridge closes.", "If"),
        ("The bridge closes if the river rises.", "if"),
        ("The bridge shook as if the river rose.", ""),
        ("That is a big if for Marsh.", ""),
        ("There is a if in the text.", ""),
        ("Marsh asked if the river rises.", ""),
        ("Marsh wondered if the river rises.", ""),
        ("Marsh does not know if the river rises.", ""),
        ("Marsh will tell us if the river rises.", ""),
        ("Marsh will tell the guards if the river rises.", ""),
        ("Marsh left if the river rose.", "if"),
        ("Marsh asked the old guards if the river rises.", ""),
        ("Marsh wondered in the dark hall if the river rises.", ""),
        ("Marsh asked for help, if the river rises.", "if"),
        ("Marsh will ask, if the river rises.", "if"),
        ("There are few, if any, boats.", ""),
        ("Few, if anyone, stayed.", ""),
        ("Little, if anything, was left.", ""),
        ("He seldom, if ever, left.", ""),
        ("There were tens, if not hundreds, of boats.", ""),
        ("If not for Marsh, the bridge would close.", "If"),
        ("It was a clever, if costly, plan.", ""),
        ("It was a clever, if necessary, plan.", "if"),
        ("He will fight, if necessary, for years.", "if"),
        ("He will fight, if possible, for years.", "if"),
        ("The letter, if true, changes all.", "if"),
    ],
)
def test_condition(text: str, words: str) -> None:
    assert found(text, "condition") == wanted(words, CONDITIONAL)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("The truce holds, provided the guns are silent.", "provided", CONDITIONAL),
        ("The minister provided the guns.", "", CONDITIONAL),
        ("The truce holds as long as the guns are silent.", "as long as", CONDITIONAL),
        ("The bridge is as long as the lake is wide.", "", CONDITIONAL),
        ("The bridge is almost as long as the lake is wide.", "", CONDITIONAL),
        ("It lasts as long as a year.", "", CONDITIONAL),
        ("Marsh brought a coat in case it rained.", "in case", CONDITIONAL),
        ("Marsh brought a coat in case of rain.", "", CONDITIONAL),
        ("Assuming that the guns are silent, the truce holds.", "Assuming that", CONDITIONAL),
        ("Marsh is assuming that the guns are silent.", "", CONDITIONAL),
        ("Marsh left, assuming power.", "", CONDITIONAL),
        ("The fact is that the truce failed.", "The fact is", BOOSTER),
        ("The truth is that the truce failed.", "The truth is", BOOSTER),
        ("The truth is a rare thing.", "", BOOSTER),
        ("The fact remains that the truce failed.", "The fact remains", BOOSTER),
        ("The fact is, of course, odd.", "", BOOSTER),
    ],
)
def test_clause_follows(text: str, words: str, category: str) -> None:
    assert found(text, "clause_follows") == wanted(words, category)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The truce did not hold.", "denial", "not"),
        ("The truce didn't hold.", "denial", "n't"),
        ("Not only the truce failed.", "denial", ""),
        ("It was not just a truce.", "denial", ""),
        ("It was not merely a truce.", "denial", ""),
        ("It was not simply a truce.", "denial", ""),
        ("It failed, not least in Torrin.", "denial", ""),
        ("It was not really a truce.", "denial", "not"),
        ("It was never just a truce.", "denial", "never"),
        ("It was none other than Marsh.", "denial", ""),
        ("It was nothing but a truce.", "denial", ""),
        ("It was nothing like a truce.", "denial", "nothing"),
        ("None but Marsh stayed.", "denial", ""),
        ("None of them stayed.", "denial", "None"),
        ("It was not other men.", "denial", "not"),
        ("It was cold, not to mention wet.", "denial", ""),
        ("It was best not to stay.", "denial", "not"),
        ("Marsh will come or not.", "denial", ""),
        ("Why not stay?", "denial", ""),
        ("Marsh asked whether not to stay.", "denial", ""),
        ("Nobody stayed.", "denial", "Nobody"),
        ("Marsh left without a coat.", "denial", "without"),
        ("There is no truce.", "no_noun", "no"),
        ("No truce holds.", "no_noun", "No"),
        ("He lives at No. 10 in Torrin.", "no_noun", ""),
        ("He lives at No 10 in Torrin.", "no_noun", ""),
        ("It fails no matter what he says.", "no_noun", ""),
        ("It is no wonder that it failed.", "no_noun", ""),
        ("It is no marvel that it failed.", "no_noun", "no"),
    ],
)
def test_denials(text: str, rule: str, words: str) -> None:
    assert found(text, rule) == wanted(words, NEGATION)
