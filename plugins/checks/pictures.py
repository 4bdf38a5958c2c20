"""Every picture that is shown exists, can be read, and has words for those who do not see it."""

from collections.abc import Iterable
from typing import Any

from plugins.checks.links import items_of
from plugins.model.evidence import Evidence
from plugins.model.photo import photos_of
from plugins.model.picture import MEDIA, split_key
from plugins.model.post import Post
from plugins.model.text import Lang, Words, every_text
from plugins.problems import Problem, problem


def check_post_pictures(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each picture of a post that cannot be published as it is asked for."""
    yield from _shown(evidence, post)


def check_pictures(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each picture of a record or page that cannot be published."""
    for item in items_of(evidence.site):
        yield from _shown(evidence, item)


def _shown(evidence: Evidence, item: Any) -> Iterable[Problem]:
    photos = photos_of(item)
    for text in every_text(item):
        for picture in evidence.site.body(text).pictures:
            if rule := picture_fault(evidence, photos.key(photos.address(picture.name))):
                file = f"{text.path.rpartition('/')[0]}/{picture.name}"
                yield problem(rule, text.path, picture.line, found=_name(picture.name), file=file)
    for number, photo in enumerate(photos.listed):
        if rule := picture_fault(evidence, photos.key(photos.address(photo.file))):
            place = evidence.origins.of(item.path, "photos", number, "file")
            yield problem(rule, *place, found=_name(photo.file), file=f"{item.path}/{photo.file}")
        for lang in _langs(item):
            if not photo.alt.get(lang):
                place = evidence.origins.of(item.path, "photos", number, "alt")
                yield problem("photo-without-alt", *place, found=photo.file, lang=lang)


def _langs(item: Any) -> tuple[Lang, ...]:
    """Return the languages in which an item can be read: those of its texts, and of a record's own name."""
    name: Words = getattr(item.facts, "name", None) or getattr(item.facts, "title", None) or Words()
    return tuple(dict.fromkeys((*(text.lang for text in item.texts if text.has_body), *name)))


def picture_fault(evidence: Evidence, key: str) -> str:
    """Return the rule that a picture breaks, or an empty text."""
    if split_key(key)[0].removeprefix(MEDIA) not in evidence.assets:
        return "file-missing"
    return "" if key in evidence.site.pictures else "picture-unreadable"


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]
