"""Signs of deletion and insertion that no key explains, proved by how they stand beside each other (TEI 11.3.1).

Who writes "the 9th of [[April]] <<May>>" twice tells by it what both signs mean; so does who writes "(- at once -)"
here and "(+ without delay +)" there. One pair of signs alone says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.conventions.signs import closer_of
from diple.conventions.table import Convention
from diple.conventions.wording import read_wording
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.brackets.deletions import LABEL as DELETION
from diple.recognisers.brackets.hands import hand_label
from diple.recognisers.brackets.labels import label_of
from diple.recognisers.brackets.tree import find_brackets
from diple.recognisers.brackets.wordings import is_wording
from diple.recognisers.house.claims import UNNAMED
from diple.recognisers.house.told import told_places
from diple.recognisers.stage.vocabulary import is_direction

_OPENERS = (
    "[[", "<<", "{{", "((", "[-", "[+", "(-", "(+", "{-", "{+", "<-", "<+", "[", "<", "{", "‹", "⟨", "⟦", "«", "^",
    "~~", "~", "--", "-", "==", "=", "++", "+", "||", "|", "\\", "//",
)  # fmt: skip
"""What may open words that were deleted or inserted, longer signs first."""
_STRIKES = frozenset({"[-", "(-", "{-", "<-", "⟦"})
_ADDS = frozenset({"[+", "(+", "{+", "<+", "\\", "^"})
"""Signs whose shape says what they do; two of them are enough."""
_RAISING = frozenset({"^", "~"})
"""Signs that also raise or lower figures, as marks of notes."""
_ABOVE = frozenset({"\\", "^"})
_FEWEST = 2
_LONGEST = 90
_SHORTEST = 2


class _Use(NamedTuple):
    """Words between two signs, from ``start`` to ``end`` with the signs."""

    start: int
    end: int
    opener: str


def inferred(draft: Draft, told: list[Convention]) -> list[Convention]:
    """Return the conventions that the use of signs proves, but for signs of which a key speaks (D140 lists them)."""
    known = {one.wording.written.split("{")[0].strip() for one in told}
    uses = [use for use in _uses(draft) if use.opener not in known]
    meanings = _beside_each_other(draft, uses)
    counts = Counter(use.opener for use in uses)
    shaped = sum(counts[opener] for opener in _STRIKES | _ADDS)
    for opener in counts:
        if opener not in meanings and shaped >= _FEWEST and (opener in _STRIKES or opener in _ADDS):
            meanings[opener] = "deletion" if opener in _STRIKES else "addition"
    for opener, means in meanings.items():
        first = next(use.start for use in uses if use.opener == opener)
        message = f"no key says what the signs “{opener} {_closer(opener)}” mean; their use says: {means}"
        draft.doubt("D140", first, message)
    found = [_convention(opener, means) for opener, means in meanings.items()]
    return found + _remarks(draft, known | set(meanings))


def _remarks(draft: Draft, known: set[str]) -> list[Convention]:
    """Return the conventions of signs that hold remarks: two or more, and most of them, say what they are."""
    found = []
    for opener in _OF_REMARKS:
        if opener in known or not _occurs(opener, draft.text):
            continue
        wording = read_wording(f"{opener}{{text}}{_closer(opener)}")
        convention = Convention(wording, "note", "anywhere", {"type": "", "only": "said"}, is_told=True)
        words = [draft.text[slice(*place.slots["text"])] for place in told_places(draft, convention)]
        said = sum(_says_itself(one) for one in words)
        if said < _FEWEST or said <= len(words) / 2:
            continue
        scenes = sum(is_direction(one.strip(" .")) is not None for one in words)
        if scenes >= _FEWEST and scenes > len(words) / 2:
            convention = replace(convention, means="stage", keys={"type": "narrative"})
        found.append(convention)
    return found


def _says_itself(words: str) -> bool:
    """Tell whether words say that they are a remark, and of what kind: "laughter", "illegible", "in pencil: …"."""
    if len(words) > _LONGEST_REMARK or "\n\n" in words:
        return False
    plain = words.strip(" .")
    is_remark = is_direction(plain) is not None or is_wording(words) or label_of(words) is not None
    return is_remark or hand_label(words) is not None or DELETION.match(words) is not None


_OF_REMARKS = ("{", "((", "/", "|", "<<", "<", "⟨", "‹")
"""Signs in which remarks stand that no key speaks of."""
_LONGEST_REMARK = 300


def _closer(opener: str) -> str:
    return "/" if opener == "\\" else closer_of(opener)


def _convention(opener: str, means: str) -> Convention:
    keys = {"place": "above" if opener in _ABOVE else "unspecified", "cert": "medium"} if means == "addition" else {}
    return Convention(read_wording(f"{opener}{{text}}{_closer(opener)}"), means, "anywhere", keys, is_told=True)


def _uses(draft: Draft) -> Iterator[_Use]:
    """Yield the words between signs that can be words of a sentence, in order."""
    openers = tuple(opener for opener in _OPENERS if _occurs(opener, draft.text))
    if not openers:
        return
    pattern = _pattern(openers)
    for block in draft.blocks:
        if block.role in (Role.META, Role.VOID) or draft.text[block.start] == "|":
            continue  # a row of a table has bars, too
        for match in pattern.finditer(draft.text, block.start, block.end):
            words = match[match.lastgroup or 0].strip()
            opener = openers[int(str(match.lastgroup)[1:])]
            is_raised = opener in _RAISING and not any(map(str.isalpha, words))
            if len(words) <= _LONGEST and _are_words(words) and not is_raised:
                yield _Use(match.start(), match.end(), opener)


def _are_words(words: str) -> bool:
    """Tell whether words can be a sentence's own: they hold a letter or figure, and name nothing of an editor's."""
    if sum(map(str.isalnum, words)) < _SHORTEST or words.endswith((":", "?")) or "://" in words:
        return False
    is_remark = label_of(words) is not None or hand_label(words) is not None or is_direction(words) is not None
    return not (is_remark or (is_wording(words) and not words.isalpha()))


def _occurs(opener: str, text: str) -> bool:
    return opener in text and _closer(opener) in text


@lru_cache(maxsize=64)
def _pattern(openers: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of words between signs; its groups are named by the openers' places."""
    parts = []
    for number, opener in enumerate(openers):
        first, closer = re.escape(opener), re.escape(_closer(opener))
        refused = re.escape(opener[0] + _closer(opener)[-1])
        inner = rf"(?P<_{number}>(?:(?!{closer})[^\n{refused}]|(?<=\w)-(?=\w)){{1,{_LONGEST}}})"
        parts.append(rf"(?<![\w{refused}]){first}(?=[^\W_]| [^\W_]){inner}{closer}(?![\w{refused}])")
    return re.compile("|".join(parts))


def _beside_each_other(draft: Draft, uses: list[_Use]) -> dict[str, str]:
    """Return what two signs mean of which one follows the other again and again: what was struck out comes first."""
    pairs = Counter(
        (before.opener, after.opener)
        for before, after in pairwise(uses)
        if before.opener != after.opener and draft.text[before.end : after.start] in ("", " ")
    )
    counts = Counter(use.opener for use in uses)
    for (first, second), count in pairs.most_common():
        is_remark = second == "[" or (first == "[" and (2 * count <= counts["["] or _has_remarks_in_brackets(draft)))
        if count >= _FEWEST and not pairs[second, first] and not is_remark:
            return {first: "deletion", second: "addition"}
    return {}


def _has_remarks_in_brackets(draft: Draft) -> bool:
    """Tell whether square brackets hold remarks of an editor, and no words struck out."""
    return any(_says_itself(draft.text[one.inner_start : one.inner_end]) for one in find_brackets(draft).pairs)


_CHANGE = re.compile(
    r"(?P<o>[\[{⟨‹(])\s?(?P<before>[^\[\]{}⟨⟩‹›()<>→⟶\n]{1,80}?)\s?(?P<arrow>>|→|⟶|=>|->)\s?"
    r"(?P<after>[^\[\]{}⟨⟩‹›()<>→⟶\n]{1,80}?)\s?(?P<c>[\]}⟩›)])"
)
"""What stood first and what stands now, with an arrow between them: "{April > May}"."""


def claim_changes(draft: Draft) -> None:
    """Claim "{April > May}" as a substitution, where the same signs stand so at least twice."""
    found = [
        match
        for block in draft.body_blocks()
        for match in _CHANGE.finditer(draft.text, block.start, block.end)
        if match["c"] == closer_of(match["o"]) and _are_words(match["before"]) and _are_words(match["after"])
    ]
    counts = Counter((match["o"], match["arrow"]) for match in found)
    hand = ""
    for match in found:
        if counts[match["o"], match["arrow"]] < _FEWEST or draft.is_signed(*match.span()):
            continue
        if not hand:
            hand = draft.hands.require("", UNNAMED)
            message = f"no key says what “{match.group()}” means; its use says: a word was changed to the other"
            draft.doubt("D140", match.start(), message)
        _claim_change(draft, match, hand)


def _claim_change(draft: Draft, match: re.Match[str], hand: str) -> None:
    (start, end), before, after = match.span(), match.span("before"), match.span("after")
    for first, last in ((start, before[0]), (before[1], after[0]), (after[1], end)):
        draft.sign(first, last, why="signs of a change")
    draft.span(before[0], after[1], "subst", {}, rank=20)
    draft.span(*before, "del", {"rend": "strikethrough"}, rank=60)
    draft.span(*after, "add", {"place": "unspecified", "hand": hand, "cert": "medium"}, rank=60)
