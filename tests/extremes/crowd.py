"""A site in which there is much of everything: its tables and posts."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.extremes.crowd_records import write_records
from tests.extremes.writer import ADDRESS, HEADLINE, LONG_WORDS, TEXT_EN, TEXT_JA, TODAY, Writer, site_facts

KINDS = ("strike", "rally", "bargaining", "refusal", "dispute_notice", "commission", "court", "settlement", "statement",
         "solidarity", "press_release", "media_coverage", "survey", "seminar", "notice_to_workers", "explainer", "news",
         "leafleting")  # fmt: skip


def write_crowded(root: Path, langs: tuple[str, ...] = ("ja", "en")) -> None:
    """Write a site in which there is much of everything, and all of it long."""
    to = Writer(root, langs)
    _tables(to)
    _posts(to)
    write_records(to)
    for slug, ja, en in (("join", "加入", "Join"), ("about", "私たち", "About us"), ("donate", "カンパ", "Donate"),
                         ("contact", "連絡先", "Contact"), ("privacy", "個人情報", "Privacy"),
                         ("accessibility", "利用しやすさ", "Accessibility")):  # fmt: skip
        to.pages(f"pages/{slug}", ja, en)


def _tables(to: Writer) -> None:
    w = to.words
    to.put("data/site.yml", site_facts(to, seal="極", union="union-0", contact="desk", lead_dispute="long",
                                     footer=w("長い長い説明です。" * 5, "A long note. " * 5)))  # fmt: skip
    types = ("union", "branch", "federation", "employer", "authority", "commission", "court", "supporter", "media")
    to.put("data/organisations.yml", {f"union-{number}": {
        "name": w(f"{HEADLINE[:30]}労働組合その{number}", f"{LONG_WORDS} Union number {number}"),
        "type": types[number % len(types)], "summary": to.sentence, "region": w("東京", "Tokyo"),
        "prefectures": ["tokyo", "hokkaido", "kanagawa"], "url": ADDRESS, "languages": ["ja", "en", "pt"],
    } | ({"parent": "union-0", "contact": "desk"} if number == 1 else {}) for number in range(14)})  # fmt: skip
    to.put("data/contacts.yml", {"desk": {
        "display_name": w(HEADLINE[:40], LONG_WORDS), "consent": "office", "role": w("相談と取材", "Advice and press"),
        "organisation": "union-0", "email": f"{'very-long-address-' * 3}@union.example", "phone": "03-0000-0000",
        "hours": w("平日10時から18時、土曜日は13時から17時", "Weekdays 10:00 to 18:00, Saturdays 13:00 to 17:00"),
        "languages": ["ja", "en", "pt"], "confidentiality": w("秘密は守ります。", "What you tell us stays with us."),
    }})  # fmt: skip
    to.put("data/sources.yml", {"report": {
        "name": to.long, "publisher": "union-0", "date": "2026-01-01", "url": ADDRESS}})  # fmt: skip
    to.put("data/tags.yml", {f"topic-{n}": {
        "label": w(f"{HEADLINE[:20]}{n}", f"{LONG_WORDS[:40]} {n}"), "summary": to.sentence}
        for n in range(12)})  # fmt: skip
    to.put("data/terms.yml", {f"term-{n}": {"term": w(f"用語{n}", f"term {n}"), "reading": "ようご",
                                            "definition": to.sentence} for n in range(30)})  # fmt: skip
    to.put("data/notices.yml", {"notices": [
        {"text": to.long, "url": "/events/", "start": "2026-11-01", "end": "2026-12-31"}]})  # fmt: skip
    to.put("data/actions.yml", {"actions": [_action(to, "sign", closes="2026-11-25 18:00", opens="2026-10-01")]})


def _action(to: Writer, key: str, **other: Any) -> dict[str, Any]:
    return {
        "id": key, "type": "petition", "label": to.words("署名する（1分）", "Sign in one minute"),
        "title": to.long, "url": ADDRESS, "effort": to.words("1分", "1 minute"),
        "form_languages": ["ja", "en", "pt"],
        "privacy_promise": to.words("名前は渡しません。", "No name is passed on."),
        "data_holder": to.words("組合", "The union"), "retention": to.words("一年", "One year"),
        "note": to.words("補足", "A note"),
        "figure": 1204, "figure_as_of": "2026-11-01", **other,
    }  # fmt: skip


def _posts(to: Writer) -> None:
    w = to.words
    for number in range(46):
        day = TODAY - timedelta(days=1 + number * 23)
        folder = f"news/{day}-post-{number}"
        facts = {
            "id": f"post{number:04}", "title": to.title(number),
            "summary": to.sentence, "kind": KINDS[number % len(KINDS)], "dispute": "long",
            "campaign": "long", "organisations": ["union-0", "union-1"], "tags": [f"topic-{number % 12}"],
            "sources": ["report"],
        }  # fmt: skip
        if number % 3 == 0:
            days = (day + timedelta(days=n) for n in range(1, 2 + number % 2))
            facts["corrections"] = [{"date": str(day), "text": to.sentences} for day in days]
        if number == 0:
            to.photo(f"{folder}/wide.jpg")
            facts["photos"] = [{"file": "wide.jpg", "alt": w("写真の説明", "What it shows"), "people": "none",
                                "caption": to.long, "credit": "組合"}]  # fmt: skip
            facts["quotes"] = [{"text": to.sentence, "role": w("組合員", "Member")}]
            facts |= {"action": "sign", "contact": "desk", "prefectures": ["tokyo"]}
        to.texts(folder, facts, f"{TEXT_JA}\n\n{ADDRESS}\n\n- {HEADLINE}\n- {LONG_WORDS}",
                 f"{TEXT_EN}\n\n{ADDRESS}\n\n| {LONG_WORDS} | x |\n|---|---|\n| {LONG_WORDS} | y |")  # fmt: skip
