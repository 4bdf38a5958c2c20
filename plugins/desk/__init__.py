"""The desk: an editor for the content in a browser of this machine, its forms made of the build's schemas."""

from plugins.desk.app import make_app
from plugins.desk.serving import running

__all__ = ["make_app", "running"]
