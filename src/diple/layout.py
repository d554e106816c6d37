"""The layout of a TEI file: one block to a line, so that a diff shows the paragraph that changed; text untouched.

Where white space is layout and where it is text, TEI leaves to the content models: in ``list`` it is none of the
text, in ``p`` it is. In between are elements that may hold text and often hold only elements (``opener``, ``said``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diple.lossless import Kind, Lossless, replaced

INDENT = "  "

STRUCTURAL = frozenset(
    "TEI teiCorpus text group front body back div sp said list opener closer postscript floatingText table row lg quote"
    " listPerson listPlace listOrg listEvent listBibl person place org event standOff facsimile surface surfaceGrp"
    " sourceDoc argument epigraph castList castGroup div1 div2 div3 div4 div5 div6 div7 titlePage".split()
)
"""Elements of the text whose children stand on lines of their own, where they hold no text themselves."""

WORDED = frozenset({"p", "title", "resp", "persName", "licence", "note", "bibl", "term", "head"})
"""Elements of the header that hold words and are one line, whatever else they hold."""

WORDLESS = frozenset(
    "TEI teiCorpus teiHeader text group front body back div div1 div2 div3 div4 div5 div6 div7 sp list floatingText"
    " table row lg listPerson listPlace listOrg listEvent listBibl person place org event personGrp relation"
    " listRelation standOff facsimile surface sourceDoc argument postscript titlePage castList castGroup spGrp"
    " choice subst app fileDesc titleStmt"
    " editionStmt publicationStmt seriesStmt notesStmt sourceDesc encodingDesc profileDesc revisionDesc xenoData"
    " respStmt availability msDesc msIdentifier altIdentifier msContents msItem physDesc objectDesc supportDesc"
    " handDesc additions history msPart editorialDecl projectDesc samplingDecl refsDecl classDecl taxonomy appInfo"
    " application tagsDecl namespace correction normalization quotation hyphenation segmentation stdVals"
    " interpretation punctuation langUsage textClass keywords particDesc settingDesc setting correspDesc"
    " correspAction correspContext creation biblFull biblStruct monogr analytic series imprint listChange graphic"
    " figure formula variantEncoding charDecl char glyph".split()
) - {"additions", "creation", "figure"}
"""Elements that hold no text of their own by TEI's content models: white space in them is layout."""

BLOCKS = frozenset("p ab sp lg l list quote div item row table floatingText head".split())
"""Elements between which white space is none of the text, whatever holds them."""

_HEADERS = frozenset({"teiHeader", "standOff"})
_INLINE_UNLESS_BLOCKS = frozenset({"said", "quote"})


class Held(NamedTuple):
    """What decides on the layout of an element: its name, whether a header is around it, and what it holds."""

    name: str
    in_header: bool
    has_words: bool
    children: tuple[str, ...]


def is_open(held: Held) -> bool:
    """Tell whether an element's children stand on lines of their own."""
    if held.has_words or not held.children:
        return False
    if held.in_header:
        return held.name not in WORDED
    if held.name in _INLINE_UNLESS_BLOCKS:
        return any(child in BLOCKS for child in held.children)
    return held.name in STRUCTURAL


def lay_out(data: bytes, name: str) -> bytes:
    """Return a TEI file in the canonical layout; laid out again it stays as it is.

    Only white space between elements changes, and there only where it is no text: an element that may hold words is
    laid out where white space, or the edge of a block, stands at every place already. Comments and processing
    instructions stay, on their line where they end one. Below ``xml:space="preserve"`` nothing changes. Raises
    ``DipleError`` (I020) if the file is not well-formed XML. ``name`` is what messages call it.
    """
    file = Lossless.read(data, name)
    newline = "\r\n" if "\r\n" in file.text else "\n"
    splices = [
        (file.tokens[index].start - len(file.lead(index)), file.tokens[index].start, space.replace("\n", newline))
        for index, space in _spaces(file)
    ]
    return file.encoded(replaced(file.text, splices).rstrip() + newline)


def held_by(file: Lossless) -> dict[int, Held]:
    """Return what each element holds, by the index of its start tag."""
    children: dict[int, list[str]] = {}
    words: set[int] = set()
    headers: set[int] = set()
    for index, (token, parent) in enumerate(zip(file.tokens, file.parents, strict=True)):
        local = _local(token.key)
        if token.kind is Kind.START:
            children[index] = []
            if parent in headers or local in _HEADERS:
                headers.add(index)
        if token.kind in (Kind.START, Kind.EMPTY) and parent >= 0:
            children[parent].append(local)
        elif token.kind is Kind.WORD:
            words.add(parent)
    return {
        index: Held(_local(file.tokens[index].key), index in headers, index in words, tuple(held))
        for index, held in children.items()
    }


def _local(key: str) -> str:
    return key.strip("</").rpartition(":")[2]


def _spaces(file: Lossless) -> Iterator[tuple[int, str]]:
    """Yield, for each token before which the layout has a say, its index and the white space it is to have."""
    may = {index for index, held in held_by(file).items() if is_open(held) and _may_lay_out(file, index, held)}
    kept = set(_preserved(file))
    depths: dict[int, int] = {-1: 0}
    for index, (token, parent) in enumerate(zip(file.tokens, file.parents, strict=True)):
        depth = depths[parent]
        if token.kind is Kind.START:
            depths[index] = depth + 1
        if parent in kept or (parent not in may and parent >= 0) or index == 0:
            continue
        is_remark = token.kind in (Kind.COMMENT, Kind.INSTRUCTION)
        if is_remark and file.lead(index) and "\n" not in file.lead(index) and parent >= 0:
            yield index, " "
        elif not (is_remark and not file.lead(index) and parent >= 0):
            yield index, "\n" + INDENT * (depth - (token.kind is Kind.END))


def _may_lay_out(file: Lossless, start: int, held: Held) -> bool:
    """Tell whether white space may be put in an element, or already stands at each place where it would be put."""
    if held.name in WORDLESS or all(child in BLOCKS for child in held.children):
        return True
    end = file.partners[start]
    inner = [index for index in range(start + 1, end + 1) if file.parents[index] == start]
    leads = [file.lead(index) for index in inner if file.tokens[index].kind not in (Kind.COMMENT, Kind.INSTRUCTION)]
    return all(leads)


def _preserved(file: Lossless) -> Iterable[int]:
    """Yield the start tags of elements in which white space is declared to be kept."""
    kept: set[int] = set()
    for index, token in enumerate(file.tokens):
        if token.kind is Kind.START:
            space = file.attributes(index).get("xml:space")
            declared = space.value if space else ""
            if declared == "preserve" or (file.parents[index] in kept and declared != "default"):
                kept.add(index)
    return kept
