"""What the files of an edition are made from, as digests: where they are the same, so is what comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from diple import resources
from diple.render.around import register_files
from diple.render.edition_info import EditionInfo
from diple.resources import resource

_LIBRARIES: Final = ("lxml", "markdown-it-py", "pagefind", "rcssmin", "saxonche", "weasyprint", "wordfreq")
"""What takes part in the making; some may not be there, and then less is made."""
_OWN: Final = ("*.md", "*.css", "xslt/**/*.xsl")
"""The files of an edition's own that its looks and words come from."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return a digest of the program: modules, stylesheets and words, and the libraries it makes an edition with."""
    code, stylesheets = Path(resources.__file__).parent, resource("xslt")
    files = [*sorted(code.rglob("*.py")), *sorted(path for path in stylesheets.rglob("*") if path.is_file())]
    return _digest(*map(_content, files), *(_version(name).encode() for name in _LIBRARIES))


def common_digest(tei_files: Sequence[Path], edition: EditionInfo) -> str:
    """Return a digest of what all documents are made with: program, edition, its own looks and words, its register."""
    house = Path(edition.house) if edition.house else None
    own = sorted(path for pattern in _OWN for path in house.glob(pattern)) if house else []
    registers = register_files(tei_files)
    named = [*(str(path.relative_to(house)).encode() for path in own if house), *map(str.encode, registers)]
    contents = [*map(_content, own), *map(_content, registers.values())]
    return _digest(program_digest().encode(), edition.as_xml().encode(), *named, *contents)


def document_digest(tei: Path, source: Path | None, *told: str) -> str:
    """Return a digest of one document: its TEI, its ledger, its transcript, and what else it is ``told``."""
    names = (tei.stem, source.name if source else "", *told)
    beside = tei.with_name(f"{tei.stem}.ledger.json")
    return _digest(*map(str.encode, names), *map(_content, (tei, beside, source)))


def whole_digest(tei_files: Sequence[Path], sources: Mapping[str, Path], common: str, *told: str) -> str:
    """Return a digest of all that an edition is made from."""
    documents = (document_digest(tei, sources.get(tei.stem)) for tei in tei_files)
    return _digest(common.encode(), *map(str.encode, documents), *map(str.encode, told))


def folder_digest(folder: Path, *files: Path) -> str:
    """Return a digest of all files in a folder and of some others; of what is not there too."""
    within = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return _digest(*(str(path.relative_to(folder)).encode() for path in within), *map(_content, (*within, *files)))


def _content(path: Path | None) -> bytes:
    """Return the bytes of a file, or a byte that no UTF-8 text holds where there is none."""
    try:
        return path.read_bytes() if path else b"\xff"
    except OSError:
        return b"\xff"


def _digest(*parts: bytes) -> str:
    """Return one digest of all parts, in which no two rows of parts are alike."""
    return sha256(b"".join(_sized(parts))).hexdigest()


def _sized(parts: Iterable[bytes]) -> Iterable[bytes]:
    return (sha256(part).digest() for part in parts)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
