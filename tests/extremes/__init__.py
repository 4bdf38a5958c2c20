"""Sites at their limits: all at once and as long as it gets, one language only, every state, next to nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.extremes.crowd import write_crowded
from tests.extremes.states import write_states
from tests.extremes.writer import Writer, site_facts


def write_sparse(root: Path) -> None:
    """Write a site with one of each record, and of each only what must be there; nobody to reach."""
    to = Writer(root, ("ja", "en"))
    w = to.words
    to.put("data/site.yml", site_facts(to))
    organisations = {"union": "union", "employer": "employer"}
    names = {key: {"name": w(f"団体{key}", f"The {key}"), "type": kind} for key, kind in organisations.items()}
    to.put("data/organisations.yml", names)
    to.put("data/sources.yml", {"report": {"name": w("報告", "Report"), "publisher": "union", "date": "2026-01-01"}})
    to.put("disputes/quiet/dispute.yml", {
        "name": w("静かな争議", "A quiet dispute"), "summary": w("要約です。", "In short."), "union": "union",
        "opponent": "employer",
    })  # fmt: skip
    to.put("campaigns/quiet/campaign.yml", {"name": w("静かな運動", "Quiet"), "goal": w("目標です。", "A goal.")})
    to.put("events/2026-12-01-quiet/event.yml", {
        "id": "event001", "type": "meeting", "title": w("静かな会", "A quiet meeting"), "start": "2026-12-01",
        "all_day": True,
    })  # fmt: skip
    to.put("surveys/quiet/survey.yml", {"name": w("調査", "Survey"), "campaign": "quiet", "waves": [
        {"number": 1, "title": w("第1次", "Wave 1"), "opens": "2026-01-01", "closes": "2026-02-01"}]})  # fmt: skip
    to.put("reports/quiet/report.yml", {"title": w("報告書", "A report"), "summary": w("要約です。", "In short."),
                                           "published": "2026-03-01"})  # fmt: skip
    to.put("explainers/quiet/explainer.yml", {"title": w("とは", "What is it?"), "checked": "2026-01-01",
                                                 "definition": w("一文の説明です。", "One sentence.")})  # fmt: skip
    to.texts("news/2026-11-01-quiet", {"id": "post0001", "title": w("静かな記事", "A quiet post"),
                                       "summary": w("要約です。", "In short.")})  # fmt: skip


def write_site_only(root: Path) -> None:
    """Write a site that has a name and nothing else."""
    to = Writer(root, ("ja", "en"))
    to.put("data/site.yml", site_facts(to))


EXTREMES: dict[str, Callable[[Path], None]] = {
    "crowded": write_crowded,
    "only_japanese": partial(write_crowded, langs=("ja",)),
    "only_english": partial(write_crowded, langs=("en",)),
    "states": write_states,
    "sparse": write_sparse,
    "site_only": write_site_only,
}
