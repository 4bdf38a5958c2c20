"""The headers that a page cannot give itself, as the files that common hosts read."""

from collections.abc import Mapping

FEATURES = (
    "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
# Nothing here repeats or fights the policy in each page: both hold, so a second one could only forbid more.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "frame-ancestors 'none'",  # a meta element cannot. Source: CSP Level 3, 3.3
    "X-Frame-Options": "DENY",  # the same for old browsers
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # of feeds, calendars and pictures, which have no meta element
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
}
# Feeds keep the type that every host has for .xml: with their own one, browsers show the source instead of the feed.
TYPES = {
    "avif": "image/avif",
    "ics": "text/calendar; charset=utf-8",
    "opml": "text/x-opml; charset=utf-8",
}  # which older servers do not know


def render_headers_file() -> str:
    """Render `_headers`, which Netlify and Cloudflare Pages read."""
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    return "\n".join(["/*", *lines, ""])


def render_htaccess() -> str:
    """Render `.htaccess`, which Apache reads on most rented servers.

    Only what a host lets everybody set: one directive that it forbids would answer every page with an error.
    Source: Apache HTTP Server 2.4, mod_headers, mod_mime (AllowOverride FileInfo).
    """
    types = [f"  AddType '{kind}' .{ending}" for ending, kind in TYPES.items()]
    headers = [f'  Header always set {name} "{value}"' for name, value in HEADERS.items()]
    return "\n".join(
        ["<IfModule mod_mime.c>", *types, "</IfModule>", "<IfModule mod_headers.c>", *headers, "</IfModule>", ""]
    )
