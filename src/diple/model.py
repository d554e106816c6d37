"""The stand-off model: what recognisers say about stretches of a source, in offsets of its characters.

Text does not move until the tree is built. A recogniser adds spans (elements), signs (characters consumed by markup),
points (empty elements) and facts (metadata), and gives blocks their roles; what nobody claims stays text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

Attrs = dict[str, str]
Cert = Literal["high", "medium", "low", "unknown"]


class Role(StrEnum):
    """What a block is for in the structure of its document (TEI chapters 4 and 7)."""

    PARAGRAPH = "paragraph"
    OPENER = "opener"  # classification, number, stamp, dateline, salutation, addressee …
    HEAD = "head"
    SECTION = "section"  # a head that opens a section: "I.", "II. Trade"
    ENCLOSURE = "enclosure"  # a head (or salutation) that opens an enclosed document
    SPEECH = "speech"  # a block that begins with a speaker's label and opens a turn
    STAGE = "stage"  # a whole block of stage direction or narrative between turns
    ITEM = "item"  # an item of a list; Block.group says of which
    NOTE = "note"  # a block that is wholly a note and stands where it is
    MILESTONE = "milestone"  # a rule or asterism
    CLOSER = "closer"  # closing formula, signature, date at the end
    POSTSCRIPT = "postscript"  # docket, copies printed, distribution list
    NOTE_BODY = "note-body"  # the body of a note that is moved to its mark
    VOID = "void"  # all characters are signs (a page number alone on its line)
    META = "meta"  # metadata or furniture, not in the text


@dataclass(slots=True, eq=False)
class Block:
    """A run of lines that belongs together: normally what stands between two blank lines.

    ``start`` and ``end`` are offsets without surrounding white space; ``indent`` is the width of the first line's
    indentation, ``blank_before`` the number of blank lines before. ``tag`` names the element to build, where the
    role leaves a choice, ``attrs`` its attributes, ``group`` the list it belongs to. ``joined`` says that the block
    continues the paragraph of the text block before it (a page end or a stray blank line cuts the sentence), and
    ``join_text`` what then stands for the white space between: a space, or nothing inside a word. ``label_end`` is the
    offset at which the words of a turn begin, after its label (speech only).
    ``depth`` is how many lists an item stands in, its own among them; how many sections the head of one stands in.
    ``heading`` is the level of a Markdown heading, 0 where there is none. ``in_speech`` is False where a
    paragraph after a turn is not a continuation of it. ``division`` is the type of the division without a head of its
    own that the block opens: another document of the same file, or a section such as one of several minutes.
    """

    start: int
    end: int
    indent: int = 0
    blank_before: int = 0
    heading: int = 0
    role: Role | None = None
    tag: str = ""
    attrs: Attrs = field(default_factory=dict)
    group: str = ""
    depth: int = 1
    joined: bool = False
    join_text: str = " "
    label_end: int = 0
    in_speech: bool = True
    division: str = ""
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """An element around the characters from ``start`` to ``end``.

    ``attrs`` may point at what has no id yet: ``{label}`` stands for "#" and the ``xml:id`` given to the span, point
    or sign with that ``label``; ``{at:123}`` for the paragraph, ``{turn:123}`` for the turn in which offset 123 stands.
    ``move_to`` is the offset at which the element shall stand if not in its place. ``rank`` orders spans of the same
    extent, the lower outside.
    """

    start: int
    end: int
    tag: str
    attrs: Attrs = field(default_factory=dict)
    label: str = ""
    move_to: int | None = None
    rank: int = 50
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """Characters consumed by markup, not text of the edition; ``text`` is what stands in their place, often nothing."""

    start: int
    end: int
    text: str = ""
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """An empty element at an offset, such as ``pb`` or ``metamark``; points at one offset stand in order of ``rank``.

    ``after`` says that at this offset the element stands after, not before, elements that end there.
    """

    offset: int
    tag: str
    attrs: Attrs = field(default_factory=dict)
    label: str = ""
    rank: int = 50
    after: bool = True
    by: str = ""


class Wrapper(NamedTuple):
    """An element around whole blocks, from the index ``first`` to ``last`` inclusive, such as ``said`` or ``quote``."""

    first: Block
    last: Block
    tag: str
    attrs: Attrs
    by: str = ""


class Fact(NamedTuple):
    """Metadata for the header, with the characters it was read from (``start == end`` if from none).

    ``consumed`` says that those characters stand in the header only and not in the text.
    """

    field: str
    value: str
    start: int
    end: int
    attrs: Attrs
    consumed: bool = True
    by: str = ""


class Furniture(NamedTuple):
    """Characters declared as dropped, with the reason in words for the header and the ledger."""

    start: int
    end: int
    reason: str
    by: str = ""


class Doubt(NamedTuple):
    """A place that a person should look at, noticed while encoding; ``offset`` counts characters of the source."""

    code: str
    offset: int
    message: str
    suggestion: str = ""
