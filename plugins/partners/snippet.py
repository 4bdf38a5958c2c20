"""A piece of HTML that a partner copies into a page: it loads nothing, and neither page changes the other."""

from html import escape

from plugins.model.text import Lang, Said
from plugins.partners.card import PartnerAction, PartnerCard, PartnerOutcome, PartnerPost

# Light colours of theme/tokens.css: a page of somebody else has its own ground, light or dark, so this one has its own.
CARD, INK, INK2, AI, SHU, ON_SHU, EDGE = "#ffffff", "#1e1b18", "#595249", "#1c4f82", "#b0281f", "#ffffff", "#827768"
# Nothing is inherited past the first element, and no rule of the page holds inside. `revert` leaves what a browser
# does by itself, such as the ring around what has the focus. All stands in attributes: systems that take <style> out
# of what a writer pastes leave its rules behind as words.
# Source: CSS Cascading and Inheritance Level 4, "all"; a style attribute is stronger than rules without !important.
OUTER = (
    f"all:initial;display:block;box-sizing:border-box;max-width:480px;padding:16px;border:1px solid {EDGE};"
    f"border-radius:6px;background:{CARD};color:{INK};font:16px/1.6 sans-serif;text-align:left"
)
LINE = f"all:revert;margin:0 0 8px;color:{INK}"
SMALL = f"all:revert;margin:0 0 4px;color:{INK2};font-size:14px"
LINK = f"all:revert;color:{AI};text-decoration:underline"
NAME = f"{LINK};font-weight:bold;font-size:20px;line-height:1.4"
BUTTON = (
    f"all:revert;display:inline-block;padding:10px 16px;border-radius:5px;background:{SHU};color:{ON_SHU};"
    "font-weight:bold;text-decoration:none"
)
LIST = f"all:revert;margin:0;color:{INK}"
ITEM = f"all:revert;margin:8px 0 0;color:{INK}"
DAY = f"all:revert;color:{INK2};font-size:14px;white-space:nowrap"


def render_snippet(card: PartnerCard) -> str:
    """Render the card, one element a line, so that whoever copies it can read what it is."""
    meta = " · ".join(part for part in (_words(card.union, card.lang), escape(card.state_words)) if part)
    lines = [f'<div lang="{escape(card.lang)}" style="{OUTER}">', f'<p style="{SMALL}">{meta}</p>']
    lines.append(f'<p style="{LINE}">{_link(card.url, NAME, _words(card.name, card.lang))}</p>')
    if card.outcome:
        lines.append(f'<p style="{LINE}">{_outcome(card.outcome, card.lang)}</p>')
    if card.action and card.action.url:
        lines.append(_button(card.action, card.lang))
    if card.posts:
        # No <li>: many themes put a sign of their own before it, which no attribute can take away.
        lines += [f'<div role="list" style="{LIST}">', *(_row(post, card.lang) for post in card.posts), "</div>"]
    return "\n".join([*lines, "</div>", ""])


def _outcome(outcome: PartnerOutcome, lang: Lang) -> str:
    text = _words(outcome.text, lang) if outcome.text else ""
    return " · ".join(part for part in (escape(outcome.status_words), text) if part)


def _button(action: PartnerAction, lang: Lang) -> str:
    until = f' <span style="{DAY}">{escape(action.until)}</span>' if action.until else ""
    return f'<p style="{LINE}">{_link(action.url, BUTTON, _words(action.label, lang))}{until}</p>'


def _row(post: PartnerPost, lang: Lang) -> str:
    title = _link(post.url, LINK, _words(post.title, lang))
    return f'<div role="listitem" style="{ITEM}">{title} <span style="{DAY}">{escape(post.day)}</span></div>'


def _link(url: str, style: str, words: str) -> str:
    return f'<a href="{escape(url)}" rel="noopener noreferrer" style="{style}">{words}</a>'


def _words(said: Said, lang: Lang) -> str:
    """Return words, marked with their language where that is not the one around them."""
    text = escape(said.text)
    return text if said.lang == lang else f'<span lang="{escape(said.lang)}" style="all:unset">{text}</span>'
