"""Brings the catalogues up to date: `python -m plugins.i18n`, or with a new language `python -m plugins.i18n pt`."""

import sys
from pathlib import Path

from plugins.i18n.catalogues import catalogue_path, missing_strings, needs_file, parse_catalogue
from plugins.i18n.extraction import read_messages, write_catalogues

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "theme" / "translations"


def main(langs: list[str]) -> None:
    """Update the catalogues of `langs`, or of every language that has one, and say what is still to be translated."""
    langs = [lang for lang in langs if needs_file(lang)] or sorted(
        folder.name for folder in FOLDER.iterdir() if catalogue_path(FOLDER, folder.name).exists()
    )
    changed = write_catalogues(ROOT, langs, FOLDER)
    messages = read_messages(ROOT)
    for lang in langs:
        path = catalogue_path(FOLDER, lang)
        missing = missing_strings(parse_catalogue(path.read_bytes(), lang), messages)
        state = "updated" if path in changed else "unchanged"
        print(f"{path.relative_to(ROOT).as_posix()}: {state}, {len(missing)} of {len(messages)} to translate")


if __name__ == "__main__":
    main(sys.argv[1:])
