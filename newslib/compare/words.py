"""Counting words: the most used ones, those that stand together, and how varied they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.compare.columns import need, typed
from newslib.lexicon import Lexicon, folded

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["collocations", "content_words", "count_words", "type_token_ratio"]


def content_words(table: pd.DataFrame, *, without: Lexicon) -> pd.DataFrame:
    """The rows of a `tokens_table` that are words and not in the lexicon, as a rule function words.

    Raises ValueError for a missing column, TypeError where `without` is no lexicon.

    >>> from newslib import load_lexicon, parse_article, tokens_table
    >>> table = tokens_table(parse_article("The talks failed."))
    >>> content_words(table, without=load_lexicon("function_words"))["text"].tolist()
    ['talks', 'failed']
    """
    need(table, "kind", "text")
    left_out = _words_of(without)
    return table[(table["kind"] == "word") & ~table["text"].map(folded).isin(left_out)]


def count_words(table: pd.DataFrame, *, without: Lexicon | None = None) -> pd.DataFrame:
    """How often each word of a `tokens_table` is used: columns `word`, `n`, most used first.

    Words are compared in lower case; numbers and marks do not count. `without` leaves out the
    entries of a lexicon, as a rule `load_lexicon("function_words")`. Words used equally often
    stand in alphabetical order. Raises as `content_words` does.

    >>> from newslib import parse_article, tokens_table
    >>> count_words(tokens_table(parse_article("Talks about talks failed."))).values.tolist()
    [['talks', 2], ['about', 1], ['failed', 1]]
    """
    need(table, "kind", "text")
    rows = (
        table[table["kind"] == "word"] if without is None else content_words(table, without=without)
    )
    kept = rows["text"].map(folded)
    counts = kept.groupby(kept).size().rename_axis("word").reset_index(name="n")
    ordered = counts.sort_values(["n", "word"], ascending=[False, True], ignore_index=True)
    return typed(ordered, whole=("n",), real=())


def collocations(
    table: pd.DataFrame, *, without: Lexicon | None = None, min_n: int = 2
) -> pd.DataFrame:
    """Pairs of words that stand side by side more often than chance has it, strongest first.

    Takes a `tokens_table`; pairs do not cross sentences, marks stand between words, and pairs
    that hold a word of `without` or occur fewer than `min_n` times are left out. Columns: `first`,
    `second`, `n`, `score`, Dunning's (1993) log-likelihood ratio as NLTK computes it. In a
    short text the scores order pairs; they prove nothing. ValueError for a missing column,
    TypeError where `without` is no lexicon.

    >>> from newslib import parse_article, tokens_table
    >>> story = parse_article("State media led. State media left. Talks failed.")
    >>> collocations(tokens_table(story))[["first", "second", "n"]].values.tolist()
    [['state', 'media', 2]]
    """
    import pandas as pd
    from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

    need(table, "article", "sentence", "text")
    left_out = set() if without is None else _words_of(without)
    words = table["text"].map(folded)
    texts = [list(group) for _, group in words.groupby([table["article"], table["sentence"]])]
    finder = BigramCollocationFinder.from_documents(texts)
    finder.apply_freq_filter(min_n)
    finder.apply_word_filter(lambda word: not any(map(str.isalpha, word)) or word in left_out)
    scored = finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)
    rows = [(*pair, finder.ngram_fd[pair], score) for pair, score in scored]
    table = pd.DataFrame(rows, columns=["first", "second", "n", "score"])
    found = typed(table, whole=("n",), real=("score",))
    order = ["score", "first", "second"]
    return found.sort_values(order, ascending=[False, True, True], ignore_index=True)


def type_token_ratio(table: pd.DataFrame, *, words: int | None = None) -> float:
    """Different words for each word used, over the first `words` words of a `tokens_table`.

    The ratio falls as a text grows, because words come again: compare it only between stretches
    of the same length, and give that length. NaN for no words; ValueError for `words` below 1
    or a missing column.

    >>> from newslib import parse_article, tokens_table
    >>> type_token_ratio(tokens_table(parse_article("Talks about talks failed.")))
    0.75
    """
    if words is not None and words < 1:
        raise ValueError(f"type_token_ratio(words={words}) counts nothing; give 1 or more")
    need(table, "kind", "text")
    used = table.loc[table["kind"] == "word", "text"].map(folded)[:words]
    return round(used.nunique() / len(used), 4) if len(used) else float("nan")


def _words_of(lexicon: Lexicon) -> set[str]:
    """The entries of a lexicon as texts are compared with them."""
    if not isinstance(lexicon, Lexicon):
        raise TypeError(
            f"without is a {type(lexicon).__name__}; give a Lexicon from load_lexicon(name) or "
            "read_lexicon(path)"
        )
    return {folded(entry.entry) for entry in lexicon.entries}
