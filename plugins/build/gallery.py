"""The command `gallery`: every component of the theme, with its examples, on pages that open from a disk."""

from pathlib import Path

from plugins.build.result import Result
from plugins.build.settings import BuildSettings
from plugins.build.telling import print_problems

LANGUAGES = ("ja", "en")
FOLDER = "gallery"  # beside the output
SAID = {"ja": "ブラウザーで開いてください:", "en": "Open this in a browser:"}


def write_gallery(settings: BuildSettings) -> int:
    """Write the gallery beside the output and say where; return the exit status."""
    from plugins.gallery import gallery_files
    from plugins.i18n import read_catalogues
    from plugins.rendering import ThemeFault, build_environment, read_theme

    catalogues, problems = read_catalogues(settings.theme / "translations", LANGUAGES)
    try:
        theme = read_theme(settings.theme)
        environments = {lang: build_environment(theme, lang, catalogues[lang]) for lang in LANGUAGES}
        files = dict(gallery_files(theme, environments))
    except ThemeFault as fault:
        problems = [*problems, fault.problem]
    if problems:
        print_problems(Result(tuple(problems), severities=settings.severities), settings.lang)
        return 1
    folder = settings.output.parent / FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        Path(folder, name).write_text(text, encoding="utf-8")
    print(SAID[settings.lang], (folder / "index.html").resolve(), flush=True)
    return 0
