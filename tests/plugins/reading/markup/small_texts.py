"""A text as the body of a post, whose first line is the eleventh of its file."""

from plugins.reading.markdown import ConvertedBody, convert

PATH = "content/news/2026-05-01-kasai-strike/ja.md"
FOLDER = "news/2026-05-01-kasai-strike"
MEDIA = f"/media/{FOLDER}"


def converted(text: str, lang: str = "ja") -> ConvertedBody:
    return convert(text, lang, ("ja", "en"), PATH, 11, FOLDER)
