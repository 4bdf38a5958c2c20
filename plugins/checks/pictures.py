"""Every picture that is shown exists, can be read, and has words for those who do not see it."""

from collections.abc import Iterable

from plugins.checks.links import texts_of
from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem


def check_pictures(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each picture that cannot be published as it is asked for."""
    for text in texts_of(evidence.site):
        folder = "/".join(text.path.split("/")[1:-1])
        for picture in text.body.pictures:
            yield from _file(evidence, text.path, picture.line, f"{folder}/{picture.name}")
    for post in evidence.site.posts:
        for number, photo in enumerate(post.facts.photos):
            path, line = evidence.origins.of(post.path, "photos", number, "file")
            yield from _file(evidence, path, line, f"news/{post.folder}/{photo.file}")
            for lang in post.langs:
                if not photo.alt.get(lang):
                    place = evidence.origins.of(post.path, "photos", number, "alt")
                    yield problem("photo-without-alt", *place, found=photo.file, lang=lang)


def _file(evidence: Evidence, path: str, line: int, asset: str) -> Iterable[Problem]:
    name = asset.rsplit("/", 1)[-1]
    if asset not in evidence.assets:
        yield problem("file-missing", path, line, found=name)
    elif f"/media/{asset}" not in evidence.site.pictures:
        yield problem("picture-unreadable", path, line, found=name)
