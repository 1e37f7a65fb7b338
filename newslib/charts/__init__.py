"""Tables as charts: a table in, matplotlib Axes out; `picture` shows one with its words."""

from newslib.charts.agreement import plot_agreement, plot_benchmarks
from newslib.charts.frames import plot_frame_shares, plot_log_odds
from newslib.charts.matrix import plot_actor_frames, plot_acts, plot_targets
from newslib.charts.picture import Picture, picture
from newslib.charts.rates import plot_rates, plot_stance
from newslib.charts.story import plot_certainty, plot_sentiment
from newslib.charts.voices import plot_reporting_verbs, plot_voice_shares, plot_voices
from newslib.charts.words import plot_dispersion, plot_lengths, plot_words

__all__ = [
    "Picture",
    "picture",
    "plot_actor_frames",
    "plot_acts",
    "plot_agreement",
    "plot_benchmarks",
    "plot_certainty",
    "plot_dispersion",
    "plot_frame_shares",
    "plot_lengths",
    "plot_log_odds",
    "plot_rates",
    "plot_reporting_verbs",
    "plot_sentiment",
    "plot_stance",
    "plot_targets",
    "plot_voice_shares",
    "plot_voices",
    "plot_words",
]
