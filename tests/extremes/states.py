"""A site on one day in every state: actions and campaigns, events, disputes; and lists that only many posts have."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.extremes.writer import TODAY, Writer, site_facts

TEXT_JA = "組合員が会社の門の前に立ち、通る人に要求を伝えました。会社からの回答はまだありません。\n"
LETTER = {
    "ja": "工場では三年のあいだ、賃金が上がっていません。",
    "en": "Wages at the plant have not risen for three years.",
}
TARGETS = [
    {"name": {"ja": "葛西食品株式会社", "en": "Kasai Foods"}, "fax": "03-0000-0000", "email": "office@kasai.example",
     "postal_address": {"ja": "〒134-0000 東京都江戸川区中葛西0丁目", "en": "Naka-Kasai 0, Edogawa-ku, Tokyo"}},
    {"name": {"ja": "江戸川市長", "en": "Mayor of Edogawa"}, "email": "mayor@edogawa.example"},
    {"name": {"ja": "労働局", "en": "Labour bureau"}, "receives_letters": True},
    {"name": {"ja": "世論", "en": "The public"}},
]  # fmt: skip
PLACES = [
    {"id": "kasai", "name": {"ja": "葛西", "en": "Kasai"}, "venue": {"ja": "駅前広場", "en": "Station square"},
     "address": {"ja": "東京都江戸川区中葛西0丁目", "en": "Naka-Kasai 0, Edogawa-ku, Tokyo"}, "prefecture": "tokyo",
     "nearest_station": {"ja": "葛西駅", "en": "Kasai Station"},
     "directions": {"ja": "中央口を出て右へ。", "en": "Central exit, then right."},
     "meeting_point": {"ja": "時計の下", "en": "Under the clock"}},
    {"id": "sapporo", "name": {"ja": "札幌", "en": "Sapporo"}, "status": "cancelled", "prefecture": "hokkaido"},
]  # fmt: skip
TEXT_EN = "Members stood at the gate and told their demands to those who passed. The company has not answered.\n"
# (slug, days from today on which the action opens and closes, what came of it)
ACTIONS = (
    ("before", 9, 30, None),
    ("open", -30, 39, None),
    ("closing", -30, 3, None),
    ("closed", -60, -21, None),
    ("result", -60, -21, {"ja": "1,204人が署名し、11月9日に会社へ渡しました。",
                          "en": "1,204 people signed, and the company had it on 9 November."}),
)  # fmt: skip
NAMES = {
    "before": ("冬の賃金調査", "The winter pay survey"),
    "open": ("時給を1500円に", "Fifteen hundred yen an hour"),
    "closing": ("解雇を撤回させよう", "Take back the dismissals"),
    "closed": ("休憩室を返せ", "Give back the break room"),
    "result": ("年末の雇止めを止めよう", "No dismissals at the end of the year"),
    "none": ("安全な職場を", "A safe place to work"),
}
# (slug, first day and last day from today, status, Japanese and English title)
EVENTS = (
    ("coming", 13, 13, "scheduled", "駅前で集会", "Rally at the station"),
    ("today", 0, 0, "scheduled", "門前行動", "At the gate"),
    ("running", -2, 6, "scheduled", "座り込み", "Sit-in"),
    ("tentative", 20, 20, "tentative", "学習会", "Study meeting"),
    ("cancelled", 8, 8, "cancelled", "街頭宣伝", "Leaflets in the street"),
    ("postponed", 9, 9, "postponed", "団交報告会", "Report on the bargaining"),
    ("online", 10, 10, "moved_online", "相談会", "Advice by video"),
    ("over", -18, -18, "scheduled", "ストライキ集会", "Strike rally"),
    ("put-off", 15, 15, "scheduled", "署名提出", "Handing in the signatures"),
    ("places", 16, 16, "scheduled", "全国一斉行動", "Day of action"),
    ("was-cancelled", -12, -12, "cancelled", "雨の集会", "Rally in the rain"),
)
STRIKE, SETTLED, TALKS = "strike", "settled", "talks"


def write_states(root: Path) -> None:
    """Write the site, in Japanese and English."""
    to = Writer(root, ("ja", "en"))
    to.put("data/site.yml", site_facts(to, contact="desk", lead_dispute=STRIKE))
    to.put("data/organisations.yml", {
        "union": {"name": to.words("ひかり労組", "Hikari Union"), "type": "union"},
        "employer": {"name": to.words("葛西食品", "Kasai Foods"), "type": "employer"},
    })  # fmt: skip
    to.put("data/contacts.yml", {"desk": {"display_name": to.words("組合事務所", "Union office"), "consent": "office",
                                          "email": "office@hikari.example", "line_official": "@hikari-union",
                                          "languages": ["ja", "en"]}})  # fmt: skip
    to.put("data/sources.yml", {"report": {"name": to.words("組合の報告", "The union's report"), "publisher": "union",
                                           "date": "2026-11-01"}})  # fmt: skip
    for slug in ("join", "contact"):
        to.pages(f"pages/{slug}", *(("組合に入る", "Join") if slug == "join" else ("連絡先", "Contact")))
    _campaigns(to)
    _events(to)
    _disputes(to)
    _posts(to)


def _day(days: int) -> str:
    return str(TODAY + timedelta(days=days))


def _campaigns(to: Writer) -> None:
    w = to.words
    actions = [{
        "id": slug, "type": "petition", "label": w("署名する", "Sign"), "title": w(*NAMES[slug]),
        "url": "https://form.example/sign", "opens": _day(opens), "closes": f"{_day(closes)} 18:00",
        "effort": w("2分", "2 minutes"),
        "privacy_promise": w("名前は会社に渡しません。", "No name goes to the company."),
        **({"result": result, "result_url": "/news/2026/gate-1/"} if result else {}),
    } for slug, opens, closes, result in ACTIONS]  # fmt: skip
    to.put("data/actions.yml", {"actions": actions})
    to.put("campaigns/ended/campaign.yml", {
        "name": w("マスクをください", "Give us masks"), "goal": w("全員にマスクを。", "Masks for everyone."),
        "start": _day(-90), "end": _day(-20), "outcome_status": "lost", "action": "write", "press_contact": "desk",
        "result": w("会社は最後まで配りませんでした。", "The company gave out none."),
        "actions": [{"id": "write", "type": "letter", "label": w("手紙を書く", "Write"), "url": "https://form.example/w",
                     "result": w("212通が届きました。", "212 letters came in.")}],
    })  # fmt: skip
    for slug, name in NAMES.items():
        own = {"action": slug} if slug != "none" else {}
        to.put(f"campaigns/{slug}/campaign.yml", {
            "name": w(*name), "goal": w("会社に約束させ、守らせます。", "We want a promise, and we want it kept."),
            "demands": [{"text": w("文書で答えること。", "An answer in writing."), "state": "made",
                         "date": "2026-10-01", "source": "report"}], "contact": "desk", "targets": TARGETS,
            "letter": LETTER, **own,
        })  # fmt: skip


def _events(to: Writer) -> None:
    w = to.words
    for slug, first, last, status, ja, en in EVENTS:
        facts: dict[str, Any] = {
            "id": f"states-{slug}", "type": "rally", "title": w(ja, en), "start": f"{_day(first)} 10:30",
            "end": f"{_day(last)} 18:00", "status": status, "venue": w("葛西工場の正門前", "Kasai plant, main gate"),
            "prefecture": "tokyo", "summary": w("どなたでも来られます。", "Anybody can come."), "organiser": "union",
            "contact": "desk", "campaign": "open",
        }  # fmt: skip
        if status != "scheduled":
            facts |= {"sequence": 1, "changed": _day(-13)}
        if status == "moved_online":
            facts["online_url"] = "https://meet.example/hikari"
        if slug == "over":
            facts["report_post"] = f"{_day(-18)}-gate-0"
        if slug == "put-off":
            facts["previous_start"] = f"{_day(first - 7)} 10:30"
        if slug == "places":
            facts |= {"places": PLACES, "venue": None, "prefecture": None}
        to.put(f"events/{_day(first)}-{slug}/event.yml", facts)


def _disputes(to: Writer) -> None:
    w = to.words
    stages = {
        STRIKE: (("葛西食品の争議", "The dispute at Kasai Foods"), ("strike",), {"action": "closing"}),
        SETTLED: (
            ("夜勤手当の争議", "The night-shift dispute"),
            ("dispute_notice", "settlement"),
            {
                "closed": _day(-30),
                "outcome_status": "won",
                "press_contact": "desk",
                "outcome": w("手当を1回2000円とすることで合意しました。", "The company pays 2000 yen a night."),
                "what_changed": w("夜に働く40人に手当が出ています。", "All forty who work at night are paid it."),
                "thanks": w("ありがとうございました。", "Thank you all."),
                "demands": [
                    {
                        "text": w("夜勤手当を払うこと。", "Pay an allowance."),
                        "state": "met",
                        "date": _day(-30),
                        "answer": w("払うと約束しました。", "They promised it."),
                        "source": "report",
                    }
                ],
            },
        ),
        TALKS: (("配置転換の交渉", "Talks on transfers"), ("bargaining_session",), {}),
    }
    for slug, (name, entries, more) in stages.items():
        to.put(f"disputes/{slug}/dispute.yml", {
            "name": w(*name), "summary": w("賃金と解雇をめぐる争いです。", "It is about pay and dismissals."),
            "union": "union", "opponent": "employer", "prefectures": ["tokyo"], "issues": ["wages"],
            "entries": [{"date": _day(-40 + 5 * n), "type": kind, "source": "report",
                         "text": w("門の前で伝えました。", "It was told at the gate."),
                         **({"number": 1} if kind == "bargaining_session" else {})} for n, kind in enumerate(entries)],
            **more,
        })  # fmt: skip


def _posts(to: Writer) -> None:
    w = to.words
    to.texts(f"news/{_day(-28)}-in-the-paper", {
        "id": "states-paper", "title": w("新聞に載りました", "We are in the paper"), "dispute": SETTLED,
        "summary": w("手当の記事です。", "About the allowance."), "sources": ["report"], "kind": "media_coverage",
    }, TEXT_JA, TEXT_EN)  # fmt: skip
    to.texts(f"news/{_day(-29)}-agreed", {
        "id": "states-agreed", "title": w("合意しました", "It is agreed"), "dispute": SETTLED, "kind": "settlement",
        "summary": w("手当が出ます。", "There is an allowance."), "sources": ["report"],
        "quotes": [{"text": w("「眠れます。」", "“I can sleep.”"), "role": w("組合員", "Member")}],
    }, TEXT_JA, TEXT_EN)  # fmt: skip
    for number in range(12):
        to.texts(f"news/{_day(-18 - number * 3)}-gate-{number}", {
            "id": f"state{number:03}", "title": w(f"門の前に四十人（{number + 1}）", f"Forty at the gate {number + 1}"),
            "summary": w("二時間の行動に四十人が来ました。", "Forty people came for two hours."), "sources": ["report"],
            "kind": ("strike", "rally", "bargaining")[number % 3], "dispute": STRIKE, "campaign": "open",
        }, TEXT_JA, TEXT_EN)  # fmt: skip
