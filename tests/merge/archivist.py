"""Documents of words that occur once, and what archivists, transcribers and encoders do to them, at random.

Since no word occurs twice, it can be told of each whether a merge lost, doubled or kept it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from diple.lossless import Kind, Lossless
from diple.merge.renewal import is_valid
from diple.pipeline import encode
from diple.source import source_from_text

_SYLLABLES = "ba do ke lu mi no pra que ri sto tu va wi xe yo zan cle dru fo gre".split()
_PARAGRAPH = re.compile(r'<(p|ab) [^>]*xml:id="([^"]+)"[^>]*>.*?</\1>', re.DOTALL)


class Edit(NamedTuple):
    """What somebody did, and how to tell whether a file still has it."""

    kind: str
    stands: Callable[[str], bool]


class Words:
    """A stock of words none of which is given out twice."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def one(self) -> str:
        while (word := "".join(self._random.choices(_SYLLABLES, k=4))) in self._given:
            pass
        self._given.add(word)
        return word

    def sentence(self) -> str:
        words = [self.one() for _ in range(self._random.randint(4, 12))]
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self._random.randint(1, 4)))


def transcript(random: Random, words: Words) -> list[str]:
    """Return the paragraphs of a transcript: a talk with speakers, or a plain report."""
    body = [words.paragraph() for _ in range(random.randint(3, 9))]
    if random.random() < 0.5:
        return ["RECORD OF A TALK", *(f"{random.choice(['Varga', 'Orlo'])}: {one}" for one in body)]
    return ["REPORT", *body]


def encoded(paragraphs: list[str]) -> bytes:
    """Return the TEI of a transcript."""
    return encode(source_from_text("\n\n".join(paragraphs) + "\n", "talk.txt")).tei


def words_of(text: str) -> list[str]:
    """Return the words of the text of a TEI file, with those of its comments left out, in lower case."""
    body = re.sub(r"<!--.*?-->|<\?.*?\?>", "", text[text.index("<text") :], flags=re.DOTALL)
    body = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), body)
    return re.findall(r"[a-z]{8,}", re.sub(r"<[^>]*>", " ", body).lower())


# == what transcribers do


def corrected(random: Random, words: Words, paragraphs: list[str]) -> list[str]:
    """Return a transcript in which words were corrected, paragraphs found, struck out or put in another order."""
    result = list(paragraphs)
    for _ in range(random.randint(1, 6)):
        place = random.randrange(1, len(result))
        match random.choice(["word", "word", "word", "insert", "delete", "swap"]):
            case "word":
                old = random.choice(re.findall(r"[A-Za-z]{8,}", result[place]))
                result[place] = result[place].replace(old, words.one())
            case "insert":
                label = "Varga: " if ": " in result[place] else ""
                result.insert(place, label + words.paragraph())
            case "delete" if len(result) > 3:
                del result[place]
            case "swap" if place + 1 < len(result):
                result[place], result[place + 1] = result[place + 1], result[place]
            case _:
                pass
    return result


def recognised(random: Random, data: bytes) -> bytes:
    """Return the TEI of an encoder that recognises more: names, attributes, other elements."""
    text = data.decode()
    for _ in range(random.randint(1, 4)):
        text, _ = random.choice([_wrap, _attribute, _retag])(random, Words(random), text) or (text, None)
    return text.encode() if is_valid(text.encode()) else data


# == what archivists do


def edited(random: Random, words: Words, data: bytes, number: int) -> tuple[bytes, list[Edit]]:
    """Return a TEI file after up to ``number`` edits, none of which made it invalid, and those of them that stand."""
    text, done = data.decode(), []
    for _ in range(number):
        outcome = random.choice(EDITS)(random, words, text) if _blocks(text) else None
        if outcome and is_valid(outcome[0].encode()):
            text = outcome[0]
            done.append(outcome[1])
    first = data.decode()
    return text.encode(), [edit for edit in done if edit.stands(text) and not edit.stands(first)]


Outcome = tuple[str, Edit] | None


def _blocks(text: str) -> list[re.Match[str]]:
    return list(_PARAGRAPH.finditer(text))


def _word(random: Random, text: str) -> tuple[int, int] | None:
    """Return where a word of a paragraph is that stands in no element of its own."""
    file = Lossless(text)
    blocks = [(match.start(), match.end()) for match in _blocks(text)]
    places = [
        (token.start, token.end)
        for token in file.tokens
        if token.kind is Kind.WORD and len(token.key) >= 8 and any(a < token.start < b for a, b in blocks)
    ]
    return random.choice(places) if places else None


def _has(*markers: str) -> Callable[[str], bool]:
    return lambda text: all(marker in text for marker in markers)


def _lacks(*words: str) -> Callable[[str], bool]:
    return lambda text: not set(words) & set(words_of(text))


def _correct(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)):
        return None
    new = words.one()
    return text[: place[0]] + new + text[place[1] :], Edit("corrected word", _has(new))


def _emend(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)):
        return None
    new = f"<choice><sic>{text[place[0] : place[1]]}</sic><corr>{words.one()}</corr></choice>"
    return text[: place[0]] + new + text[place[1] :], Edit("emended word", _has(new))


def _note(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)):
        return None
    new = f'<note type="editor">{words.one()}</note>'
    return text[: place[1]] + new + text[place[1] :], Edit("note", _has(new))


def _remark(random: Random, words: Words, text: str) -> Outcome:
    file = Lossless(text)
    token = random.choice(file.tokens[5:])
    new = random.choice(["<!-- {} -->", "<?remark {}?>"]).format(words.one())
    return text[: token.end] + new + text[token.end :], Edit("remark", _has(new))


def _attribute(random: Random, words: Words, text: str) -> Outcome:
    block = random.choice(_blocks(text))
    end = block.start() + 1 + len(block[1])
    value = words.one()
    return f'{text[:end]} n="{value}"{text[end:]}', Edit("attribute", _has(f'n="{value}"'))


def _quotes(random: Random, words: Words, text: str) -> Outcome:
    block = random.choice(_blocks(text))
    tag = text[block.start() : text.index(">", block.start())]
    new = tag.replace('"', "'").replace(" xml:id=", "\n   xml:id  = ")
    return text[: block.start()] + new + text[block.start() + len(tag) :], Edit(
        "spelling of a tag", _has(f"xml:id  = '{block[2]}'")
    )


def _retag(random: Random, words: Words, text: str) -> Outcome:
    block = random.choice(_blocks(text))
    new = "ab" if block[1] == "p" else "p"
    inner = text[block.start() + 1 + len(block[1]) : block.end() - 1 - len(block[1])]
    return f"{text[: block.start()]}<{new}{inner}{new}>{text[block.end() :]}", Edit(
        "element", lambda text: any(one[1] == new and one[2] == block[2] for one in _blocks(text))
    )


def _split(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)):
        return None
    name = f"e-{words.one()}"
    new = f'</p>\n        <p xml:id="{name}">'
    return f"{text[: place[0]]}{new}{text[place[0] :]}", Edit("split", _has(f' xml:id="{name}"'))


def _join(random: Random, words: Words, text: str) -> Outcome:
    blocks = [one for one in _blocks(text) if re.match(r"\s*<p [^>]*>", text[one.end() :]) and one[1] == "p"]
    if not blocks:
        return None
    block = random.choice(blocks)
    tag = re.compile(r"\s*<p [^>]*>").match(text, block.end())
    assert tag
    name = re.search(r"xml:id\s*=\s*[\"'](\S+?)[\"']", tag[0])
    return text[: block.end() - len("</p>")] + " " + text[tag.end() :], Edit(
        "join", lambda text: name is None or not re.search(rf"<p [^>]*xml:id\s*=\s*[\"']{name[1]}[\"']", text)
    )


def _move(random: Random, words: Words, text: str) -> Outcome:
    blocks = _blocks(text)
    if len(blocks) < 3:
        return None
    block, other = random.sample(blocks, 2)
    moved = f"\n        {block[0]}"
    places = sorted([(block.start(), block.end(), ""), (other.end(), other.end(), moved)], reverse=True)
    first, second = (other[2], block[2])
    for start, end, new in places:
        text = text[:start] + new + text[end:]

    def follows(text: str) -> bool:
        names = [one[2] for one in _blocks(text)]
        return first in names and second in names and names.index(first) < names.index(second)

    return text, Edit("move", follows)


def _delete(random: Random, words: Words, text: str) -> Outcome:
    sentences = list(re.finditer(r"(?<=[.>] )[A-Z][a-z ]+\.", text[text.index("<body") :]))
    if not sentences:
        return None
    offset = text.index("<body")
    one = random.choice(sentences)
    gone = one[0].lower().rstrip(".").split()
    return text[: offset + one.start()] + text[offset + one.end() :], Edit("sentence deleted", _lacks(*gone))


def _strike(random: Random, words: Words, text: str) -> Outcome:
    blocks = _blocks(text)
    if len(blocks) < 3:
        return None
    block = random.choice(blocks)
    return text[: block.start()] + text[block.end() :], Edit(
        "paragraph deleted", _lacks(*words_of(f"<text>{block[0]}"))
    )


def _insert(random: Random, words: Words, text: str) -> Outcome:
    block = random.choice(_blocks(text))
    new = f"<p>{words.sentence()}</p>"
    return f"{text[: block.start()]}{new}\n{text[block.start() :]}", Edit("paragraph put in", _has(new))


def _wrap(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)):
        return None
    after = re.compile(r" [a-z]{8,}").match(text, place[1])
    end = after.end() if after else place[1]
    phrase = text[place[0] : end]
    name = random.choice(["persName", "placeName", "hi"])
    opening = f'<{name} n="{phrase.split()[0]}">'  # words in it may be corrected, so it is known by this
    new = f"{opening}{phrase}</{name}>"
    return text[: place[0]] + new + text[end:], Edit("name marked", _has(opening))


def _entity(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)):
        return None
    word = text[place[0] : place[1]]
    new = f"{word[:3]}&#{ord(word[3])};{word[4:]}"
    return text[: place[0]] + new + text[place[1] :], Edit("reference", _has(new))


def _space(random: Random, words: Words, text: str) -> Outcome:
    if not (place := _word(random, text)) or text[place[1]] != " ":
        return None
    new = f"{text[place[0] : place[1]]}\n\t  "
    return text[: place[0]] + new + text[place[1] + 1 :], Edit("spacing", _has(new))


EDITS = (
    _correct, _correct, _emend, _note, _remark, _attribute, _quotes, _retag, _split, _join, _move, _delete, _strike,
    _insert, _wrap, _entity, _space,
)  # fmt: skip


def readings(conflicts: Iterator[str]) -> set[str]:
    """Return the words in readings of conflicts."""
    return {word for xml in conflicts for word in words_of(f"<text>{xml}")}
