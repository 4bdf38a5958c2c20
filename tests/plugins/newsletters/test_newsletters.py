"""A letter as mail programs read it: one message, two forms of the same words, nothing that the list does not have."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from lxml import etree, html

from plugins.model.dates import TOKYO
from plugins.model.text import Said
from plugins.newsletters import markup
from plugins.newsletters.allowed import ANYWHERE, CHECKED, ELEMENTS, PROPERTIES
from plugins.newsletters.letter import Imprint, Letter, LetterEntry, LetterPicture, LetterSection
from plugins.newsletters.markup import render_html
from plugins.newsletters.message import render_message
from plugins.newsletters.plain import COLUMNS, render_text
from tests.conftest import PROJECT

SITE = "https://union.example"
SENT = datetime(2026, 11, 22, tzinfo=TOKYO)
LONG = "On 2 November our members struck for a whole day because the company did not answer our demand for a raise. "


def letter(lang: str = "ja", **other) -> Letter:
    """A letter with everything in it."""
    picture = LetterPicture(f"{SITE}/media/news/x/p.1a2b3c4d-800.jpg", Said('Pickets "at" <HQ>', "en"), 800)
    post = LetterEntry(
        Said("スト & 集会 <A>", "ja"), f"{SITE}/{lang}/news/2026/strike/", Said("続き", "ja"), Said("Strike", "en"),
        "ストライキ · 11月2日", Said(LONG, "en"), picture,
    )  # fmt: skip
    bare = LetterEntry(Said("Sign", "en"), "https://form.example/?a=1&b=2", Said("Sign", "en"))
    imprint = Imprint(Said("ひかり労組", "ja"), f"{SITE}/{lang}/", "お送りしています。",
                      "office@hikari.example", "03-1234", Said("東京", "ja"))  # fmt: skip
    sections = LetterSection("posts", "ニュース", (post, bare)), LetterSection("actions", "できること", (bare,))
    given = {"subject": f"ひかり労組のニュース {lang}", "title": "ひかり労組のニュース", "period": "11月1日〜30日",
             "sections": sections, "imprint": imprint}  # fmt: skip
    return Letter(lang, **given | other)


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def content(message: EmailMessage, form: str) -> str:
    return message.get_body((form,)).get_content().replace("\r\n", "\n")


def tree(text: str):
    return html.document_fromstring(text)


def strangers(text: str) -> Iterator[str]:
    """Yield every element, attribute and property that the list does not have, or not there."""
    for element in tree(text).iter(etree.Element):
        if element.tag not in ELEMENTS:
            yield f"<{element.tag}>"
            continue
        yield from (name for name in element.keys() if name not in ELEMENTS[element.tag] | ANYWHERE)  # noqa: SIM118
        for rule in filter(None, element.get("style", "").split(";")):
            name, _, value = rule.partition(":")
            if element.tag not in PROPERTIES.get(name, ()) or re.search(r"url\(|auto|!|-\d+px|var\(", value):
                yield f"{element.tag} {{{rule}}}"


def test_a_letter_uses_nothing_that_the_list_does_not_have():
    below = Said("The same in English is below.", "en")
    assert [*strangers(render_html([letter(below=below), letter("en")]))] == []


@pytest.mark.parametrize(
    ("markup_there", "found"),
    [
        ("<video></video>", "<video>"),
        ('<p class="x">', "class"),
        ('<p style="padding:1px">', "p {padding:1px}"),
        ('<table style="margin:auto">', "table {margin:auto}"),
        ('<td style="background-color:url(https://x.example/)">', "td {background-color:url(https://x.example/)}"),
    ],
)
def test_what_the_list_does_not_have_is_found(markup_there, found):
    assert found in [*strangers(f"<html><body>{markup_there}</body></html>")]


def test_the_list_has_a_date_and_names_elements_that_it_has():
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", CHECKED)
    assert {tag for tags in PROPERTIES.values() for tag in tags} <= ELEMENTS.keys()


@pytest.mark.parametrize("name", ["paper", "card", "ink", "ink2", "ai", "shu", "line"])
def test_its_colours_are_those_of_the_theme(name):
    (light, *_) = re.findall(rf"--{name}: (#[0-9a-f]{{6}})", (PROJECT / "theme" / "tokens.css").read_text("utf-8"))
    assert getattr(markup, name.upper()) == light


def test_every_text_has_its_own_colour_and_every_cell_its_own_ground():
    root = tree(render_html([letter()]))
    for element in root.xpath("//h1 | //h2 | //h3 | //p | //a"):
        assert "color:#" in element.get("style"), element.text
    for cell in root.xpath("//td[h1 or h2 or h3 or p]"):
        assert cell.get("bgcolor") in cell.get("style")


def test_only_photographs_of_the_site_are_loaded_and_each_has_its_words():
    root = tree(render_html([letter()]))
    (picture,) = root.xpath("//img")
    assert picture.get("src") == f"{SITE}/media/news/x/p.1a2b3c4d-800.jpg" and int(picture.get("width")) <= 600
    assert (picture.get("alt"), picture.get("lang")) == ('Pickets "at" <HQ>', "en")
    assert root.xpath("//@src | //@srcset | //@background") == [picture.get("src")]


def test_links_are_whole_and_as_they_are_on_the_site():
    links = tree(render_html([letter()])).xpath("//a/@href")
    assert {*links} == {
        f"{SITE}/ja/news/2026/strike/", "https://form.example/?a=1&b=2", f"{SITE}/ja/", "mailto:office@hikari.example",
    }  # fmt: skip


def test_the_period_stands_on_a_line_of_its_own_below_the_title():
    (title,) = tree(render_html([letter()])).xpath("//h1")
    assert (title.text, title.getnext().tag, title.getnext().text) == ("ひかり労組のニュース", "p", "11月1日〜30日")


def test_words_of_another_language_are_marked():
    root = tree(render_html([letter()]))
    assert root.get("lang") == "ja"
    assert {one.text for one in root.xpath("//p[@lang='en']") if one.text} == {"Strike", LONG}


def test_the_message_is_read_back_whole_with_the_plain_text_first():
    message = read(render_message([letter()], SENT, "union.example"))
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message.get_content_type() == "multipart/alternative"
    assert content(message, "plain") == render_text([letter()])
    assert content(message, "html") == render_html([letter()])
    assert not [defect for part in message.walk() for defect in part.defects]
    assert not [defect for part in message.walk() for header in part.values() for defect in header.defects]


def test_the_message_is_a_draft_from_the_union_to_nobody_yet():
    message = read(render_message([letter()], SENT, "union.example"))
    assert message["Subject"] == "ひかり労組のニュース ja" and message["X-Unsent"] == "1"
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("ひかり労組", "office@hikari.example")
    assert not {"To", "Cc", "Bcc"} & {*message.keys()}
    assert message["Date"].datetime == SENT and message["Content-Language"] == "ja"


@pytest.mark.parametrize("email", ["", "窓口@union.example", "office@組合.example"])
def test_a_union_without_an_address_of_plain_letters_leaves_the_sender_to_the_program(email):
    own = letter()
    message = read(render_message([own._replace(imprint=own.imprint._replace(email=email))], SENT, "union.example"))
    assert message["From"] is None and message["Subject"]


@pytest.mark.parametrize("email", ["a..b@phone.example", "o'brien@union.example", ".a@phone.example"])
def test_an_unusual_address_stays_as_it_is(email):
    own = letter()
    message = read(render_message([own._replace(imprint=own.imprint._replace(email=email))], SENT, "union.example"))
    assert [one.addr_spec for one in message["From"].addresses] == [email]


def test_lines_are_as_short_as_mail_wants_them_and_end_as_it_does():
    data = render_message([letter(), letter("en")], SENT, "union.example")
    assert max(len(line) for line in data.split(b"\r\n")) <= 78
    assert b"\n" not in data.replace(b"\r\n", b"") and data.isascii()


def test_equal_letters_give_equal_bytes_and_others_another_id():
    one, other = (render_message([letter(subject=subject)], SENT, "union.example") for subject in ("a", "b"))
    assert one == render_message([letter(subject="a")], SENT, "union.example")
    assert re.fullmatch(r"<[0-9a-f]{32}@union\.example>", read(one)["Message-ID"])
    assert read(one)["Message-ID"] != read(other)["Message-ID"]
    assert read(one).get_boundary() != read(other).get_boundary()


def test_two_languages_stand_one_below_the_other_each_marked():
    message = read(render_message([letter(), letter("en")], SENT, "union.example"))
    assert message["Subject"] == "ひかり労組のニュース ja / ひかり労組のニュース en"
    assert message["Content-Language"] == "ja, en"
    root = tree(message.get_body(("html",)).get_content())
    assert root.xpath("//table/@lang") == ["ja", "en"]


def test_plain_text_is_wrapped_where_words_have_spaces_and_nowhere_else():
    japanese = "十一月二日、組合員が全日ストライキをしました。" * 9
    own = letter()
    entry = own.sections[0].entries[0]._replace(other=Said(japanese, "ja"), url=f"{SITE}/{'a' * 90}/")
    text = render_text([own._replace(sections=(LetterSection("posts", "ニュース", (entry,)),))])
    lines = text.splitlines()
    assert japanese in lines and f"{SITE}/{'a' * 90}/" in lines
    wrapped = lines[lines.index("ストライキ · 11月2日") + 1 : lines.index(f"{SITE}/{'a' * 90}/")]
    assert len(wrapped) == 2 and " ".join(wrapped) == LONG.strip() and max(map(len, wrapped)) <= COLUMNS
