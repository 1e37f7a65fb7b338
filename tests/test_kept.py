"""What is known of a word is asked for once, and never takes more memory than it may."""

from __future__ import annotations

from newslib.kept import Kept


def test_a_word_is_asked_for_once_and_a_full_dict_begins_again() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Kept(length, most=2)
    words = ("talks", "may", "talks", "resume", "talks")
    assert [lengths[word] for word in words] == [5, 3, 5, 6, 5]
    assert asked == ["talks", "may", "resume", "talks"]
    assert len(lengths) == 2


def test_fields_of_many_words_stand_in_columns() -> None:
    known = Kept(lambda word: (word, len(word)), most=10)
    words = ["talks", "may"] * 3_000
    assert known.columns(words, 2) == [words, [5, 3] * 3_000]
    assert known.columns([], 2) == [[], []]
