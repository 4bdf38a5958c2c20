"""View and frame into the bytes of a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.model.urls import NOT_FOUND, output_path
from plugins.rendering.links import absolute_links, relative_links
from plugins.rendering.scripts import Scripts, scripts_of
from plugins.rendering.styles import Styles, papers_of, styles_for
from plugins.rendering.theme import Theme

if TYPE_CHECKING:
    from plugins.i18n import Catalogue
    from plugins.rendering.environment import ThemeEnvironment

# They stand for the style sheet, its hash and the script until all else of a page is known: no author can write them.
STYLE_PLACE, HASH_PLACE, SCRIPT_PLACE = "\ufdd4", "\ufdd5", "\ufdd6"
NOT_FOUND_PATH = output_path(NOT_FOUND)


def build_environment(theme: Theme, lang: str, catalogue: "Catalogue", cache: Path | None = None) -> "ThemeEnvironment":
    """Return the Jinja environment that renders pages in `lang`.

    `cache` is a folder for compiled templates; all languages share it.
    """
    # Jinja and Babel take as long to load as a hundred pages to render, and most builds change next to nothing.
    from plugins.rendering.environment import ThemeEnvironment

    return ThemeEnvironment(theme, lang, catalogue, cache)


def render_page(environment: "ThemeEnvironment", template: str, view: Any, frame: Any) -> str:
    """Return the page that `template` makes of `view` in `frame`, with its styles, its script and relative links.

    The page for addresses that do not exist is shown at any depth, so its links are absolute.
    Raises: ThemeFault, also for a value that the template wants and the view lacks.
    """
    place = Styles(STYLE_PLACE, HASH_PLACE, *papers_of(environment.theme))
    scripts = scripts_of(environment.theme, template)
    run = Scripts(SCRIPT_PLACE, scripts.csp_hash) if scripts.code else scripts
    html = environment.page(template, view=view, frame=frame, styles=place, scripts=run)
    path = view.head.path
    html = absolute_links(html, frame.url) if path == NOT_FOUND_PATH else relative_links(html, path)
    own = styles_for(environment.theme, template, html, scripts.code)
    html = html.replace(HASH_PLACE, own.csp_hash, 1).replace(STYLE_PLACE, own.css, 1)
    return html.replace(SCRIPT_PLACE, scripts.code, 1) + "\n"
