"""Saved web pages: HTML, and MHTML archives of one (RFC 2557)."""

from __future__ import annotations

from diple.formats.html.page import read_html, read_mhtml

__all__ = ["read_html", "read_mhtml"]
