"""What a wording may mean: the constructs of the encoding contract, each with the keys that say more of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

WHERE: Final = ("anywhere", "line", "paragraph", "start")
"""Where a wording stands: amid the text, as a whole line, as a whole paragraph, at the beginning of a line."""

AGENTS: Final = ("translator", "editor", "transcriber")
_CERT: Final = ("high", "medium", "low")
_PLACE: Final = (
    "above", "below", "inline", "margin-left", "margin-right", "margin", "top", "bottom", "foot", "end", "overleaf",
    "unspecified",
)  # fmt: skip
_FREE: tuple[str, ...] = ()
"""A key whose value is not from a list."""


class Meaning(NamedTuple):
    """A construct: its element, the slots it needs and may have, its keys with their values, those it cannot lack.

    ``where`` is where such wordings stand unless they say otherwise.
    """

    tag: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...] = ()
    where: str = "anywhere"


MEANINGS: Final[Mapping[str, Meaning]] = {
    "addition": Meaning("add", ("text",), ("hand", "place"), {"place": _PLACE, "hand": _FREE, "cert": _CERT}),
    "deletion": Meaning(
        "del", ("text",), ("hand",), {"rend": ("strikethrough", "erased", "overwritten"), "hand": _FREE}
    ),
    "gap": Meaning(
        "gap", (), ("number", "unit", "extent"),
        {
            "reason": ("illegible", "inaudible", "redacted", "omitted", "lost", "garbled", "blank"),
            "unit": ("words", "lines", "pages", "paragraphs", "chars", "sentences", "seconds", "minutes"),
            "quantity": _FREE, "extent": _FREE, "by": AGENTS,
        }, ("reason",),
    ),
    "supplied": Meaning(
        "supplied", ("text",), (),
        {
            "reason": ("translation", "identification", "completion", "punctuation", "correction", "editorial"),
            "cert": _CERT, "by": AGENTS,
        },
    ),
    "unclear": Meaning("unclear", ("text",), (), {"cert": _CERT, "by": AGENTS}),
    "note": Meaning(
        "note", (), ("text", "hand", "place"),
        {
            "type": ("translator", "editor", "transcriber", "author", "annotation", "description", "status"),
            "place": _PLACE, "hand": _FREE, "by": AGENTS,
        }, ("type",),
    ),
    "stage": Meaning(
        "stage", (), ("text", "speaker"),
        {"type": ("delivery", "vocal", "kinesic", "incident", "entrance", "exit", "business", "narrative")}, ("type",),
    ),
    "page": Meaning("pb", (), ("number",), {}, where="line"),
    "line": Meaning("lb", (), (), {}),
    "speaker": Meaning("speaker", ("speaker",), (), {"cert": _CERT}, where="start"),
    "stamp": Meaning("stamp", (), ("text",), {}),
    "docket": Meaning("ab", (), ("text",), {}, where="paragraph"),
    "highlight": Meaning(
        "hi", ("text",), (), {"rend": ("underline", "italic", "bold", "spaced", "capitals")}, ("rend",)
    ),
    "foreign": Meaning("foreign", ("text",), (), {"lang": _FREE}, ("lang",)),
    "text": Meaning("", (), ("text", "number", "speaker"), {}),
}  # fmt: skip
"""The meanings by name; ``text`` says that the signs are the document's own."""
