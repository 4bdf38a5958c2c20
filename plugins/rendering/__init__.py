"""Views into pages: the theme's files, one Jinja environment per language, styles, links."""

from plugins.rendering.fingerprints import template_fingerprint
from plugins.rendering.links import absolute_links, relative_links
from plugins.rendering.renderer import build_environment, render_page
from plugins.rendering.scripts import Scripts, scripts_of
from plugins.rendering.styles import Styles, styles_of
from plugins.rendering.theme import Theme, ThemeFault, closure_of, read_theme

__all__ = [
    "Scripts",
    "Styles",
    "Theme",
    "ThemeFault",
    "absolute_links",
    "build_environment",
    "closure_of",
    "read_theme",
    "relative_links",
    "render_page",
    "scripts_of",
    "styles_of",
    "template_fingerprint",
]
