"""Actions that no page asks for: told, unless something that is not public yet names them."""

import pytest

ACTIONS = "actions:\n  - {id: sign, type: share, label: {ja: 賛同, en: Join in}, url: /news/, opens: 2026-11-01}\n"
POST = """---
id: later222
title: {ja: 題, en: T}
summary: {ja: 要, en: S}
action: sign
%s---
<!-- ja -->
文
<!-- en -->
T
"""


def rules(site):
    return [found.rule for found in site.build().problems]


@pytest.mark.parametrize("more", ["", "status: draft\n", "embargo_until: 2026-12-01\n"])
def test_an_action_that_a_post_names_is_used(more, make_site):
    site = make_site("clean")
    site.write("content/data/actions.yml", ACTIONS)
    assert rules(site) == ["unused-action"]
    site.write("content/news/2026-11-02-later/post.md", POST % more)
    assert rules(site) == []


def test_where_a_post_cannot_be_read_nothing_is_said_about_what_it_may_name(make_site):
    site = make_site("clean")
    site.write("content/data/actions.yml", ACTIONS)
    site.write("content/news/2026-11-02-later/post.md", POST % "kind: strick\n")
    assert rules(site) == ["unknown-value"]


def test_an_action_of_a_campaign_that_asks_for_another_is_told_where_it_stands(make_site):
    site = make_site("clean")
    action = "  - {id: %s, type: share, label: {ja: 賛同, en: Join in}, url: /news/, opens: 2026-11-01}\n"
    record = "name: {ja: 運動, en: Campaign}\ngoal: {ja: 目標, en: Goal}\naction: one\nactions:\n"
    site.write("content/campaigns/rise/campaign.yml", record + action % "one" + action % "two")
    (found,) = site.build().problems
    assert (found.rule, found.path, found.line) == ("unused-action", "content/campaigns/rise/campaign.yml", 6)
