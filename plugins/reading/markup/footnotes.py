"""Footnotes in the order of the text, with ids that no author's word stands in."""

from xml.etree.ElementTree import Element


def name_footnotes(root: Element) -> list[str]:
    """Put the footnotes of a tree in order, number them and set their ids; return these ids.

    Shape: "f-1" is the first footnote, "r-1" the first place in the text that names one.
    """
    section = next((child for child in root.findall("div") if child.get("class") == "footnote"), None)
    notes = section.find("ol") if section is not None else None
    if section is None or notes is None:
        return []
    marks = [element for element in root.iter("sup") if element.get("id", "").startswith("fnref")]
    order = {mark[0].attrib["href"][1:]: 0 for mark in marks} | {note.attrib["id"]: 0 for note in notes}
    names = {written: f"f-{number}" for number, written in enumerate(order, start=1)}
    names |= {mark.attrib["id"]: f"r-{number}" for number, mark in enumerate(marks, start=1)}
    notes[:] = sorted(notes, key=lambda note: int(names[note.attrib["id"]][2:]))
    for element in [*marks, *notes]:
        element.set("id", names[element.attrib["id"]])
    for link in root.iter("a"):
        if "class" in link.attrib:
            _set_link(link, names.get(link.attrib["href"][1:], ""))
    section.tag = "section"
    section.set("class", "footnotes")
    for rule in section.findall("hr"):
        section.remove(rule)
    return list(names.values())


def _set_link(link: Element, name: str) -> None:
    link.set("href", f"#{name}")
    if link.attrib.pop("title", None):
        link.set("class", "footnote-back")
        link.text = f"↩{name[2:]}"
    else:
        link.text = name[2:]
