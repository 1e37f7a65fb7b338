from __future__ import annotations

import pickle
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from newslib import Entry, Lexicon, lexicon, load_lexicon, read_lexicon
from newslib.lexicons import packaged, read_rows

LIST = Lexicon(
    "list",
    (
        Entry("may", "epistemic"),
        Entry("may well", "epistemic"),
        Entry("well", "booster"),
        Entry("US", "state"),
        Entry("can't", "negation"),
        Entry("may", "month"),
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It may well be.", ["may well"]),
        ("It may, well.", ["may", "may", "well"]),
        ("Mayfair may", ["may", "may"]),
        ("dismay well-being", ["well"]),
        ("MAY\nWELL", ["MAY\nWELL"]),
        ("they can’t, US-led", ["can’t", "US"]),
        ("İ may", ["may", "may"]),
        ("\ud800 may", ["may", "may"]),
        ("", []),
    ],
)
def test_entries_are_found_as_whole_words_longest_first(text: str, found: list[str]) -> None:
    assert [span.text for span, _ in LIST.find(text)] == found


@given(st.text(st.sampled_from("may wel'’US cn\nİß"), max_size=80), st.booleans())
def test_it_makes_no_difference_how_much_is_searched_at_once(text: str, overlapping: bool) -> None:
    found = list(LIST.find(text, overlapping=overlapping))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "_AT_ONCE", 2)
        assert list(LIST.find(text, overlapping=overlapping)) == found


@given(st.text(st.sampled_from("may wel'’US cn\nİß"), max_size=80))
def test_what_is_found_slices_back_in_order(text: str) -> None:
    end = 0
    for span, _ in LIST.find(text):
        assert text[span.start : span.end] == span.text
        assert span.start >= end or span.text.lower() == "may"
        end = span.end


def test_a_stretch_of_the_text_keeps_the_texts_places() -> None:
    assert [span.start for span, _ in LIST.find("may or may not", 4)] == [7, 7]


def test_an_empty_lexicon_finds_nothing() -> None:
    assert list(Lexicon("none", ()).find("may")) == []


def test_a_lexicon_survives_pickling_with_its_matcher_built() -> None:
    list(LIST.find("may"))
    again = pickle.loads(pickle.dumps(LIST))
    assert again == LIST
    assert [span.text for span, _ in again.find("may well")] == ["may well"]


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    text = "\ufeffentry\tcategory\tstrength\tgenre\r\n# why\r\n\r\n"
    text += "so-called\tevidential\t0.5\tnews\r\nor so\tapproximator\r\n"
    file.write_bytes(text.encode("utf-8"))
    mine = read_lexicon(file)
    assert (mine.name, [entry.strength for entry in mine.entries]) == ("mine", [0.5, None])
    assert mine.entries[0]["genre"] == "news"
    with pytest.raises(KeyError):
        mine.entries[0]["voice"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\tcategory\nmay\tx\n", r"mine\.tsv has no column 'entry'"),
        ("entry\tcategory\nmay\tx\ty\n", r"mine\.tsv, line 2 has 3 fields"),
        ("entry\tcategory\tstrength\nmay\tx\thigh\n", r"gives 'may' the strength 'high'"),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mine.tsv").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=message):
        read_lexicon(tmp_path / "mine.tsv")


def test_an_unknown_lexicon_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="ships no lexicon 'moods'; choose one of abbreviations,"):
        load_lexicon("moods")


NAMES = sorted(path.stem for path in (ROOT / "newslib" / "lexicons").glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_every_list_we_ship_is_sound_and_documented(name: str) -> None:
    text = packaged(name)
    rows = list(read_rows(text, name=name, required=()))
    assert rows
    assert "\r" not in text
    assert f"`{name}.tsv`" in (ROOT / "newslib" / "lexicons" / "README.md").read_text("utf-8")


def test_a_row_without_words_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("entry\tcategory\n\tepistemic\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.tsv has a row of 'epistemic' without an entry"):
        read_lexicon(file)


@pytest.mark.parametrize("name", ["hedges", "stance", "acts", "diplomacy"])
def test_the_readme_of_the_lists_counts_their_entries(name: str) -> None:
    readme = (files("newslib.lexicons") / "README.md").read_text("utf-8")
    stated = readme.partition(f"| `{name}.tsv` | ")[2].split()[0]
    assert int(stated) == len(load_lexicon(name))
