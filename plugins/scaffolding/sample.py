"""What the sample site consists of: whatever else lies in the content is the union's own."""

SITE_ID = "d7k3wq2m"  # in its site.yml
ITEMS = frozenset([
    "campaigns/new-deal", "campaigns/restore-union-rights",
    "disputes/interac-2021", "disputes/tokyo-board-2020",
    "events/2023-01-29-union-rights-rally", "events/2026-12-12-reading-meeting",
    "explainers/what-is-an-alt",
    "news/2020-07-31-board-refuses-talks", "news/2020-10-26-new-deal-launch", "news/2021-05-11-dispute-notice",
    "news/2021-11-04-strike-at-hq", "news/2023-01-29-union-rights-rally", "news/2024-03-03-second-wave",
    "news/2026-11-18-sample-site-opens", "news/2026-11-19-reading-meeting", "news/2026-11-20-privacy-promise",
    "news/2026-11-21-october-or-november",
    "pages/about", "pages/accessibility", "pages/contact", "pages/donate", "pages/join", "pages/privacy",
    "reports/board-of-education-survey", "surveys/alt-survey",
])  # fmt: skip
# Words and topics of its own field; the others serve every union.
TERMS = frozenset(["alt", "jet", "direct-hire", "fiscal-year-appointee", "board-of-education", "team-teaching"])
TAGS = frozenset(["dispatch", "direct-hire", "sources", "demonstration"])
