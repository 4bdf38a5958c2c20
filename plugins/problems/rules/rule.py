"""The shape of one rule."""

from typing import NamedTuple


class Rule(NamedTuple):
    """One thing that can be wrong, with its words; an id is for ever.

    Shape: `en` and `ja` are (what is wrong, how to mend it); both may hold `{value}` places.
    """

    id: str
    en: tuple[str, str]
    ja: tuple[str, str]

    def words(self, lang: str) -> tuple[str, str]:
        """Return what is wrong and how to mend it, in Japanese if asked for, else in English."""
        return self.ja if lang == "ja" else self.en
