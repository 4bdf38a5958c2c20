"""A site in which there is much of everything: its disputes, campaigns, events, surveys and explainers."""

from datetime import date, timedelta
from typing import Any

from tests.extremes.writer import ADDRESS, HEADLINE, LONG_WORDS, TODAY, Writer

ENTRIES = ("demand_submitted", "bargaining_requested", "bargaining_session", "bargaining_refused", "law_change",
           "dispute_notice", "strike_vote", "strike_notice", "strike", "protest", "conciliation", "mediation",
           "arbitration", "ulp_filed", "ulp_investigation", "ulp_hearing", "ulp_order", "review_filed",
           "lawsuit_filed", "court_date")  # fmt: skip
STATES = ("made", "in_talks", "refused", "partly_met", "met", "withdrawn")


def write_records(to: Writer) -> None:
    """Write every record of the crowd."""
    _dispute(to)
    _campaign(to)
    _events(to)
    _survey_and_report(to)
    _explainer(to)


def _dispute(to: Writer) -> None:
    w = to.words
    first = date(2024, 1, 10)
    entries: list[dict[str, Any]] = []
    for number in range(40):
        kind = ENTRIES[number % len(ENTRIES)]
        entry = {"date": str(first + timedelta(days=number * 24)), "type": kind, "text": to.sentence,
                 "source": "report", "place": w(HEADLINE[:20], LONG_WORDS[:40])}  # fmt: skip
        entries.append(entry | ({"number": 1 + len(entries)} if kind == "bargaining_session" else {}))
    to.put("disputes/long/dispute.yml", {
        "name": to.long, "summary": to.sentence, "union": "union-0",
        "opponent": "union-3", "branch": "union-1", "campaign": "long", "prefectures": ["tokyo", "kanagawa", "okinawa"],
        "workplaces": w(HEADLINE[:30], LONG_WORDS), "workers_concerned": 12345, "workers_as_of": "2026-03",
        "workers_source": "report", "issues": ["wages", "hours", "safety"],
        "contact": "desk", "action": "sign", "demands": _demands(to, 20), "entries": entries, "press_contact": "desk",
        "legal_cases": [{"body": "union-5", "case_number": "令和8年（不）第1号", "filed": "2026-05-20",
                         "source": "report", "next_date": "2026-12-10",
                         "outcome": w("審査中です。", "It is being examined.")}],
    })  # fmt: skip
    to.running("disputes/long")


def _demands(to: Writer, count: int) -> list[dict[str, Any]]:
    return [{"text": to.title(number), "state": STATES[number % len(STATES)],
             "detail": to.sentence, "answer": to.sentence, "date": "2026-05-08", "source": "report"}
            for number in range(count)]  # fmt: skip


def _targets(to: Writer) -> list[dict[str, Any]]:
    written_to = {"postal_address": to.long, "fax": "03-0000-0000", "email": "office@elsewhere.example"}
    others = [{"name": to.words(f"相手{number}", f"Target {number}")} for number in range(5)]
    return [{"name": to.long, **written_to}, others[0] | {"receives_letters": True}, *others[1:]]


def _campaign(to: Writer) -> None:
    w = to.words
    share = {"label": w("ある", "Yes"), "value": 62.5}, {"label": w(HEADLINE[:24], LONG_WORDS), "value": 37.5}
    to.put("campaigns/long/campaign.yml", {
        "name": to.long, "slogan": w(HEADLINE[:40], LONG_WORDS), "goal": to.sentence,
        "demands": _demands(to, 20), "targets": _targets(to),
        "partners": [{"organisation": f"union-{n}", "role": ("lead", "partner", "endorser")[n % 3], "source": "report",
                      "region": w("東京", "Tokyo")} for n in range(12)],
        "action": "sign", "contact": "desk", "start": "2025-01-01", "privacy_promise": w("渡しません。", "Never."),
        "facts": [{"id": f"fact-{n}", "value": 123456.7 * n + 1, "unit": w("円", "yen"), "as_of": "2026-03",
                   "label": w(HEADLINE[:30], LONG_WORDS), "source": "report", "n": 84} for n in range(5)],
        "distributions": [{"id": "parts", "label": w("割合", "Shares"), "shares": [*share], "as_of": "2026-03",
                           "source": "report", "n": 84}],
        "claims": [{"claim": to.sentence, "claim_source": "report", "answer_source": "report",
                    "answer": to.sentence}] * 3,
        "faq": [{"question": w(HEADLINE + "か。", f"{LONG_WORDS}?"), "answer": to.sentences}] * 5,
    })  # fmt: skip
    to.running("campaigns/long")


def _events(to: Writer) -> None:
    w = to.words
    status = ("scheduled", "tentative", "cancelled", "postponed", "moved_online")
    for number in range(36):
        day = TODAY + timedelta(days=11 + (number - 24) * 27)
        facts = {
            "id": f"event{number:03}", "type": "rally", "title": to.title(number),
            "start": f"{day} 13:30", "status": status[number % len(status)], "venue": w(HEADLINE[:24], LONG_WORDS),
            "campaign": "long", "dispute": "long", "organiser": "union-0", "contact": "desk", "sequence": 1,
            "changed": "2025-01-01 12:00",
        }  # fmt: skip
        if number % 6 == 2:
            facts["places"] = [{
                "id": f"place-{n}", "name": to.title(n), "venue": to.long, "address": to.long, "prefecture": "tokyo",
                "directions": to.sentence, "nearest_station": to.long,
            } for n in range(5)]  # fmt: skip
        if number % 4 == 1:
            facts["end"] = f"{day + timedelta(days=2)} 16:00"  # several days
        if number % 4 == 2:
            facts |= {"start": str(day), "all_day": True}
        if number % 12 == 11:
            facts |= {"start": str(day), "month_only": True}
        if number >= 24:
            facts |= {
                "summary": to.sentence, "address": to.long, "prefecture": "tokyo",
                "nearest_station": w("葛西駅", "Kasai"), "directions": to.sentence,
                "meeting_point": w("時計の下", "Under the clock"),
                "access": to.sentence, "rain_plan": w("雨でも行います。", "Rain or shine."),
                "bring": [w(f"物{n}", f"Thing {n}") for n in range(6)], "cost": w("無料", "Free"),
                "photo_rule": w("とりません。", "None."), "languages": w("日本語", "Japanese"), "online_url": ADDRESS,
                "attendance": "both",
            }  # fmt: skip
        to.put(f"events/{day}-event-{number}/event.yml", facts)
        if number % 6 == 0:
            to.running(f"events/{day}-event-{number}")


def _survey_and_report(to: Writer) -> None:
    w = to.words
    to.put("surveys/long/survey.yml", {
        "name": to.long, "campaign": "long", "population": w("働く人", "Workers"),
        "waves": [{"number": n + 1, "title": to.title(n),
                   "opens": f"20{20 + n}-01-01", "closes": f"20{20 + n}-02-01", "responses": 1000 * n + 84,
                   "source": "report", "report": f"report-{n}"} for n in range(6)],
    })  # fmt: skip
    for number in range(6):
        to.put(f"reports/report-{number}/report.yml", {
            "title": to.title(number), "summary": to.sentence,
            "campaign": "long", "survey": "long", "published": f"20{20 + number}-03-01", "n": 84,
            "findings": [to.sentence] * 12, "contact": "desk", "source": "report",
            "documents": [{"title": to.long, "url": ADDRESS, "lang": "ja"}],
        })  # fmt: skip


def _explainer(to: Writer) -> None:
    w = to.words
    to.put("explainers/long/explainer.yml", {
        "title": to.long, "definition": to.sentence, "definition_source": "report",
        "checked": "2026-04-01", "day": [{"time": f"{hour}:00", "text": to.sentence} for hour in range(8, 20)],
        "day_source": "report", "terms": [f"term-{n}" for n in range(12)], "campaign": "long", "action": "sign",
        "related": [f"{TODAY - timedelta(days=1)}-post-0"], "organisations": ["union-0"], "sources": ["report"],
        "faq": [{"question": w(HEADLINE + "か。", f"{LONG_WORDS}?"), "answer": to.sentences}] * 5,
    })  # fmt: skip
    to.running("explainers/long")
