"""The questions of `run.py start`, six at most, each asked again until its answer can be used."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.model.organisation import Contact
from plugins.model.phone import phone_digits
from plugins.model.site import SiteFacts
from plugins.model.text import Lang
from plugins.reading.forms import form_faults

Ask = Callable[[str], str]
# Stricter than what a setting may be: it is written into a file of Python.
ADDRESS = re.compile(r"https://[\w-]+(\.[\w-]+)+(:\d+)?(/[\w.~%-]+)*")
FREE_OF_CHARGE = re.compile(r"0\d{9,10}")  # and numbers that everybody pays alike: they reach no person, but an office
WORDS: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "ja": "組合の名前（日本語。日本語のページを作らないならEnter）: ",
        "en": "組合の名前（英語。英語のページを作らないならEnter）: ",
        "no_name": "どちらかの名前を書きます。",
        "seal": "しるしの一文字（Enterで「{seal}」）: ", "no_seal": "一文字だけ書きます。",
        "email": "事務所のメールアドレス（だれでも見られます。個人のものは書きません。なければEnter）: ",
        "no_email": "メールアドレスではありません。office@union.example のように書きます。",
        "phone": "事務所の電話番号（だれでも見られます。なければEnter）: ",
        "no_phone": "電話番号ではありません。03-1234-5678 のように書きます。",
        "url": "サイトのアドレス（https://…。まだなければEnter）: ",
        "no_url": "サイトのアドレスではありません。https://union.example のように書きます。",
    },
    "en": {
        "ja": "Name of the union in Japanese (Enter if there are to be no Japanese pages): ",
        "en": "Name of the union in English (Enter if there are to be no English pages): ",
        "no_name": "Write one of the two names.",
        "seal": "One character as its mark (Enter for {seal}): ", "no_seal": "Write one character.",
        "email": "Mail address of the office (everybody sees it; not a person's own; Enter for none): ",
        "no_email": "That is no mail address. Write it like office@union.example.",
        "phone": "Telephone of the office (everybody sees it; Enter for none): ",
        "no_phone": "That is no telephone number. Write it like 03-1234-5678.",
        "url": "Address of the site (https://…; Enter if there is none yet): ",
        "no_url": "That is no address of a site. Write it like https://union.example.",
    },
}  # fmt: skip


class Answers(NamedTuple):
    """What somebody told of their union."""

    names: Mapping[Lang, str]  # one at least; none of them empty
    seal: str
    email: str = ""
    phone: str = ""
    url: str = ""  # no slash at the end


def asked(spoken: str, ask: Ask) -> Answers:
    """Ask everything, in `spoken`.

    Raises: EOFError and KeyboardInterrupt of whoever stops answering.
    """
    words = WORDS[spoken]
    names: dict[Lang, str] = {}
    while not names:
        for lang in ("ja", "en"):
            if name := " ".join(ask(words[lang]).split()):
                names[lang] = name
        if not names:
            print(words["no_name"])
    first = next(iter(names.values()))
    seal = next(filter(str.isalnum, first), "労").upper()[0]
    return Answers(
        names,
        _answer(words["seal"].format(seal=seal), words["no_seal"], _is_seal, ask) or seal,
        _answer(words["email"], words["no_email"], _is_email, ask),
        _answer(words["phone"], words["no_phone"], _is_phone, ask),
        _answer(words["url"], words["no_url"], _is_address, ask).rstrip("/"),
    )


def _answer(question: str, refusal: str, is_right: Callable[[str], bool], ask: Ask) -> str:
    while True:
        written = ask(question).strip()
        if not written or is_right(written):
            return written
        print(refusal)


def _is_seal(written: str) -> bool:
    return not [*form_faults(SiteFacts, {"seal": written})]


def _is_email(written: str) -> bool:
    return '"' not in written and "\\" not in written and not [*form_faults(Contact, {"email": written})]


def _is_phone(written: str) -> bool:
    return bool(phone_digits(written) or FREE_OF_CHARGE.fullmatch(re.sub(r"[-() ]", "", written)))


def _is_address(written: str) -> bool:
    return bool(ADDRESS.fullmatch(written.rstrip("/")))
