"""XML taken apart with nothing loaded or put in; what may stand in it is asked of libxml2 in one question."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

REMARKS = etree.XPath("//comment() | //processing-instruction()")  # those beside the root too


class Allowed(NamedTuple):
    """A closed list of elements and attributes."""

    others: Any  # finds elements that it does not have
    other_attributes: Any  # finds attributes that it does not have


def allowed(elements: str, attributes: str, **namespaces: str) -> Allowed:
    """Return a closed list of elements ("prefix:name …") and of attributes, which may stand in any of them."""
    names = " or ".join(f"self::{name}" for name in elements.split())
    own = " or ".join(f"name()='{name}'" for name in attributes.split())
    return Allowed(etree.XPath(f"//*[not({names})]", namespaces=namespaces or None), etree.XPath(f"//@*[not({own})]"))


def parsed(data: bytes) -> Any:
    """Return the root of an XML file.

    Raises: etree.XMLSyntaxError.
    """
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def others_in(root: Any, list_: Allowed) -> Iterator[tuple[int, str]]:
    """Yield (line, name as in the file) of each kind of element and attribute that a closed list does not have."""
    told = set()
    for element in list_.others(root):
        if element.tag not in told:
            told.add(element.tag)
            yield element.sourceline or 1, f"<{etree.QName(element).localname}>"
    for value in list_.other_attributes(root):
        if value.attrname not in told:
            told.add(value.attrname)
            yield value.getparent().sourceline or 1, f"{etree.QName(value.attrname).localname}="


def remarks_in(root: Any) -> Iterator[tuple[Any, int, str]]:
    """Yield (node, line, first words) of each comment and processing instruction of a file."""
    for node in REMARKS(root):
        words = (node.text or "").strip()[:40]
        yield node, node.sourceline or 1, words if node.tag is etree.Comment else f"<?{node.target}"
