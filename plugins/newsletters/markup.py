"""A newsletter as HTML: tables, styles in attributes, nothing that is loaded but photographs of the site."""

from collections.abc import Iterable
from html import escape

from plugins.model.text import Lang, Said
from plugins.newsletters.letter import Imprint, Letter, LetterEntry, LetterPicture, LetterSection

# Light colours of theme/tokens.css. Every text has its ground beside it, so that a program that turns colours round for
# the dark turns both.
PAPER, CARD, INK, INK2, AI, SHU, LINE = "#fbf9f5", "#ffffff", "#1e1b18", "#595249", "#1c4f82", "#b0281f", "#ddd6ca"
WIDTH, MARGIN = 600, 24  # px
PICTURE = WIDTH - 2 * MARGIN
FONTS = {"ja": "'Hiragino Sans','Yu Gothic',Meiryo,sans-serif"}
FONT = "-apple-system,'Segoe UI',Roboto,Arial,sans-serif"
TABLE = '<table role="presentation" cellpadding="0" cellspacing="0" border="0"'
H1 = f"margin:0;color:{INK};font-size:24px;line-height:1.4;font-weight:bold"
H2 = f"margin:0;color:{SHU};font-size:18px;line-height:1.5;font-weight:bold"
H3 = f"margin:8px 0 0 0;color:{INK};font-size:18px;line-height:1.5;font-weight:bold"
P = f"margin:8px 0 0 0;color:{INK};font-size:16px;line-height:1.7"
SMALL = f"margin:4px 0 0 0;color:{INK2};font-size:14px;line-height:1.6"
LINK = f"color:{AI};text-decoration:underline"
IMG = f"display:block;width:100%;max-width:{PICTURE}px;border:0"


def render_html(letters: Iterable[Letter]) -> str:
    """Render one or more letters, one below the other, in the language of the first."""
    letters = tuple(letters)
    title = " / ".join(letter.subject for letter in letters)
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(letters[0].lang)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light">',
        f"<title>{escape(title)}</title>",
        "</head>",
        f'<body bgcolor="{PAPER}" style="margin:0;padding:0;background-color:{PAPER}">',
        f'{TABLE} width="100%" bgcolor="{PAPER}" style="background-color:{PAPER}">',
        *(line for letter in letters for line in _letter(letter)),
        "</table>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def _letter(letter: Letter) -> Iterable[str]:
    yield f'<tr><td align="center" style="padding:{MARGIN}px 8px">'
    yield f'{TABLE} width="{WIDTH}" align="center" bgcolor="{CARD}" lang="{escape(letter.lang)}"'
    yield f' style="width:100%;max-width:{WIDTH}px;background-color:{CARD}">'
    head = [f'<h1 style="{H1}">{escape(letter.title)}</h1>', f'<p style="{P}">{escape(letter.period)}</p>']
    if letter.below:
        head.append(f'<p{_lang(letter.below, letter.lang)} style="{SMALL}">{escape(letter.below.text)}</p>')
    yield _row(head, letter.lang)
    for section in letter.sections:
        yield from _section(section, letter.lang)
    yield _row(_imprint(letter.imprint, letter.lang), letter.lang, ground=PAPER)
    yield "</table>"
    yield "</td></tr>"


def _row(lines: Iterable[str], lang: Lang, ground: str = CARD, rule: str = "") -> str:
    """Return a row of one cell; fonts and grounds are said anew in each, since some programs inherit none."""
    font = FONTS.get(lang.partition("-")[0], FONT)
    border = f";border-top:{rule}" if rule else ""
    padding = f"12px {MARGIN}px 16px {MARGIN}px"
    style = f"padding:{padding};background-color:{ground};font-family:{font};text-align:left{border}"
    return "\n".join([f'<tr><td align="left" bgcolor="{ground}" style="{style}">', *lines, "</td></tr>"])


def _section(section: LetterSection, lang: Lang) -> Iterable[str]:
    yield _row([f'<h2 style="{H2}">{escape(section.title)}</h2>'], lang, rule=f"3px solid {INK}")
    for number, entry in enumerate(section.entries):
        yield _row(_entry(entry, lang), lang, rule=f"1px solid {LINE}" if number else "")


def _entry(entry: LetterEntry, lang: Lang) -> Iterable[str]:
    if entry.picture:
        yield _picture(entry.picture, lang)
    yield f'<h3{_lang(entry.title, lang)} style="{H3}">{_link(entry.url, entry.title.text, f"color:{INK}")}</h3>'
    if entry.other:
        yield f'<p{_lang(entry.other, lang)} style="{SMALL}">{escape(entry.other.text)}</p>'
    if entry.meta:
        yield f'<p style="{SMALL}">{escape(entry.meta)}</p>'
    if entry.text:
        yield f'<p{_lang(entry.text, lang)} style="{P}">{escape(entry.text.text)}</p>'
    yield f'<p{_lang(entry.link, lang)} style="{P}">{_link(entry.url, entry.link.text)}</p>'


def _picture(picture: LetterPicture, lang: Lang) -> str:
    """Return a photograph; its height follows from its width, and the words beside it stand where it is not loaded."""
    width = min(picture.width, PICTURE)
    alt = f'alt="{escape(picture.alt.text)}"{_lang(picture.alt, lang)}'
    return f'<p style="{P}"><img src="{escape(picture.url)}" {alt} width="{width}" style="{IMG}"></p>'


def _imprint(imprint: Imprint, lang: Lang) -> Iterable[str]:
    yield f'<p style="{SMALL}">{escape(imprint.line)}</p>'
    yield f'<p{_lang(imprint.name, lang)} style="{SMALL}">{_link(imprint.home_url, imprint.name.text)}</p>'
    if imprint.address:
        yield f'<p{_lang(imprint.address, lang)} style="{SMALL}">{escape(imprint.address.text)}</p>'
    ways = [_link(f"mailto:{imprint.email}", imprint.email)] if imprint.email else []
    ways += [escape(imprint.phone)] if imprint.phone else []
    if ways:
        yield f'<p style="{SMALL}">{" · ".join(ways)}</p>'


def _link(url: str, words: str, more: str = "") -> str:
    style = LINK.replace(f"color:{AI}", more) if more else LINK
    return f'<a href="{escape(url)}" style="{style}">{escape(words)}</a>'


def _lang(said: Said, lang: Lang) -> str:
    return "" if said.lang in ("", lang) else f' lang="{escape(said.lang)}"'
