"""Computed figures as posts have shown them: fixed when a post goes out, changed by a dated correction only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plugins.model.text import every_text

if TYPE_CHECKING:
    from plugins.model.dispute import Dispute, Figures
    from plugins.model.post import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigures:
    """What one post shows; `content/data/figures.yml`, by the post's id, written by the build.

    Shape: `shown["sessions:interac-2021"]` is the figure as a word that no language changes: "33", "court",
    "P21D" (days, as ISO 8601 writes a duration), "2019-11" (since when, where the day is not known).
    """

    corrections: int  # how many corrections the post had when its figures were last computed
    shown: Mapping[str, str]


class Changed(NamedTuple):
    """A figure that the records now tell otherwise than the post did, without a correction."""

    post: Post
    name: str  # "sessions"
    shown: str
    now: str


def figure_token(name: str, figures: Figures) -> str:
    """Return a figure as a word that no language changes; a first demand not known to the day gives its date."""
    since = figures.first_demand.isoformat() if figures.first_demand else ""
    return {
        "sessions": str(figures.sessions),
        "strike-days": str(figures.strike_days),
        "days-since-demand": since if figures.days_since_demand is None else f"P{figures.days_since_demand}D",
        "stage": figures.stage.value,
    }[name]


def shown_figures(post: Post, disputes: Mapping[str, Dispute], before: ShownFigures | None) -> ShownFigures | None:
    """Return what a post shows, or none if it shows no figure; `before` is what the ledger holds of it.

    A figure stands as it was first shown. Only one more correction makes it be computed anew, still as of the day of
    the post; an entry that is added to a record later for an earlier day changes no post by itself.
    """
    computed = _computed(post, disputes)
    if not computed:
        return None
    count = len(post.facts.corrections)
    if before is None or count > before.corrections:
        return ShownFigures(corrections=count, shown=computed)
    return ShownFigures(corrections=count, shown={key: before.shown.get(key, now) for key, now in computed.items()})


def changed_figures(post: Post, disputes: Mapping[str, Dispute], shown: ShownFigures) -> list[Changed]:
    """Return the figures that the records tell otherwise than the post does."""
    return [
        Changed(post, key.partition(":")[0], shown.shown[key], value)
        for key, value in _computed(post, disputes).items() if shown.shown.get(key, value) != value
    ]  # fmt: skip


def _computed(post: Post, disputes: Mapping[str, Dispute]) -> dict[str, str]:
    from plugins.model.dispute import figures_of  # most posts show no figure

    keys = {(figure.name, figure.dispute or post.facts.dispute) for text in every_text(post) for figure in text.figures}
    return {
        f"{name}:{slug}": figure_token(name, figures_of(disputes[slug], post.published.date()))
        for name, slug in sorted(keys) if slug in disputes
    }  # fmt: skip
