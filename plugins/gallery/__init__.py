"""Every component of the theme with its manual and its examples, on pages that open from a disk."""

from plugins.gallery.examples import Component, components_of, render_example
from plugins.gallery.pages import gallery_files

__all__ = ["Component", "components_of", "gallery_files", "render_example"]
