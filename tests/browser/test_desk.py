"""Whole journeys at the desk, in Chromium, against the real command: written, mended, published, and nothing lost."""

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image
from PIL.ExifTags import IFD
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import DESK, PHONE, a_page, axe_faults, program
from tests.conftest import SiteFolder
from tests.plugins.publishing.desks import git, head

pytestmark = pytest.mark.browser
PATH = "/edit/news/2026-11-02-strike"
STRIKE = "content/news/2026-11-02-strike"
SCREENS = ["/", "/new/strike", PATH, "/edit/disputes/kasai-2026", "/edit/campaigns/raise-the-floor", "/list/news",
           "/edit/events/2026-12-12-study-meeting", "/edit/pages/about", "/list/disputes", "/list/data/contacts",
           "/edit/data/contacts/office", "/edit/data/site/site", "/publish", "/translations", "/deadlines",
           "/together", "/edit/surveys/not-yet", "/edit/data/actions/not-yet"]  # fmt: skip
SAYS = {
    "ja": {"save": "保存する", "publish": "公開できる状態にする", "go": "今すぐ公開する", "kept": "自動で控えました",
           "saved": "保存しました"},
    "en": {"save": "Save", "publish": "Ready to publish", "go": "Publish now", "kept": "Kept at", "saved": "Saved"},
}  # fmt: skip


class Running(NamedTuple):
    """The desk as a process."""

    site: SiteFolder
    address: str  # with its key
    lang: str
    process: subprocess.Popen[str]

    @property
    def root(self) -> str:
        return self.address.partition("/?")[0]


@pytest.fixture
def project(make_built, as_project, tmp_path: Path) -> SiteFolder:
    site = as_project(make_built("bilingual"))
    remote = tmp_path / "site.git"
    remote.mkdir()
    git(remote, "init", "--quiet", "--bare")
    site.replace("publishconf.py", 'PUBLISH_REMOTE = ""', f'PUBLISH_REMOTE = "{remote}"')
    site.write("../danketsu-private/private-names.txt", "山田 花子\n")
    subprocess.run([sys.executable, "-m", "plugins.build", "id"], cwd=site.root, check=True, capture_output=True)
    return site


@pytest.fixture(params=["ja", "en"])
def desk(request: pytest.FixtureRequest, project: SiteFolder) -> Iterator[Running]:
    process = start(project, request.param)
    yield process
    stop(process)


def start(site: SiteFolder, lang: str, port: str = "0") -> Running:
    # "default" for SIGINT: a test run in the background of a shell would hand on that it is ignored.
    process = subprocess.Popen(
        [sys.executable, "-c", "import signal, runpy, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
         f"sys.argv = ['', 'desk', {port!r}]; runpy.run_module('plugins.build', run_name='__main__')"],
        cwd=site.root, env={**os.environ, "DANKETSU_LANG": lang}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://\S+\?key=\S+", line):
            return Running(site, found[0], lang, process)
    raise AssertionError("the desk did not come up")


def stop(desk: Running) -> None:
    desk.process.send_signal(signal.SIGINT)
    try:
        desk.process.wait(20)
    finally:
        desk.process.kill()


def opened(page: Page, desk: Running, path: str = "/") -> None:
    page.goto(desk.address)
    if path != "/":
        page.goto(f"{desk.root}{path}")


def saying(page: Page, desk: Running, name: str) -> None:
    expect(page.locator("#kept")).to_contain_text(SAYS[desk.lang][name], timeout=15_000)


def a_photo() -> bytes:
    picture = Image.new("RGB", (60, 40), "green")
    exif = picture.getexif()
    exif[0x010F] = "Needle camera"
    exif.get_ifd(IFD.GPSInfo)[1] = "N"
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue()


DROP = """([area, bytes]) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], "Gate 1.jpg", { type: "image/jpeg" }));
  for (const name of ["dragover", "drop"])
    area.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_a_strike_post_in_both_languages_with_a_photo_from_nothing_to_the_public(
    browser: Browser, desk: Running, tmp_path: Path
):
    with a_page(browser, DESK) as page:
        opened(page, desk)
        page.click('a[href="/new/strike"]')
        page.fill('[name="title.ja"]', "門の前に四十人")
        page.fill('[name="title.en"]', "Forty people at the gate")
        page.fill('[name="day"]', "2026-11-20")
        page.select_option('[name="story"]', "dispute kasai-2026")
        page.click("button.main")
        page.wait_for_url("**/edit/news/2026-11-20-forty-people-gate")
        page.fill('[name="w.ja.summary"]', "四十人が立ちました。")
        page.fill('[name="w.en.summary"]', "Forty members stood.")
        page.fill('[name="b.ja"]', "四十人の組合員が門の前に立ちました。\n\n[要求](/disputes/nowhere/)")
        page.fill('[name="b.en"]', "Forty members stood at the gate.")
        told = page.locator('[data-told="b.ja"] .told.error')
        expect(told).to_have_count(1, timeout=15_000)
        told.locator("button").click()  # to the line of the text that it is about
        assert page.evaluate("[document.activeElement.name, document.activeElement.selectionStart > 10]") == [
            "b.ja",
            True,
        ]
        page.fill('[name="b.ja"]', "四十人の組合員が門の前に立ちました。\n\n[要求](/disputes/kasai-2026/)")
        expect(told).to_have_count(0, timeout=15_000)
        shown = page.frame_locator("#preview")
        title, text = {
            "ja": ("門の前に四十人", "四十人の組合員が門の前に立ちました。"),
            "en": ("Forty people at the gate", "Forty members stood at the gate."),
        }[desk.lang]  # the page beside it is in the writer's language
        expect(shown.locator("h1")).to_contain_text(title, timeout=15_000)
        expect(shown.locator("main")).to_contain_text(text)
        page.evaluate(DROP, [page.locator('[name="b.en"]').element_handle(), [*a_photo()]])
        alt = page.locator('[name$=".alt.ja"]').last
        expect(alt).to_be_visible(timeout=15_000)
        alt.fill("門の前の旗。")
        page.locator('[name$=".alt.en"]').last.fill("Flags at the gate.")
        page.locator('[name^="f.photos.new"][name$=".people"]').select_option("none")
        saying(page, desk, "kept")
        page.get_by_role("button", name=SAYS[desk.lang]["save"], exact=True).click()
        saying(page, desk, "saved")
        folder = desk.site.root / "content/news/2026-11-20-forty-people-gate"
        picture = folder / "gate-1.jpg"
        assert b"Needle camera" not in picture.read_bytes()
        assert "status: draft" in (folder / "ja.md").read_text("utf-8")
        assert "file: gate-1.jpg" in (folder / "ja.md").read_text("utf-8")
        page.get_by_role("button", name=SAYS[desk.lang]["publish"], exact=True).click()
        expect(page.locator("#kept")).not_to_be_empty(timeout=15_000)
        assert "status" not in (folder / "ja.md").read_text("utf-8")
        page.goto(f"{desk.root}/publish")
        page.get_by_role("button", name=SAYS[desk.lang]["go"], exact=True).click(timeout=60_000)
        page.wait_for_selector("#outcome", timeout=90_000)
        remote = desk.site.root.parent.parent / "site.git"
        remote = next(
            desk.site.root.parents[i] / "site.git"
            for i in range(3)
            if (desk.site.root.parents[i] / "site.git").exists()
        )
        assert head(remote), page.locator("#outcome").inner_text()
        listed = git(remote, "ls-tree", "-r", "--name-only", "gh-pages")
        assert "en/news/2026/forty-people-gate/index.html" in listed


def test_what_was_typed_outlives_the_window_and_the_desk(browser: Browser, project: SiteFolder):
    desk = start(project, "en")
    port = desk.root.rpartition(":")[2]
    before = (project.root / STRIKE / "en.md").read_bytes()
    with a_page(browser, DESK) as page:
        opened(page, desk, PATH)
        page.fill('[name="b.en"]', "Typed before the lights went out.")
        saying(page, desk, "kept")
        address = page.url
        page.reload()
        expect(page.locator('[name="b.en"]')).to_have_value("Typed before the lights went out.")
        desk.process.kill()  # the power fails
        desk.process.wait()
        page.fill('[name="b.en"]', "And this while nobody answered.")
        expect(page.locator("#kept")).to_contain_text("does not answer", timeout=15_000)
        again = start(project, "en", port)
        opened(page, again)
        assert STRIKE.rpartition("/")[2] in page.locator("main").inner_text()  # there is text that was not saved
        page.goto(address)
        expect(page.locator('[name="b.en"]')).to_have_value("And this while nobody answered.")
        assert (project.root / STRIKE / "en.md").read_bytes() == before
        page.keyboard.press("Control+s")
        saying(page, again, "saved")
        assert b"And this while nobody answered." in (project.root / STRIKE / "en.md").read_bytes()
        stop(again)


def test_two_windows_on_one_post(browser: Browser, desk: Running):
    file = desk.site.root / STRIKE / "en.md"
    with a_page(browser, DESK) as one, a_page(browser, DESK) as two:
        opened(one, desk, PATH)
        opened(two, desk, PATH)
        two.fill('[name="w.en.summary"]', "From the second window.")
        saying(two, desk, "kept")
        one.fill('[name="w.en.title"]', "From the first window")
        saying(one, desk, "kept")
        expect(one.locator("#others")).to_be_visible()
        one.keyboard.press("Control+s")
        saying(one, desk, "saved")
        two.keyboard.press("Control+s")
        saying(two, desk, "saved")
        text = file.read_text("utf-8")
        assert "title: From the first window" in text and "summary: From the second window." in text
        two.fill('[name="w.en.title"]', "Mine")
        saying(two, desk, "kept")
        file.write_text(text.replace("From the first window", "By hand"), encoding="utf-8")
        two.keyboard.press("Control+s")
        expect(two.locator("fieldset.clash")).to_have_count(1, timeout=15_000)
        assert "By hand" in two.locator("main").inner_text() and "Mine" in two.locator("main").inner_text()
        two.check('[value="theirs"]')
        two.click("button.main")
        two.wait_for_url("**/edit/**notice=*")
        assert "title: By hand" in file.read_text("utf-8")


DESCRIBED = """(one) => one.getAttribute("aria-describedby").split(" ")
  .map((id) => document.getElementById(id).textContent).join(" ").trim()"""


def test_entries_are_moved_with_the_keyboard_and_what_is_wrong_is_said_at_its_field(browser: Browser, desk: Running):
    file = desk.site.root / "content/disputes/kasai-2026/dispute.yml"
    before = file.read_text("utf-8")
    with a_page(browser, PHONE) as page:
        opened(page, desk, "/edit/disputes/kasai-2026")
        items = page.locator('[data-list="f.entries"] > [data-item]')
        first, count = items.first.locator("legend").first.inner_text(), items.count()
        down = items.first.locator(":scope > .gone [data-move=down]")
        assert first in (down.get_attribute("aria-label") or "") and (down.bounding_box() or {})["height"] >= 44
        expect(items.first.locator(":scope > .gone [data-move=up]")).to_be_hidden()
        down.focus()
        for _ in range(count - 1):
            page.keyboard.press("Enter")
        assert items.last.locator("legend").first.inner_text() == first
        expect(page.locator("#moved")).to_contain_text(str(count))
        # The last one has nowhere to go: the keyboard stands on its other button.
        assert page.evaluate("document.activeElement.dataset.move") == "up"
        date = items.last.locator('[name$=".date"]').first
        good = date.input_value()
        date.fill("5/20")
        expect(date).to_have_attribute("aria-invalid", "true", timeout=15_000)
        assert "5/20" in date.evaluate(DESCRIBED)
        assert axe_faults(page, ("no-preference",), without=("frame-tested",)) == []
        date.fill(good)
        expect(date).not_to_have_attribute("aria-invalid", "true", timeout=15_000)
        assert date.evaluate(DESCRIBED) == ""
        page.keyboard.press("Control+s")
        saying(page, desk, "saved")
    after = file.read_text("utf-8")
    assert sorted(after.split("\n")) == sorted(before.split("\n")) and after != before


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_screen_is_for_everybody(browser: Browser, desk: Running, width: int, count: Callable[[str], None]):
    found: dict[str, list[str]] = {}
    with a_page(browser, width) as page:
        opened(page, desk)
        for path in SCREENS:
            answer = page.goto(f"{desk.root}{path}")
            assert answer and answer.ok, path
            for more in page.locator("details").all():
                more.evaluate("one => one.open = true")
            for fault in axe_faults(page, ("no-preference", "more"), without=("frame-tested",)):
                found.setdefault(fault, []).append(path)
            for fault in page.evaluate(program("overflow")):
                found.setdefault(f"overflow {fault}", []).append(path)
    count(f"{len(SCREENS)} screens in {desk.lang} at {width} px, 2 schemes x 2 contrasts")
    assert found == {}


def test_no_screen_asks_anything_of_others(browser: Browser, desk: Running):
    with a_page(browser, DESK) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        opened(page, desk)
        for path in SCREENS:
            page.goto(f"{desk.root}{path}", wait_until="networkidle")
    hosts = {re.match(r"\w+:(?://[^/]*)?", url)[0].rpartition(":")[0] for url in asked}
    assert hosts <= {"http://127.0.0.1", "data", "http://localhost"}
