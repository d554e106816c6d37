"""From the bytes of a web page to the pieces of a transcript."""

from __future__ import annotations

import email
import email.policy
import re
from collections import Counter

from charset_normalizer import from_bytes
from lxml import etree, html

from diple.findings import bad_input
from diple.formats.archive import is_deeper
from diple.formats.html.flow import Flow
from diple.formats.html.links import find_notes
from diple.formats.html.metadata import metadata
from diple.formats.html.region import find_region
from diple.formats.pieces import Taken

_CHARSET = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DEPTH_LIMIT = 150
"""How deep the elements of a page may be nested; they are followed by recursion."""
_HEAD = 4096
"""Within how many bytes a page must name its encoding."""


def read_html(data: bytes, name: str) -> Taken:
    """Return what a web page holds: its document, what surrounds it as furniture, what its head tells of it.

    ``name`` is what messages call it. Raises ``DipleError`` for a page that cannot be parsed (I102) or is nested too
    deep (I103).
    """
    root = _parsed(_decoded(data), name)
    region = find_region(root)
    missed: Counter[str] = Counter()
    flow = Flow(region, find_notes(root), missed)
    return Taken([*metadata(root), *flow.pieces(root)], +missed)


def read_mhtml(data: bytes, name: str) -> Taken:
    """Return what the first web page of an MHTML archive holds; raises what ``read_html`` raises."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return read_html(content, name)
    raise bad_input("I102", name, "this archive holds no web page", "save the page as HTML")


def _decoded(data: bytes) -> str:
    """Return a page's characters: by its byte order mark, its own word, as UTF-8, or as they look."""
    named = _CHARSET.search(data[:_HEAD])
    encodings = [codec for mark, codec in _MARKS if data.startswith(mark)]
    encodings += [named[1].decode("ascii").lower()] if named else []
    for encoding in [*encodings, "utf-8"]:
        try:
            return data.decode(_WEB_NAMES.get(encoding, encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    best = from_bytes(data).best()
    return str(best) if best is not None else data.decode("latin-1")


_WEB_NAMES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
"""What browsers take the names of some encodings to mean (WHATWG Encoding, 4.2)."""


def _parsed(text: str, name: str) -> etree._Element:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text.replace("\x00", "\ufffd")), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise bad_input("I102", name, f"this web page cannot be read: {error}", "save it again in a browser") from error
    if is_deeper(root, DEPTH_LIMIT) or any("depth" in entry.message.lower() for entry in parser.error_log):
        raise bad_input("I103", name, "this web page nests its elements too deep", "save it as plain text")
    return root
