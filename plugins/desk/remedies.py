"""A problem in the words of a form: fields by their labels, and what to do there where the rule speaks of a file."""

import re
from collections.abc import Mapping, Sequence

from plugins.desk.choices import CHOICES, choice_of
from plugins.desk.fields import fields_of, inner_fields, shapes_of
from plugins.desk.labels import LABELS, label_of
from plugins.desk.manuscripts import Manuscript
from plugins.desk.words import WORDS, language_name, said
from plugins.problems import RULES, Problem, words_of
from plugins.reading.places import TABLES

# rule -> what is wrong, and what to do in a form (Japanese, English), where the rule's own words speak of lines, files
# or commands. A field stands there by its name in quotes and is shown by its label; `{photo}` is a word of the desk.
CAUSES: Mapping[str, tuple[str, str]] = {
    "record-missing": ("まだ何も書いてありません。", "nothing is written in the fields yet."),
}
REMEDIES: Mapping[str, tuple[str, str]] = {
    "missing-field": ("書くか、一覧から選びます。", "Write it, or choose it from the list."),
    "record-missing": ("「{required}」とある欄を書きます。", 'Write what is marked as "{required}".'),
    "no-text": (
        "本文を書きます。まだなら、下書きのまま保存します。",
        "Write the text; until then, keep it as a draft.",
    ),
    "unknown-value": ("一覧から選び直します。", "Choose another from the list."),
    "unknown-reference": (
        "選び直すか、先に「{where}」に書き足します。",
        'Choose another, or write it first below "{where}".',
    ),
    "reference-to-nothing": ("先にそこに書くか、何も選ばずにおきます。", "Write it there first, or choose nothing."),
    "misplaced-field": ("空にするか、種類に「{meant}」を選びます。", 'Empty it, or choose "{meant}" above it.'),
    "outcome-without-date": (
        "「closed」を書くか、「outcome_status」に「ongoing」を選びます。",
        'Write "closed", or choose "ongoing" below "outcome_status".',
    ),
    "unused-action": (
        "呼びかける記事や記録の「action」で、これを選びます。",
        'Choose it as the "action" where readers are to be asked.',
    ),
    "action-without-url": (
        "「url」か、過ぎた日の「closes」を書きます。",
        'Write its "url", or a day that has passed below "closes".',
    ),
    "action-without-promise": (
        "ここかキャンペーンの「privacy_promise」に書きます。",
        'Write the "privacy_promise" here, or in its campaign.',
    ),
    "account-incomplete": ("「transfer」の中に書きます。", 'Write it below "transfer".'),
    "account-on-no-page": (
        "固定ページの「actions」で、これを選びます。",
        'Choose it below "actions" in the form of a fixed page.',
    ),
    "figure-without-date": ("「{field}」に日付を書きます。", 'Write the day below "{field}".'),
    "figure-without-source": ("「{field}」で出典を選びます。", 'Choose a source below "{field}".'),
    "figure-without-dispute": (
        "「dispute」を選ぶか、{{{found}: 争議の名前}} と書きます。",
        'Choose the "dispute", or write {{{found}: name-of-the-dispute}}.',
    ),
    "sessions-without-number": (
        "争議の記録で、どれかに「number」か「reported_total」を書くか、文中の {{sessions}} を消します。",
        'Write "number" or "reported_total" at one of them in the dispute, or take {{sessions}} out of the text.',
    ),
    "photo-not-listed": (
        "「photos」に足し、だれが写っているかを選びます。写真は本文のその場所に出ます。",
        'Add it below "photos", and say who is in it; it is shown where it stands in the text.',
    ),
    "photo-people-unsaid": ("「people」で選びます。", 'Choose the answer below "people".'),
    "photo-undecided": (
        "写真を見て、「people」で選びます。いらなければ消します。",
        'Open it, and choose the answer below "people"; or remove it.',
    ),
    "people-expected": ("一覧から選びます。", "Choose an answer from the list."),
    "consent-expected": ("一覧から選びます。", "Choose an answer from the list."),
    "consent-missing": ("本人に確かめ、「consent」で選びます。", 'Ask them, and choose the answer below "consent".'),
    "contact-not-shown": (
        "本人にもう一度確かめ、「consent」で選び直します。名指しされた所には、サイトの連絡先が出ます。",
        'Ask the person again, and choose the answer below "consent"; where it is named, the site\'s contact stands.',
    ),
    "site-contact-not-shown": (
        "「{table_site}」の「contact」に、窓口か、同意した人の連絡先を選びます。",
        'Choose as "contact" of "{table_site}" a desk, or a person who has agreed.',
    ),
    "file-missing": (
        "名前を直します。写真は「{photo}」で、ほかのファイルは記事のフォルダに入れます。",
        'Mend its name, or add it: a photograph with "{photo}", any other file in its folder.',
    ),
    "photo-without-alt": ("「alt」に、何が写っているかを書きます。", 'Write below "alt" what it shows.'),
    "picture-unreadable": (
        "開いてJPEGで保存し直し、「{photo}」で入れます。",
        'Open it, save it as a JPEG, and add that with "{photo}".',
    ),
    "photo-place": ("ここから消し、「{photo}」でもう一度入れます。", 'Take it out, and add it again with "{photo}".'),
    "photo-metadata": (
        "ここから消し、「{photo}」でもう一度入れます。",
        'Take it out, and add it again with "{photo}".',
    ),
    "document-without-file": ("「file」か「url」を書きます。", 'Write its "file" or its "url".'),
    "path-leaves-folder": (
        "写真は「{photo}」で入れ、ファイル名だけを書きます。",
        'Add the picture with "{photo}", and write its name alone.',
    ),
    "outside-picture": (
        "保存してから「{photo}」で入れ、ファイル名だけを書きます。",
        'Save it, add it with "{photo}", and write its name alone.',
    ),
    "box-expected": (
        "左端・上端・幅・高さをパーセントで書きます。例: 40, 10, 15, 20",
        "Write the left edge, the upper edge, the width and the height in per cent, such as 40, 10, 15, 20.",
    ),
    "text-in-other-language": (
        "その言語の欄に移すか、この言語で書きます。",
        "Move it to the text of its language, or write it in this one.",
    ),
    "phone-in-text": (
        "消します。だれに知られてもよい番号なら、連絡先の「phone」に書きます。",
        'Take it out; or, if everybody may know it, write it as the "phone" of a contact.',
    ),
    "email-in-text": (
        "消します。だれに知られてもよいアドレスなら、連絡先の「email」に書きます。",
        'Take it out; or, if everybody may know it, write it as the "email" of a contact.',
    ),
    "wrong-type": (
        "一覧から選ぶか、手引き「記事の書き方」の例のとおりに書きます。",
        'Choose it from the list, or write it as the guide "Writing for the site" shows it.',
    ),
}
_QUOTED = re.compile(r'"(?P<en>[a-z_]+)(?::(?: [^"]*)?)?"|「(?P<ja>[a-z_]+)(?::(?: [^」]*)?)?」')
_OF_PEOPLE = frozenset(("contact-not-shown", "site-contact-not-shown", "quote-not-shown"))


def words_in_form(found: Problem, manuscript: Manuscript, field: str, lang: str) -> tuple[str, str]:
    """Return what is wrong and how to mend it, as one says it at a form; `field` is the field that it is told at."""
    values = dict(found.values)
    if "" in values:  # not to be told
        return words_of(found, lang)
    terms = _Terms(found, manuscript, _shapes_around(manuscript, field), lang)
    values = {name: terms.value(name, value) for name, value in values.items()}
    what, how = RULES[found.rule].words(lang)
    what = CAUSES[found.rule][lang != "ja"] if found.rule in CAUSES else what
    how = REMEDIES[found.rule][lang != "ja"] if found.rule in REMEDIES else how
    desk = {name.replace("-", "_"): said(name, lang) for name in ("photo", "required", "table-site")}
    what = terms.named(what.format(**values))
    return what[:1].upper() + what[1:], terms.named(how.format(**(desk | values)))


class _Terms:
    """What fields, closed lists and places are called in a form."""

    def __init__(self, found: Problem, manuscript: Manuscript, shapes: Sequence[type], lang: str) -> None:
        self._found, self._manuscript, self._shapes, self._lang = found, manuscript, shapes, lang

    def named(self, text: str) -> str:
        """Return words with the label of each field that stands there by its name, `"closes"` or `"closes: …"`."""
        return _QUOTED.sub(lambda found: self._quoted(found[0], found["en"] or found["ja"]), text)

    def value(self, name: str, value: str) -> str:
        """Return a value of a problem in the words of the form."""
        if name in ("field", "start_field", "end_field"):
            return self._label(value) or value
        if name == "lang":
            return language_name(value, self._lang)
        if name == "missing":
            words = {"text": said("body", self._lang)}
            return ", ".join(words.get(one) or self._label(one) or one for one in value.split(", "))
        return self._list(value) if name in ("where", "place") else value

    def _quoted(self, quoted: str, name: str) -> str:
        word = self._label(name) or self._choice(name)
        if not word and name in self._manuscript.langs:
            word = language_name(name, self._lang)
        return f"{quoted[0]}{word}{quoted[-1]}" if word else quoted

    def _label(self, name: str) -> str:
        shape = next((one for one in self._shapes if name in one.__dataclass_fields__), None)  # type: ignore[attr-defined]
        return label_of(shape.__name__ if shape else "", name, self._lang) if name in LABELS or shape else ""

    def _choice(self, word: str) -> str:
        if self._found.rule in _OF_PEOPLE and f"consent-{word}" in WORDS:
            return said(f"consent-{word}", self._lang)
        for shape in self._shapes:
            for field in fields_of(shape, ""):
                if field.listed and word in CHOICES[field.listed]:
                    return choice_of(field.listed, word, self._lang)
        return ""

    def _list(self, path: str) -> str:
        """Return what the list is called to which a path leads, or the language of a text."""
        file = path.partition(":")[0].rstrip("/")
        if file == self._found.path:
            return said("other-language", self._lang)
        parts = file.split("/")
        stem = parts[-1].partition(".")[0]
        if file.endswith(".md") and stem in self._manuscript.langs:
            return said("text-in", self._lang, lang=language_name(stem, self._lang))
        name = f"table-{stem}" if TABLES in parts[:-1] else f"kind-{parts[min(1, len(parts) - 1)]}"
        return said(name, self._lang) if name in WORDS else self._label(path) or path


def _shapes_around(manuscript: Manuscript, field: str) -> list[type]:
    """Return the records that a field stands in, the innermost first."""
    shapes = [*reversed(shapes_of(manuscript.kind, manuscript.table))]
    note = manuscript.table or manuscript.kind
    known = [one for shape in shapes for one in fields_of(shape, note)]
    inner: list[type] = []
    for part in field.split("."):
        found = next((one for one in known if one.name == part and one.inner), None)
        if found:
            assert found.inner
            inner.insert(0, found.inner)
            known = [*inner_fields(found, note)]
    return [*inner, *shapes]
