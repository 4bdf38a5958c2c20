"""What is kept is not made again, and an edit makes anew what it touches and no more."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.reading.keeping import Keeper
from plugins.reading.reader import item_of
from plugins.reading.running_text import body_of
from plugins.reading.sources import SourceFile, SourceItem

PROJECT = Path(__file__).parents[3]
LANGS = ("ja", "en")
FOLDER = "content/news/2026-11-02-strike"
HEADER = "---\nid: strike22\ntitle: {ja: 題, en: Title}\nsummary: {ja: 要約, en: Summary}\n---\n"
JA, EN = HEADER + "\n本文\n\n![写真](a.jpg)\n", "---\ntags: [wages]\n---\nThe text {sessions}, [see](/pages/x/).\n"
DISPUTE = """name: {ja: 争議, en: Dispute}
summary: {ja: 要約, en: Summary}
union: u
opponent: o
entries:
  - {date: 2026-11-01, type: strike, document: {title: {ja: 通告}, file: notice.pdf}}
  - {date: 2026-11-02, type: strike, public: false, document: {title: {ja: 通告}, file: secret.pdf}}
"""
REPORT = """title: {ja: 報告, en: Report}
summary: {ja: 要約, en: Summary}
published: 2026
documents: [{title: {ja: 報告書}, file: report.pdf}, {title: {ja: 外}, url: "https://x.example/r.pdf"}]
"""
EXPLAINER = "title: {ja: 解説, en: Explainer}\ndefinition: {ja: 意味, en: Meaning}\nchecked: 2026\n"
CHILD = """
import pickle, sys
from pathlib import Path
from plugins.reading.keeping import Keeper
from plugins.reading.reader import item_of

class OnDisk(Keeper):
    def _load(self, key):
        path = Path(sys.argv[1], key)
        return pickle.loads(path.read_bytes()) if path.exists() else None

    def _store(self, key, result):
        Path(sys.argv[1], key).write_bytes(pickle.dumps(result))

item_of(pickle.loads(Path(sys.argv[1], "source").read_bytes()), ("ja", "en"), OnDisk())
print(*(name for name in ("markdown", "nh3", "pydantic", "yaml") if name in sys.modules))
"""


def joined(*parts):
    return "".join(parts)


def post(**files):
    found = tuple(SourceFile(f"{FOLDER}/{name}.md", f"{name}.md", text.encode()) for name, text in files.items())
    return SourceItem("news", "2026-11-02-strike", "strike", "2026-11-02", FOLDER, found)


def folder(kind, record, **files):
    name = {"disputes": "dispute", "reports": "report", "explainers": "explainer"}[kind]
    place = f"content/{kind}/kasai"
    found = [SourceFile(f"{place}/{stem}.md", f"{stem}.md", text.encode()) for stem, text in files.items()]
    return SourceItem(kind, "kasai", "kasai", "", place,
                      (*found, SourceFile(f"{place}/{name}.yml", f"{name}.yml", record.encode())))  # fmt: skip


@pytest.fixture
def keeper():
    """A keeper that has the post of JA and EN; its counts begin anew."""
    keeper = Keeper()
    item_of(post(ja=JA, en=EN), LANGS, keeper)
    keeper.counts.clear()
    return keeper


def test_a_result_is_made_once_for_the_same_function_and_arguments():
    keeper = Keeper()
    first = keeper.keep(joined, "a", "b")
    assert keeper.keep(joined, "a", "b") == first
    assert first[1] == "ab" and keeper.counts == {"joined": 1}
    keys = {first[0], keeper.keep(joined, "ab")[0], keeper.keep(joined, "a", "b", "")[0], keeper.keep(len, "ab")[0]}
    assert len(keys) == 4


def test_what_is_read_twice_is_worked_out_once_and_comes_out_alike(keeper):
    again = item_of(post(ja=JA, en=EN), LANGS, keeper)
    assert keeper.counts == {}
    assert again == item_of(post(ja=JA, en=EN), LANGS)


EDITS = {
    "text": (JA + "もう一行\n", {"convert_body": 1}),
    "header": (JA.replace("要約", "短い要約"), {"read_header": 1}),
    "longer header": (JA.replace("---\nid", "---\nchecked: 2026-11-03\nid"), {"read_header": 1}),
    "lower header": ("\n" + JA, {"read_header": 1}),
    "facts, of which the other file gives some": (
        JA.replace("---\nid", "---\nkind: strike\nid"),
        {"read_header": 1, "read_shared": 1},
    ),
    "line ends": (JA.replace("\n", "\r\n"), {}),
}


@pytest.mark.parametrize(("ja", "counts"), EDITS.values(), ids=EDITS)
def test_an_edit_makes_anew_what_it_touches_and_no_more(ja, counts, keeper):
    edited = item_of(post(ja=ja, en=EN), LANGS, keeper)
    assert keeper.counts == counts
    assert edited == item_of(post(ja=ja, en=EN), LANGS)


def test_facts_that_one_file_gives_alone_are_read_once():
    keeper = Keeper()
    item_of(post(ja=JA, en="---\ntitle: Title\n---\nText\n"), LANGS, keeper)
    assert keeper.counts == {"read_header": 1, "convert_body": 2}  # the other one is plain


@pytest.mark.parametrize(
    ("record", "en", "counts"),
    [
        (DISPUTE, "Text, longer.\n", {"convert_body": 1}),
        (DISPUTE + "paused: 2026\n", "Text.\n", {"read_record": 1}),
    ],
    ids=["text", "record"],
)
def test_a_record_and_the_texts_beside_it_are_kept_apart(record, en, counts):
    keeper = Keeper()
    item_of(folder("disputes", DISPUTE, ja="本文\n", en="Text.\n"), LANGS, keeper)
    keeper.counts.clear()
    item = item_of(folder("disputes", record, ja="本文\n", en=en), LANGS, keeper)
    assert item.value is not None and keeper.counts == counts


def test_what_does_not_change_is_read_without_the_libraries_that_would_read_it(tmp_path):
    """Importing them takes longer than a build of one edited text."""

    def libraries(source):
        (tmp_path / "source").write_bytes(pickle.dumps(source))
        done = subprocess.run(
            [sys.executable, "-c", CHILD, tmp_path], cwd=PROJECT, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    assert libraries(post(ja=JA, en=EN)) == ["markdown", "nh3", "pydantic", "yaml"]
    assert libraries(post(ja=JA, en=EN)) == []
    assert libraries(post(ja=EDITS["text"][0], en=EN)) == ["markdown", "nh3"]
    assert libraries(post(ja=EDITS["longer header"][0], en=EN)) == ["pydantic", "yaml"]


def test_a_text_is_found_again_with_its_lines():
    keeper = Keeper()
    item = item_of(post(ja="\n" + JA, en=EN), LANGS, keeper)
    ja, en = item.bodies
    assert [ja.text, en.text] == [text.key for text in item.value.texts] == [f"{FOLDER}/{n}.md#{n}" for n in LANGS]
    bodies = [body_of(keeper._load(kept.key), kept.line) for kept in item.bodies]
    assert [(picture.name, picture.line) for picture in bodies[0].pictures] == [("a.jpg", 10)]
    assert [(link.target, link.line) for link in bodies[1].links] == [("/en/pages/x/", 4)]
    assert bodies[0].html.startswith("<p>本文</p>")
    assert [(figure.name, figure.line) for figure in item.value.texts[1].figures] == [("sessions", 4)]


def test_the_faults_of_a_text_have_the_lines_of_the_file():
    found = item_of(post(ja=HEADER + "\n\n![](a.jpg)\n"), LANGS).problems
    assert [(fault.rule, fault.line) for fault in found] == [("image-without-alt", 8)]


@pytest.mark.parametrize(
    ("kind", "record", "text", "pictures", "documents"),
    [
        ("disputes", DISPUTE, "![旗](flag.jpg)\n", ["flag.jpg"], ["notice.pdf"]),
        ("reports", REPORT, "[表](table.csv#1) [旗](flag.jpg)\n", ["flag.jpg"], ["report.pdf", "table.csv"]),
        ("explainers", EXPLAINER, "[頁](/ja/) [#](#x) [外](https://x.example/a.pdf) ![旗](b.png)\n", ["b.png"], []),
    ],
)
def test_an_item_tells_which_files_it_shows_and_links_to(kind, record, text, pictures, documents):
    item = item_of(folder(kind, record, ja=text), LANGS)
    assert item.value is not None and item.listed is None
    found = [[address.removeprefix(f"/media/{kind}/kasai/") for address in part] for part in item.shown[:2]]
    assert found == [pictures, documents]
    assert pickle.loads(pickle.dumps(item)) == item
