"""Catalogues hold exactly the words that the code asks for."""

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from plugins.i18n import Message
from plugins.i18n.catalogues import catalogue_path, parse_catalogue
from plugins.i18n.extraction import read_messages, update_catalogue, write_catalogues

CONFIG = (Path(__file__).parents[3] / "babel.cfg").read_text(encoding="utf-8")
USED = (Message("News"), Message("Open", "noun"), Message("post", "", "posts"))


@pytest.fixture
def project(tmp_path):
    def put(path: str, text: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    put("babel.cfg", CONFIG)
    put(
        "theme/templates/pages/home.html",
        '{{ _("News") }}{% trans n=3 %}{{ n }} post{% pluralize %}{{ n }} posts{% endtrans %}',
    )
    put("theme/templates/base.html", '{{ pgettext("noun", "Open") }}{{ npgettext("c", "day", "days", 2) }}{{ label }}')
    put(
        "plugins/pages/views.py",
        'N_("Marked")\nwords.ngettext("union", "unions", n)\nwords.pgettext("verb", "Open")\ngettext(name)\n',
    )
    put("output/ja/index.html", '{{ _("Not ours") }}')
    return tmp_path


def test_messages_of_templates_and_modules(project):
    assert read_messages(project) == (
        Message("%(n)s post", "", "%(n)s posts"),
        Message("Marked"),
        Message("News"),
        Message("Open", "noun"),
        Message("Open", "verb"),
        Message("day", "c", "days"),
        Message("union", "", "unions"),
    )


def test_a_template_that_does_not_parse_is_not_passed_over(project):
    (project / "theme/templates/base.html").write_text("{{ _('Half' ", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        read_messages(project)


def test_a_new_catalogue_has_every_message_and_nothing_of_this_day():
    assert update_catalogue(b"", USED, "pt").decode() == (
        "# Words of the interface. Write the translation between the quotes of msgstr.\n"
        'msgid ""\nmsgstr ""\n"Language: pt\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "News"\nmsgstr ""\n\n'
        'msgctxt "noun"\nmsgid "Open"\nmsgstr ""\n\n'
        'msgid "post"\nmsgid_plural "posts"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_an_update_keeps_translations_and_drops_what_is_unused():
    old = update_catalogue(b"", (*USED, Message("Gone")), "ja").decode()
    old = old.replace('msgid "News"\nmsgstr ""', '# menu\n#, fuzzy\nmsgid "News"\nmsgstr "ニュース"').replace(
        '[0] ""', '[0] "件"'
    )
    new = update_catalogue(old.encode(), (*USED, Message("Added")), "ja").decode()
    assert '# menu\n#, fuzzy\nmsgid "News"\nmsgstr "ニュース"\n' in new
    assert 'msgstr[0] "件"' in new
    assert 'msgid "Added"\nmsgstr ""\n' in new
    assert "Gone" not in new
    assert parse_catalogue(new.encode(), "ja").ngettext("post", "posts", 2) == "件"


def test_a_plural_rule_of_the_translators_stays():
    own = update_catalogue(b"", USED, "pt").replace(b"(n != 1)", b"(n > 1)")
    assert b"plural=(n > 1);" in update_catalogue(own, USED, "pt")


def test_a_second_update_writes_nothing(project):
    folder = project / "theme/translations"
    assert write_catalogues(project, ["ja", "tl", "zh-Hant"], folder) == [
        catalogue_path(folder, x) for x in ("ja", "tl", "zh-Hant")
    ]
    assert write_catalogues(project, ["ja", "tl", "zh-Hant"], folder) == []
