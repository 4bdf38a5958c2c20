"""Embargoes and dates: no slip publishes early, and each moment stands under its Japanese day."""

from tests.hostile.case import FOLDER, NEEDLE, good, post, refused, safe

START = "---\nid: case2222\ntitle: 題\nsummary: 要約。\n"

EN = f"{FOLDER}/en.md"

EMBARGO = (
    safe("of tomorrow", post("embargo_until: 2026-11-23")),
    safe("of the next minute", post("embargo_until: 2026-11-22 12:01")),
    safe("of the next second", post("embargo_until: 2026-11-22 12:00:01")),
    safe("in another zone", post("embargo_until: 2026-11-22T03:01:00Z")),
    safe("in a zone behind ours", post("embargo_until: 2026-11-21 22:01 -05:00")),
    safe("in a zone before ours", post("embargo_until: 2026-11-22 13:01+10:00")),
    safe("in wide digits", post("embargo_until: ２０２６-11-23")),
    refused("before the post's own day", post("embargo_until: 2026-2-01"), "5 end-before-start"),
    refused("lost in a comment", post("# ask Satoembargo_until: 2026-12-01"), "5 field-in-text"),
    refused("lost in another field", post("kind: strikeembargo_until: 2026-12-01"), "5 field-in-text"),
    refused("with slashes", post("embargo_until: 2026/11/23"), "5 moment-expected"),
    refused("with an hour alone", post("embargo_until: 2026-11-23 10"), "5 moment-expected"),
    refused("with the afternoon", post("embargo_until: 2026-11-23 6:00 PM"), "5 moment-expected"),
    refused("in words", post("embargo_until: 来週月曜"), "5 moment-expected"),
    refused("without its year", post("embargo_until: 11-23"), "5 moment-expected"),
    refused("on a day that there is not", post("embargo_until: 2026-11-31"), "5 moment-expected"),
    refused("in an unknown zone", post("embargo_until: 2026-11-23 10:00 JST"), "5 moment-expected"),
    refused("at an hour that there is not", post("embargo_until: 2026-11-23 24:30"), "5 moment-expected"),
    refused(
        "that differs between the languages",
        post("embargo_until: 2026-11-23") | {EN: "---\ntitle: T\nembargo_until: 2026-11-24\n---\n\nText\n"},
        f"{EN}:3 facts-differ",
    ),
    safe("of a date to come", post("date: 2026-11-22 12:01")),
    safe("of a folder to come", {f"{FOLDER.replace('2026-11-20', '2027-01-01')}/ja.md": f"{START}---\n\n{NEEDLE}\n"}),
    good("that is over", post("embargo_until: 2026-11-22 12:00", "解禁しました"), "解禁しました"),
    good("that is over in another zone", post("embargo_until: 2026-11-22T03:00Z", "解禁しました"), "解禁しました"),
)

_BAD_DATES = {
    "a month that there is not": "2026-13-01",
    "a day that there is not": "2026-02-30",
    "the 29th of February in a common year": "2025-02-29",
    "month 0": "2026-00-10",
    "day 0": "2026-10-00",
    "slashes": "2026/11/10",
    "dots": "2026.11.10",
    "German": "10.11.2026",
    "American": "11/10/2026",
    "the Japanese era": "令和8年11月10日",
    "Japanese signs": "2026年11月10日",
    "the era's letter": "R8.11.10",
    "in words": "明日",
    "the month in words": "10 November 2026",
    "24 o'clock": "2026-11-10 24:00",
    "25 o'clock": "2026-11-10 25:00",
    "minute 60": "2026-11-10 10:60",
    "an hour alone": "2026-11-10 10",
    "no separators": "20261110",
    "two digits of the year": "26-11-10",
    "five digits of the year": "12026-11-10",
    "before Christ": "-2026-11-10",
    "a week": "2026-W46-2",
    "a number": "1763000000",
    "a month only": "2026-11",
    "a year only": "2026",
    "a zone by name": "2026-11-10 10:00 JST",
    "a zone that there is not": "2026-11-10 10:00+99:00",
    "a list": "[2026-11-10]",
    "a range": "2026-11-10 - 2026-11-12",
    "the year 0": "0000-01-01",
}

DATE = (
    *(
        refused(f"a date: {name}", post(f"date: {written}"), "5 moment-expected")
        for name, written in _BAD_DATES.items()
    ),
    refused("the first moment of all in a zone", post("date: 0001-01-01 00:00+14:00"), "5 moment-expected"),
    refused("the last moment of all in a zone", post("date: 9999-12-31 23:59-12:00"), "5 moment-expected"),
    safe("the last moment of all", post("date: 9999-12-31 23:59")),
    safe("the last day of all", post("event_date: 9999-12\nstatus: draft")),
    refused(
        "an event of the last month of all",
        {
            "content/events/2026-12-12-study-meeting/event.yml": "id: study222\ntype: seminar\ntitle: {ja: 会, en: M}\n"
            "start: 9999-12-31 23:59 -12:00\n"
        },
        "content/events/2026-12-12-study-meeting/event.yml:4 moment-expected",
    ),
    safe(
        "a correction of the last day of all",
        post("corrections:\n  - date: 9999-12-31\n    text: {ja: x, en: y}\nstatus: draft"),
    ),
    safe(
        "a campaign to the last month of all",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\nstart: 2026-01-01\nend: 9999-12\n"
        },
    ),
    safe(
        "a campaign to the last year of all",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\nstart: 2026\nend: 9999\n"
        },
    ),
    safe(
        "a campaign from the first year of all",
        {
            "content/campaigns/other/campaign.yml": "name: {ja: 名, en: N}\ngoal: {ja: 目, en: G}\nstart: 0001\nend: 0001-01-01\n"
        },
    ),
    refused(
        "a folder of a day that there is not",
        {"content/news/2026-02-30-case/ja.md": START + "---\n\n本文\n"},
        "content/news/2026-02-30-case:1",
    ),
    refused(
        "an event that ends before it starts",
        {
            "content/events/2026-12-12-study-meeting/event.yml": "id: study222\ntype: seminar\ntitle: {ja: 会, en: M}\n"
            "start: 2026-12-12 18:00\nend: 2026-12-12 17:00\n"
        },
        "content/events/2026-12-12-study-meeting/event.yml:5 end-before-start",
    ),
    good("a moment of another zone on the Japanese day", post("date: 2026-11-19T23:30:00Z", "本文"), "2026年11月20日"),
    good(
        "a moment of a zone behind ours on the Japanese day",
        post("date: 2026-11-19 20:00 -05:00", "本文"),
        "2026年11月20日",
    ),
    good("the last minute before midnight", post("date: 2026-11-19 23:59", "本文"), "2026年11月19日"),
    good("a leap day", post("event_date: 2024-02-29", "本文")),
    good("one digit for month and day", post("event_date: 2026-1-9", "本文")),
    good("an old day", post("date: 1947-02-01", "本文"), "1947年2月1日"),
)
