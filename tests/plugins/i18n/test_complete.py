"""Each catalogue of the project says everything that the code asks for, and nothing else."""

from pathlib import Path

import pytest

from plugins.i18n import missing_strings, unused_strings
from plugins.i18n.catalogues import catalogue_path, parse_catalogue
from plugins.i18n.extraction import read_messages, update_catalogue
from plugins.i18n.po_files import parse_po

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "theme" / "translations"
LANGS = sorted(folder.name for folder in FOLDER.iterdir())


@pytest.fixture(scope="module")
def messages():
    return read_messages(ROOT)


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


@pytest.fixture
def source(lang):
    return catalogue_path(FOLDER, lang).read_bytes()


def test_every_message_is_translated(source, lang, messages):
    assert missing_strings(parse_catalogue(source, lang), messages) == []


def test_no_translation_is_unused(source, lang, messages):
    assert unused_strings(parse_catalogue(source, lang), messages) == []


def test_translations_have_the_places_of_the_original(source, lang):
    faults = [(entry.id, [str(error) for error in errors]) for entry, errors in parse_po(source, lang).check()]
    assert faults == []


def test_the_file_is_as_the_command_writes_it(source, lang, messages):
    assert update_catalogue(source, messages, lang) == source
