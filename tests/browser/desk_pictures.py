"""The pictures of the guide to the desk: what its chapters tell is done at a real desk, and shown."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect, sync_playwright

import run
from tests.browser.looking import DESK, PHONE, a_page
from tests.browser.test_desk import PATH, Running, opened, start, stop
from tests.conftest import COPIED, FLAGS, LINKED, NOW, PROJECT, SITES, SiteFolder
from tests.plugins.publishing.desks import git

FOLDER = PROJECT / "docs" / "images" / "desk"
WORDS = FOLDER / "words.json"  # what the screen said when each picture was made
LANGS = ("ja", "en")
COLOURS = 64
PATIENCE = 20_000  # milliseconds
PATIENT: dict[str, Any] = {"timeout": PATIENCE}
CLASHING = "content/news/2026-10-20-refused"
SHARED, THANKED = "content/news/2026-10-05-demands-handed-in", "content/news/2026-11-10-thanks-in-japanese"
# The words that can be seen in an element, without those that a closed list or a folded part would show.
SEEN = """(elements) => {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { found.push(node.data); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return;
    if (node.matches("select")) { found.push(node.selectedOptions[0]?.text ?? ""); return; }
    if (!node.matches("script, template, textarea, .unseen")) node.childNodes.forEach(walk);
  };
  elements.forEach(walk);
  return found.map((text) => text.trim().replace(/\\s+/g, " ")).filter(Boolean).join(" | ");
}"""


class Shown(NamedTuple):
    """A picture, and the words on the screen that it shows."""

    name: str
    data: bytes
    words: str


def main() -> None:
    """Make all pictures anew, and the list of their words."""
    if not (chromium := run.chromium_path()):
        run.stop("Chromium がありません。インストールしてください。", "Chromium is not there. Install it.")
    os.environ |= {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "LC_ALL": "C.UTF-8"}
    os.environ.pop("CI", None)  # a person's desk
    made = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        for lang in LANGS:
            for one in pictures(browser, lang):
                made.append(one)
                print(f"docs/images/desk/{one.name}", file=sys.stderr, flush=True)
        browser.close()
    shutil.rmtree(FOLDER, ignore_errors=True)  # only now: a journey that breaks off leaves the old ones
    FOLDER.mkdir(parents=True)
    for one in made:
        (FOLDER / one.name).write_bytes(one.data)
    words = {one.name: one.words for one in made}
    WORDS.write_text(json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def pictures(browser: Browser, lang: str) -> Iterator[Shown]:
    """Walk through the chapters at a desk in one language; yield each picture with its words."""
    with TemporaryDirectory() as folder, a_page(browser, DESK) as page:
        desk = start(a_project(Path(folder)), lang)
        try:
            opened(page, desk)
            yield from first_post(page, desk)
            yield from publishing(page, desk)
            post = yield from strike_morning(browser, page, desk)
            yield from photo(page, desk, post)
            yield from survey(page, desk)
            yield from translating(page, desk)
            yield from together(page, desk)
            yield from gone_wrong(page, desk)
        finally:
            stop(desk)


def a_project(folder: Path) -> SiteFolder:
    """Return a site of invented people that was published once, with what a desk needs around it."""
    site, remote = SiteFolder(folder / "site"), folder / "public.git"
    shutil.copytree(SITES / "bilingual" / "content", site.root / "content")
    for name in COPIED:
        shutil.copy2(PROJECT / name, site.root / name)
    for name in LINKED:
        (site.root / name).symlink_to(PROJECT / name, target_is_directory=True)
    remote.mkdir()
    git(remote, "init", "--quiet", "--bare")
    site.replace("publishconf.py", 'PUBLISH_REMOTE = ""', f'PUBLISH_REMOTE = "{remote}"')
    site.write("../danketsu-private/private-names.txt", "見本 花子\n")
    for command in ("id", "publish"):
        args = [sys.executable, "-m", "plugins.build", command]
        subprocess.run(args, cwd=site.root, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return site


# --- the chapters


def first_post(page: Page, desk: Running) -> Iterator[Shown]:
    yield shown(page, desk, "start", ".top", "section[aria-labelledby=write]")
    page.click('a[href="/new/news"]')
    fill(page, {"title.ja": "事務所の受付時間が変わります", "title.en": "New hours of our office"})
    page.click("button.main")
    page.wait_for_url("**/edit/news/*")
    typed = {"w.ja.summary": "12月から土曜日も開けます。", "w.en.summary": "From December, on Saturdays too.",
             "b.ja": "12月から、ひかり労組の事務所は土曜日も開けます。\n\nどなたでも相談に来てください。",
             "b.en": "From December the office of Hikari Union is open on Saturdays too.\n\nCome and ask."}  # fmt: skip
    fill(page, typed)
    page.locator(f"[data-preview={desk.lang}]").click()
    expect(page.frame_locator("#preview").locator("main")).to_contain_text(typed[f"b.{desk.lang}"][:30], **PATIENT)
    settled(page)
    yield shown(page, desk, "first-post", ".top", ".bar", ".languages", height=680)
    page.click("button[value=publish]")
    page.wait_for_url("**notice=published-now*")


def publishing(page: Page, desk: Running) -> Iterator[Shown]:
    page.goto(f"{desk.root}/publish")
    page.click("button[value=try]", timeout=6 * PATIENCE)
    page.wait_for_selector("#outcome", timeout=6 * PATIENCE)
    yield shown(page, desk, "publish", "main")


def strike_morning(browser: Browser, page: Page, desk: Running) -> Generator[Shown, None, str]:
    with a_page(browser, PHONE) as narrow:
        opened(narrow, desk, "/new/strike")
        fill(narrow, {"title.ja": "門の前に四十人", "title.en": "Forty people at the gate"})
        narrow.select_option('[name="story"]', "dispute kasai-2026")
        yield shown(narrow, desk, "strike", "main")
        narrow.click("button.main")
        narrow.wait_for_url("**/edit/news/*")
        post = narrow.url
    page.goto(f"{desk.root}/edit/disputes/kasai-2026")
    page.click('[data-add="f.entries"]')
    entry = {
        "date": "2026-11-22",
        "text.ja": "工場の門の前に立った。",
        "text.en": "Members stood at the gate.",
    }
    fill(page, {f"f.entries.new1.{name}": text for name, text in entry.items()})
    page.select_option('[name="f.entries.new1.type"]', "strike")
    settled(page)
    yield shown(page, desk, "entry", '[data-item]:has([name="f.entries.new1.date"])')
    page.click("button[value=save]")
    page.wait_for_url("**notice=saved*")
    return post


def photo(page: Page, desk: Running, post: str) -> Iterator[Shown]:
    page.goto(post)
    typed = {"w.ja.summary": "四十人が朝7時から立ちました。", "w.en.summary": "Forty members stood from seven.",
             "b.ja": "組合員四十人が門の前に立ちました。", "b.en": "Forty members stood at the gate."}  # fmt: skip
    fill(page, typed)
    page.set_input_files("#photo", {"name": "gate.jpg", "mimeType": "image/jpeg", "buffer": a_drawing()})
    new = '[name^="f.photos.new"]'
    expect(page.locator(f'{new}[name$=".alt.ja"]')).to_be_visible(**PATIENT)
    page.fill(f'{new}[name$=".alt.ja"]', "工場の門の前に立つ赤い旗。")
    page.fill(f'{new}[name$=".alt.en"]', "Red flags at the gate of the plant.")
    page.select_option(f'{new}[name$=".people"]', "none")
    settled(page)
    yield shown(page, desk, "photo", '[data-list="f.photos"] [data-item]')
    page.click("button[value=publish]")
    page.wait_for_url("**notice=published-now*")


def survey(page: Page, desk: Running) -> Iterator[Shown]:
    page.goto(f"{desk.root}/edit/data/actions/overtime-form")
    for more in page.locator("details.more").all():
        more.evaluate("one => one.open = true")
    fill(page, {"f.label.ja": "アンケートに答える（3分）", "f.label.en": "Answer in 3 minutes",
                "f.url": "https://form.example/overtime", "f.closes": "2026-12-20",
                "f.title.ja": "残業アンケート", "f.title.en": "Survey on overtime",
                "f.privacy_promise.ja": "お名前は集めません。",
                "f.privacy_promise.en": "We collect no names."})  # fmt: skip
    page.select_option('[name="f.type"]', "survey")
    page.click("button[value=save]")
    page.wait_for_url("**notice=saved*")
    page.goto(f"{desk.root}/edit/surveys/overtime-2026")
    page.click('[data-add="f.waves"]')
    wave = {"number": "1", "title.ja": "第1次", "title.en": "First wave", "opens": "2026-11-20", "closes": "2026-12-20"}
    fill(page, {f"f.waves.new1.{name}": text for name, text in wave.items()})
    more = page.locator('[data-item]:has([name="f.waves.new1.opens"]) details.more')
    more.evaluate("one => one.open = true")
    page.select_option('[name="f.waves.new1.action"]', "overtime-form")
    more.evaluate("one => one.open = false")
    fill(page, {"f.name.ja": "残業アンケート", "f.name.en": "Survey on overtime"})
    page.select_option('[name="f.campaign"]', "raise-the-floor")
    settled(page)
    yield shown(page, desk, "survey", "section.facts")
    page.click("button[value=save]")
    page.wait_for_url("**notice=saved*")
    page.goto(f"{desk.root}/edit/campaigns/raise-the-floor")
    page.select_option('[name="f.action"]', "overtime-form")
    page.locator(f"[data-preview={desk.lang}]").click()
    button = {"ja": "アンケートに答える", "en": "Answer in 3 minutes"}[desk.lang]
    within = page.frame_locator("#preview")
    expect(within.locator("main")).to_contain_text(button, **PATIENT)
    within.locator("main a", has_text=button).first.scroll_into_view_if_needed()
    yield shown(page, desk, "button", "aside.page")
    page.click("button[value=save]")
    page.wait_for_url("**notice=saved*")


def translating(page: Page, desk: Running) -> Iterator[Shown]:
    page.goto(f"{desk.root}/edit/news/2026-11-15-only-in-english")
    yield shown(page, desk, "translating", ".bar", ".told-all", ".languages", height=560)


def together(page: Page, desk: Running) -> Iterator[Shown]:
    other = a_clone(desk.site)
    old, theirs, mine = {
        "ja": ("ja: 要求書を提出しました", "会社に要求書を手わたす", "要求書を会社に提出"),
        "en": ("en: Our demands are handed in", "Our demands are on the table", "The company has our demands"),
    }[desk.lang]
    other.replace(f"{SHARED}/post.md", old, f"{old[:3]} {theirs}")
    other.replace(f"{THANKED}/ja.md", "en: Our thanks for your support", "en: Our warm thanks for your support")
    git(other.root, "commit", "--quiet", "-am", "more")
    git(other.root, "push", "--quiet")
    page.goto(f"{desk.root}/edit/{SHARED.removeprefix('content/')}")
    page.fill(f'[name="w.{desk.lang}.title"]', mine)
    settled(page)
    page.click("button[value=save]")
    page.wait_for_url("**notice=saved*")
    page.goto(f"{desk.root}/together")
    page.click("button[value=get]")
    page.wait_for_selector("form.clash", timeout=PATIENCE)
    yield shown(page, desk, "together", "main")
    page.click("button[value=theirs]")
    expect(page.locator("form.clash")).to_have_count(0, **PATIENT)
    page.click("button[value=send]")
    page.wait_for_selector(".said", timeout=PATIENCE)
    yield shown(page, desk, "sent", "main")


def a_clone(site: SiteFolder) -> SiteFolder:
    """Share the texts of a site; return the clone that another desk has of them."""
    root, bare = site.root, site.root.parent / "texts.git"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "-b", "main")
    site.write(".gitignore", "*\n!/.gitignore\n!/content/\n!/content/**\n")
    git(root, "init", "--quiet", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "texts")
    git(root, "remote", "add", "origin", str(bare))
    git(root, "push", "--quiet", "-u", "origin", "main")
    git(root.parent, "clone", "--quiet", str(bare), "other")
    return SiteFolder(root.parent / "other")


def gone_wrong(page: Page, desk: Running) -> Iterator[Shown]:
    page.goto(f"{desk.root}{PATH}")
    link = {"ja": "[要求書](/disputes/kasai-2027/)", "en": "[our demands](/disputes/kasai-2027/)"}[desk.lang]
    page.fill(f'[name="b.{desk.lang}"]', link)
    page.click("button[value=save]")
    expect(page.locator(f'[data-told="b.{desk.lang}"] .told')).to_have_count(1, **PATIENT)
    page.locator(f"[data-preview={desk.lang}]").click()
    yield shown(page, desk, "not-saved", ".bar", ".languages")
    page.goto(f"{desk.root}/edit/{CLASHING.removeprefix('content/')}")
    title = page.input_value(f'[name="w.{desk.lang}.title"]')
    mine = {"ja": "会社、団体交渉を二度拒否", "en": "The company refuses twice"}[desk.lang]
    page.fill(f'[name="w.{desk.lang}.title"]', mine)
    settled(page)
    theirs = {"ja": "団体交渉を会社が拒む", "en": "No bargaining, says the company"}[desk.lang]
    desk.site.replace(f"{CLASHING}/{desk.lang}.md", title, theirs)
    page.click("button[value=save]")
    page.wait_for_selector("fieldset.clash", timeout=PATIENCE)
    yield shown(page, desk, "clash", "main")
    page.goto(f"{desk.root}{PATH}", wait_until="networkidle")  # what this browser had kept is put back by then
    stop(desk)
    page.fill(f'[name="b.{desk.lang}"]', mine)
    expect(page.locator("#kept.bad")).to_be_visible(**PATIENT)
    yield shown(page, desk, "lost", ".bar")


# --- how they are made


def fill(page: Page, typed: dict[str, str]) -> None:
    for name, text in typed.items():
        page.fill(f'[name="{name}"]', text)


def settled(page: Page) -> None:
    """Wait until the desk has kept what was typed last."""
    with page.expect_response("**/typed/**", timeout=PATIENCE):
        page.locator("#form").dispatch_event("input")
    expect(page.locator("#kept")).to_contain_text(":", **PATIENT)  # the hour


def shown(page: Page, desk: Running, name: str, *selectors: str, height: int = 2000) -> Shown:
    """Return the picture of the elements and what lies between them, no higher than `height` CSS px."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    elements = [page.locator(selector).first for selector in selectors]
    boxes = [box for one in elements if (box := one.bounding_box())]
    left, top = (min(box[side] for box in boxes) for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    clip = {"x": left, "y": top, "width": right - left, "height": min(bottom - top, height)}
    taken = Image.open(BytesIO(page.screenshot(full_page=True, clip=clip, animations="disabled"))).convert("RGB")
    made = BytesIO()
    few = taken.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    few.save(made, "WEBP", lossless=True, quality=100, method=6)
    words = page.evaluate(SEEN, [one.element_handle() for one in elements])
    return Shown(f"{name}.{desk.lang}.webp", made.getvalue(), words)


def a_drawing() -> bytes:
    """Return a picture of flags at a gate, of nobody and nowhere."""
    picture = Image.new("RGB", (900, 600), "#b9cfe0")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 900, 600), "#8f8577")
    for left in (120, 380, 640):
        draw.rectangle((left, 180, left + 10, 470), "#4a3b2e")
        draw.polygon([(left + 10, 180), (left + 150, 215), (left + 10, 260)], "#b3261e")
    made = BytesIO()
    picture.save(made, "JPEG")
    return made.getvalue()


if __name__ == "__main__":
    main()
