"""A newsletter as one message, for any mail program to open, address and send."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from plugins.newsletters.letter import Letter
from plugins.newsletters.markup import render_html
from plugins.newsletters.plain import render_text

POLICY = SMTP.clone(cte_type="7bit")  # what every server passes on as it is


def render_message(letters: Sequence[Letter], sent: datetime, host: str) -> bytes:
    """Render letters, one for each language, as one message without recipients; equal letters give equal bytes.

    Shape: `sent` is the end of the period, aware; `host` is that of the site, which makes the id the world's only one.
    Source: RFC 5322; RFC 2046 section 5.1.4, the plain text first. "X-Unsent: 1" has Outlook open it as a draft.
    """
    text, html = render_text(letters), render_html(letters)
    subject = " / ".join(letter.subject for letter in letters)
    digest = hashlib.sha256("\0".join((subject, sent.isoformat(), text, html)).encode()).hexdigest()[:32]
    sender = letters[0].imprint
    message = EmailMessage(POLICY)
    message["Subject"] = subject
    if sender.email and sender.email.isascii():  # else the program that opens it puts its own
        user, _, domain = sender.email.rpartition("@")  # apart: some phone companies gave addresses such as a..b@
        message["From"] = Address(sender.name.text, user, domain)
    message["Date"] = format_datetime(sent)
    message["Message-ID"] = f"<{digest}@{host}>"
    message["X-Unsent"] = "1"
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    message.set_boundary(f"=_{digest}")
    message["Content-Language"] = ", ".join(letter.lang for letter in letters)  # last: what sets the content drops it
    return message.as_bytes()
