"""What `run.py leaflet` puts on paper, in the browser of this machine: one page, real fonts, codes that phones read."""

import io
import re
import shutil

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from plugins.build import pdf_folder
from plugins.build.leaflets import make_leaflets
from plugins.documents.look import look_at_document
from plugins.leaflets.codes import QUIET
from plugins.leaflets.forms import useful_forms
from tests.conftest import SiteFolder

pytestmark = pytest.mark.browser

URL = "https://hikari-union.org"
ITEMS = {
    "newdeal": "campaigns/new-deal", "reading": "events/2026-12-12-reading-meeting",
    "strike": "news/2021-11-04-strike-at-hq",
}  # fmt: skip
A4, A4_LYING = (595, 842), (842, 595)
DOTS = 96 / 25.4  # CSS pixels of a millimetre


class Printed:
    """PDFs made of a site, and the very pages that the browser was given."""

    def __init__(self, site: SiteFolder, pages: dict[bytes, str]) -> None:
        self.site, self._pages = site, pages
        self.folder = site.root / "leaflets"

    def make(self, *args: str) -> int:
        return make_leaflets(self.site.settings(url="http://localhost:8000"), list(args), URL)

    def pdf(self, name: str) -> PdfReader:
        return PdfReader(self.folder / f"{name}.pdf")

    def bytes(self, name: str) -> bytes:
        return (self.folder / f"{name}.pdf").read_bytes()

    def html(self, name: str) -> str:
        return self._pages[self.bytes(name)]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, built_once) -> Printed:
    """The sample with everything that can be printed of it; no test changes it."""
    root = tmp_path_factory.mktemp("paper") / "site"
    shutil.copytree(built_once("sample").root, root, symlinks=True)
    pages: dict[bytes, str] = {}
    real = pdf_folder.printed

    def noted(browser, html, folder):
        data = real(browser, html, folder)
        pages[data] = html
        return data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_folder, "printed", noted)
        made = Printed(SiteFolder(root), pages)
        statuses = [
            made.make(ITEMS["newdeal"]), made.make(ITEMS["reading"], "--size=a5", "--first=en"),
            made.make(ITEMS["strike"], "--vertical"), made.make(ITEMS["strike"], "--size=a5", "--sides=two"),
            made.make(ITEMS["newdeal"], "--labels"), made.make("--card"), made.make("--placard=賃上げを！|Fair pay!"),
        ]  # fmt: skip
    assert statuses == [0] * len(statuses)
    return made


NAMES = [
    *(f"newdeal-{form.name}" for form in useful_forms(("ja", "en"))), "reading-a5-en", "strike-a4-ja-vertical",
    "strike-a5-ja-two-sides", "newdeal-labels", "card", "placard-賃上げを-Fair-pay",
]  # fmt: skip


def test_these_are_made_and_nothing_is_left_beside_them(printed: Printed) -> None:
    assert sorted(path.name for path in printed.folder.iterdir()) == sorted([".made", *(f"{n}.pdf" for n in NAMES)])


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_the_pages_that_it_should_of_the_right_size(printed: Printed, name: str) -> None:
    pages = printed.pdf(name).pages
    assert len(pages) == (2 if "two-sides" in name or name == "card" else 1)
    size = A4_LYING if "-a5-" in name or "placard" in name else A4
    assert all((round(float(p.mediabox.width)), round(float(p.mediabox.height))) == size for p in pages)


@pytest.mark.parametrize("name", NAMES)
def test_its_text_is_text_in_the_theme_s_fonts_with_its_structure_and_tells_of_nobody(printed: Printed, name) -> None:
    pdf = printed.pdf(name)
    fonts = [font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts and all(re.fullmatch(r"/[A-Z]{6}\+NotoSansJP-(?:Bold|Regular)", font["/BaseFont"]) for font in fonts)
    for font in fonts:
        (inside,) = font["/DescendantFonts"]
        assert inside.get_object()["/FontDescriptor"].get_object()["/FontFile2"]
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"] and root["/Lang"] in ("ja", "en")
    assert look_at_document(printed.bytes(name)) == (True, frozenset()) and "/ID" not in pdf.trailer


def test_both_languages_and_the_printed_address_are_in_the_text(printed: Printed) -> None:
    text = "".join(page.extract_text() for page in printed.pdf("newdeal-a4-ja").pages)
    flat = re.sub(r"\s", "", text)
    assert "派遣も直接雇用も、いっしょに" in flat and "Dispatchanddirecthire,together" in flat
    assert "hikari-union.org/x/newdeal" in flat and "localhost" not in flat
    front, back = (re.sub(r"\s", "", page.extract_text()) for page in printed.pdf("newdeal-a4-ja-two-sides").pages)
    assert "私たちの要求" in front and "Ourdemands" not in front
    assert "Ourdemands" in back and "私たちの要求" not in back


def seen(page: Page, html: str) -> Page:
    page.set_content(html)
    page.evaluate("document.fonts.ready")
    return page


@pytest.fixture
def page(browser: Browser):
    made = browser.new_page(viewport={"width": 1123, "height": 1123}, device_scale_factor=2)
    yield made
    made.close()


OVER = "(box) => Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth)"


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_reads_every_code_and_nothing_stands_over(printed: Printed, page: Page, name: str) -> None:
    codes = seen(page, printed.html(name)).locator("svg.leaflet-code")
    for part in page.locator(".leaflet, .leaflet__body, .placard, .qr-label, .rights-card").all():
        assert part.evaluate(OVER) <= 2, part.text_content()
    if "placard" in name:
        return
    wanted = {"card": {f"{URL}/ja/contact/", f"{URL}/en/contact/"}}.get(name, {f"{URL}/x/{name.partition('-')[0]}/"})
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot(full_page=True))))
    assert {code.text for code in found} == wanted and len(found) == codes.count() > 0
    if "labels" not in name and name != "card":
        least = (25 if "-a5-" in name else 38) * DOTS  # of the code itself: without its light margin
        for code in codes.all():
            modules = int(code.get_attribute("viewBox").split()[2])
            assert code.bounding_box()["width"] * (1 - 2 * QUIET / modules) >= least
        sizes = page.locator(".leaflet__columns :is(p, li)").evaluate_all(
            "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 10.5 / 72 * 96 - 0.01


def test_black_alone_has_no_colour(printed: Printed, page: Page) -> None:
    seen(page, printed.html("newdeal-a4-ja-black"))
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB").quantize(64).convert("RGB")
    assert all(max(colour) - min(colour) < 12 for _, colour in picture.getcolors(1 << 20))
    seen(page, printed.html("newdeal-a4-ja"))
    colours = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB").getcolors(1 << 24)
    assert any(max(colour) - min(colour) > 80 for _, colour in colours)


def test_a_headline_may_run_from_above(printed: Printed, page: Page) -> None:
    seen(page, printed.html("strike-a4-ja-vertical"))
    title = page.locator(".leaflet__title .leaflet__first").first
    box = title.bounding_box()
    assert box["height"] > 2 * box["width"]
    assert box["x"] > page.locator(".leaflet__columns").bounding_box()["x"]


def test_nothing_is_made_anew_while_its_words_are_the_same_and_what_is_has_the_same_bytes(tmp_path, built_once, capsys):
    shutil.copytree(built_once("bilingual").root, tmp_path / "site", symlinks=True)
    site = SiteFolder(tmp_path / "site")
    made = Printed(site, {})
    args = ("campaigns/raise-the-floor", "--size=a4")
    assert made.make(*args) == 0
    (path,) = made.folder.glob("*.pdf")
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    assert "Made: leaflets/raise-the-a4-ja.pdf" in capsys.readouterr().out
    assert made.make(*args) == 0
    assert path.stat().st_mtime_ns == stamp and "Unchanged: leaflets/raise-the-a4-ja.pdf" in capsys.readouterr().out
    path.unlink()
    assert made.make(*args) == 0 and path.read_bytes() == before
    site.replace("content/campaigns/raise-the-floor/campaign.yml", "1500 yen an hour", "1600 yen an hour")
    assert made.make(*args) == 0 and path.read_bytes() != before


def test_what_fits_on_no_page_is_told_with_what_to_cut(tmp_path, built_once, capsys) -> None:
    shutil.copytree(built_once("bilingual").root, tmp_path / "site", symlinks=True)
    site = SiteFolder(tmp_path / "site")
    goal = "A minimum wage of 1500 yen in Tokyo."
    site.replace("content/campaigns/raise-the-floor/campaign.yml", goal, f"{goal} " + "And we mean what we say. " * 60)
    made = Printed(site, {})
    assert made.make("campaigns/raise-the-floor", "--size=a5") == 1
    said = capsys.readouterr().err
    found = re.search(r"-a5-ja\.pdf does not fit on one page\. Cut about (\d+) lines \((\d+) characters\) from the "
                      r"English text of campaigns/raise-the-floor: demands, goal", said)  # fmt: skip
    assert found and 5 < int(found[1]) < 60 and int(found[2]) > 100
    assert not [*made.folder.glob("*.pdf")]


def test_the_page_of_the_site_takes_one_sheet_too(printed: Printed, browser: Browser, tmp_path) -> None:
    for path in sorted(printed.site.output.rglob("leaflet/index.html")):
        page = browser.new_page()
        page.goto(path.as_uri())
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})
        body = page.locator(".leaflet__body")
        over = body.evaluate("(box) => box.scrollHeight - box.clientHeight")
        page.close()
        assert len(pdf.pages) == 1 and over <= 2, path
