"""Reading XML safely and writing files so that nothing is ever half-written."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from diple.findings import DipleError, bad_input

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
NS = {"tei": TEI}
NSMAP: dict[str, str] = {None: TEI}  # type: ignore[dict-item]
"""Declares TEI as the default namespace; lxml writes the missing prefix as None."""

XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"


_WHAT_TO_DO = {
    errno.EACCES: "you may not write to the folder {folder}: change its permissions, or work in another",
    errno.EPERM: "you may not write to the folder {folder}: change its permissions, or work in another",
    errno.EROFS: "the folder {folder} is on a disk that can only be read: work in another",
    errno.ENOSPC: "the disk is full: make room on it",
    errno.EDQUOT: "your share of the disk is used up: make room on it",
}


def tei(name: str) -> str:
    """Return the name of a TEI element in Clark notation."""
    return f"{{{TEI}}}{name}"


def safe_parser() -> etree.XMLParser:
    """Return a parser with entities, DTDs and the network off; repeated ``xml:id`` do not stop it."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,
    )


def parse_bytes(data: bytes, name: str) -> etree._ElementTree:
    """Return the tree of an XML document given as bytes.

    ``name`` is what messages call the file. Raises ``DipleError`` (I020) if the XML is not well-formed.
    """
    parser = safe_parser()
    try:
        return etree.ElementTree(etree.fromstring(data, parser))
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(data, name, error) from error


def _not_well_formed(data: bytes, name: str, error: etree.XMLSyntaxError) -> DipleError:
    """Return the error to show for XML that libxml2 refuses: what was slipped in, in plain words, and where."""
    from diple.validate.wellformed import first_slip, of_the_parser  # they read XML themselves

    if slip := first_slip(data):
        return bad_input("I020", name, slip.words.message, slip.words.suggestion, *slip.place)
    return bad_input("I020", name, of_the_parser(error.msg), "", *error.position)


def parse_file(path: Path) -> etree._ElementTree:
    """Return the tree of an XML file; raises ``DipleError`` if it cannot be read (I001) or parsed (I020)."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}") from error
    return parse_bytes(data, str(path))


def parse_made(xml: str | bytes) -> etree._Element:
    """Return the root of XML that the program itself has made, such as what a stylesheet gave.

    It may be longer than XML from elsewhere is allowed to be; entities, DTDs and the network are off all the same.
    Raises ``lxml.etree.XMLSyntaxError`` if it is not well-formed, which is a fault of the program.
    """
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that readers see the old state or the new, never a part.

    Raises ``DipleError`` (I002) if the folder cannot be written or the disk is full; the old file is then untouched.
    """
    with open_atomically(path) as stream:
        stream.write(data)


def write_made(path: Path, data: bytes) -> None:
    """Write a file that can be made again, as ``write_atomically`` does, but without waiting for the disk."""
    with open_atomically(path, lasting=False) as stream:
        stream.write(data)


@contextmanager
def open_atomically(path: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """Open a file to be written piece by piece; it takes its place when all is written, and not at all if that fails.

    What is ``lasting`` is on the disk before it takes its place. Raises what ``write_atomically`` raises.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        advice = _WHAT_TO_DO.get(error.errno or 0, "").format(folder=path.parent)
        raise bad_input("I002", str(path), f"the file cannot be written: {error.strerror}", advice) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()


def _umask() -> int:
    """Return the process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
