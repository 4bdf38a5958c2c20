"""Writes the files of a site, in the languages that it has."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.small_files import photo, saved

TODAY = date(2026, 11, 22)  # the day of the tests' builds
# 60 characters without a space; words that no line of a phone holds.
HEADLINE = (
    "会計年度任用職員として働く外国語指導助手の雇用継続と"
    "賃金引上げを求める申入書に期限を過ぎても会社は一切返答しないまま年越"
)
LONG_WORDS = "Counterrevolutionary-incomprehensibilities and Rindfleischetikettierungsüberwachungsaufgabengesetz"
ADDRESS = "https://elsewhere.example/" + "very-long-address-without-a-break-" * 6
TEXT_JA = "組合員は条件の改善を求めて交渉を続けています。" * 12
TEXT_EN = "Members have been bargaining for better conditions, and the company has not answered. " * 8


class _Plain(yaml.SafeDumper):
    """Writes what stands in several places again; the site's YAML has no references."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(facts: Any) -> str:
    return yaml.dump(facts, Dumper=_Plain, allow_unicode=True, sort_keys=False)


class Writer:
    """Writes the files of one site."""

    def __init__(self, root: Path, langs: tuple[str, ...]) -> None:
        self.content = root / "content"
        self.langs = langs

    def words(self, ja: str, en: str) -> dict[str, str]:
        """Return words in the languages that this site writes."""
        return {lang: text for lang, text in (("ja", ja), ("en", en)) if lang in self.langs}

    @property
    def long(self) -> dict[str, str]:
        """Return a headline as long as they get."""
        return self.words(HEADLINE, LONG_WORDS)

    @property
    def sentence(self) -> dict[str, str]:
        """Return a sentence or two."""
        return self.words(TEXT_JA[:69], TEXT_EN[:120])

    @property
    def sentences(self) -> dict[str, str]:
        return self.words(TEXT_JA[:138], TEXT_EN)

    def title(self, number: int) -> dict[str, str]:
        """Return one of many long headlines."""
        return self.words(f"{number}:{HEADLINE}"[:60], f"{number}: {LONG_WORDS}")

    def put(self, path: str, facts: Any) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_yaml(facts), encoding="utf-8")

    def texts(self, folder: str, facts: Mapping[str, Any], ja: str = TEXT_JA, en: str = TEXT_EN) -> None:
        """Write `post.md`: words and text in the languages of this site."""
        parts = "\n\n".join(f"<!-- {lang} -->\n\n{text}" for lang, text in self.words(ja, en).items())
        self._text(f"{folder}/post.md", f"---\n{_yaml(dict(facts))}---\n\n{parts}\n")

    def pages(self, folder: str, ja: str, en: str) -> None:
        """Write a page in one file for each language."""
        for lang, title in self.words(ja, en).items():
            body = TEXT_JA if lang == "ja" else TEXT_EN
            self._text(f"{folder}/{lang}.md", f"---\ntitle: {title}\n---\n\n{body}\n")

    def running(self, folder: str) -> None:
        """Write the running text of a record."""
        for lang, body in self.words(TEXT_JA, TEXT_EN).items():
            self._text(f"{folder}/{lang}.md", f"## {HEADLINE if lang == 'ja' else LONG_WORDS}\n\n{body}\n\n{ADDRESS}\n")

    def photo(self, path: str) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(saved(photo(), "JPEG"))

    def _text(self, path: str, text: str) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def site_facts(to: Writer, **other: Any) -> dict[str, Any]:
    """Return what `site.yml` says, with what a site has beside its name."""
    return {"id": "extremes", "languages": ["ja", "en"], "name": to.words("極端な組合", "Union of extremes"),
            "tagline": to.words("どこまでも長く", "As long as it gets"), **other}  # fmt: skip
