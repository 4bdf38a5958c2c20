"""Every picture that is shown exists, can be read, and has words for those who do not see it."""

from collections.abc import Iterable

from plugins.checks.links import texts_of
from plugins.model.evidence import Evidence
from plugins.model.picture import MEDIA, picture_key, split_key
from plugins.model.post import Post
from plugins.model.text import Text
from plugins.problems import Problem, problem


def check_post_pictures(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each picture of a post that cannot be published as it is asked for."""
    for text in post.texts:
        yield from _shown(evidence, text, post)
    for number, photo in enumerate(post.facts.photos):
        if rule := _fault(evidence, post.picture(f"{MEDIA}news/{post.folder}/{photo.file}")):
            place = evidence.origins.of(post.path, "photos", number, "file")
            yield problem(rule, *place, found=_name(photo.file), file=f"{post.path}/{photo.file}")
        for lang in post.langs:
            if not photo.alt.get(lang):
                place = evidence.origins.of(post.path, "photos", number, "alt")
                yield problem("photo-without-alt", *place, found=photo.file, lang=lang)


def check_pictures(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each picture in another text that cannot be published."""
    for text in texts_of(evidence.site):
        yield from _shown(evidence, text)


def _shown(evidence: Evidence, text: Text, post: Post | None = None) -> Iterable[Problem]:
    folder = "/".join(text.path.split("/")[1:-1])
    for picture in evidence.site.body(text).pictures:
        address = f"{MEDIA}{folder}/{picture.name}"
        if rule := _fault(evidence, post.picture(address) if post else picture_key(address)):
            file = f"{text.path.rpartition('/')[0]}/{picture.name}"
            yield problem(rule, text.path, picture.line, found=_name(picture.name), file=file)


def _fault(evidence: Evidence, key: str) -> str:
    """Return the rule that a picture breaks, or an empty text."""
    if split_key(key)[0].removeprefix(MEDIA) not in evidence.assets:
        return "file-missing"
    return "" if key in evidence.site.pictures else "picture-unreadable"


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]
