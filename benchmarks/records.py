"""What a measured site holds besides its posts: a fixed handful of everything that has a page."""

from collections.abc import Mapping
from typing import Any

from benchmarks.posts import tag_counts

DISPUTES, CAMPAIGNS = 8, 5
EVENTS = ("2026-05-01-may-day", "2027-02-01-winter-meeting")
ENTRIES = (
    ("2026-01-15", "union_notice", {}),
    ("2026-02-02", "demand_submitted", {}),
    ("2026-03-04", "bargaining_session", {"number": 1}),
    ("2026-04-08", "bargaining_session", {"number": 2}),
    ("2026-05-20", "dispute_notice", {}),
    ("2026-06-11", "strike", {"form": "all_day"}),
)
Record = Mapping[str, Any]


def said(ja: str, en: str) -> dict[str, str]:
    """Return words in both languages."""
    return {"ja": ja, "en": en}


def tables_of(count: int) -> dict[str, Record]:
    """Return the tables of `content/data/` for a site of `count` posts, by name."""
    campaigns, employers = tag_counts(count)
    tags = {f"campaign-{n:04d}": {"label": said(f"運動{n}", f"Campaign {n}")} for n in range(campaigns)}
    tags |= {f"employer-{n:04d}": {"label": said(f"会社{n}", f"Employer {n}")} for n in range(employers)}
    return {
        "site": {
            "id": "benchmark",
            "languages": ["en", "ja"],
            "name": said("組合", "Union"),
            "tagline": said("測定のためのサイト", "A site to be measured"),
            "union": "union",
            "contact": "desk",
            "lead_dispute": "dispute-0",
        },
        "tags": tags,
        "organisations": _organisations(),
        "contacts": {
            "desk": {"display_name": said("事務所", "Office"), "email": "desk@union.example", "consent": "office"}
        },
        "sources": {"report": {"name": said("組合の報告", "The union's report"), "publisher": "union"}},
        "terms": {
            "strike": {
                "term": said("ストライキ", "strike"),
                "reading": "すとらいき",
                "definition": said("そろって仕事を止めることです。", "Stopping work together."),
            }
        },
    }


def _organisations() -> dict[str, Record]:
    own = {"union": {"name": said("組合", "Union"), "type": "union"}}
    return own | {
        f"company-{n}": {"name": said(f"第{n}会社", f"Company {n}"), "type": "employer"} for n in range(DISPUTES)
    }


def records_of() -> dict[str, Record]:
    """Return every record by its file below `content/`."""
    records = {f"disputes/dispute-{n}/dispute.yml": _dispute(n) for n in range(DISPUTES)}
    records |= {f"campaigns/campaign-{n}/campaign.yml": _campaign(n) for n in range(CAMPAIGNS)}
    records |= {f"events/{folder}/event.yml": _event(folder) for folder in EVENTS}
    return records | {
        "surveys/hours/survey.yml": {
            "name": said("労働時間の調査", "Survey of hours"),
            "campaign": "campaign-0",
            "waves": [{"number": 1, "title": said("第1次", "Wave 1"), "opens": "2026-03-01"}],
        },
        "reports/hours/report.yml": {
            "title": said("労働時間の報告", "Report on hours"),
            "summary": said("調査のまとめです。", "What the survey found."),
            "campaign": "campaign-0",
            "published": "2026-06",
        },
        "explainers/what-is-a-strike/explainer.yml": {
            "title": said("ストライキとは", "What is a strike?"),
            "definition": said("そろって仕事を止めることです。", "Stopping work together."),
            "checked": "2026-09-01",
        },
    }


def _dispute(number: int) -> Record:
    report = said("組合の報告です。", "As the union reports.")
    entries = [{"date": day, "type": what, "text": report, "source": "report", **more} for day, what, more in ENTRIES]
    demand = {"text": said("賃上げ", "A pay rise"), "state": "refused", "date": "2026-06-11", "source": "report"}
    return {
        "name": said(f"第{number}会社の争議", f"The dispute at Company {number}"),
        "summary": said("賃金をめぐる争議です。", "A dispute over pay."),
        "union": "union",
        "opponent": f"company-{number}",
        "prefectures": ["tokyo"],
        "issues": ["wages"],
        "contact": "desk",
        "demands": [demand],
        "entries": entries,
    }


def _campaign(number: int) -> Record:
    return {
        "name": said(f"第{number}の運動", f"Campaign number {number}"),
        "goal": said("誰もが暮らせる賃金", "A living wage for all"),
        "demands": [{"text": said("時給の引き上げ", "A higher hourly wage")}],
        "partners": [{"organisation": "union", "role": "lead"}],
        "contact": "desk",
        "start": "2026-01-01",
    }


def _event(folder: str) -> Record:
    day, name = folder[:10], folder[11:]
    return {
        "id": f"event-{name}"[:32],
        "type": "rally",
        "title": said("集会", "Rally"),
        "start": f"{day} 14:00",
        "end": f"{day} 16:00",
        "venue": said("公会堂", "Public hall"),
        "organiser": "union",
        "contact": "desk",
        "campaign": "campaign-0",
    }


def texts_of() -> dict[str, str]:
    """Return every Markdown file of the records and fixed pages, by its place below `content/`."""
    folders = [path.rsplit("/", 1)[0] for path in records_of()]
    texts = {f"{folder}/en.md": "Members tell what happened.\n" for folder in folders}
    texts |= {f"{folder}/ja.md": "組合員が出来事を伝えます。\n" for folder in folders}
    for slug in ("about", "contact"):
        texts[f"pages/{slug}/en.md"] = f"---\ntitle: {slug.title()}\n---\n\nThis site is made to be measured.\n"
        texts[f"pages/{slug}/ja.md"] = f"---\ntitle: {slug}のページ\n---\n\n測定のためのサイトです。\n"
    return texts
