"""Words of the interface come from the catalogue or not at all."""

import pickle
from pathlib import Path

import pytest

from plugins.i18n import Message, MissingString, missing_strings, read_catalogues, unused_strings
from plugins.i18n.catalogues import UnreadableCatalogue, catalogue_path, parse_catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {}\\n"\n\n'
ONE, TWO = "nplurals=1; plural=0;", "nplurals=2; plural=(n > 1);"
WORDS = """\
msgid "News"
msgstr "ニュース"

msgctxt "verb"
msgid "Open"
msgstr "開く"

msgid "%(n)s post"
msgid_plural "%(n)s posts"
msgstr[0] "%(n)s件"

msgid "Empty"
msgstr ""

#, fuzzy
msgid "Unsure"
msgstr "たぶん"

#~ msgid "Old"
#~ msgstr "昔"
"""


def catalogue(words=WORDS, lang="ja", plural=ONE):
    return parse_catalogue((HEAD.format(plural) + words).encode(), lang)


def write(folder: Path, lang: str, source: bytes) -> None:
    path = catalogue_path(folder, lang)
    path.parent.mkdir(parents=True)
    path.write_bytes(source)


@pytest.mark.parametrize("msgid", ["Nowhere", "Empty", "Unsure", "Old", "Open"], ids=str)
def test_a_text_without_a_sure_translation_is_missing(msgid):
    with pytest.raises(MissingString) as caught:
        catalogue().gettext(msgid)
    assert str(caught.value) == f'the catalogue of "ja" has no translation of "{msgid}".'


def test_the_context_stands_in_the_sentence():
    with pytest.raises(MissingString, match=r'no translation of "News" \(context "menu"\)\.'):
        catalogue().pgettext("menu", "News")


def test_missing_string_travels_between_processes():
    error = pickle.loads(pickle.dumps(MissingString("ja", "News", "menu")))
    assert (error.lang, error.msgid, error.context) == ("ja", "News", "menu")


def test_translations():
    words = catalogue()
    assert words.gettext("News") == "ニュース"
    assert words.pgettext("verb", "Open") == "開く"
    assert [words.ngettext("%(n)s post", "%(n)s posts", n) for n in (0, 1, 2)] == ["%(n)s件"] * 3


@pytest.mark.parametrize(
    ("lang", "plural", "forms", "expected"),
    [
        ("pt", TWO, ["postagem", "postagens"], {0: "postagem", 1: "postagem", 2: "postagens"}),
        ("tl", "nplurals=2; plural=(n != 1);", ["balita", "mga balita"], {0: "mga balita", 1: "balita"}),
        ("zh-Hant", ONE, ["篇"], {0: "篇", 1: "篇", 5: "篇"}),
    ],
)
def test_plural_forms_follow_the_header(lang, plural, forms, expected):
    entries = "".join(f'msgstr[{i}] "{form}"\n' for i, form in enumerate(forms))
    words = catalogue(f'msgctxt "list"\nmsgid "post"\nmsgid_plural "posts"\n{entries}', lang, plural)
    assert {n: words.npgettext("list", "post", "posts", n) for n in expected} == expected


def test_a_plural_with_an_empty_form_is_missing():
    words = catalogue('msgid "post"\nmsgid_plural "posts"\nmsgstr[0] "a"\nmsgstr[1] ""\n', "pt", TWO)
    with pytest.raises(MissingString):
        words.ngettext("post", "posts", 1)


def test_english_needs_no_file(tmp_path):
    catalogues, problems = read_catalogues(tmp_path, ["en"])
    words = catalogues["en"]
    assert (words.gettext("News"), words.pgettext("verb", "Open")) == ("News", "Open")
    assert [words.ngettext("post", "posts", n) for n in (0, 1, 2)] == ["posts", "post", "posts"]
    assert problems == []
    assert missing_strings(words, [Message("News")]) == []


def test_missing_and_unused_strings():
    used = [Message("News"), Message("Empty"), Message("Open", "noun"), Message("%(n)s post", "", "%(n)s posts")]
    assert missing_strings(catalogue(), used) == [Message("Empty"), Message("Open", "noun")]
    assert unused_strings(catalogue(), used) == [Message("Open", "verb")]


def test_the_fingerprint_follows_the_bytes(tmp_path):
    for folder, words in (("a", WORDS), ("b", WORDS), ("c", WORDS + "\n")):
        write(tmp_path / folder, "ja", (HEAD.format(ONE) + words).encode())
    a, b, c = (read_catalogues(tmp_path / folder, ["ja"])[0]["ja"].fingerprint for folder in "abc")
    assert a == b != c


def test_a_catalogue_travels_between_processes():
    assert pickle.loads(pickle.dumps(catalogue())) == catalogue()


@pytest.mark.parametrize("source", ["msgid News\n", 'msgid "a"\nmsgid "b\n'], ids=["no quotes", "open quotes"])
def test_a_file_that_is_no_catalogue(source):
    with pytest.raises(UnreadableCatalogue):
        catalogue(source)


def test_faults_of_files_are_problems(tmp_path):
    write(tmp_path, "pt", b'msgid "a"\nmsgstr wrong\n')
    write(tmp_path, "zh-Hant", 'msgid "新聞"\n'.encode("big5"))
    write(tmp_path, "tl", HEAD.format(TWO).encode())
    catalogues, problems = read_catalogues(tmp_path, ["ja", "en", "pt", "zh-Hant", "tl", "xx-nowhere"])
    assert list(catalogues) == ["en", "tl"]
    assert [(found.rule, found.path, found.line) for found in problems] == [
        ("catalogue-missing", "theme/translations/ja/LC_MESSAGES/messages.po", 1),
        ("catalogue-unreadable", "theme/translations/pt/LC_MESSAGES/messages.po", 2),
        ("catalogue-unreadable", "theme/translations/zh-Hant/LC_MESSAGES/messages.po", 1),
        ("catalogue-missing", "theme/translations/xx-nowhere/LC_MESSAGES/messages.po", 1),
    ]
