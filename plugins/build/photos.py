"""`run.py photo`: pictures and PDFs of content made clean in their place, and what was removed said in plain words."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.build.ledgers import replace_file
from plugins.model.picture import Box, is_picture, parse_box
from plugins.problems.traces import words_of

WORDS = {
    "removed": {"en": "removed: {told}.", "ja": "次の情報を消しました: {told}。"},
    "smaller": {
        "en": "made smaller: {} × {} to {} × {}.",
        "ja": "小さくしました: {}×{} から {}×{}。",
    },
    "blurred": {"en": "areas blurred for good: {}.", "ja": "元に戻らないようにぼかした範囲: {}か所。"},
    "rewritten": {"en": "written anew, the right way up.", "ja": "正しい向きで書き直しました。"},
    "clean": {"en": "clean already, left as it is.", "ja": "消す情報はありません。そのままです。"},
    "look": {
        "en": "Open it and look whether everything is still there: forms and comments were removed.",
        "ja": "入力欄や注釈を消したので、開いて中身を確かめます。",
    },
    "missing": {"en": "there is no such file.", "ja": "ファイルがありません。"},
    "link": {
        "en": "this is a link to another place. Put the file itself here.",
        "ja": "別の場所を指すリンクです。ファイルそのものをここに置きます。",
    },
    "kind": {
        "en": "not a JPEG, PNG, WebP or PDF. Open it, and export a picture as a JPEG or save a document as a PDF. "
        "On an iPhone: Settings, Camera, Formats, Most Compatible.",
        "ja": "JPEG・PNG・WebP・PDFではありません。開いて、画像はJPEGで書き出し、文書はPDFで保存します。"
        "iPhoneでは「設定」→「カメラ」→「フォーマット」で「互換性優先」を選びます。",
    },
    "picture": {
        "en": "cut off, too large, or no picture. "
        "Open it, make it smaller than 50 million pixels and save it as a JPEG.",
        "ja": "途中で切れているか、大きすぎるか、画像ではありません。開いて5000万画素より小さくし、JPEGで保存します。",
    },
    "document": {
        "en": "cut off, damaged, locked with a password or too large. Open it and print it to a new PDF.",
        "ja": "途中で切れているか、壊れているか、パスワードがかかっているか、大きすぎます。"
        "開いて印刷から新しいPDFに保存します。",
    },
}
BESIDE_THE_TEXT = frozenset(["form", "comments", "layers"])  # what could be seen on the pages


class Said(NamedTuple):
    """What is told of one file; `words` are keys of WORDS with what fills them."""

    words: tuple[tuple[str, tuple[object, ...]], ...]
    is_fault: bool = False
    removed: frozenset[str] = frozenset()
    data: bytes | None = None  # to be written in its place

    def line(self, lang: str) -> str:
        """Return it as one line in a language."""
        told = words_of(self.removed, lang)
        said = (WORDS[key][lang].format(*values, told=told) for key, values in self.words)
        return ("" if lang == "ja" else " ").join(said)


def clean_files(args: Sequence[str], lang: str) -> int:
    """Clean the files that a command line names, print a line for each, and return the exit status."""
    asked = _parser().parse_args(args)
    lang = asked.lang or lang
    status = 0
    for path in _files(asked.file):
        said = _cleaned(path, asked.blur)
        if said.data is not None:
            replace_file(path, said.data)
        print(f"{path}: {said.line(lang)}", file=sys.stderr if said.is_fault else sys.stdout, flush=True)
        status |= said.is_fault
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py photo",
        description="Remove place, camera, date and names from photos and PDFs, in their place. "
        "写真やPDFから、場所・カメラ・日時・名前の情報を消します。",
    )
    parser.add_argument("file", nargs="+", type=Path, help="a JPEG, PNG, WebP or PDF, or a folder of them")
    parser.add_argument(
        "--blur", action="append", default=[], type=parse_box, metavar="X,Y,W,H",
        help="make an area of the picture unrecognisable for good; left, top, width and height in per cent",
    )  # fmt: skip
    parser.add_argument("--lang", choices=("ja", "en"), help="language of the messages")
    return parser


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from sorted(file for file in path.rglob("*") if _is_ours(file) and file.is_file())
        else:
            yield path


def _is_ours(path: Path) -> bool:
    return is_picture(path.name) or path.suffix.lower() == ".pdf"


def _cleaned(path: Path, boxes: Sequence[Box]) -> Said:
    if path.is_symlink():
        return _fault("link")
    if not path.is_file():
        return _fault("missing")
    if not _is_ours(path):
        return _fault("kind")
    return _document(path) if path.suffix.lower() == ".pdf" else clean_picture(str(path), path.read_bytes(), boxes)


def clean_picture(name: str, data: bytes, boxes: Sequence[Box] = ()) -> Said:
    """Return what is to be written in the place of a picture, and what is told of it."""
    from plugins.pictures.cleaning import cleaned_picture

    if not is_picture(name):
        return _fault("kind")
    made = cleaned_picture(name, data, boxes)
    if made.data is None:
        return _fault("picture")
    if made.data == data:
        return Said((("clean", ()),))
    words: list[tuple[str, tuple[object, ...]]] = [("removed", ())] if made.removed else []
    words += [("blurred", (len(boxes),))] if boxes else []
    words += [("smaller", (*made.before, *made.after))] if made.before != made.after else []
    return Said(tuple(words) or (("rewritten", ()),), removed=made.removed, data=made.data)


def _document(path: Path) -> Said:
    from plugins.documents.cleaning import cleaned_document

    data = path.read_bytes()
    made = cleaned_document(data)
    if made.data is None:
        return _fault("document")
    if made.data == data:
        return Said((("clean", ()),))
    look = (("look", ()),) if made.removed & BESIDE_THE_TEXT else ()
    return Said((("removed", ()), *look), removed=made.removed, data=made.data)


def _fault(key: str) -> Said:
    return Said(((key, ()),), is_fault=True)
