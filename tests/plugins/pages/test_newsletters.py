"""What stands in a newsletter: what was published in its days, what is open and what is coming."""

from dataclasses import replace
from datetime import date, datetime

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.consent import GIVEN, Consent, PhotoPeople
from plugins.model.dates import TOKYO
from plugins.model.jobs import FileInput
from plugins.model.kinds import ActionType, EventStatus
from plugins.model.organisation import Contact
from plugins.model.photo import Photo
from plugins.model.picture import PictureFile
from plugins.model.record import Action
from plugins.pages.newsletters import Edition, letter_of, pointing_below
from tests.plugins.pages.small_sites import context, event, pair, post, site

NOVEMBER = Edition(date(2026, 11, 1), date(2026, 11, 22))
DEAL = {"deal": Campaign("deal", "content/campaigns/deal", CampaignFacts(
    name=pair("運動", "Deal"), goal=pair("目標", "Goal"), action="sign"))}  # fmt: skip


def action(key: str = "sign", **other) -> Action:
    return Action(
        **{"id": key, "type": ActionType.PETITION, "label": pair("署名する", "Sign"), "url": "/join/"} | other
    )


def posts_of(*days: str, **facts):
    return [post(f"{day}-p", date.fromisoformat(day), **facts) for day in days]


def addresses(the_site, edition=NOVEMBER, lang: str = "ja", kind: str = "posts") -> list[str]:
    letter = letter_of(context(the_site), lang, edition)
    sections = [section for section in letter.sections if section.kind == kind] if letter else []
    return [entry.url for section in sections for entry in section.entries]


def entries(the_site, kind: str, lang: str = "ja", edition=NOVEMBER):
    letter = letter_of(context(the_site), lang, edition)
    return next(section.entries for section in letter.sections if section.kind == kind)


def test_posts_of_both_ends_of_the_period_are_in_it_the_newest_first():
    days = ("2026-10-31", "2026-11-01", "2026-11-22", "2026-11-23")
    titles = [entry.meta for entry in entries(site(posts_of(*days)), "posts")]
    assert titles == ["お知らせ · 2026年11月22日（日）", "お知らせ · 2026年11月1日（日）"]


def test_a_post_counts_from_the_day_on_which_its_embargo_ended():
    end = datetime(2026, 11, 5, 9, tzinfo=TOKYO)
    held = post("2026-10-10-held", date(2026, 10, 10), embargo_until=end)
    assert addresses(site([held])) == ["https://union.example/ja/news/2026/held/"]


def test_a_post_that_was_told_before_is_left_out():
    told = frozenset(["https://union.example/ja/news/2026/b/"])
    both = site([post("2026-11-01-a", date(2026, 11, 1)), post("2026-11-01-b", date(2026, 11, 1))])
    assert addresses(both, NOVEMBER._replace(told=told)) == ["https://union.example/ja/news/2026/a/"]


def test_a_text_in_the_other_language_is_told_and_marked_so():
    (entry,) = entries(site(posts_of("2026-11-02")), "posts", "en")
    assert (entry.title.lang, entry.other) == ("ja", None) and entry.meta.endswith(" · In Japanese only")
    (pairs,) = entries(site(posts_of("2026-11-02", langs=("ja", "en"))), "posts", "en")
    assert (pairs.title.text, pairs.other.text) == ("Title en", "Title ja")


def test_a_campaign_has_its_own_posts_its_action_and_its_events():
    own = post("2026-11-02-own", date(2026, 11, 2), campaign="deal")
    other = post("2026-11-03-other", date(2026, 11, 3))
    rallies = [event(campaign="deal"), event("2026-11-30-else")]
    actions = {"sign": action(), "join": action("join")}
    whole = site([own, other], rallies, campaigns=DEAL, actions=actions)
    edition = NOVEMBER._replace(campaign="deal")
    assert addresses(whole, edition) == ["https://union.example/ja/news/2026/own/"]
    assert len(addresses(whole, edition, kind="actions")) == 1 < len(addresses(whole, kind="actions"))
    assert addresses(whole, edition, kind="events") == ["https://union.example/ja/events/2026/rally/"]
    assert (
        letter_of(context(whole), "ja", edition).subject == "運動 – 組合のニュース 2026年11月1日（日）〜11月22日（日）"
    )


def test_open_actions_stand_by_their_deadline_and_closed_ones_not_at_all():
    day = lambda number: datetime(2026, 11, number, tzinfo=TOKYO)  # noqa: E731
    actions = {
        "open": action("open", url="https://a.example/"),
        "later": action("later", url="https://b.example/", closes=day(29)),
        "soon": action("soon", url="https://c.example/", closes=day(25)),
        "over": action("over", url="https://d.example/", closes=day(20)),
    }
    found = entries(site(actions=actions), "actions")
    assert [entry.url for entry in found] == ["https://c.example/", "https://b.example/", "https://a.example/"]
    assert found[0].meta == "11月25日（水）まで"


def test_events_that_are_off_or_over_are_left_out_and_a_doubt_is_told():
    events = [
        event("2026-11-20-over"), event("2026-11-25-off", status=EventStatus.CANCELLED),
        event("2026-11-26-maybe", status=EventStatus.TENTATIVE),
    ]  # fmt: skip
    (entry,) = entries(site(events=events), "events", "en")
    assert entry.meta == "To be confirmed · Thursday 26 November 2026 · 13:30–15:00"


def test_where_there_is_nothing_to_tell_there_is_no_letter():
    assert letter_of(context(site(posts_of("2026-10-01"))), "ja", NOVEMBER) is None


def with_photo(people: PhotoPeople):
    photo = Photo(file="p.jpg", alt=pair("ピケ", "Pickets"), people=people)
    picture = PictureFile(FileInput("p.jpg", "x"), "media/news/2026-11-02-a/p.1a2b3c4d", "jpg", 1600, 1200)
    posts = [post("2026-11-02-a", date(2026, 11, 2), photos=(photo,)), *posts_of("2026-11-03")]
    return site(posts, pictures={"/media/news/2026-11-02-a/p.jpg": picture})


def test_the_first_photograph_stands_in_the_letter_as_it_is_published():
    pictures = [entry.picture for entry in entries(with_photo(PhotoPeople(True)), "posts", "en")]
    (shown,) = filter(None, pictures)
    assert shown.url == "https://union.example/media/news/2026-11-02-a/p.1a2b3c4d-800.jpg"
    assert (shown.alt.text, shown.width) == ("Pickets", 800)


def test_a_photograph_of_who_has_not_agreed_is_not_in_it():
    assert not any(entry.picture for entry in entries(with_photo(PhotoPeople(False)), "posts"))


def with_contact(consent):
    desk = Contact(display_name=pair("窓口", "Desk"), consent=consent, email="office@hikari.example")
    facts = replace(site().facts, contact="desk")
    return site(posts_of("2026-11-02"), contacts={"desk": desk}, facts=facts)


def test_the_imprint_says_whose_letter_it_is_and_where_to_end_it():
    imprint = letter_of(context(with_contact(GIVEN)), "en", NOVEMBER).imprint
    assert imprint.email == "office@hikari.example" and imprint.home_url == "https://union.example/en/"
    assert imprint.line == "Union sends this letter. If you no longer want it, tell us here:"


def test_a_contact_who_has_not_agreed_is_not_in_it():
    imprint = letter_of(context(with_contact(Consent(False))), "en", NOVEMBER).imprint
    assert (imprint.email, imprint.line) == ("", "Union sends this letter.")


def test_of_letters_below_each_other_each_says_what_follows_in_its_own_language():
    here = context(site(posts_of("2026-11-02")))
    first, last = pointing_below(here, tuple(letter_of(here, lang, NOVEMBER) for lang in ("ja", "en")))
    assert (first.below.text, first.below.lang, last.below) == ("The same in English is below.", "en", None)
