"""`run.py newsletter`: files for a mail program, of what is public alone, and what to do where there are none."""

import subprocess
from datetime import datetime
from email import message_from_bytes
from email.policy import default

import pytest

from plugins.build.newsletter import WORDS, write_newsletter
from plugins.model.dates import TOKYO
from tests.conftest import PROJECT, SiteFolder, files_of

STRIKE = "https://union.example/ja/news/2026/strike/"
HEADER = "---\ntitle: {title}\nsummary: 要約。\nkind: news\n{more}---\n\n本文。\n"


@pytest.fixture
def site(make_content) -> SiteFolder:
    return make_content("bilingual")


@pytest.fixture
def write(capsys):
    def run(site: SiteFolder, *args: str, lang: str = "en", day: int = 22, **changes) -> tuple[int, str, str]:
        now = datetime(2026, 11, day, 12, tzinfo=TOKYO)
        settings = site.settings(**{"has_names": False, "lang": lang, "now": now} | changes)
        status = write_newsletter(settings, [*args])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def letters(site: SiteFolder) -> dict[str, str]:
    """The plain text of each newsletter, by its file."""
    return {name: body(data, "plain") for name, data in files_of(site.root / "newsletters").items()}


def body(data: bytes, form: str) -> str:
    return message_from_bytes(data, policy=default).get_body((form,)).get_content().replace("\r\n", "\n")


def add_post(site: SiteFolder, folder: str, title: str, more: str = "") -> None:
    site.write(f"content/news/{folder}/ja.md", HEADER.format(title=title, more=f"id: {folder[-6:]}\n{more}"))


def test_each_language_has_its_file_and_one_has_both(site, write):
    status, out, err = write(site)
    assert (status, err) == (0, "")
    assert sorted(letters(site)) == ["2026-11-22-en.eml", "2026-11-22-ja-en.eml", "2026-11-22-ja.eml"]
    assert "newsletters/2026-11-22-ja.eml: posts: 3, actions: 1, events: 1" in out and "Bcc" in out
    both = letters(site)["2026-11-22-ja-en.eml"]
    assert STRIKE in both and STRIKE.replace("/ja/", "/en/") in both


def test_a_second_run_writes_the_same_bytes(site, write):
    write(site)
    before = files_of(site.root / "newsletters")
    write(site)
    assert files_of(site.root / "newsletters") == before


def test_one_language_can_be_asked_for_alone(site, write):
    assert write(site, "--lang=en")[0] == 0
    assert [*letters(site)] == ["2026-11-22-en.eml"]


def test_what_is_not_public_is_in_no_letter(site, write):
    secrets = {
        "2026-11-20-draft": "status: draft\n", "2026-11-20-back": "status: withdrawn\n",
        "2026-11-20-waits": "embargo_until: 2026-12-24 09:00\n", "2026-12-24-later": "",
    }  # fmt: skip
    for number, (folder, more) in enumerate(secrets.items()):
        add_post(site, folder, f"秘密{number}", more)
    write(site)
    data = b"".join(files_of(site.root / "newsletters").values())
    assert letters(site) and "秘密" not in "".join(letters(site).values()) and b"draft" not in data


def test_the_next_newsletter_begins_with_the_last_one_and_repeats_nothing(site, write):
    write(site)
    add_post(site, "2026-11-22-evening", "その日の夜")
    add_post(site, "2026-11-25-after", "そのあと")
    write(site, day=29)
    text = letters(site)["2026-11-29-ja.eml"]
    assert text.startswith("ひかり労組のニュース 2026年11月22日（日）〜11月29日（日）\n")
    assert "その日の夜" in text and "そのあと" in text and STRIKE not in text


def test_a_newsletter_in_one_language_takes_nothing_from_the_other(site, write):
    write(site, "--lang=ja")
    add_post(site, "2026-11-25-after", "そのあと")
    write(site, "--lang=en", day=29)
    write(site, "--lang=ja", day=29)
    english, japanese = (letters(site)[f"2026-11-29-{lang}.eml"] for lang in ("en", "ja"))
    assert STRIKE.replace("/ja/", "/en/") in english and STRIKE not in japanese and "そのあと" in japanese


def test_a_title_with_a_line_break_is_one_line(site, write):
    site.replace(
        "content/data/site.yml", "{ja: ひかり労組, en: Hikari Union}", "\n  ja: |\n    ひかり\n    労組\n  en: Hikari"
    )
    add_post(site, "2026-11-20-broken", "|\n  二行の\n  題")
    assert write(site)[0] == 0
    text = letters(site)["2026-11-22-ja.eml"]
    assert text.startswith("ひかり 労組のニュース") and "\n二行の 題\n" in text


def test_days_that_are_named_hold_whatever_was_told_before(site, write):
    write(site)
    write(site, "--since=2026-11-01", day=29)
    assert STRIKE in letters(site)["2026-11-29-ja.eml"]


def test_a_campaign_has_a_series_of_its_own(site, write):
    write(site)
    assert write(site, "--campaign=raise-the-floor", "--lang=ja", day=29)[0] == 0
    assert STRIKE in letters(site)["2026-11-29-raise-the-floor-ja.eml"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--since=yesterday"], '--since: "yesterday" is no date. Write it like 2026-11-01.'),
        (["--until=2026-12-01"], "--until 2026-12-01 is yet to come. Write today (2026-11-22) or a day before it."),
        (["--since=2026-11-20", "--until=2026-11-02"],
         "--since 2026-11-20 is later than --until 2026-11-02. Write the earlier day behind --since."),
        (["--campaign=new"], 'There is no campaign "new". Write one of these: raise-the-floor.'),
        (["--lang=fr"], '"fr" is no language of this site. Write one of these behind --lang: ja, en, both.'),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_what_to_type(site, write, args, said):
    assert write(site, *args) == (1, "", f"{said}\n")
    assert not (site.root / "newsletters").exists()


def test_a_word_that_is_no_switch_is_answered_with_the_usage(site, write):
    assert write(site, "november") == (2, "", f"{WORDS['en']['usage']}\n")


@pytest.mark.parametrize("url", ["http://localhost:8000", "https://danketsu.example"])
def test_without_the_address_of_the_site_there_is_no_letter(site, write, url):
    status, out, err = write(site, url=url)
    assert (status, out) == (1, "") and "SITEURL" in err and url in err
    assert not (site.root / "newsletters").exists()


def test_where_the_content_is_at_fault_the_faults_are_told_and_nothing_is_written(site, write):
    add_post(site, "2026-11-20-x", "題", "kindd: x\n")
    status, out, err = write(site)
    assert (status, out) == (1, "") and "content/news/2026-11-20-x/ja.md:6: error[unknown-field]" in err
    assert not (site.root / "newsletters").exists()


def test_a_name_that_must_not_go_out_stops_the_letter_and_is_not_printed(site, write):
    add_post(site, "2026-11-20-named", "山田花子さんの話")
    site.write("private/private-names.txt", "山田 花子\n")
    status, out, err = write(site, private=site.root / "private")
    assert (status, out) == (1, "") and "content/news/2026-11-20-named/ja.md:2: error[private-name]" in err
    assert "山田" not in err and not (site.root / "newsletters").exists()


def test_a_name_in_the_words_of_a_link_stops_the_letter(site, write):
    site.replace("content/data/actions.yml", "label: {ja: 賛同する", "label: {ja: 山田花子さんへ")
    site.write("private/private-names.txt", "山田花子\n")
    status, _, err = write(site, private=site.root / "private")
    assert status == 1 and "private-name" in err and not (site.root / "newsletters").exists()


def test_without_the_list_of_names_nothing_is_written_where_somebody_is_to_be_protected(site, write):
    status, _, err = write(site, has_names=True)
    assert status == 1 and "names-list-missing" in err and not (site.root / "newsletters").exists()


def test_where_nothing_happened_it_says_so(make_content, write):
    site = make_content("minimal")
    status, out, err = write(site, "--since=2026-11-20")
    assert (status, out) == (1, "")
    assert err == (
        "From 2026-11-20 to 2026-11-22 there is no new post, and now no open action and no coming event. "
        "Write an earlier day behind --since.\n"
    )


def test_each_message_is_in_both_languages():
    assert WORDS["ja"].keys() == WORDS["en"].keys()


def test_the_letters_lie_outside_of_the_site_and_of_the_history(site, write):
    write(site)
    assert not list(site.root.glob("output/**/*.eml"))
    ignored = subprocess.run(["git", "check-ignore", "newsletters/2026-11-22-ja.eml"], cwd=PROJECT, capture_output=True)
    assert ignored.returncode == 0


def test_every_photograph_in_a_letter_is_a_file_of_the_site(make_content, write):
    site = make_content("sample")
    site.build()
    write(site, "--since=2020-01-01")
    (data,) = (data for name, data in files_of(site.root / "newsletters").items() if name.endswith("22-ja.eml"))
    (address,) = (part.partition('"')[0] for part in body(data, "html").split('src="')[1:])
    assert (site.output / address.removeprefix("https://union.example/")).is_file()
