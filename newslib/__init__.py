"""newslib: who is speaking, how sure they sound, and in what frame the matter is put.

An article is a string that never changes; everything newslib finds is a span of it; a table is
spans, one a row; a chart is a table. Names load when they are first used, so `import newslib`
stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslib.acts import Act as Act
    from newslib.acts import act_between as act_between
    from newslib.acts import find_acts as find_acts
    from newslib.article import Article as Article
    from newslib.article import Span as Span
    from newslib.charts import Picture as Picture
    from newslib.charts import picture as picture
    from newslib.charts import plot_actor_frames as plot_actor_frames
    from newslib.charts import plot_acts as plot_acts
    from newslib.charts import plot_agreement as plot_agreement
    from newslib.charts import plot_benchmarks as plot_benchmarks
    from newslib.charts import plot_certainty as plot_certainty
    from newslib.charts import plot_dispersion as plot_dispersion
    from newslib.charts import plot_frame_shares as plot_frame_shares
    from newslib.charts import plot_lengths as plot_lengths
    from newslib.charts import plot_log_odds as plot_log_odds
    from newslib.charts import plot_rates as plot_rates
    from newslib.charts import plot_reporting_verbs as plot_reporting_verbs
    from newslib.charts import plot_sentiment as plot_sentiment
    from newslib.charts import plot_stance as plot_stance
    from newslib.charts import plot_targets as plot_targets
    from newslib.charts import plot_voice_shares as plot_voice_shares
    from newslib.charts import plot_voices as plot_voices
    from newslib.charts import plot_words as plot_words
    from newslib.compare import agreement as agreement
    from newslib.compare import bootstrap_interval as bootstrap_interval
    from newslib.compare import check_codings as check_codings
    from newslib.compare import code_units as code_units
    from newslib.compare import collocations as collocations
    from newslib.compare import confusion as confusion
    from newslib.compare import content_words as content_words
    from newslib.compare import count_words as count_words
    from newslib.compare import disagreements as disagreements
    from newslib.compare import frame_lift as frame_lift
    from newslib.compare import log_odds as log_odds
    from newslib.compare import mean_tones as mean_tones
    from newslib.compare import method_agreement as method_agreement
    from newslib.compare import rates as rates
    from newslib.compare import read_codings as read_codings
    from newslib.compare import sample_for_coding as sample_for_coding
    from newslib.compare import score_against as score_against
    from newslib.compare import shares as shares
    from newslib.compare import type_token_ratio as type_token_ratio
    from newslib.framing import Codebook as Codebook
    from newslib.framing import Cue as Cue
    from newslib.framing import find_frames as find_frames
    from newslib.framing import read_codebook as read_codebook
    from newslib.hedging import Certainty as Certainty
    from newslib.hedging import Stance as Stance
    from newslib.hedging import find_hedges as find_hedges
    from newslib.hedging import score_certainty as score_certainty
    from newslib.hedging import stance_of as stance_of
    from newslib.lexicon import Entry as Entry
    from newslib.lexicon import Hit as Hit
    from newslib.lexicon import Lexicon as Lexicon
    from newslib.lexicon import load_lexicon as load_lexicon
    from newslib.lexicon import read_lexicon as read_lexicon
    from newslib.marked import Marked as Marked
    from newslib.marked import marked as marked
    from newslib.marks import Quotation as Quotation
    from newslib.marks import find_marks as find_marks
    from newslib.quotes import Quote as Quote
    from newslib.quotes import Voice as Voice
    from newslib.quotes import find_quotes as find_quotes
    from newslib.quotes import voices as voices
    from newslib.reading import Articles as Articles
    from newslib.reading import Unread as Unread
    from newslib.reading import Unreadable as Unreadable
    from newslib.reading import parse_article as parse_article
    from newslib.reading import read_article as read_article
    from newslib.reading import read_articles as read_articles
    from newslib.scale import table_over_dask as table_over_dask
    from newslib.scale import write_tables as write_tables
    from newslib.sentiment import Evidence as Evidence
    from newslib.sentiment import Score as Score
    from newslib.sentiment import Tone as Tone
    from newslib.sentiment import score_sentences as score_sentences
    from newslib.sentiment import tone_towards as tone_towards
    from newslib.speakers import Mention as Mention
    from newslib.speakers import find_mentions as find_mentions
    from newslib.speakers import name_of as name_of
    from newslib.tables import acts_table as acts_table
    from newslib.tables import all_tables as all_tables
    from newslib.tables import articles_table as articles_table
    from newslib.tables import certainty_table as certainty_table
    from newslib.tables import frames_table as frames_table
    from newslib.tables import hedges_table as hedges_table
    from newslib.tables import kwic as kwic
    from newslib.tables import mentions_table as mentions_table
    from newslib.tables import parts_table as parts_table
    from newslib.tables import problems_table as problems_table
    from newslib.tables import quotes_table as quotes_table
    from newslib.tables import sentences_table as sentences_table
    from newslib.tables import sentiment_table as sentiment_table
    from newslib.tables import targets_table as targets_table
    from newslib.tables import tokens_table as tokens_table
    from newslib.tables import voices_table as voices_table
    from newslib.tables import write_csv as write_csv
    from newslib.tokens import Sentence as Sentence
    from newslib.tokens import Token as Token
    from newslib.tokens import sentences as sentences
    from newslib.tokens import tokens as tokens

__version__ = "0.1.0"

_HOME = {
    "Act": "acts",
    "act_between": "acts",
    "find_acts": "acts",
    "Article": "article",
    "Span": "article",
    "Picture": "charts",
    "picture": "charts",
    "plot_actor_frames": "charts",
    "plot_acts": "charts",
    "plot_agreement": "charts",
    "plot_benchmarks": "charts",
    "plot_certainty": "charts",
    "plot_dispersion": "charts",
    "plot_frame_shares": "charts",
    "plot_lengths": "charts",
    "plot_log_odds": "charts",
    "plot_rates": "charts",
    "plot_reporting_verbs": "charts",
    "plot_sentiment": "charts",
    "plot_stance": "charts",
    "plot_targets": "charts",
    "plot_voice_shares": "charts",
    "plot_voices": "charts",
    "plot_words": "charts",
    "agreement": "compare",
    "bootstrap_interval": "compare",
    "check_codings": "compare",
    "code_units": "compare",
    "collocations": "compare",
    "confusion": "compare",
    "content_words": "compare",
    "count_words": "compare",
    "disagreements": "compare",
    "frame_lift": "compare",
    "log_odds": "compare",
    "mean_tones": "compare",
    "method_agreement": "compare",
    "rates": "compare",
    "read_codings": "compare",
    "sample_for_coding": "compare",
    "score_against": "compare",
    "shares": "compare",
    "type_token_ratio": "compare",
    "Codebook": "framing",
    "Cue": "framing",
    "find_frames": "framing",
    "read_codebook": "framing",
    "Certainty": "hedging",
    "Stance": "hedging",
    "find_hedges": "hedging",
    "score_certainty": "hedging",
    "stance_of": "hedging",
    "Entry": "lexicon",
    "Hit": "lexicon",
    "Lexicon": "lexicon",
    "load_lexicon": "lexicon",
    "read_lexicon": "lexicon",
    "Marked": "marked",
    "marked": "marked",
    "Quotation": "marks",
    "find_marks": "marks",
    "Quote": "quotes",
    "Voice": "quotes",
    "find_quotes": "quotes",
    "voices": "quotes",
    "Articles": "reading",
    "Unread": "reading",
    "Unreadable": "reading",
    "parse_article": "reading",
    "read_article": "reading",
    "read_articles": "reading",
    "table_over_dask": "scale",
    "write_tables": "scale",
    "Evidence": "sentiment",
    "Score": "sentiment",
    "Tone": "sentiment",
    "score_sentences": "sentiment",
    "tone_towards": "sentiment",
    "Mention": "speakers",
    "find_mentions": "speakers",
    "name_of": "speakers",
    "acts_table": "tables",
    "all_tables": "tables",
    "articles_table": "tables",
    "certainty_table": "tables",
    "frames_table": "tables",
    "hedges_table": "tables",
    "kwic": "tables",
    "mentions_table": "tables",
    "parts_table": "tables",
    "problems_table": "tables",
    "quotes_table": "tables",
    "sentences_table": "tables",
    "sentiment_table": "tables",
    "targets_table": "tables",
    "tokens_table": "tables",
    "voices_table": "tables",
    "write_csv": "tables",
    "Sentence": "tokens",
    "Token": "tokens",
    "sentences": "tokens",
    "tokens": "tokens",
}

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"newslib has no name {name!r}; `dir(newslib)` lists what it has")
    return getattr(import_module(f"newslib.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
