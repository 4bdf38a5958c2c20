"""Details by which somebody may be traced, in a whole site: what the site itself makes public is no fault."""

import pytest

EVENT = "content/events/2026-12-12-study-meeting/event.yml"
POST = "content/news/2026-11-02-strike/ja.md"


@pytest.fixture
def site(make_built):
    site = make_built("bilingual")
    site.replace(POST, "- 時給1500円\n", "- 時給1500円\n- 090-1234-5678\n- 文京区本郷4-15-14\n")
    return site


def rules(result):
    return sorted({found.rule for found in result.problems if found.rule.endswith("-in-text")})


def test_a_number_is_told_until_it_is_a_contact_s_and_again_when_it_is_no_longer(site):
    assert rules(site.build()) == ["address-in-text", "phone-in-text"]
    contact = "  email: office@hikari.example\n"
    site.replace("content/data/contacts.yml", contact, f"{contact}  phone: 090 1234 5678\n")
    assert rules(site.build()) == ["address-in-text"]
    site.replace("content/data/contacts.yml", "consent: office", 'consent: "2026-11-21"')
    assert rules(site.build()) == ["address-in-text", "phone-in-text"]


def test_the_address_of_the_post_s_own_event_is_a_public_place(site):
    address = "address: {ja: 東京都文京区本郷４-15-14, en: 4-15-14 Hongo}\n"
    site.replace(EVENT, "contact: office\n", f"contact: office\n{address}")
    assert rules(site.build()) == ["address-in-text", "phone-in-text"]
    site.replace(POST, "dispute: kasai-2026\n", "dispute: kasai-2026\nevent: 2026-12-12-study-meeting\n")
    assert rules(site.build()) == ["phone-in-text"]


def test_a_page_and_the_text_beside_a_record_are_read_too(make_built):
    site = make_built("bilingual")
    site.write("content/pages/join/ja.md", "---\ntitle: 加入\n---\n\n090-1234-5678\n")
    site.write("content/disputes/kasai-2026/ja.md", "mihon@gmail.com\n")
    site.replace(EVENT, "contact: office\n", "contact: office\ncost: {ja: 無料。申込は090-1234-5678, en: Call us}\n")
    found = {(p.path, p.rule) for p in site.build().problems if p.rule.endswith("-in-text")}
    assert found == {
        ("content/pages/join/ja.md", "phone-in-text"),
        ("content/disputes/kasai-2026/ja.md", "email-in-text"),
        (EVENT, "phone-in-text"),
    }


def test_no_line_of_a_report_gives_a_detail_whole(site, problem_lines):
    lines = [line for line in problem_lines(site.build()) if "-in-text" in line]
    assert len(lines) == 2
    assert not [line for line in lines if "1234" in line or "15-14" in line]
