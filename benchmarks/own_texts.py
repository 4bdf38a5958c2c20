"""Texts made of the sample site's own sentences, as long and as marked up as those of a real archive."""

import random
import re
from collections.abc import Mapping
from pathlib import Path

from benchmarks.posts import LANGS, Pair, Words

PAIRS = 322
SEED = "own texts 1"
# Deciles of the lengths of 322 real English posts, in characters; blocks are drawn in the mix found there.
LENGTHS = (131, 727, 1037, 1175, 1395, 1592, 1982, 2377, 2813, 5230, 40817)
BLOCKS = {"paragraph": 63, "heading": 20, "list": 12, "fence": 1, "code": 3, "quote": 0.1}
OVERSHOOT = 300  # by how much the last block makes a text too long, on average
MANY = frozenset(("list", "fence", "code"))  # blocks of several lines
MARKED = {"link": 0.2, "span": 0.2, "emphasis": 0.04, "strong": 0.01}  # of the sentences of a paragraph or a list
END = ".?。"
CODE = ("wage = hours * rate", "if overtime > 45:", "    report(overtime)", "print(total)", "$ sort members.csv")
LINK_RE = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARK_RE = re.compile("[*`]")
SENTENCE_RE = {"en": re.compile(r"(?<=[.?])\s+"), "ja": re.compile(r"(?<=。)")}
LEAST_SENTENCE = 8


def build_texts(content: Path, count: int = PAIRS) -> list[Pair]:
    """Return `count` bilingual texts, always the same ones for the same sample content."""
    sentences = {lang: _sentences(content, lang) for lang in LANGS}
    return [_pair(sentences, number) for number in range(count)]


def _sentences(content: Path, lang: str) -> list[str]:
    """Return the plain sentences of the sample's texts in `lang`."""
    found: dict[str, None] = {}
    for path in sorted(content.rglob(f"{lang}.md")):
        body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for paragraph in re.split(r"\n\s*\n", body):
            if not re.match(r"[\s#>|<*+\-\d\[!]", paragraph) and not set("{<|") & set(paragraph):
                plain = MARK_RE.sub("", LINK_RE.sub(r"\1", " ".join(paragraph.split())))
                parts = (part.strip() for part in SENTENCE_RE[lang].split(plain))
                found |= dict.fromkeys(part for part in parts if len(part) >= LEAST_SENTENCE)
    return list(found)


def _pair(sentences: Mapping[str, list[str]], number: int) -> Pair:
    """Return one text in both languages, block for block alike; the English one decides how long it is."""
    chance = random.Random(f"{SEED}/{number}")
    length = _length(chance.random())
    blocks = {lang: [chance.choice(sentences[lang])] for lang in LANGS}
    while sum(map(len, blocks["en"])) < length - OVERSHOOT:
        kind = chance.choices(list(BLOCKS), list(BLOCKS.values()))[0]
        count = chance.randint(2, 9) if kind in MANY else chance.choice((1, 1, 2))
        for lang in LANGS:
            blocks[lang].append(_block(kind, count, sentences[lang], lang, chance))
    titles = {lang: chance.choice(sentences[lang]).rstrip(END).replace('"', "'") for lang in LANGS}
    return {lang: Words(titles[lang], "\n\n".join(blocks[lang]) + "\n") for lang in LANGS}


def _length(place: float) -> int:
    """Return the length at `place`, from 0 to 1; the last tenth rises steeply, as the few longest texts do."""
    at, part = divmod(place * (len(LENGTHS) - 1), 1)
    low, high = LENGTHS[int(at)], LENGTHS[int(at) + 1]
    return int(low + (high - low) * (part**10 if int(at) == len(LENGTHS) - 2 else part))


def _block(kind: str, count: int, sentences: list[str], lang: str, chance: random.Random) -> str:
    def said() -> str:  # Japanese sentences of the sample are short ones
        more = chance.choice(sentences) if lang == "ja" and chance.random() < 0.6 else ""
        return _marked(chance.choice(sentences), lang, chance) + more

    if kind == "heading":
        return f"{'#' * chance.choice((2, 2, 3))} {chance.choice(sentences).rstrip(END)}"
    if kind == "list":
        return "\n".join(f"* {said()}" for _ in range(count))
    if kind in {"fence", "code"}:
        lines = [chance.choice(CODE) for _ in range(count)]
        return "\n".join(["```", *lines, "```"] if kind == "fence" else (f"    {line}" for line in lines))
    space = "" if lang == "ja" else " "
    return ("> " if kind == "quote" else "") + space.join(said() for _ in range(count))


def _marked(sentence: str, lang: str, chance: random.Random) -> str:
    """Return the sentence with a word of it marked up, now and then."""
    draw = chance.random()
    for mark, share in MARKED.items():
        draw -= share
        if draw < 0:
            words = sentence.split() if lang == "en" else re.findall(r"[一-龠ァ-ヶー]{2,}", sentence)
            plain = [word for word in words if word.isalpha()]
            word = chance.choice(plain) if plain else ""
            address = f"[{word}](https://union.example/archive/{chance.randrange(10_000)}/)"
            made = {"link": address, "span": f"`{word}`", "emphasis": f"*{word}*", "strong": f"**{word}**"}[mark]
            return sentence.replace(word, made, 1) if word else sentence
    return sentence
