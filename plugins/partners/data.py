"""The data of a campaign for partner sites' own programs."""

import json
from typing import Any

from plugins.partners.card import PartnerAction, PartnerCard, PartnerOutcome, PartnerPost


def render_data(card: PartnerCard) -> str:
    """Render the card as JSON: what is unknown is left out, and no time is that of the build.

    Shape: each text stands beside its language, `lang`; times are RFC 3339, a closing day without a clock time lasts
    until its end in Japan.
    """
    data: dict[str, Any] = {
        "id": card.id, "url": card.url, "name": card.name.text, "lang": card.name.lang, "state": card.state,
    }  # fmt: skip
    if card.posts:
        data["updated"] = max(post.updated for post in card.posts).isoformat(timespec="seconds")
    data["union"] = {"name": card.union.text, "lang": card.union.lang, "url": card.home_url}
    if card.outcome:
        data["outcome"] = _outcome(card.outcome)
    if card.action:
        data["action"] = _action(card.action)
    data["posts"] = [_post(post) for post in card.posts]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _outcome(outcome: PartnerOutcome) -> dict[str, str]:
    status = {"status": outcome.status} if outcome.status_words else {}
    return status | ({"text": outcome.text.text, "lang": outcome.text.lang} if outcome.text else {})


def _action(action: PartnerAction) -> dict[str, str]:
    found = {"label": action.label.text, "lang": action.label.lang, "url": action.url, "state": action.state}
    closes = action.closes.isoformat() if action.closes else ""
    return {key: value for key, value in (found | {"closes": closes}).items() if value}


def _post(post: PartnerPost) -> dict[str, str]:
    return {
        "id": post.id, "url": post.url, "title": post.title.text, "lang": post.title.lang,
        "date": post.published.date().isoformat(), "updated": post.updated.isoformat(timespec="seconds"),
    }  # fmt: skip
