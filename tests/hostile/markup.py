"""HTML that a page must not hold, and what would tell a stranger who reads it."""

from tests.hostile.case import NEEDLE, post, refused, safe, text, warned

ALERT = f"<script>alert('{NEEDLE}')</script>"

BAD = f"<img src=x onerror=alert('{NEEDLE}')>"

_HTML_TEXTS = {
    "script": ALERT,
    "script in capitals": ALERT.replace("script", "SCRIPT"),
    "script without its end": f"<script>alert('{NEEDLE}')",
    "script over two lines": f"<script\n>alert('{NEEDLE}')\n</script\n>",
    "script inside a script": f"<scr<script>ipt>alert('{NEEDLE}')</scr</script>ipt>",
    "script from elsewhere": f'<script src="https://{NEEDLE}.example/x.js"></script>',
    "script in a table": f"| a | b |\n|---|---|\n| {ALERT} | x |",
    "script in a list": f"- {ALERT}\n- x",
    "script in a quote": f"> {ALERT}",
    "script in a footnote": f"本文[^1]\n\n[^1]: {ALERT}",
    "script in a heading": f"## {ALERT}",
    "script in emphasis": f"**{ALERT}**",
    "a handler": f"<b onclick=\"alert('{NEEDLE}')\">x</b>",
    "a handler on a picture": BAD,
    "a handler without quotes": f"<p onmouseover=alert({NEEDLE})>x</p>",
    "a handler behind a slash": f"<b/onclick=alert({NEEDLE})>x</b>",
    "a handler on details": f"<details open ontoggle=alert({NEEDLE})>x</details>",
    "svg": f"<svg onload=alert('{NEEDLE}')></svg>",
    "svg with script": f"<svg><script>alert('{NEEDLE}')</script></svg>",
    "math": f'<math><mtext></mtext><maction xlink:href="javascript:{NEEDLE}">x</maction></math>',
    "a style": f"<style>body {{ background: url(https://{NEEDLE}.example/x) }}</style>",
    "a style attribute": f'<p style="background:url(//{NEEDLE}.example/x)">x</p>',
    "a frame": f'<iframe src="https://{NEEDLE}.example/"></iframe>',
    "a frame with its own page": f'<iframe srcdoc="&lt;script&gt;alert({NEEDLE})&lt;/script&gt;"></iframe>',
    "an object": f'<object data="https://{NEEDLE}.example/x.swf"></object>',
    "an embed": f'<embed src="https://{NEEDLE}.example/x.swf">',
    "a form": f'<form action="https://{NEEDLE}.example/"><input name="password"></form>',
    "a button with an address": f'<button formaction="javascript:alert({NEEDLE})">x</button>',
    "a base": f'<base href="https://{NEEDLE}.example/">',
    "a refresh": f'<meta http-equiv="refresh" content="0;url=https://{NEEDLE}.example/">',
    "a stylesheet": f'<link rel="stylesheet" href="https://{NEEDLE}.example/x.css">',
    "a preconnect": f'<link rel="preconnect" href="https://{NEEDLE}.example">',
    "a prefetch": f'<link rel="dns-prefetch" href="//{NEEDLE}.example">',
    "a video": f'<video src="https://{NEEDLE}.example/x.mp4" poster="https://{NEEDLE}.example/x.jpg"></video>',
    "a sound": f'<audio src="https://{NEEDLE}.example/x.mp3"></audio>',
    "a source set": f'<picture><source srcset="https://{NEEDLE}.example/x.jpg"></picture>',
    "a ping": f'<a href="https://union.example/" ping="https://{NEEDLE}.example/">x</a>',
    "a target": f'<a href="https://union.example/" target="{NEEDLE}">x</a>',
    "a template element": f"<template><script>{NEEDLE}</script></template>",
    "a noscript": "<noscript>x</noscript>",
    "a text area": f'<textarea autofocus onfocus="alert({NEEDLE})"></textarea>',
    "a dialog": f'<dialog open onclose="{NEEDLE}">x</dialog>',
    "a marquee": f'<marquee onstart="alert({NEEDLE})">x</marquee>',
    "a title's end": f"</title></head><body>{ALERT}",
    "a style's end": f"</style>{ALERT}",
    "an element of its own": f'<x-{NEEDLE} onclick="{NEEDLE}()">x</x-{NEEDLE}>',
    "a custom is": f'<b is="x-{NEEDLE}">x</b>',
    "a slot": f'<b slot="{NEEDLE}">x</b>',
    "a class of ours": f'<p class="{NEEDLE}">x</p>',
}

_SHOWN_AS_TEXT = ("a handler on a picture", "svg", "math", "an element of its own")

_TWO_BELOW = ("script in a table", "script in a footnote")

HTML = tuple(
    safe(name, text(html), html)
    if name in _SHOWN_AS_TEXT
    else warned(name, text(f"本文\n\n{html}"), f"{11 if name in _TWO_BELOW else 9} html-removed")
    for name, html in _HTML_TEXTS.items()
)

THIRD_PARTY = (
    refused("a picture of another site", text(f"![x](https://{NEEDLE}.example/x.jpg)"), "7 outside-picture"),
    refused("a picture of a host without scheme", text(f"![x](//{NEEDLE}.example/x.jpg)"), "7 outside-picture"),
    refused(
        "a pixel that counts",
        text(f'<img src="https://{NEEDLE}.example/p.gif" width="1" height="1" alt="x">'),
        "7 outside-picture",
    ),
    refused("a picture by reference", text(f"![x][1]\n\n[1]: https://{NEEDLE}.example/x.jpg"), "outside-picture"),
    refused(
        "a picture in a link",
        text(f"[![x](https://{NEEDLE}.example/x.jpg)](https://union.example/)"),
        "7 outside-picture",
    ),
    refused(
        "a photograph of another site",
        post(f"photos:\n  - file: https://{NEEDLE}.example/x.jpg\n    alt: {{ja: x, en: y}}"),
        "6",
    ),
    refused(
        "a document of another kind of address",
        {
            "content/disputes/kasai-2026/dispute.yml": "name: {ja: 名, en: N}\nsummary: {ja: 要, en: S}\nunion: hikari\nopponent: kasai\nentries:\n  - date: 2026-11-03\n    type: protest\n"
            f"    document: {{title: {{ja: 題, en: T}}, url: 'javascript:{NEEDLE}'}}\n"
        },
        "content/disputes/kasai-2026/dispute.yml:8 link-scheme",
    ),
    warned(
        "a stranger in the attributes of a link",
        text(f'<a href="https://union.example/" ping="//{NEEDLE}.example" referrerpolicy="{NEEDLE}">x</a>'),
        "html-removed",
    ),
    warned(
        "a background",
        text(f'<table background="https://{NEEDLE}.example/x.png"><tr><td>x</td></tr></table>'),
        "html-removed",
    ),
    warned("a font", text(f'<font face="{NEEDLE}">x</font>'), "html-removed"),
    warned("a manifest", text(f'<html manifest="https://{NEEDLE}.example/">x</html>'), "html-removed"),
    warned(
        "a longdesc",
        text(f'<p><q cite="https://union.example/" longdesc="//{NEEDLE}.example">x</q></p>'),
        "html-removed",
    ),
)
