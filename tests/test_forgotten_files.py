"""`run.py forget`: pictures and PDFs of a person go with every line that shows them, and the site still builds."""

import io

import pytest
from pypdf import PdfWriter

from plugins.build.forgetting import forget
from plugins.build.rename import rename
from plugins.inspection.names import folded_text
from tests.small_files import photo, saved

NAMES = "髙見本花子, たかみもとはなこ, Hanako Takamimoto"
# However it is written: folded as the second look folds, and in UTF-8 as it lies in a file.
SPELLINGS = (
    "髙見本花子", "高見本花子", "髙見本 花子", "タカミモトハナコ", "たかみもと はなこ", "hanako-takamimoto",
    "Takamimoto, Hanako",
)  # fmt: skip
NEEDLES = ("高見本", "たかみもと", "takamimoto", "070-0000-1234")
STRIKE = "content/news/2026-11-02-strike"
DISPUTE, PAGE = "content/disputes/kasai-2026", "content/pages/about"
PHOTOS = """photos:
  - {file: placard2.png, alt: {ja: 旗, en: A flag}, people: none}
  - file: chair.jpg
    alt: {ja: 演説, en: A speech}
    caption: {ja: 話す高見本 花子さん, en: The speaker}
    people: consented
  # taken from behind
  - {file: crowd.jpg, alt: {ja: 参加者, en: The crowd}, people: consented}
"""
QUOTE = """quotes:
  - text: {ja: 言葉です, en: Words}
    role: {ja: 員, en: Member}
    speaker: {ja: 高見本 花子, en: Takamimoto Hanako}
    consent: yes
"""
TEXT = """
はじめの段落です。

![演説](chair.jpg)

続き![旗](placard2.png)と![演説](./chair.jpg "話す人")、[大きな写真](chair.jpg#1)です。

[![演説](chair.jpg)](chair.jpg)
"""


def pdf(words: str) -> bytes:
    """Return a PDF with a heading of these words."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_outline_item(title=words, page_number=0)
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def site(make_built):
    """A site with a person in each kind of file."""
    site = make_built("bilingual")
    for name in ("chair.jpg", "crowd.jpg"):
        site.write(f"{STRIKE}/{name}", saved(photo((60, 40)), "JPEG"))
    site.write(f"{STRIKE}/placard2.png", (site.root / STRIKE / "placard.png").read_bytes())
    site.replace(f"{STRIKE}/ja.md", "sources:", f"{PHOTOS}sources:")
    site.write(f"{STRIKE}/ja.md", (site.root / STRIKE / "ja.md").read_text("utf-8") + TEXT)
    site.write(f"{STRIKE}/en.md", (site.root / STRIKE / "en.md").read_text("utf-8") + "\n![A speech](chair.jpg)\n")
    return site


@pytest.fixture
def told(site, capsys):
    """Run the command and return its lines."""

    def run(*args):
        assert forget(site.settings(), [*args, NAMES]) == 0
        return capsys.readouterr().out.partition("\n\n")[0].splitlines()

    return run


def rules(site):
    return {found.rule for found in site.build().problems} - {"translation-missing"}


def test_a_photo_that_names_the_person_goes_with_every_line_that_shows_it(site, told):
    assert rules(site) == set()
    places = told()
    assert f"{STRIKE}/chair.jpg:1: a picture whose name or words name this person. --yes removes it." in places
    assert [line for line in places if "crowd" not in line and "Look at it" in line]
    assert (site.root / STRIKE / "chair.jpg").exists()
    assert all(line.endswith("Removed.") or "Look at it" in line for line in told("--yes"))
    assert not (site.root / STRIKE / "chair.jpg").exists()
    text = (site.root / STRIKE / "ja.md").read_text("utf-8")
    assert "chair" not in text and "高見本" not in text
    assert "placard2.png" in text and "crowd.jpg" in text and "  # taken from behind\n" in text
    assert "はじめの段落です。\n\n\n続き![旗](placard2.png)と、大きな写真です。\n\n" in text
    assert "chair" not in (site.root / STRIKE / "en.md").read_text("utf-8")
    assert rules(site) == set()
    assert not [path for path, data in site.files().items() if "chair" in path or b"chair" in data]


@pytest.mark.parametrize(
    "text",
    ["[words][1]\n\n[1]: chair.jpg\n", '<img src="chair.jpg" alt="x">\n', "[two\nlines](chair.jpg)\n"],
    ids=["by number", "HTML", "two lines"],
)
def test_what_cannot_be_cut_out_leaves_the_photo_to_the_writer(text, site, told):
    site.write(f"{STRIKE}/en.md", (site.root / STRIKE / "en.md").read_text("utf-8") + text)
    before = {path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()}
    places = told("--yes")
    remedy = "Delete it, and every line that shows it."
    assert f"{STRIKE}/chair.jpg:1: a picture whose name or words name this person. {remedy}" in places
    assert {path: path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "header",
    [
        "photos: [{file: chair.jpg, alt: {ja: 髙見本花子, en: A}, people: none}]\n",
        "photos:\n  - {file: chair.jpg, alt: {ja: 髙見本花子, en: A}, people: none}\n",
        "photos:\n- file: chair.jpg\n  alt: {ja: 旗, en: A}\n  people: none\n  credit: Takamimoto Hanako\n",
    ],
    ids=["a list in one line", "the only one", "not indented"],
)
@pytest.mark.parametrize("folder", [PAGE, DISPUTE])
def test_a_photo_of_a_page_or_record_goes_too(folder, header, site, told):
    site.write(f"{folder}/chair.jpg", saved(photo((60, 40)), "JPEG"))
    if folder == PAGE:
        site.replace(f"{PAGE}/ja.md", "title: 組合について\n", f"title: 組合について\n{header}")
    else:
        site.write(f"{folder}/dispute.yml", (site.root / folder / "dispute.yml").read_text("utf-8") + header)
    site.write(f"{folder}/ja.md", (site.root / folder / "ja.md").read_text("utf-8") + "\n![旗](chair.jpg)\n")
    assert rules(site) == set()
    told("--yes")
    assert not (site.root / folder / "chair.jpg").exists()
    texts = [path for path in (site.root / folder).iterdir() if path.suffix in {".md", ".yml"}]
    assert not [path for path in texts if "photos" in path.read_text("utf-8")]
    assert rules(site) == set()


def test_a_pdf_whose_words_name_the_person_is_told_and_taken_only_when_asked(site, told):
    site.write(f"{DISPUTE}/notice.pdf", pdf("Agreement, signed: 高見本　花子"))
    site.write(f"{PAGE}/other.pdf", pdf("Agreement"))
    site.write(f"{PAGE}/broken.pdf", b"%PDF-1.7 nothing")
    document = "document: {title: {ja: 協定, en: Agreement}, file: notice.pdf}"
    entry = f"\nentries:\n  - date: 2026-11-02\n    type: protest\n    source: notice-2026\n    {document}\n"
    site.replace(f"{DISPUTE}/dispute.yml", "\nentries:\n", entry)
    page = (site.root / PAGE / "ja.md").read_text("utf-8")
    site.write(f"{PAGE}/ja.md", f"{page}\n[協定](/media/disputes/kasai-2026/notice.pdf#page=1) [他](other.pdf)\n")
    assert rules(site) <= {"document-unreadable"}
    places = told("--yes")
    remedy = "Print it anew without the name; or delete it with its links: --documents --yes."
    assert f"{DISPUTE}/notice.pdf:1: a PDF whose words name this person. {remedy}" in places
    assert f"{PAGE}/broken.pdf:1: nobody can tell what stands in this file. Open it and look." in places
    assert not [line for line in places if "other.pdf" in line] and (site.root / DISPUTE / "notice.pdf").exists()
    told("--documents")
    assert (site.root / DISPUTE / "notice.pdf").exists()
    told("--documents", "--yes")
    assert not (site.root / DISPUTE / "notice.pdf").exists() and (site.root / PAGE / "other.pdf").exists()
    assert (site.root / PAGE / "ja.md").read_text("utf-8") == f"{page}\n協定 [他](other.pdf)\n"
    (site.root / PAGE / "broken.pdf").unlink()
    assert rules(site) == set()
    assert not [path for path, data in site.files().items() if "notice.pdf" in path or b"notice.pdf" in data]


# Every kind of file that may lie in content, with a spelling in a place of its own.
KINDS = {
    "content/data/organisations.yml": "takamimoto:\n  name: {ja: 髙見本 花子労務, en: Office}\n  type: employer\n",
    "content/data/actions.yml": "- id: x\n  label: {ja: タカミモトハナコ, en: x}\n",
    "content/campaigns/raise-the-floor/campaign.yml": "privacy_promise: {ja: 高見本花子が守ります。, en: x}\n",
    "content/events/2026-12-12-study-meeting/event.yml": "cost: {ja: 髙見本花子, en: x}\n",
    "content/surveys/x/survey.yml": "method: {ja: x, en: Hanako Takamimoto}\n",
    "content/reports/x/report.yml": "period: {ja: タカミモト・ハナコ, en: x}\n",
    "content/explainers/x/explainer.yml": "definition: {ja: 髙見本花子, en: x}\n",
    "content/pages/join/en.md": "Hanako  Takamimoto\n",
    "content/reports/x/table.csv": "name,yen\nTakamimoto Hanako,1000\n",
    "content/news/2026-11-02-strike/ja.md~": "たかみもとはなこ\n",
    "content/notes.txt": "Hanako Takamimoto\n",
    "content/data/large.yml": "#" * 1_500_000 + "\nx: 髙見本花子\n",
}


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_file_is_looked_into(path, site, told):
    file = site.root / path
    before = file.read_text("utf-8") if file.is_file() else ""
    site.write(path, before + KINDS[path])
    lines = [line for line in told() if line.startswith(f"{path}:")]
    assert len(lines) == 1 and "Delete it, or write it anew." in lines[0]


def test_nothing_is_left_in_content_or_output_in_any_spelling(site, told):
    contact = """
hanako:
  display_name: {ja: 髙見本花子, en: Hanako Takamimoto}
  consent: yes
  phone: 070-0000-1234
"""
    site.write("content/data/contacts.yml", (site.root / "content/data/contacts.yml").read_text("utf-8") + contact)
    site.replace(f"{STRIKE}/ja.md", "contact: office\n", f"contact: hanako\n{QUOTE}")
    for path in ("content/events/2026-12-12-study-meeting/event.yml", f"{DISPUTE}/dispute.yml"):
        site.replace(path, "contact: office", "contact: hanako")
    site.write(f"{STRIKE}/hanako-takamimoto.png", (site.root / STRIKE / "placard.png").read_bytes())
    site.write(f"{STRIKE}/notice.pdf", pdf("タカミモト ハナコ"))
    shown = "\n".join(f"![{spelling}](chair.jpg)" for spelling in SPELLINGS)
    more = f"\n{shown}\n\n![旗](hanako-takamimoto.png)\n\n[通知](notice.pdf)\n"
    site.write(f"{STRIKE}/en.md", (site.root / STRIKE / "en.md").read_text("utf-8") + more)
    site.build()
    assert {needle for needle in NEEDLES if in_any(site.files(), needle)} == set(NEEDLES)
    told("--yes", "--documents")
    result = site.build()
    assert not result.is_stopped
    content = {
        str(path.relative_to(site.root)): path.read_bytes()
        for path in (site.root / "content").rglob("*")
        if path.is_file()
    }
    assert [needle for needle in NEEDLES if in_any(site.files() | content, needle)] == []
    assert site.files() == site.built_from_nothing()[1]


def test_an_address_that_names_the_person_is_gone_once_the_told_lines_are(site, told):
    """The post gets another name, and every line that is still told is deleted, as the list says."""
    folder = "content/news/2026-11-03-hanako-takamimoto"
    site.write(f"{folder}/ja.md", "---\nid: hanako22\ntitle: 題\n---\n\n本文です。\n")
    assert not site.build(write_addresses=True).is_stopped
    assert f"{folder}:1: the name of this file or folder names this person. " in told()[-1]
    rename(site.settings(), "news/2026-11-03-hanako-takamimoto", "speech", is_tried=False)
    for line in reversed(told()):
        path, number = line.split(":")[:2]
        if path.endswith(("redirects.yml", "addresses.yml")):
            lines = (site.root / path).read_text("utf-8").splitlines(keepends=True)
            site.write(path, "".join(lines[: int(number) - 1] + lines[int(number) :]))
    assert not [line for line in told() if "takamimoto" in line or ".yml" in line]
    assert not site.build(write_addresses=True, severities={"addresses-missing": "error"}).is_stopped
    content = {path.as_posix(): path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()}
    assert in_any(site.files() | content, "takamimoto") == []


def in_any(files, needle):
    read = ((path, folded(path), folded(data.decode("utf-8", "ignore"))) for path, data in files.items())
    return [path for path, name, text in read if needle in name or needle in text]


def folded(text):
    return folded_text(text).replace(" ", "").replace("　", "")
