"""Fixed pages and their stand-ins."""

from decimal import Decimal

from plugins.model.consent import Consent
from plugins.model.dates import PartialDate
from plugins.model.kinds import OrganisationType
from plugins.model.organisation import Contact, Organisation
from plugins.model.page import Page, PageFacts
from plugins.model.record import Fact
from plugins.model.text import Text
from plugins.pages.fixed import fixed_jobs
from tests.plugins.pages.small_sites import pages, pair, site, texts, views


def made(*langs):
    return views(fixed_jobs, site(pages={"about": Page("about", "content/pages/about", texts(*langs))}))


def test_page_in_both_languages_lists_both():
    head = made("ja", "en")["en/about/index.html"].head
    assert not head.noindex
    assert head.alternates == (
        ("ja", "https://union.example/ja/about/"),
        ("en", "https://union.example/en/about/"),
    )


def test_page_in_one_language_has_a_stand_in_in_the_other():
    view = made("ja")["en/about/index.html"]
    assert view.head.noindex
    assert view.head.canonical == "https://union.example/ja/about/"
    assert view.head.alternates == ()
    assert (view.page.original, view.page.body_lang, view.page.body_language) == ("ja", "ja", "Japanese")


def test_original_of_a_stand_in_is_a_page_like_any_other():
    head = made("ja")["ja/about/index.html"].head
    assert (head.noindex, head.canonical) == (False, "https://union.example/ja/about/")


def test_stand_in_shows_the_title_that_is_written_and_the_original_text():
    title_only = Text("en", "content/pages/about/en.md", "About us", "Who we are")
    page = Page("about", "content/pages/about", (*texts("ja"), title_only))
    view = views(fixed_jobs, site(pages={"about": page}))["en/about/index.html"]
    assert (view.page.title.text, view.page.summary.text, view.page.original) == ("About us", "Who we are", "ja")
    html = pages(fixed_jobs, site(pages={"about": page}))["en/about/index.html"]
    assert "This page is in Japanese only so far." in html
    assert '<div class="prose" lang="ja">' in html


def test_join_page_is_marked_in_the_menu():
    page = Page("join", "content/pages/join", texts("ja", "en"))
    assert views(fixed_jobs, site(pages={"join": page}))["ja/join/index.html"].head.section == "join"


OFFICE = Consent(True)
CONTACTS = {
    "advice": Contact(display_name=pair("相談", "Advice"), need=pair("困っている", "I need help"), consent=OFFICE),
    "press": Contact(display_name=pair("取材", "Press"), consent=OFFICE),
    "hanako": Contact(display_name=pair("花子", "Hanako"), consent=Consent(False)),
}


def with_facts(**facts):
    page = Page("contact", "content/pages/contact", texts("ja", "en"), PageFacts(**facts))
    fact = Fact(id="members", value=Decimal(84), label=pair("人", "members"), as_of=PartialDate(2026), source="s")
    union = Organisation(name=pair("組合", "Union"), type=OrganisationType.UNION, founded=PartialDate(1998, 4))
    return site(
        pages={"contact": page}, contacts=CONTACTS, facts_by_id={"members": fact}, organisations={"union": union}
    )


def test_contacts_stand_by_need_and_nobody_without_consent():
    here = with_facts(contacts=("advice", "press", "hanako"))
    shown = views(fixed_jobs, here)["en/contact/index.html"].page.contacts
    assert [contact.name.text for contact in shown] == ["Advice", "Press"]
    html = pages(fixed_jobs, here)["en/contact/index.html"]
    assert 'phrase">I need help</h2>' in html and 'phrase">Press</h2>' in html


def test_one_contact_stands_beside_the_text_under_its_own_name():
    html = pages(fixed_jobs, with_facts(contacts=("advice",)))["en/contact/index.html"]
    assert 'phrase">Advice</h2>' in html and "I need help" not in html


def test_key_facts_figures_and_the_day_of_the_last_check_stand_beside_the_text():
    here = with_facts(organisation="union", show_facts=("members", "gone"), checked=PartialDate(2026, 11, 1))
    page = views(fixed_jobs, here)["en/contact/index.html"].page
    assert (page.organisation.founded, [fact.id for fact in page.facts]) == (PartialDate(1998, 4), ["members"])
    html = pages(fixed_jobs, here)["en/contact/index.html"]
    assert "April 1998" in html and 'Checked on <time datetime="2026-11-01">' in html


def test_a_page_that_names_nothing_shows_its_text_alone():
    page = pages(fixed_jobs, with_facts())["en/contact/index.html"]
    main = page[page.index("<main") : page.index("</main>")]
    assert main.count("<section") == main.count('class="share ') == main.count("<nav") == 1  # and the breadcrumbs


def test_a_stand_in_asks_for_help_where_there_is_a_page_of_contacts():
    contact = Page("contact", "content/pages/contact", texts("ja", "en"))
    about = Page("about", "content/pages/about", texts("ja"))
    assert (
        "Help translate it"
        in pages(fixed_jobs, site(pages={"about": about, "contact": contact}))["en/about/index.html"]
    )
    assert "Help translate it" not in pages(fixed_jobs, site(pages={"about": about}))["en/about/index.html"]
