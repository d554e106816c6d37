"""Rendering TEI as a static edition: HTML pages and plain texts, by the XSLT 3.0 stylesheets in ``xslt/``."""

from diple.render.documents import render_document
from diple.render.edition_info import EditionInfo, EditionLike
from diple.render.publish import RenderReport, render_edition

__all__ = ["EditionInfo", "EditionLike", "RenderReport", "render_document", "render_edition"]
