"""Quotation marks: pairs of every kind, continued and unclosed ones, and what is no mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslib import parse_article
from newslib.article import Article
from newslib.marks import find_marks

ALPHABET = st.text(alphabet=st.sampled_from("ab sS1.,:\n\"'“”‘’«»`([-") | st.characters())


def found(text: str) -> list[tuple[str, int, bool]]:
    return [(q.span.text, q.level, q.closed) for q in find_marks(parse_article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
        ("‘We don’t fear them,’ he said.", ["‘We don’t fear them,’"]),
        ("'We don't fear the ministers' vote,' he said.", ["'We don't fear the ministers' vote,'"]),
        ("«We go,» he said; « never » she said.", ["«We go,»", "« never »"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("„We go“, he said.", ["„We go“"]),
        ("The gate is 6' 2\" wide and 7' 1\" high.", []),
        ('The 5" pipe and the 6" pipe.', []),
        ("The ministers' wives weren't asked, and Calder's '90s treaty wasn't read.", []),
        ("Rock 'n' roll and get 'em.", []),
        ('The hall is old" and cold.', []),
        ('"He is 6\' 2" tall," she said.', ['"He is 6\' 2" tall,"']),
        ('They want ("peace") now.', ['"peace"']),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert [span for span, _, _ in found(text)] == expected


def test_inner_marks_have_a_level() -> None:
    assert found("\"He told me, 'Bring them home,' and I obeyed,\" she said.") == [
        ("\"He told me, 'Bring them home,' and I obeyed,\"", 0, True),
        ("'Bring them home,'", 1, True),
    ]
    assert found("'He told me \"no\" twice,' she said.") == [
        ("'He told me \"no\" twice,'", 0, True),
        ('"no"', 1, True),
    ]


@pytest.mark.parametrize("mark", ['""', "“”", "''", "‘’"])
def test_continued_paragraphs_share_a_group(mark: str) -> None:
    opening, closing = mark[0], mark[1]
    paragraphs = f"{opening}One.\n\n{opening}Two.\n\n{opening}Three,{closing}"
    text = f"{paragraphs} he said. {opening}Four.{closing}"
    quotations = find_marks(parse_article(text))
    assert [q.closed for q in quotations] == [False, False, True, True]
    assert len({q.group for q in quotations[:3]}) == 1
    assert quotations[3].group != quotations[0].group


def test_an_odd_mark_harms_nothing_beyond_its_paragraph() -> None:
    assert found('A stray" mark.\n\n"We go," he said.\n\nHe "left.\n\nShe "stayed".') == [
        ('"We go,"', 0, True),
        ('"left.', 0, False),
        ('"stayed"', 0, True),
    ]


def test_a_mark_that_opens_anew_ends_the_one_before() -> None:
    assert found('He "left. She "stayed" here.') == [
        ('"left. She', 0, False),
        ('"stayed"', 0, True),
    ]


@given(ALPHABET)
def test_quotations_slice_back_and_never_cross(text: str) -> None:
    article = parse_article(text)
    quotations = find_marks(article)
    around: list[int] = []
    for quotation in quotations:
        span = quotation.span
        assert span.start < span.end
        assert article.text[span.start : span.end] == span.text
        while around and around[-1] <= span.start:
            around.pop()
        assert not around or span.end <= around[-1]
        assert quotation.level == len(around)
        around.append(span.end)
    assert list(quotations) == sorted(quotations, key=lambda q: (q.span.start, -q.span.end))


@pytest.mark.parametrize("unit", ['"', '"a', "'a", '"a" ', "'a' ", "“", "«“a ", "‘a "])
def test_a_hundred_thousand_marks_are_paired_or_not(unit: str) -> None:
    article = Article("marks", unit * 100_000, paragraphs=())
    article = Article("marks", article.text, paragraphs=(article.span(0, len(article.text)),))
    marks = find_marks(article)
    assert all(article.text[m.span.start : m.span.end] == m.span.text for m in marks)
