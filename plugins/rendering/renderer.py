"""View and frame into the bytes of a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.model.urls import NOT_FOUND, output_path
from plugins.rendering.links import absolute_links, relative_links
from plugins.rendering.styles import Styles, papers_of, styles_for
from plugins.rendering.theme import Theme

if TYPE_CHECKING:
    from plugins.i18n import Catalogue
    from plugins.rendering.environment import ThemeEnvironment

# They stand for the style sheet and its hash until all else of a page is known: no author can write them.
STYLE_PLACE, HASH_PLACE = "\ufdd4", "\ufdd5"
NOT_FOUND_PATH = output_path(NOT_FOUND)


def build_environment(theme: Theme, lang: str, catalogue: "Catalogue", cache: Path | None = None) -> "ThemeEnvironment":
    """Return the Jinja environment that renders pages in `lang`.

    `cache` is a folder for compiled templates; all languages share it.
    """
    # Jinja and Babel take as long to load as a hundred pages to render, and most builds change next to nothing.
    from plugins.rendering.environment import ThemeEnvironment

    return ThemeEnvironment(theme, lang, catalogue, cache)


def render_page(environment: "ThemeEnvironment", template: str, view: Any, frame: Any) -> str:
    """Return the page that `template` makes of `view` in `frame`, with its styles and relative links.

    The page for addresses that do not exist is shown at any depth, so its links are absolute.
    Raises: ThemeFault, also for a value that the template wants and the view lacks.
    """
    place = Styles(STYLE_PLACE, HASH_PLACE, *papers_of(environment.theme))
    html = environment.page(template, view=view, frame=frame, styles=place)
    path = view.head.path
    html = absolute_links(html, frame.url) if path == NOT_FOUND_PATH else relative_links(html, path)
    own = styles_for(environment.theme, template, html)
    return html.replace(HASH_PLACE, own.csp_hash, 1).replace(STYLE_PLACE, own.css, 1) + "\n"
