"""The signs that a key speaks of: pairs around words (``<...>``), signs alone (``|``), numbers of pages, names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from diple.conventions.wording import PAIRS


class Mention(NamedTuple):
    """A sign that a key names or shows: ``opener`` and ``closer`` set words apart; a sign alone has no ``closer``.

    ``numbered`` says that a number stands in or after it; ``shown`` that the sign itself stands in the key and not its
    name only; ``look`` is "capitals" where the words within are in capitals.
    """

    start: int
    end: int
    opener: str
    closer: str = ""
    numbered: bool = False
    shown: bool = True
    look: str = ""


_DOTS: Final = r"\s{0,3}|\s?(?:\.{2,4}|…|(?:\. ){2}\.|_{2,}|-{3,})\s?"
_WORD: Final = (
    r"texte?|words?|abc|xyz|x{1,4}|aaa|ab|Text|Wort|Wörter|mots?|texto|tekst|текст|thus|like this|like so|so|ainsi|así|"
    r"tak|так|such words|(?:single |double |square |curly |angle |round |pointed )*(?:braces|brackets|"
    r"parentheses|carets|"
    r"hyphens|slashes|bars|asterisks|stars|angles|(?:angle |pointed )?marks|chevrons|tildes|klammern)"
)
_HOLDS: Final = rf"(?P<in>{_DOTS}|\s?(?:(?:between )?(?i:{_WORD})|n|y)\s?)"
_HOLDS_EQUAL: Final = rf"(?P<ein>{_DOTS}|\s?(?:(?i:{_WORD})|[a-z]{{5,12}})\s?)"
_NUMBER: Final = (
    r"(?P<n>(?:(?:[Pp]\.|[Pp]age|[Ff]\.|[Ff]ol\.|[Ff]olio|S\.|Bl\.|л\.|с\.|END OF|[Ee]nd of|[^\W\d_]{3,12}:) ?)?"
    r"(?:\d{1,4}[rv]?|N{1,3}|n|nn?|[Xx]{2,3}))"
)
_EQUAL: Final = r"[*=/|+#$^~_%@?!:;°•¬¦&-]"
_TOKEN: Final = re.compile(
    r"(?<![^\s“\"‘'(:;,])(?:(?P<t>[#*+~^%@=])(?: ?(?P=t)){1,5}|"
    r"[/|¶§Δ†‡↓↑#*+~^%@&°•◊¬¦]{1,3}|x{2,3}|X{2,3}|_{3,6}|\[(?:\.{3,4}\??|…\??|\?{1,3}|[-–—]{1,3})\]|"
    r"\((?:\.{2,4}|\. \. \.|…|\?|[-–—]{1,3})\)|\{(?:…|\?|[-–—]{1,3})\}|\.{3}|…|"
    r"[-–—]{3}|[-–—] ?[-–—])(?![^\s”\"’'),;:.])"
)
_SHOWN: Final = re.compile(
    rf"(?P<k>(?P<ko>[\[(\{{<])(?:(?P<k1>[-+=*~^/|:#!]{{1,2}})|\?(?=\s?[.…_])|[^\W\d_]{{1,4}}\.?:))"
    rf"(?P<kin>{_DOTS}|\s?(?:{_WORD})\s?)(?P<kc>(?(k1)(?P=k1))[\])\}}>])|"
    rf"(?P<o>\[{{1,2}}|\({{1,2}}|\{{{{1,2}}|<{{1,3}}|‹|«|⟨|⟦|↑|〈){_HOLDS}(?P<c>\]{{1,2}}|\){{1,2}}|\}}{{1,2}}|"
    rf">{{1,3}}|›|»|⟩|⟧|↓|〉)|"
    rf"(?P<ao>[\[(\{{<‹«⟨⟦]{{1,3}})[”\"’']? (?:and|und|et|y|e|i|a|и|og|och|en) [“\"‘']?(?P<ac>[\])\}}>›»⟩⟧]{{1,3}})|"
    rf"(?P<bo>\\)(?:{_DOTS}|{_WORD})(?P<bc>/)|"
    rf"(?<![\w/])(?P<e>(?P<e1>{_EQUAL})(?P=e1){{0,2}}){_HOLDS_EQUAL}(?P=e)(?![\w/])"
)
_NUMBERED: Final = re.compile(
    rf"(?<!\w)(?P<o>[\[({{<‹«⟨|/*=@#]{{1,2}})(?:(?<=\|\|) |(?<=//) )?"
    rf"{_NUMBER}(?P<c>[\])}}>›»⟩|/*=]{{0,2}})(?!\w)"
)

NAMES: Final = tuple(
    (re.compile(pattern, re.I), openers)
    for pattern, openers in (
        (r"\bdouble (?:angle|angled|pointed) brackets\b|\bdouble angles\b", ("<<", "«")),
        (r"\bdouble (?:curly brackets|curlies|braces)\b", ("{{",)),
        (r"\bdouble (?:square )?brackets\b|\bdoppelte\w* (?:eckige\w* )?klammern\b|\bdoubles crochets\b|"
         r"\bcrochets (?:droits )?doubles\b", ("[[",)),
        (r"\bdouble (?:round brackets|parenthes[ei]s)\b", ("((",)),
        (r"\b(?:angle|angled|pointed|broken|corner) (?:brackets?|marks)\b|\bspitze\w* klammern?\b|\bchevrons\b|"
         r"\bcrochets (?:obliques|angulaires)\b|"
         r"\bcorchetes angulares\b|\bnawias\w* (?:ostr|kąt)\w*|\bугловы\w+ скобк\w+|"
         r"\bparentesi uncinate\b", ("<", "‹", "⟨")),
        (r"\b(?:curly|curled|wavy) brackets?\b|\bbraces\b|\bgeschweifte\w* klammern?\b|\baccolades\b|\bllaves\b|"
         r"\bnawias\w* klamrow\w*|\bфигурны\w+ скобк\w+|\bparentesi graffe\b", ("{",)),
        (r"\b(?:round|curved) brackets?\b|\bparenthes[ei]s\b|\brunde\w* klammern?\b|\bparenthèses\b|\bparéntesis\b|"
         r"\bnawias\w* okrągł\w*|\bкруглы\w+ скобк\w+|\bparentesi tonde\b", ("(",)),
        (r"\b(?:square )?brackets?\b|\bbracketed\b|\beckige\w* klammern?\b|\bcrochets\b|\bcorchetes\b|"
         r"\bnawias\w* kwadratow\w*|\bквадратны\w+ скобк\w+|\bparentesi quadre\b", ("[",)),
        (r"\bguillemets\b", ("«",)),
        (r"\bdouble (?:slashes|obliques|strokes)\b", ("//",)), (r"\bdouble (?:hyphens|dashes)\b", ("--",)),
        (r"\bbackslash(?:es)?\b", ("\\",)),
        (r"\b(?:slashes|obliques|oblique strokes|schrägstrich\w*|barres obliques)\b", ("/",)),
        (r"\bdouble (?:vertical )?(?:bars|lines)\b", ("||",)),
        (r"\b(?:(?:vertical|upright) (?:bars|strokes|lines)|pipes|bars|(?<!oblique )strokes)\b", ("|",)),
        (r"\b(?:hyphens|dashes)\b", ("-",)),
        (r"\b(?:pairs? of )?arrows\b", ("↑",)), (r"\bcarets?\b", ("^",)), (r"\bunderscores\b|"
        r"\bunderscored (?=words|text)", ("_",)),
        (r"\bdouble asterisks\b", ("**",)), (r"\b(?:asterisks|stars|sternchen|astérisques)\b", ("*",)),
        (r"\bplus signs\b|\bpluszeichen\b", ("+",)), (r"\bhash(?:es| signs)\b", ("#",)), (r"\btildes\b", ("~",)),
        (r"\bequals? signs\b", ("=",)), (r"\bdollar signs\b", ("$",)),
    )
)  # fmt: skip
"""Names of signs, with what opens words so marked."""


def closer_of(opener: str) -> str:
    """Return what closes words that a sign opens: "]" for "[", the sign itself where it has no partner."""
    return "".join(PAIRS.get(character, character) for character in reversed(opener))


def shown_in(words: str) -> list[Mention]:
    """Return the signs that stand in the words of a key themselves, in order."""
    found: list[Mention] = []
    for pattern, read in ((_NUMBERED, _numbered), (_SHOWN, _pair), (_TOKEN, _alone)):
        for match in pattern.finditer(words):
            mention = read(match)
            if mention and not any(mention.start < one.end and one.start < mention.end for one in found):
                found.append(mention)
    return sorted(found)


def _numbered(match: re.Match[str]) -> Mention | None:
    opener, closer = match["o"], match["c"]
    if opener[0] == "(" and closer == ")" and len(opener) > 1:
        opener, closer = opener[1:], ""  # "with its number (#12)"
    if closer not in ("", closer_of(opener)) or (not closer and opener not in ("@", "#", "|", "/", "||", "//")):
        return None
    prefix = re.match(r"(?:\D*?(?=\d|[NnXx]{1,3}\Z))", match["n"])
    return Mention(match.start(), match.end(), opener + (prefix[0] if prefix else ""), closer, numbered=True)


def _pair(match: re.Match[str]) -> Mention | None:
    if match["k"]:
        closes = match["kc"][-1:] == PAIRS[match["ko"]]
        return Mention(*match.span(), match["k"], match["kc"]) if closes else None
    if match["o"]:
        fits = match["c"] == closer_of(match["o"]) and match["in"] not in ("?",)
        if fits and re.fullmatch(r"[\[(](?:\.{3,4}|…|\.(?: \.){1,3})[\])]|\(\.\.\)|\{…\}", match.group()):
            return None
        return Mention(match.start(), match.end(), match["o"], match["c"]) if fits else None
    if match["ao"]:
        fits = match["ac"] == closer_of(match["ao"])
        return Mention(match.start(), match.end(), match["ao"], match["ac"]) if fits else None
    if match["bo"]:
        return Mention(match.start(), match.end(), "\\", "/")
    is_between = match["ein"] and _AROUND.search(match.string, max(0, match.start() - _NEAR), match.start())
    if not match["ein"].strip() and not is_between and (not match["ein"] or match["e"] in ("-", ":", ";", "=")):
        return None
    return Mention(match.start(), match.end(), match["e"], match["e"])


_AROUND: Final = re.compile(
    r"\b(?:between|within|zwischen|entre|między|tra|fra|mellem|mellan|tussen|между)\s*[“\"‘']?\Z", re.I
)
"""What stands before two signs that set words apart, shown side by side: "words between = = are struck out"."""
_NEAR: Final = 12


def _alone(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), match.group())


def named_in(words: str) -> list[Mention]:
    """Return the signs that the words of a key name, in order; a name of several shapes gives each of them."""
    found: list[Mention] = []
    for pattern, openers in NAMES:
        for match in pattern.finditer(words):
            if not any(match.start() < one.end and one.start < match.end() for one in found):
                found += [Mention(*match.span(), opener, closer_of(opener), shown=False) for opener in openers]
    return sorted(found)
