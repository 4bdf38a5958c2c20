"""The news of a real bilingual site, 701 posts that nobody here wrote: each a whole page or a listed fault."""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import feedparser
import pytest
import yaml

from plugins.build.result import Result
from plugins.problems import severity_of
from tests.wild.words import missing_words, page_text, source_text

pytestmark = pytest.mark.corpus
PROJECT = Path(__file__).resolve().parents[1]
CORPUS = PROJECT / os.environ.get("DANKETSU_CORPUS", "../shared/corpus") / "posts.jsonl"
SITE = {
    "content/data/site.yml": "id: corpus\nlanguages: [en, ja]\nname: {en: News}\ntagline: {en: News}\n",
    "content/data/tags.yml": "security: {label: {en: Security, ja: セキュリティ}}\n",
}
# Their links lead to pages of their site that are not in the corpus, such as /en/downloads/.
SEVERITIES = {"broken-link": "warning", "page-link": "off"}  # what the first finds in texts, the second finds in pages
FAULTS = {
    "duplicate-key": 1,
    "facts-differ": 11,
    "image-without-alt": 19,
    "outside-picture": 41,
    "file-missing": 148,
    "link-scheme": 7,
    "broken-fragment": 3,
}
WARNINGS = {
    "broken-link": 151,
    "email-in-text": 1,  # of somebody who reported a fault, at a free host
    "html-removed": 27,
    "invisible-character": 5,
    "page-weight": 2,  # long announcements, of over 13,000 bytes gzip
    "text-in-other-language": 1,
}
HEADER_RE = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def kept_header(header: str, key: str) -> str:
    """Return a Jekyll header as ours.

    `title` and `date` stay as the line that was written, whatever is wrong with it; `tags` becomes a list. `layout`
    and `lang` say what the file's place says here, and a post of ours names no `author` and no `translator`.
    """
    lines = [f"id: {key}"]
    for line in header.splitlines():
        name, _, value = line.partition(":")
        if name in ("title", "date") and value.strip():
            lines.append(line)
        elif name == "tags" and value.strip():
            lines.append(f"tags: [{value.strip()}]")
    return "\n".join(lines) + "\n"


def folder_of(name: str, taken: set[str]) -> str:
    """Return our folder for a file's name; of two in a year with the same slug the second gets its month and day."""
    day, slug = name[:10], name[11:].removesuffix(".md").lower().replace("_", "-")
    if (name[:4], slug) in taken:
        slug += f"-{day[5:]}"
    taken.add((name[:4], slug))
    return f"{day}-{slug}"


def corpus_files() -> Iterator[tuple[str, str, str]]:
    """Yield (path in the project, file of ours, its body) of every file in the corpus."""
    taken: set[str] = set()
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        folder = folder_of(post["name"], taken)
        key = hashlib.sha256(folder.encode()).hexdigest()[:8]
        for lang in ("en", "ja"):
            if lang in post:
                header = HEADER_RE.match(post[lang])
                body = post[lang][header.end() :]
                yield f"content/news/{folder}/{lang}.md", f"---\n{kept_header(header[1], key)}---\n{body}", body


def faults_of(result: Result) -> tuple[Counter[str], set[str]]:
    """Return how often each rule stops the build, and the files where it does."""
    errors = [found for found in result.problems if severity_of(found, SEVERITIES) == "error"]
    return Counter(found.rule for found in errors), {found.path for found in errors}


def count_by_lang(paths: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(Path(path).stem for path in paths).items()))


def lost_words(output: Path, path: str, source: str, body: str) -> list[str]:
    """Return the words of a file's title and body that its page does not show."""
    *_, folder, name = path.split("/")
    lang, slug = name.removesuffix(".md"), folder[11:]
    year = (re.search(r"^date: (\d{4})", source, re.MULTILINE) or [None, folder[:4]])[1]
    page = (output / lang / "news" / year / slug / "index.html").read_text(encoding="utf-8")
    title = yaml.safe_load(re.search(r"^title:.*$", source, re.MULTILINE)[0])["title"]
    shown = page_text(page.replace("<span", "\n<span"), "//h1").replace("\u200b", "")
    return missing_words(title, shown) + missing_words(source_text(body), page_text(page))


@pytest.fixture
def site_folder(make_site):
    """A site in an empty folder, with these files."""

    def make(files):
        site = make_site()
        for path, text in files.items():
            site.write(path, text)
        return site

    return make


def test_each_file_is_a_whole_page_or_a_listed_fault(site_folder):
    """Build it twice: first all files, which lists those at fault and writes nothing, then the others.

    A fault of the first build is what the writer would be told to mend: Liquid's `{% link … %}` where we look for a
    file, two dates in one post, pictures on other sites or without words. Links to pages of their site that are not
    among the posts, such as /en/downloads/, are faults of ours too; here they are warnings, and counted.
    """
    site = site_folder(SITE)
    files = {path: (source, body) for path, source, body in corpus_files()}
    assert count_by_lang(files) == {"en": 513, "ja": 510}
    for path, (source, _) in files.items():
        site.write(path, source)
    rules, at_fault = faults_of(site.build(severities=SEVERITIES))
    assert rules == FAULTS
    assert count_by_lang(at_fault) == {"en": 62, "ja": 60}
    for path in at_fault:
        (site.root / path).unlink()
    for folder in {(site.root / path).parent for path in at_fault}:
        if not any(folder.iterdir()):
            folder.rmdir()

    result = site.build(severities=SEVERITIES)
    assert not result.is_stopped
    assert Counter(found.rule for found in result.problems if found.rule != "translation-missing") == WARNINGS
    whole = {path: said for path, said in files.items() if path not in at_fault}
    assert count_by_lang(whole) == {"en": 451, "ja": 450}
    lost = {path: words for path, said in whole.items() if (words := lost_words(site.output, path, *said))}
    assert lost == {}
    feeds = sorted(site.output.rglob("*.xml"))
    feeds = [path for path in feeds if path.name != "sitemap.xml"]
    assert len(feeds) == 10
    assert [path.name for path in feeds if feedparser.parse(path.read_bytes()).bozo] == []
