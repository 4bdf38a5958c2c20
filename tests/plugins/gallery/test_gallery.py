"""The gallery has every component with every example, and opens from a disk."""

import re
from html import escape
from pathlib import Path

import pytest

from plugins.gallery import components_of, gallery_files

LANGS = ("ja", "en")


@pytest.fixture(scope="module")
def files(theme, environments):
    return dict(gallery_files(theme, environments))


def test_every_component_has_its_manual_and_every_example_in_both_languages(theme, files):
    components = [*components_of(theme)]
    assert len(components) > 50
    for component in components:
        assert f'href="{component.name}.html"' in files["index.html"]
        assert f"  {component.name}(" in component.manual
        page = files[f"{component.name}.html"]
        assert escape(component.manual) in page
        for lang in LANGS:
            assert page.count(f'src="{component.name}.{lang}.html"') == 2  # light and dark
            examples = files[f"{component.name}.{lang}.html"]
            assert examples.startswith(f'<!doctype html>\n<html lang="{lang}">')
            assert examples.count('<section class="gallery-example">') == len(component.examples) > 0


def test_nothing_of_the_gallery_is_loaded_from_elsewhere_and_no_link_is_dead(files):
    for name, text in files.items():
        assert not re.search(r'src(?:set)?="(?!picture\.svg|\w+\.(?:ja|en)\.html)', text), name
        assert not re.search(r"<link|@import|url\(", text), name
        own = re.findall(r'href="([^"#:]+)"', text)
        assert set(own) <= files.keys(), name


def test_an_id_stands_once_on_a_page(files):
    for name, text in files.items():
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), name


def test_the_command_writes_it_beside_the_output_and_says_where(make_content, run_script, as_project, tmp_path):
    site = as_project(make_content("clean"))
    said = run_script("invoke", "gallery", "--lang=en", cwd=site.root)
    assert said.returncode == 0, said.stderr
    index = site.root / "gallery" / "index.html"
    assert said.stdout == f"Open this in a browser: {index.resolve()}\n"
    assert 'href="label.html"' in index.read_text(encoding="utf-8") and Path(index.with_name("label.ja.html")).exists()
    assert not site.output.exists()
