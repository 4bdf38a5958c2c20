"""What has ended says how, so that its page can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.evidence import Evidence
from plugins.model.kinds import CampaignState, DisputeStage, OutcomeStatus
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.campaign import CampaignFacts
    from plugins.model.dates import PartialDate
    from plugins.model.dispute import DisputeFacts


def check_endings(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each dispute and campaign that is over, and does not say how or with what outcome."""
    site = evidence.site
    for dispute in site.disputes.values():
        from plugins.model.dispute import figures_of  # sites without disputes do without it

        figures = figures_of(dispute, site.today)
        if figures.stage is DisputeStage.SETTLED and figures.stage_since:
            yield from _untold(evidence, dispute.path, dispute.facts, figures.stage_since, "closed", "outcome")
    for campaign in site.campaigns.values():
        if campaign.facts.end and campaign.state(site.today) is CampaignState.CLOSED:
            yield from _untold(evidence, campaign.path, campaign.facts, campaign.facts.end, "end", "result")


def _untold(
    evidence: Evidence, item: str, facts: DisputeFacts | CampaignFacts, day: PartialDate, ended: str, told: str
) -> Iterable[Problem]:
    """Yield what is missing; `ended` is the field that says when it ended, `told` the one for the outcome."""
    path, line = evidence.origins.of(item, ended)
    if facts.outcome_status is OutcomeStatus.ONGOING:
        yield problem("ending-without-status", path, line, day=day)
    if not getattr(facts, told):
        yield problem("ending-without-words", path, line, day=day, field=told)
