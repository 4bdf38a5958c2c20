"""What checks look at: the site, where each thing was written, and what will be written."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.model.origins import Origins
from plugins.model.site import Site


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a check may ask.

    Shape: `addresses` are the root-absolute addresses of all files of the output; `assets` are the pictures and
    documents beside the words, "news/2021-11-04-strike/picket.jpg"; `hidden` are the folders of posts that are not
    public.
    """

    site: Site
    origins: Origins
    addresses: frozenset[str]
    assets: frozenset[str]
    hidden: frozenset[str]
    anchors: Mapping[str, frozenset[str]]  # ids that texts and records give a page, by its address
    unread: frozenset[str] = frozenset()  # names of what could not be read: who refers to one of them is not at fault
