"""`run.py newsletter`: the news of a period or of a campaign as e-mails, to be opened in any mail program."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.build.ledgers import replace_file
from plugins.build.named import RULE, led_to_content, names_list
from plugins.build.settings import BuildSettings
from plugins.build.steps import ask_site
from plugins.build.telling import print_lines, print_problems
from plugins.inspection.names import names_in
from plugins.model.context import Context
from plugins.model.dates import TOKYO
from plugins.model.text import Lang
from plugins.newsletters.letter import Letter
from plugins.newsletters.message import render_message
from plugins.newsletters.plain import render_text
from plugins.pages.newsletters import Edition, letter_of, pointing_below
from plugins.problems import Problem, problem, report

FOLDER = "newsletters"
DAYS = 30  # of which the first newsletter tells
BOTH = "both"
NOT_A_SITE = frozenset(("localhost", "127.0.0.1", "danketsu.example"))  # the last is that of the sample
# Source: Gmail shows the first 102 kB of a message's HTML and hides the rest behind a link.
MOST_BYTES = 100_000
LINK = re.compile(r"https?://\S+")
OPTIONS = ("since", "until", "campaign", "lang")
WORDS: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "usage": "python3 run.py newsletter [--since 2026-11-01] [--until 2026-11-30] [--campaign 名前] "
        "[--lang ja|en|both]",
        "url": "publishconf.py の SITEURL が {url} のままです。メールのリンクと写真には、公開しているサイトのアドレスが"
        '要ります。SITEURL = "https://組合のアドレス" と書きます。',
        "day": "--{name} の「{found}」は日付ではありません。2026-11-01 のように書きます。",
        "order": "--since の {since} が --until の {until} より後です。早い日を --since に書きます。",
        "future": "--until の {until} は先の日付です。今日（{today}）か、それより前の日を書きます。",
        "campaign": "「{found}」というキャンペーンはありません。次のどれかを書きます: {known}。",
        "lang": "「{found}」はこのサイトの言語ではありません。--lang には次のどれかを書きます: {known}。",
        "nothing": "{since}から{until}までの新しい記事も、受付中の行動も、これからの予定もありません。"
        "--since に早い日を書きます。",
        "names": "メールは作りませんでした。上の行のとおりに直してから、もう一度実行します。",
        "written": "{file}: 記事{posts}件、行動{actions}件、予定{events}件",
        "comma": "、",
        "large": "{file} は大きいので、Gmailでは終わりが隠れます。--since に新しい日を書いて、短くします。",
        "next": "先に「python3 run.py publish」で公開します。リンク先と写真は、公開したサイトにあります。\n"
        "次に、ファイルをメールソフトで開き、宛先を入れて送ります。何人もに送るときは Bcc に入れます。"
        "受け取る人どうしにアドレスが見えません。",
    },
    "en": {
        "usage": "python3 run.py newsletter [--since 2026-11-01] [--until 2026-11-30] [--campaign NAME] "
        "[--lang ja|en|both]",
        "url": "SITEURL in publishconf.py is still {url}. The links and photos of a letter need the address where your "
        'site is online. Write SITEURL = "https://your-union.example" there, with your own address.',
        "day": '--{name}: "{found}" is no date. Write it like 2026-11-01.',
        "order": "--since {since} is later than --until {until}. Write the earlier day behind --since.",
        "future": "--until {until} is yet to come. Write today ({today}) or a day before it.",
        "campaign": 'There is no campaign "{found}". Write one of these: {known}.',
        "lang": '"{found}" is no language of this site. Write one of these behind --lang: {known}.',
        "nothing": "From {since} to {until} there is no new post, and now no open action and no coming event. "
        "Write an earlier day behind --since.",
        "names": "No letter was written. Mend what the lines above say, then type the same again.",
        "written": "{file}: posts: {posts}, actions: {actions}, events: {events}",
        "comma": ", ",
        "large": "{file} is large: Gmail hides the end of it. Write a later day behind --since to make it shorter.",
        "next": 'Publish first ("python3 run.py publish"): what the links and photos lead to lies on the site online.\n'
        "Then open a file in your mail program, add the recipients and send it. Put several into Bcc, so that none of "
        "them sees the addresses of the others.",
    },
}  # fmt: skip


class Refused(Exception):
    """A command that writes nothing; the text is what to tell."""


class Asked(NamedTuple):
    """What was asked for; a day that was not is none."""

    since: date | None
    until: date
    campaign: str
    lang: str


class Made(NamedTuple):
    """One message, not yet written."""

    name: str  # "2026-11-23-ja.eml"
    letters: tuple[Letter, ...]
    data: bytes


def write_newsletter(settings: BuildSettings, args: list[str]) -> int:
    """Write one message for each language and one with all of them; return the exit status."""
    words = WORDS[settings.lang]
    given = dict(arg.removeprefix("--").partition("=")[::2] for arg in args)
    if not all(arg.startswith("--") and "=" in arg for arg in args) or set(given) - set(OPTIONS):
        sys.stderr.write(f"{words['usage']}\n")
        return 2
    try:
        if (urlsplit(settings.url).hostname or "") in NOT_A_SITE:
            raise Refused(words["url"].format(url=settings.url))
        asked = _asked(given, settings)
        quiet = replace(settings, write_ids=False, write_addresses=False)
        folder = settings.content.parent / FOLDER
        result, made = ask_site(quiet, lambda context: _messages(context, asked, folder, settings))
        if made is None:
            print_problems(result, settings.lang)
            return 1
        _refuse_names(made, settings)
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    folder.mkdir(exist_ok=True)
    for one in made:
        replace_file(folder / one.name, one.data)
    print("\n".join(_told(made, words)), flush=True)
    return 0


def _asked(given: Mapping[str, str], settings: BuildSettings) -> Asked:
    words, days, today = WORDS[settings.lang], {}, settings.now.date()
    for name in ("since", "until"):
        try:
            days[name] = date.fromisoformat(given[name]) if given.get(name) else None
        except ValueError:
            raise Refused(words["day"].format(name=name, found=given[name])) from None
    since, until = days["since"], days["until"] or today
    if until > today:
        raise Refused(words["future"].format(until=until, today=today))
    if since and since > until:
        raise Refused(words["order"].format(since=since, until=until))
    return Asked(since, until, given.get("campaign", ""), given.get("lang") or BOTH)


def _messages(context: Context, asked: Asked, folder: Path, settings: BuildSettings) -> list[Made]:
    """Return the messages that were asked for.

    Raises: Refused.
    """
    words, site = WORDS[settings.lang], context.site
    if asked.campaign and asked.campaign not in site.campaigns:
        known = words["comma"].join(site.campaigns)
        raise Refused(words["campaign"].format(found=asked.campaign, known=known))
    if asked.lang not in (*site.langs, BOTH):
        raise Refused(words["lang"].format(found=asked.lang, known=words["comma"].join((*site.langs, BOTH))))
    langs = site.langs if asked.lang == BOTH else (asked.lang,)
    edition = _edition(asked, folder, langs, site.langs)
    letters = [letter for lang in langs if (letter := letter_of(context, lang, edition))]
    if not letters:
        raise Refused(words["nothing"].format(since=edition.since, until=edition.until))
    sets: list[tuple[Letter, ...]] = [(letter,) for letter in letters]
    if len(letters) > 1:
        sets.append(pointing_below(context, tuple(letters)))
    sent, host = datetime.combine(asked.until, time(), TOKYO), urlsplit(site.url).hostname or ""
    return [Made(_name(asked, letters), letters, render_message(letters, sent, host)) for letters in sets]


def _name(asked: Asked, letters: Iterable[Letter]) -> str:
    parts = [asked.until.isoformat(), asked.campaign, *(letter.lang for letter in letters)]
    return f"{'-'.join(filter(None, parts))}.eml"


def _edition(asked: Asked, folder: Path, langs: Iterable[Lang], known: Iterable[Lang]) -> Edition:
    """Return of what to tell: since the newsletter before, whose posts are not told again, else of the last days."""
    if asked.since:
        return Edition(asked.since, asked.until, asked.campaign)
    before = dict(_written_before(asked, folder, langs, known))
    if not before:
        return Edition(asked.until - timedelta(DAYS), asked.until, asked.campaign)
    last = max(before.values())
    told = (address for file, day in before.items() if day == last for address in _links_in(file))
    return Edition(last, asked.until, asked.campaign, frozenset(told))


def _written_before(
    asked: Asked, folder: Path, langs: Iterable[Lang], known: Iterable[Lang]
) -> Iterator[tuple[Path, date]]:
    """Yield the newsletters of the same kind of days before, with their days.

    A language has been told only what stood in its own: a day counts once each of `langs` has a newsletter of it.
    """
    either = "|".join(map(re.escape, known))
    campaign = f"-{re.escape(asked.campaign)}" if asked.campaign else ""
    name = re.compile(rf"(\d{{4}}-\d\d-\d\d){campaign}((?:-(?:{either}))+)\.eml")
    found: dict[date, dict[Path, str]] = {}
    for file in folder.iterdir() if folder.is_dir() else ():
        if (parts := name.fullmatch(file.name)) and (day := _day(parts[1])) and day < asked.until:
            found.setdefault(day, {})[file] = f"{parts[2]}-"
    for day, files in found.items():
        if all(any(f"-{lang}-" in in_it for in_it in files.values()) for lang in langs):
            yield from ((file, day) for file in files)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _links_in(file: Path) -> list[str]:
    plain = message_from_bytes(file.read_bytes(), policy=default).get_body(("plain",))
    return LINK.findall(plain.get_content()) if plain else []


def _refuse_names(made: Iterable[Made], settings: BuildSettings) -> None:
    """Stop where the list of private names is missing, or one of them stands in a letter.

    Raises: Refused.
    """
    listed = names_list(settings)
    found: list[Problem] = [one for one in listed.problems if one.rule != "names-list-line"]
    for one in made:
        text = render_text(one.letters)
        shown = [entry for letter in one.letters for section in letter.sections for entry in section.entries]
        beside = [entry.link.text for entry in shown]  # what the plain text does not have
        beside += [entry.picture.alt.text for entry in shown if entry.picture]
        entries = names_in(listed.names, "\n".join((text, *beside)))
        found += [problem(RULE, f"{FOLDER}/{one.name}", 1, entry=entry) for entry in sorted(entries)]
    if found:
        print_lines(report(led_to_content(settings, found), settings.lang, {}))
        raise Refused(WORDS[settings.lang]["names"])


def _told(made: Iterable[Made], words: Mapping[str, str]) -> Iterator[str]:
    for one in made:
        counts = dict.fromkeys(("posts", "actions", "events"), 0)
        counts |= {section.kind: len(section.entries) for section in one.letters[0].sections}
        yield words["written"].format(file=f"{FOLDER}/{one.name}", **counts)
        if len(one.data) > MOST_BYTES:
            yield words["large"].format(file=f"{FOLDER}/{one.name}")
    yield words["next"]
