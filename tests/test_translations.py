"""`run.py translations`: what each language lacks, what was compared, and one item as PO and back."""

from io import BytesIO

import pytest
from babel.messages.pofile import read_po, write_po

from plugins.build.checking import run_check
from plugins.build.parity import parity_in_content, parity_of_item
from plugins.build.translations import run_translations
from tests.conftest import SiteFolder, lines_of

STRIKE = "content/news/2026-11-02-strike"
EVERY_KIND = ("news/2026-11-02-strike", "news/2026-10-05-demands-handed-in", "disputes/kasai-2026", "pages/about",
              "campaigns/raise-the-floor")  # fmt: skip
PO = b'msgid ""\nmsgstr ""\n"Language: en\\n"\n'
NOT_OURS = (b"", b"\xff\xfe", b"no po file", b'msgid "x', PO,
            PO + b'"Project-Id-Version: ../../etc/passwd#ja 12345678\\n"\n')  # fmt: skip
THANKS = "content/news/2026-11-10-thanks-in-japanese"


@pytest.fixture
def site(make_content) -> SiteFolder:
    return make_content("bilingual")


@pytest.fixture
def run(site, capsys):
    """Run the command on the site; return what it said, and check its exit status."""

    def command(*args: str, status: int = 0, lang: str = "en", **changes: object) -> str:
        assert run_translations(site.settings(lang=lang, **changes), [*args]) == status
        told = capsys.readouterr()
        return told.err if status else told.out

    return command


def content(site: SiteFolder) -> dict[str, bytes]:
    return {
        str(path.relative_to(site.root)): path.read_bytes()
        for path in site.root.rglob("*")
        if path.is_file() and ".output" not in str(path)
    }


def filled(site: SiteFolder, name: str, **targets: str) -> None:
    """Write translations into a PO file as an editor does: with Babel, by context; dots are underscores."""
    path = site.root / name
    catalogue = read_po(BytesIO(path.read_bytes()))
    for entry in catalogue:
        if entry.context and (text := targets.get(entry.context.replace(".", "_"))) is not None:
            entry.string = text
    out = BytesIO()
    write_po(out, catalogue)
    path.write_bytes(out.getvalue())


def test_each_language_is_listed_with_what_it_lacks(run):
    told = run()
    assert "Japanese:\n  content/news/2026-11-15-only-in-english/ja.md: no text" in told
    assert f"English:\n  {THANKS}/en.md: summary only" in told
    assert "English" not in run("--to=ja") and "Japanese" not in run("--to=en")
    assert "英語:" in run(lang="ja") and "要約だけ" in run(lang="ja")


def test_what_asks_for_something_now_comes_first(site, run):
    for name, header in (("2026-11-20-newest", ""), ("2026-11-18-of-the-dispute", "dispute: kasai-2026\n"),
                         ("2026-11-16-of-the-campaign", "campaign: raise-the-floor\n")):  # fmt: skip
        site.write(f"content/news/{name}/ja.md", f"---\ntitle: 題\n{header}---\n\n本文です。\n")
    (site.root / "content/events/2026-12-12-study-meeting/ja.md").write_text("持ち物は要りません。\n", "utf-8")
    (site.root / "content/pages/about/en.md").unlink()
    site.write("content/news/2026-11-17-taken-back/ja.md", "---\ntitle: 題\nstatus: withdrawn\n---\n\n本文です。\n")
    told = [line.split(":") for line in run("--to=en").splitlines() if line.startswith("  ")]
    rows = {
        state: [path.split("/")[2] for path, said in told if said.startswith(f" {state}")]
        for state in ("no text", "summary only")
    }
    assert rows["no text"] == ["2026-11-16-of-the-campaign", "2026-11-18-of-the-dispute", "about", "2026-11-20-newest"]
    assert rows["summary only"] == ["2026-12-12-study-meeting", "2026-11-10-thanks-in-japanese"]


def test_a_comparison_is_noted_and_a_later_change_is_told(site, run):
    japanese, english = ((site.root / f"{STRIKE}/{lang}.md") for lang in ("ja", "en"))
    before = english.read_text("utf-8")
    assert "out of date" not in run()
    told = run("--done=news/2026-11-02-strike")
    line = next(line for line in english.read_text("utf-8").splitlines() if line.startswith("compared: ja-"))
    assert english.read_text("utf-8") == before.replace("\n---\n\n", f"\n{line}\n---\n\n", 1)
    assert f"{STRIKE}/en.md" in told and "out of date" not in run()
    assert "Written already" in run(f"--done={STRIKE}/en.md")
    japanese.write_text(japanese.read_text("utf-8").replace("全日ストライキを", "全日  ストライキを"), "utf-8")
    assert "out of date" not in run()  # spaces alone
    japanese.write_text(japanese.read_text("utf-8").replace("- 団体交渉", "- 団体交渉\n- 一時金"), "utf-8")
    assert f"{STRIKE}/en.md: out of date, Japanese has changed since" in run()
    assert f"{STRIKE}/ja.md" not in run("--to=ja")
    run("--done=news/2026-11-02-strike")
    english.write_text(english.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert f"{STRIKE}/ja.md: 古い、英語が変わった" in run(lang="ja")


def test_noting_a_comparison_changes_no_page(site, run):
    site.build()
    before = site.files()
    for folder in ("news/2026-11-02-strike", "disputes/kasai-2026", "pages/about", "news/2026-10-05-demands-handed-in"):
        run(f"--done={folder}")
    assert (site.root / "content/disputes/kasai-2026/en.md").read_text("utf-8").startswith("---\ncompared: ja-")
    result = site.build()
    assert not result.written and {found.rule for found in result.problems} == {"translation-missing"}
    assert site.files() == before == site.built_from_nothing()[1]


def test_texts_in_one_file_are_compared_with_one_another(site, run):
    path = "content/news/2026-10-05-demands-handed-in/post.md"
    run("--done=news/2026-10-05-demands-handed-in")
    assert "\ncompared: en-" in (site.root / path).read_text("utf-8")
    site.replace(path, "We handed in our demands.", "We handed in all our demands.")
    assert f"{path}: out of date, English has changed since" in run("--to=ja")
    assert path not in run("--to=en")


def test_a_day_of_comparison_is_held_against_corrections_and_set_anew(site, run):
    site.replace(f"{STRIKE}/en.md", "summary: On 2", "checked: 2026-11-03\nsummary: On 2")
    site.replace(
        f"{STRIKE}/ja.md",
        "sources:",
        "corrections:\n  - date: 2026-11-05\n    text: {ja: 訂正, en: Corrected}\nsources:",
    )
    assert f"{STRIKE}/en.md: out of date, not compared since the correction" in run()
    run("--done=news/2026-11-02-strike")
    assert "\nchecked: 2026-11-22\n" in (site.root / f"{STRIKE}/en.md").read_text("utf-8")
    assert "checked" not in (site.root / f"{STRIKE}/ja.md").read_text("utf-8")
    assert "out of date" not in run()


@pytest.mark.parametrize(
    "folder", ["news/2026-11-02-strik", "../content", "news", "data/tags", "news/2026-11-02-strike/../x", ""]
)
def test_a_folder_that_is_none_is_told(run, folder, site):
    before = content(site)
    run(f"--done={folder}", status=1) if folder else run("--done=", status=1)
    assert content(site) == before


def test_a_text_without_another_is_not_compared(run):
    assert "one language alone" in run("--done=news/2026-11-10-thanks-in-japanese", status=1)


def test_a_difference_is_told_by_the_list_and_by_check_but_not_by_a_build(site, run, capsys):
    site.replace(f"{STRIKE}/en.md", "1500 yen an hour", "1,600 yen an hour")
    line = f'{STRIKE}/ja.md:21: warning[parity-number]: a number differs: "1500円" in "- 時給1500円", '
    line += f'but "1,600" at {STRIKE}/en.md:10'
    assert line in run()
    assert "数が違います。" in run(lang="ja")
    assert run_check(site.settings(), []) == 0
    assert line in capsys.readouterr().err
    assert not [one for one in lines_of(site.build()) if "parity" in one]


def test_nothing_of_drafts_is_quoted_where_anybody_can_read_it(site, run, capsys):
    site.replace(f"{STRIKE}/en.md", "1500 yen an hour", "1,600 yen an hour")
    run(status=1, in_public=True)
    run_check(site.settings(in_public=True), [])
    assert "parity" not in capsys.readouterr().err


def test_one_item_is_compared_as_the_whole_content_is(site):
    site.replace(f"{STRIKE}/en.md", "1500 yen an hour", "1,600 yen an hour")
    links = "[一](/news/2026/thanks-in-japanese/)[二](/news/2026/refused/)[三](/disputes/kasai-2026/)[四](/about/)"
    site.replace(f"{STRIKE}/ja.md", "- 団体交渉", f"- 団体交渉{links}")
    found = parity_of_item(site.settings(), STRIKE)
    assert found == parity_in_content(site.settings())
    assert [dict(p.values)["found"] for p in found if p.rule == "parity-link"] == [
        "/about/", "/disputes/kasai-2026/", "/news/2026/refused/"
    ]  # fmt: skip
    assert parity_of_item(site.settings(), "content/news/none") == []


@pytest.mark.parametrize("name", ["sample", "bilingual", "three_languages"])
def test_whole_sites_have_no_difference(name, make_content, capsys):
    run_translations(make_content(name).settings(), [])
    assert "are the same in every language" in capsys.readouterr().out


# PO ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", EVERY_KIND)
@pytest.mark.parametrize("to", ["ja", "en"])
def test_what_comes_back_untouched_changes_no_byte(site, run, folder, to):
    before = content(site)
    run(f"--export={folder}", f"--to={to}", str(site.root / "x.po"))
    catalogue = read_po(BytesIO((site.root / "x.po").read_bytes()))
    assert str(catalogue.locale) == to and all(entry.string for entry in catalogue if entry.context)
    told = run(f"--import={site.root / 'x.po'}")
    filled(site, "x.po")  # an editor that writes its lines otherwise
    assert run(f"--import={site.root / 'x.po'}") == told == "Nothing is another one. Nothing was written.\n"
    (site.root / "x.po").unlink()
    assert content(site) == before


def test_a_whole_translation_becomes_a_file(site, run):
    assert "into English" in run("--export=news/2026-11-10-thanks-in-japanese", str(site.root / "x.po"))
    source = (site.root / f"{THANKS}/ja.md").read_text("utf-8")
    entries = [entry for entry in read_po(BytesIO((site.root / "x.po").read_bytes())) if entry.context]
    assert all(entry.id in source for entry in entries)
    bodies = [entry.context for entry in entries if entry.context.startswith("body.")]
    filled(
        site,
        "x.po",
        title="Thanks: to all",
        summary="We thank you.",
        **{c.replace(".", "_"): f"Text {c}." for c in bodies},
    )
    run(f"--import={site.root / 'x.po'}")
    made = (site.root / f"{THANKS}/en.md").read_text("utf-8")
    assert "compared: ja-" in made and made.endswith("\n\n".join(f"Text {c}." for c in bodies) + "\n")
    assert "summary only" not in run("--to=en")
    assert not site.build().is_stopped
    assert "Text body.1." in site.read("en/news/2026/thanks-in-japanese/index.html")


def test_one_changed_block_changes_its_bytes_alone(site, run):
    path = site.write(
        f"{STRIKE}/en.md",
        (site.root / f"{STRIKE}/en.md")
        .read_bytes()
        .replace(b"\n", b"\r\n")
        .replace(b"## Demands\r\n", b"<!-- a note -->\r\n\r\n\r\n## Demands  \r\n"),
    )
    before = path.read_bytes()
    run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "x.po"))
    filled(site, "x.po", body_3="- 1500 yen for every hour\n- bargaining")
    run(f"--import={site.root / 'x.po'}")
    assert path.read_bytes() == before.replace(b"1500 yen an hour", b"1500 yen for every hour")
    run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "y.po"))
    filled(site, "y.po", title='Strike: "day two"')
    run(f"--import={site.root / 'y.po'}")
    changed = [line for line in path.read_bytes().split(b"\r\n") if line not in before.split(b"\r\n")]
    assert changed == [b'title: "Strike: \\"day two\\""', b"- 1500 yen for every hour"]
    assert not site.build().is_stopped


def test_one_section_of_a_file_with_several_languages_changes(site, run):
    path = site.root / "content/news/2026-10-05-demands-handed-in/post.md"
    before = path.read_text("utf-8")
    run("--export=news/2026-10-05-demands-handed-in", "--to=ja", str(site.root / "x.po"))
    filled(
        site, "x.po", body_1="会社に渡しました。[用語集](/glossary/#strike)もご覧ください。", title="要求書を渡しました"
    )
    run(f"--import={site.root / 'x.po'}")
    wanted = before.replace("会社に要求書を出しました。", "会社に渡しました。")
    assert path.read_text("utf-8").split("---\n", 2)[2] == wanted.split("---\n", 2)[2]
    assert "要求書を渡しました" in path.read_text("utf-8") and "Our demands are handed in" in path.read_text("utf-8")


def test_a_language_without_a_section_gets_one(site, run):
    path = "content/news/2026-10-05-demands-handed-in/post.md"
    site.replace(path, "\n<!-- en -->\n\nWe handed in our demands. See also the [glossary](/glossary/#strike).\n", "")
    before = (site.root / path).read_text("utf-8")
    run("--export=news/2026-10-05-demands-handed-in", str(site.root / "x.po"))
    filled(site, "x.po", body_1="Handed in.")
    run(f"--import={site.root / 'x.po'}")
    assert (site.root / path).read_text("utf-8") == f"{before}\n<!-- en -->\n\nHanded in.\n"
    assert not site.build().is_stopped


def test_what_the_source_no_longer_has_is_said_to_be_left_out(site, run):
    site.replace(
        f"{STRIKE}/ja.md",
        "sources:",
        "photos:\n  - {file: placard.png, alt: {ja: 絵, en: A drawing}, people: none}\nsources:",
    )
    run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "x.po"))
    filled(site, "x.po", photos_0_alt="A drawing of it", title="A strike")
    site.replace(
        f"{STRIKE}/ja.md", "photos:\n  - {file: placard.png, alt: {ja: 絵, en: A drawing}, people: none}\n", ""
    )
    assert "photos.0.alt" in run(f"--import={site.root / 'x.po'}", status=1)
    told = run(f"--import={site.root / 'x.po'}", "--anyway")
    assert "photos.0.alt any more; this was left out" in told and f"Written: {STRIKE}/en.md" in told


def test_words_of_a_record_and_of_a_header_come_back_too(site, run):
    path = site.root / "content/disputes/kasai-2026/dispute.yml"
    before = path.read_text("utf-8")
    run("--export=disputes/kasai-2026", "--to=en", str(site.root / "x.po"))
    filled(site, "x.po", demands_0_text="Pay everybody 1500 yen an hour.")
    run(f"--import={site.root / 'x.po'}")
    after = path.read_text("utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == [
        "  - text: {ja: 時給を1500円にすること。, en: Pay 1500 yen an hour.}"
    ]
    assert "Pay everybody 1500 yen an hour." in "\n".join(after)
    assert not site.build().is_stopped


def test_a_source_that_changed_since_is_refused_by_its_block(site, run):
    run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "x.po"))
    filled(site, "x.po", title="A strike")
    site.replace(f"{STRIKE}/ja.md", "- 団体交渉", "- 団体交渉の再開")
    before = content(site)
    told = run(f"--import={site.root / 'x.po'}", status=1)
    assert f"body.3 in {STRIKE}/ja.md:21" in told and told.count("changed since") == 1
    assert content(site) == before
    run(f"--import={site.root / 'x.po'}", "--anyway")
    assert "title: A strike\n" in (site.root / f"{STRIKE}/en.md").read_text("utf-8")


def test_broken_links_and_figures_are_refused_with_the_line_of_the_po_file(site, run):
    site.replace(f"{STRIKE}/ja.md", "- 団体交渉", "- [団体交渉](/disputes/kasai-2026/)")
    run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "x.po"))
    filled(site, "x.po", body_1="Struck after {session} sessions, {days-since-demand}.", body_3="- pay\n- bargaining")
    before = content(site)
    told = run(f"--import={site.root / 'x.po'}", status=1)
    lines = (site.root / "x.po").read_text("utf-8").splitlines()
    assert "{sessions} stands 1 times in the source and 0 times" in told and "[…](…)" in told
    assert all(
        lines[int(line.split("x.po:")[1].split(":")[0]) - 1].startswith("msg") for line in told.splitlines()[:-1]
    )
    assert content(site) == before


def test_a_text_is_taken_over_whole_or_not_at_all(site, run):
    run("--export=news/2026-11-10-thanks-in-japanese", str(site.root / "x.po"))
    before = content(site)
    assert "Nothing was written" in run(f"--import={site.root / 'x.po'}")
    filled(site, "x.po", summary="Thank you all.")
    run(f"--import={site.root / 'x.po'}")
    changed = {path for path, data in content(site).items() if before.get(path) != data}
    assert len(changed) == 1 and "summary only" in run("--to=en")
    site.write(f"{THANKS}/ja.md", (site.root / f"{THANKS}/ja.md").read_text("utf-8") + "\n二つ目の段落です。\n")
    run("--export=news/2026-11-10-thanks-in-japanese", str(site.root / "y.po"))
    filled(site, "y.po", body_1="One block.")
    before = content(site)
    assert "is not translated" in run(f"--import={site.root / 'y.po'}", status=1)
    assert content(site) == before


def test_an_old_translation_that_cannot_be_divided_is_a_note(site, run):
    site.replace(f"{STRIKE}/en.md", "## Demands\n", "Another paragraph.\n\n## Demands\n")
    run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "x.po"))
    entries = {e.context: e for e in read_po(BytesIO((site.root / "x.po").read_bytes())) if e.context}
    assert not entries["body.1"].string and "Another paragraph." in entries["body.1"].user_comments
    before = content(site)
    run(f"--import={site.root / 'x.po'}")
    assert content(site) == before


@pytest.mark.parametrize("data", NOT_OURS)
def test_what_is_no_po_file_of_ours_is_told(site, run, data):
    site.write("x.po", data)
    before = content(site)
    assert run(f"--import={site.root / 'x.po'}", status=1) and content(site) == before


def test_a_file_without_a_name_has_that_of_its_folder(site, run):
    run("--export=news/2026-11-10-thanks-in-japanese")
    assert (site.root / "2026-11-10-thanks-in-japanese.en.po").is_file()


def test_a_file_that_exists_is_not_written_over(site, run):
    site.write("x.po", "mine")
    assert "exists already" in run("--export=news/2026-11-02-strike", "--to=en", str(site.root / "x.po"), status=1)
    assert "--to=" in run("--export=news/2026-11-02-strike", str(site.root / "y.po"), status=1)
    assert "pt" in run("--export=news/2026-11-02-strike", "--to=pt", str(site.root / "y.po"), status=1)


@pytest.mark.parametrize(
    "args", [["--export=news/x", "a", "b"], ["x"], ["--done=a", "--import=b"], ["--what"], ["--anyway", "x"]]
)
def test_what_is_no_command_is_told(run, args):
    assert "translations --done=FOLDER" in run(*args, status=2)
