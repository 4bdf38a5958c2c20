"""`run.py leaflet` up to the browser: what it writes, what it refuses, what stands on the page to print."""

import re

import pytest
from lxml import html

from plugins.build import leaflets
from plugins.build.leaflet_asked import parsed
from plugins.build.leaflet_words import USAGE, WORDS
from plugins.build.leaflets import make_leaflets
from plugins.leaflets.codes import qr_svg

URL = "https://union.example"
CAMPAIGN = "content/campaigns/raise-the-floor/campaign.yml"
POST = "content/news/2026-11-02-strike/ja.md"
CONTACTS = "content/data/contacts.yml"


@pytest.fixture
def site(make_built):
    return make_built("bilingual")


@pytest.fixture
def told(monkeypatch, capsys):
    """Run the command where there is no browser; return its exit status and what it said."""
    monkeypatch.setattr(leaflets, "find_browser", lambda: None)

    def run(site, *args, url=URL, **changes):
        capsys.readouterr()
        settings = site.settings(write_ids=True, write_addresses=True, url="http://localhost:8000", **changes)
        status = make_leaflets(settings, list(args), url)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def leaflet_in(site, path):
    return html.fromstring(site.read(f"{path}/leaflet/index.html")).xpath("//article")[0]


def texts(element, path):
    return [" ".join(found.text_content().split()) for found in element.xpath(path)]


def test_a_missing_short_name_is_written_into_the_item_and_nothing_else_changes(site, told):
    before = (site.root / CAMPAIGN).read_bytes()
    status, out, _ = told(site, "campaigns/raise-the-floor/")
    assert status == 0 and (site.root / CAMPAIGN).read_bytes() == b"short: raise-the\n" + before
    assert (
        f"{CAMPAIGN}: short: raise-the: the printed address is {URL}/x/raise-the/" in out and "once the site is" in out
    )
    assert "x/raise-the: campaigns/raise-the-floor" in (site.root / "content/data/addresses.yml").read_text("utf-8")
    assert told(site, "content/campaigns/raise-the-floor")[1].count("short:") == 0


def test_in_a_post_it_stands_in_the_file_that_has_the_facts(site, told):
    assert told(site, "news/2026-11-02-strike")[0] == 0
    assert (site.root / POST).read_text("utf-8").startswith("---\nshort: strike\nid: strike22\n")
    assert "short" not in (site.root / "content/news/2026-11-02-strike/en.md").read_text("utf-8")


def test_a_name_that_was_ever_on_paper_or_is_a_draft_s_is_not_taken_again(site, told):
    site.record()
    ledger = (site.root / "content/data/addresses.yml").read_text("utf-8")
    site.write("content/data/addresses.yml", f"{ledger}x/strike: about\n")
    site.write("content/data/redirects.yml", "x/strike: about\n")
    site.write(
        "content/news/2026-11-20-secret/ja.md",
        "---\nid: secret22\nshort: strike-2\ntitle: 準備\nsummary: 要約\nstatus: draft\n---\n\n本文です。\n",
    )
    status, out, err = told(site, "news/2026-11-02-strike")
    assert status == 0 and "short: strike-3:" in out, err
    assert "strike-2" not in out


def test_without_a_browser_the_pages_to_print_are_written_with_the_public_address(site, told):
    status, out, err = told(site, "campaigns/raise-the-floor", "--size=a5", "--ink=black")
    assert status == 0 and "Neither Chromium nor Chrome nor Edge" in err
    named = [line for line in out.splitlines() if line.endswith(".html")]
    assert named == ["leaflets/raise-the-a5-ja-black.html"]
    made = (site.root / named[0]).read_text("utf-8")
    assert "union.example<wbr>/x/raise-the" in made and "localhost" not in made
    assert 'data-size="a5" data-ink="black"' in made and qr_svg(f"{URL}/x/raise-the/") in made
    told(site, "campaigns/raise-the-floor")
    assert len(list((site.root / "leaflets").glob("raise-the-*.html"))) == 5


def test_what_is_not_public_has_no_leaflet(site, told):
    site.replace(POST, "id: strike22", "id: strike22\nstatus: draft")
    for path in (site.root / "content").rglob("*.*"):
        if path.suffix in {".md", ".yml"}:
            path.write_bytes(path.read_bytes().replace(b"/news/2026/strike/", b"/news/"))
    status, _, err = told(site, "news/2026-11-02-strike", lang="ja")
    assert status == 1 and "公開の状態ではない" in err


@pytest.mark.parametrize("item", ["campaigns/nothing", "disputes/kasai-2026", "raise-the-floor", "news/../data"])
def test_what_is_no_item_is_told_with_what_to_type(site, told, item):
    before = (site.root / CAMPAIGN).read_bytes()
    status, _, err = told(site, item)
    assert status == 1 and item in err and "campaigns/new-deal" in err
    assert (site.root / CAMPAIGN).read_bytes() == before


def test_a_fault_of_the_content_is_told_as_in_a_build(site, told):
    site.replace(POST, "kind: strike", "kind: strick")
    status, _, err = told(site, "campaigns/raise-the-floor")
    assert status == 1 and f"{POST}:3: error[unknown-value]" in err


def test_a_hosted_build_writes_no_name(site, told):
    status, _, _ = told(site, "campaigns/raise-the-floor", in_public=True)
    assert status == 1 and "short" not in (site.root / CAMPAIGN).read_text("utf-8")


def test_an_address_of_the_sample_is_told(site, told):
    assert "SITEURL" in told(site, "campaigns/raise-the-floor", url="https://danketsu.example")[2]


@pytest.mark.parametrize(
    "args",
    [
        [], ["a", "b"], ["--placard"], ["--placard", " | "], ["--what"], ["--size", "a5"], ["--card", "--size=a5"],
        ["--labels"], ["campaigns/x", "--labels", "--size=a4"], ["campaigns/x", "--card"], ["--card", "--vertical"],
        ["--card", "--placard=x"], ["campaigns/x", "--card=1"],
    ],
)  # fmt: skip
def test_what_nobody_can_tell_is_answered_with_how_it_is_used(args, told, site):
    assert parsed(args) is None
    status, _, err = told(site, *args, lang="ja")
    assert (status, err.strip()) == (2, USAGE["ja"].strip())


@pytest.mark.parametrize(
    "args", [["campaigns/x"], ["campaigns/x", "--size", "a5", "--first=en"], ["--card", "--lang=ja"],
             ["--placard", "賃上げを！", "--vertical"], ["news/x", "--labels"]],
)  # fmt: skip
def test_what_can_be_asked_for(args):
    assert parsed(args)


def test_both_languages_say_the_same():
    places = {
        lang: {key: set(re.findall(r"{(\w+)}", str(said))) for key, said in WORDS[lang].items()} for lang in WORDS
    }
    assert places["ja"] == places["en"]


def test_a_campaign_says_its_demands_and_what_to_do_by_when_in_two_languages(site, told):
    site.replace(CAMPAIGN, "action: sign", "demands:\n  - text: {ja: 時給1500円に, en: 1500 yen an hour}\naction: sign")
    told(site, "campaigns/raise-the-floor")
    ja = leaflet_in(site, "ja/campaigns/raise-the-floor")
    assert texts(ja, ".//h1/span") == ["時給1500円", "1500 yen an hour"]
    assert texts(ja, ".//h2") == ["私たちの要求", "Our demands"]
    assert texts(ja, ".//li") == ["時給1500円に", "1500 yen an hour"]
    asked = texts(ja, ".//*[contains(@class, 'leaflet__asked')]")
    assert len(asked) == 2 and "12月31日" in asked[0] and "until 31 December" in asked[1]
    assert "localhost:8000/x/raise-the" in ja.text_content() and "office@hikari.example" in ja.text_content()
    en = leaflet_in(site, "en/campaigns/raise-the-floor")
    assert texts(en, ".//h1/span") == ["1500 yen an hour", "時給1500円"]
    assert not ja.xpath(".//img") and ja.xpath(".//*[local-name()='svg']")


def test_a_post_says_its_summary_and_an_event_when_and_where(site, told):
    told(site, "news/2026-11-02-strike")
    post = leaflet_in(site, "en/news/2026/strike").text_content()
    assert "On 2 November our members struck for a whole day." in post and "Tokyo" in post
    told(site, "events/2026-12-12-study-meeting")
    event = leaflet_in(site, "ja/events/2026/study-meeting").text_content()
    assert "2026年12月12日（土）18:00〜19:30" in event and "オンライン" in event


def test_nobody_stands_on_paper_who_has_not_agreed(site, told):
    office = (site.root / CONTACTS).read_text("utf-8")
    person = office.replace("office:\n", "person:\n", 1).replace("consent: office", "consent: no")
    site.write(CONTACTS, office + person.replace("office@hikari.example", "person@hikari.example"))
    site.replace(CAMPAIGN, "contact: office", "contact: person")
    assert told(site, "campaigns/raise-the-floor")[0] == 0
    printed = site.read("ja/campaigns/raise-the-floor/leaflet/index.html")
    assert "person@hikari.example" not in printed and "office@hikari.example" in printed


def test_readings_of_a_headline_stand_above_it(site, told):
    site.replace(POST, "title: 葛西食品でストライキ", "title: '{葛西食品|かさいしょくひん}でストライキ'")
    told(site, "news/2026-11-02-strike")
    title = leaflet_in(site, "ja/news/2026/strike").xpath(".//h1")[0]
    assert [rt.text for rt in title.iter("rt")] == ["かさいしょくひん"]


EVENT = "content/events/2026-12-12-study-meeting/event.yml"
WAY = """\
short: study
summary: {ja: 公園に来てください。, en: Come to the park.}
venue: {ja: 緑公園, en: Midori Park}
address: {ja: 緑町1, en: Midori-cho 1}
nearest_station: {ja: 緑駅, en: Midori Station}
directions: {ja: 3番出口, en: Exit 3}
meeting_point: {ja: 噴水, en: The fountain}
rain_plan: {ja: 雨天決行, en: Rain or shine}
cost: {ja: 無料, en: Free}
"""


def event_leaflet(site, more=""):
    text = (site.root / EVENT).read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(("summary", "attendance", "online_url"))]
    site.write(EVENT, "\n".join(kept) + f"\n{WAY}{more}")
    result = site.record()
    assert not result.is_stopped, result.problems
    return leaflet_in(site, "ja/events/2026/study-meeting")


def test_a_leaflet_has_the_exit_of_the_station(site):
    assert "最寄り駅 緑駅 · 3番出口" in texts(event_leaflet(site), ".//li")


@pytest.mark.parametrize(
    ("more", "online"),
    [("online_url: https://meet.example/x\n", "https://meet.example/x"), ("", "くわしくは下のアドレスで")],
)
def test_a_leaflet_of_what_moved_online_sends_nobody_to_the_place(site, more, online):
    leaflet = event_leaflet(site, f"status: moved_online\n{more}")
    said = leaflet.text_content()
    assert f"オンライン · {online}" in said
    assert not re.search("緑|噴水|3番出口|雨天|公園", said)
    assert texts(leaflet, ".//*[@class='leaflet__state']") == ["【オンラインに変更】", "[Moved online]"]


@pytest.mark.parametrize(("status", "state"), [("cancelled", "中止"), ("postponed", "延期")])
def test_a_leaflet_of_what_is_off_says_so_and_whom_to_ask_alone(site, status, state):
    leaflet = event_leaflet(site, f"status: {status}\n")
    assert not texts(leaflet, ".//li") and "公園" not in leaflet.text_content()
    assert (
        texts(leaflet, ".//h1/span")[0].startswith(f"【{state}】") and "office@hikari.example" in leaflet.text_content()
    )
    short = html.fromstring(site.read("x/study/index.html"))
    assert f"【{state}】学習会" in short.xpath("string(//h1)") and state in short.xpath("string(//title)")
    notes = texts(short, "//*[@class='note']/p")
    assert len(notes) == 2 and state in notes[0] and status in notes[1]


PLACE = "  - id: {0}\n    name: {{ja: {0}会場, en: {0} hall}}\n    nearest_station: {{ja: {0}駅, en: {0} station}}\n{1}"


def test_a_leaflet_of_a_day_of_action_has_a_point_for_each_place(site):
    own = (
        "    start: 2026-12-12 19:00\n",
        "    status: cancelled\n",
        "    status: moved_online\n",
        "",
        "    start: 2026-12-12\n",
    )
    lines = "".join(PLACE.format(slug, more) for slug, more in zip("abcde", own, strict=True))
    points = texts(event_leaflet(site, f"places:\n{lines}"), ".//*[@class='leaflet__first']/ul/li")
    assert points[:6] == [
        "日時 2026年12月12日（土）", "a会場 19:00 · a駅", "b会場 中止",
        "c会場 オンラインに変更 · 18:00〜19:30 · くわしくは下のアドレスで", "d会場 18:00〜19:30 · d駅", "e会場 e駅",
    ]  # fmt: skip


def test_a_leaflet_of_many_places_says_how_many_and_where_they_are_told(site):
    lines = "".join(PLACE.format(slug, "") for slug in "abcdefgh")
    said = event_leaflet(site, f"places:\n{lines}").text_content()
    assert "8か所 · くわしくは下のアドレスで" in said and "a会場" not in said
