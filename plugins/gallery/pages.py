"""The gallery: one page of all components, one for each, and each in both languages as both schemes show it."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from plugins.gallery.examples import Component, components_of, render_example
from plugins.rendering import scripts_of, styles_of

if TYPE_CHECKING:
    from plugins.rendering.environment import ThemeEnvironment
    from plugins.rendering.theme import Theme

SCHEMES = ("light", "dark")
PICTURE = "picture.svg"
DRAWN = """\
<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#8f8577"/>\
<path d="M0 0 600 400M600 0 0 400" stroke="#fff" stroke-width="2"/></svg>
"""
ADDRESS = re.compile(r'(href=")/[^"]*')
FILE = re.compile(r"/[\w./-]+\.(?:jpe?g|png|avif)")
FRAME = "layouts/base.html"
SHELL = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
{body}
</body>
</html>
"""
# A frame takes its scheme from the frame around it, and tells it how high it is.
TELLS = "<script>parent.postMessage([location.href, document.documentElement.scrollHeight], '*')</script>"
HEARS = """<script>
addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = data[1];
  }
});
</script>"""
OWN = """
.gallery-index { columns: 16rem; }
.gallery-manual { padding: var(--s4); background: var(--tint); white-space: pre-wrap; font-size: var(--size-small); }
.gallery-frames { display: grid; gap: var(--s4); }
@media (min-width: 56em) { .gallery-frames { grid-template-columns: 1fr 1fr; } }
.gallery-frames iframe { width: 100%; min-height: 6rem; border: 1px solid var(--edge); }
.gallery-example { padding-block: var(--s4); }
.gallery-example > h2 { font-size: var(--size-small); font-weight: 400; color: var(--ink2); }
"""


def gallery_files(theme: "Theme", environments: Mapping[str, "ThemeEnvironment"]) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of each file of the gallery; `environments` by language.

    Raises: ThemeFault.
    """
    components = [*components_of(theme)]
    css = styles_of(theme, FRAME).css + OWN
    names = "".join(f'<li><a href="{component.name}.html">{component.name}</a></li>' for component in components)
    body = f'<main class="wrap section"><h1>Components</h1><ul class="gallery-index">{names}</ul></main>'
    yield "index.html", SHELL.format(lang="en", title="Components", css=css, body=body)
    yield PICTURE, DRAWN
    for component in components:
        frames = "".join(_frame(component, lang, scheme) for lang, scheme in product(environments, SCHEMES))
        body = (
            '<main class="wrap section"><p><a href="index.html">Components</a></p>'
            f'<h1>{component.name}</h1><pre class="gallery-manual">{escape(component.manual)}</pre>'
            f'<div class="gallery-frames">{frames}</div></main>{HEARS}'
        )
        yield f"{component.name}.html", SHELL.format(lang="en", title=component.name, css=css, body=body)
        for lang, environment in environments.items():
            yield f"{component.name}.{lang}.html", examples_page(theme, environment, component, lang)


def _frame(component: Component, lang: str, scheme: str) -> str:
    address = f"{component.name}.{lang}.html"
    frame = (
        f'<iframe src="{address}" title="{component.name}, {lang}, {scheme}" style="color-scheme: {scheme}"></iframe>'
    )
    return f'<figure><figcaption class="meta"><a href="{address}">{lang}</a>, {scheme}</figcaption>{frame}</figure>'


def examples_page(theme: "Theme", environment: "ThemeEnvironment", component: Component, lang: str) -> str:
    """Return a page with all examples of a component; nothing on it leads away, and its pictures are drawn."""
    parts = [
        f'<section class="gallery-example"><h2 lang="en">{escape(example["name"])}</h2>'
        f"{render_example(environment, component, example['args'])}</section>"
        for example in component.examples
    ]
    body = FILE.sub(PICTURE, ADDRESS.sub(r"\1#", "\n".join(parts)))
    script = f"<script>{scripts.code}</script>" if (scripts := scripts_of(theme, component.template)).code else ""
    return SHELL.format(
        lang=lang,
        title=component.name,
        css=styles_of(theme, FRAME).css + styles_of(theme, component.template).css + OWN,
        body=f'<main class="wrap"><h1 class="visually-hidden">{component.name}</h1>\n{body}\n</main>{script}{TELLS}',
    )
