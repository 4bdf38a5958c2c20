"""The same place under all the names that git gives it."""

import pytest

from plugins.publishing.addresses import place_of, shown_address


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/Union/Site",
        "https://github.com/union/site.git",
        "https://GitHub.com/union/site/",
        "https://user:token@github.com:443/union/site.git/",
        "git@github.com:Union/Site.git",
        "github.com:union/site",
        "ssh://git@github.com/union/site.git",
        "ssh://git@github.com:22//union/site",
        "ssh://git@ssh.github.com:443/union/site.git",
        "git://github.com/union/si%74e",
    ],
)
def test_every_way_of_writing_leads_to_one_place(url, tmp_path):
    assert place_of(url, tmp_path) == "github.com/union/site"


@pytest.mark.parametrize("url", ["../site.git", "{root}/site.git/", "file://{root}/site", "./link/site.git/.git"])
def test_a_folder_of_this_machine_is_found_by_its_whole_path(url, tmp_path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/link").symlink_to(tmp_path)
    expected = str(tmp_path / "site").casefold()
    assert place_of(url.format(root=tmp_path), tmp_path / "desk") == expected


@pytest.mark.parametrize("url", ["https://github.com/union/source", "https://gitlab.com/union/site", "../site"])
def test_other_places_are_others(url, tmp_path):
    assert place_of(url, tmp_path) != place_of("git@github.com:union/site.git", tmp_path)


def test_a_password_in_an_address_is_not_shown():
    assert shown_address("https://hanako:secret@host.example/x.git") == "https://host.example/x.git"
    assert shown_address("https://token@host.example/x.git") == "https://host.example/x.git"
    assert shown_address("git@github.com:union/site.git") == "git@github.com:union/site.git"
