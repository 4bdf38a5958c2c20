"""Inputs made to keep a builder busy or to fill its memory: the worst of each kind, each on a site of one post."""

import io
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.builders import COMMAND
from benchmarks.posts import NEWEST, BenchPost
from benchmarks.project import make_project
from benchmarks.results import Hostile
from benchmarks.timing import Spent, run_command

Files = Mapping[str, str | bytes]
FOLDER = f"content/news/{NEWEST:%Y-%m-%d}-hostile"
POST = f"{FOLDER}/ja.md"
ENDED = (0, 1)  # built or refused; anything else is a fault of ours
MOST = 480_000  # characters: just below what is refused by its size alone
MARKS = 9_900  # of one kind, just below what is refused by their number


def post(body: str, header: str = "title: 題") -> Files:
    """Return a post with a text and what else stands in its header."""
    return {POST: f"---\nid: host2222\nsummary: 要約。\n{header}\n---\n\n{body}\n"}


def repeated(words: str, between: str = "\n\n", most: int = MOST) -> Files:
    """Return a post of one piece of text over and over: as long as may be, with as many marks as may be."""
    lines = max(1, (words + between).count("\n"))
    return post((words + between) * min(most // len(words + between), 19_000 // lines))


def picture(form: str, mode: str, width: int, height: int, **settings: object) -> Callable[[], Files]:
    """Return what makes a post with one picture."""

    def made() -> Files:
        from PIL import Image

        out = io.BytesIO()
        Image.new(mode, (width, height)).save(out, form, **settings)
        name = f"a.{form.lower()}"
        return {f"{FOLDER}/{name}": out.getvalue(), **post(f"![旗]({name})")}

    return made


def document() -> Files:
    """Return a post with a PDF whose streams grow to a thousand times their size."""
    packed = zlib.compress(bytes(300_000_000), 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    parts += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [4 0 R 5 0 R] >>", stream, stream]
    data, places = b"%PDF-1.5\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table + end
    return {f"{FOLDER}/a.pdf": data, **post("[要求書](a.pdf)")}


def crowd() -> Files:
    """Return three hundred posts, one of which is a bomb."""
    texts = {f"content/news/2018-01-01-n{n}/ja.md": f"---\ntitle: 題{n}\n---\n\n本文\n" for n in range(300)}
    return texts | post("[" * 10_000)


def record(text: str) -> Files:
    """Return the record of a dispute."""
    return {"content/disputes/hostile/dispute.yml": text}


# kind -> what is measured of it
INPUTS: Mapping[str, Mapping[str, Callable[[], Files]]] = {
    "brackets": {
        "10,000 open": lambda: post("[" * 10_000),
        "100 in each paragraph": lambda: repeated("[" * 99),
        "references": lambda: repeated("[a][" * 24, most=MARKS * 2),
    },
    "quotes and lists": {
        "10,000 quotes": lambda: post("> " * 10_000 + "x"),
        "nested twenty deep": lambda: repeated("1. " * 19 + "x", "\n", MARKS * 3),
        "lists in quotes in lists": lambda: repeated("- > " * 9 + "x", "\n", MARKS * 4),
        "19,000 items": lambda: repeated("- x", "\n"),
        "9,000 items apart": lambda: repeated("- x"),
    },
    "emphasis and code": {
        "in turn": lambda: repeated("_*" * 900, most=MARKS * 2),
        "never closed": lambda: repeated("*a **b " * 300, most=MARKS * 2),
        "backticks": lambda: repeated("``a`" * 600, most=MARKS),
    },
    "tables": {
        "1,900 rows": lambda: post("|a|b|\n|-|-|\n" + "|x|y|\n" * 1_900),
        "20,000 columns": lambda: post("|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|x" * 20_000 + "|"),
    },
    "links": {
        "3,000 of a site's own": lambda: post("\n\n".join(f"[a](/x{n}/)" for n in range(2_990))),
        "HTML": lambda: repeated('<a href="/x/">x</a>' * 90, most=MARKS * 9),
        "definitions": lambda: post("\n\n".join(f"[a{n}]: /x{n}" for n in range(9_000))),
    },
    "footnotes": {
        "1,490": lambda: post("\n\n".join(f"[^{n}]\n\n[^{n}]: x" for n in range(1_490))),
        "quotes in them": lambda: post("[^1]\n\n" + "\n\n".join(f"[^{n}]: >> x" for n in range(2_900))),
    },
    "HTML": {
        "opened": lambda: repeated("<div>" * 1_900, most=MARKS * 5),
        "attributes": lambda: post("<p " + "a=b " * 100_000 + ">x</p>"),
        "inside footnotes": lambda: post("[^1]\n\n" + "\n\n".join(f"[^{n}]: {'<b>' * 9}" for n in range(1_090))),
    },
    "entities": {
        "&amp;": lambda: repeated("&amp;" * 1_900, most=MARKS * 5),
        "numbers": lambda: repeated("&#x41;" * 99, most=MARKS * 6),
    },
    "headings and rules": {
        "9,000 headings": lambda: repeated("# x"),
        "19,000 rules": lambda: repeated("---", "\n"),
        "1,900 rules": lambda: post("---\n" * 1_900),
    },
    "long texts": {
        "5 MB": lambda: post("長い本文です。\n\n" * 250_000),
        "one line": lambda: post("word " * 96_000),
        "one word": lambda: post("文" * 160_000),
        "spaces": lambda: repeated(" " * 199 + "x"),
    },
    "headers": {
        "a title": lambda: post("本文", f"title: {'題' * 99_000}"),
        "100,000 tags": lambda: post("本文", f"title: 題\ntags: [{'a, ' * 99_999}a]"),
        "5,000 tags": lambda: post("本文", f"title: 題\ntags: [{'a, ' * 4_999}a]"),
        "fields": lambda: post("本文", "title: 題\n" + "\n".join(f"field{n}: x" for n in range(1_900))),
        "quotes": lambda: post("本文", "title: 題\nsummary2: " + "'\"" * 45_000),
    },
    "YAML": {
        "aliases": lambda: post("本文", "title: 題\na: &a [x,x,x,x]\n" + "b: &a [*a,*a,*a,*a,*a,*a,*a,*a]\n" * 9),
        "10,000 deep": lambda: post("本文", "title: 題\ntags: " + "[" * 10_000 + "]" * 10_000),
        "brackets without an end": lambda: record("a: [\n" * 190_000),
        "quotes without an end": lambda: record('a: "\n' * 190_000),
        "lists": lambda: record("entries:\n" + "  - {a: b}\n" * 85_000),
        "keys": lambda: record("".join(f"k{n}: {{a: b}}\n" for n in range(60_000))),
    },
    "pictures": {
        "PNG bomb": picture("PNG", "1", 30_000, 30_000),
        "JPEG bomb": picture("JPEG", "L", 20_000, 20_000, quality=1),
        "WebP bomb": picture("WEBP", "RGB", 8_000, 8_000, quality=1, method=0),
        "one pixel high": picture("PNG", "L", 50_000_000, 1),
        "largest JPEG": picture("JPEG", "RGB", 8_000, 6_200, quality=80),
        "largest JPEG in passes": picture("JPEG", "RGB", 5_000, 4_000, progressive=True),
        "largest PNG": picture("PNG", "RGBA", 5_000, 5_000),
        "largest grey PNG": picture("PNG", "P", 8_000, 6_200),
        "largest WebP": picture("WEBP", "RGBA", 4_000, 3_000, method=0),
    },
    "other files": {
        "PDF bomb": document,
        "CSV": lambda: {f"{FOLDER}/a.csv": b"a,b\n" * 10_000_000, **post("[表](a.csv)")},
        "AVIF": lambda: {f"{FOLDER}/a.avif": bytes(20_000_000), **post("![旗](a.avif)")},
    },
    "traps for patterns": {
        "telephone numbers": lambda: repeated("03-1234-" * 60, "\n"),
        "addresses": lambda: repeated("区" * 60 + "1-2-", "\n"),
        "fields in the text": lambda: repeated("status" + " " * 40, "\n"),
        "look-alike hosts": lambda: repeated("[a.example](https://b.example/) ", " ", 19_000),
        "combining marks": lambda: post("か" + "\u3099" * 160_000),
    },
    "many posts": {"one of 300 is a bomb": crowd},
}  # fmt: skip


def measure_hostile(work: Path, sample: BenchPost, logs: Path) -> Iterator[Hostile]:
    """Build a site with each input from nothing, once for its time and once for its memory."""
    project = work / "hostile"
    make_project(project, [sample], "own")
    for kind, inputs in INPUTS.items():
        for name, make in inputs.items():
            files = make()
            spent = [_built(project, files, logs / "hostile.log", watched) for watched in (False, True)]
            is_refused = not (project / "output").exists()
            yield Hostile(kind, name, round(spent[0].wall, 3), round(spent[0].cpu, 3), spent[1].memory, is_refused)
            for path in files:
                shutil.rmtree((project / path).parent, ignore_errors=True)
    shutil.rmtree(project)


def _built(project: Path, files: Files, log: Path, watched: bool) -> Spent:
    for folder in ("output", ".output"):
        shutil.rmtree(project / folder, ignore_errors=True)
    for path, data in files.items():
        place = project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)
    return run_command(COMMAND, project, log, watched, ENDED)
