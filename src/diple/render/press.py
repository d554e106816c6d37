"""One document through the stylesheets: compiled once for each process, run for each output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree
from saxonche import (  # type: ignore[import-not-found, unused-ignore]
    PySaxonApiError,
    PySaxonProcessor,
    PyXdmNode,
    PyXsltExecutable,
)

from diple.findings import DipleError, bad_input
from diple.render.edition_info import EditionInfo
from diple.render.house import ABOUT, FRONT, layers_of, own_text, stylesheet_of
from diple.resources import resource
from diple.xmlio import parse_file


class Neighbours(NamedTuple):
    """The documents before and after one in the order of the edition: ids and titles, empty at either end."""

    previous_id: str = ""
    previous_title: str = ""
    next_id: str = ""
    next_title: str = ""


class Output(NamedTuple):
    """A file that is made of each document: its name (``{id}`` stands for the id), stylesheet and parameters."""

    name: str
    stylesheet: str
    parameters: Mapping[str, str]


_PAGES: Final = {"index": "critical", "diplomatic": "diplomatic", "typed": "typed", "reading": "reading"}
STATES: Final = tuple(_PAGES.values())
"""The states of the text, by the names of their policies."""
_TABLES: Final = tuple((table, form) for table in ("speech", "notes") for form in ("csv", "jsonl"))
_CITATIONS: Final = {"bib": "bibtex", "ris": "ris", "csl.json": "csl"}

_OF_MANY_FORMATS: Final = "tables.xsl"
"""Gives a text for each format it is asked for."""

OUTPUTS: Final = (
    *(Output(f"{name}.html", "html.xsl", {"policy": state}) for name, state in _PAGES.items()),
    Output("tei.html", "markup.xsl", {}),
    *(Output(f"{{id}}.{state}.txt", "text.xsl", {"policy": state}) for state in STATES),
    *(Output(f"{{id}}.{suffix}", "citation.xsl", {"format": form}) for suffix, form in _CITATIONS.items()),
    *(Output(f"{{id}}.{table}.{form}", "tables.xsl", {"table": table, "format": form}) for table, form in _TABLES),
)

SOURCE_PAGE: Final = Output("source.html", "source.xsl", {})
"""The transcript as a page; made where there is one."""

NOBODY: Final = Neighbours()

_EXTERNAL_ENTITIES: Final = (
    "http://saxon.sf.net/feature/parserFeature?uri=http://xml.org/sax/features/external-general-entities"
)


@lru_cache(maxsize=1)
def press() -> Press:
    """Return this process's press; the first call compiles the stylesheets."""
    return Press()


class Press:
    """The compiled stylesheets of one process. Saxon holds Python's lock, so one process has one press."""

    def __init__(self) -> None:
        self._processor = PySaxonProcessor(license=False)
        # Saxon is handed text without a document type; this is the second lock.
        self._processor.set_configuration_property(_EXTERNAL_ENTITIES, "false")
        self._xslt = self._processor.new_xslt30_processor()
        self._compiled: dict[tuple[str, tuple[Path, ...]], PyXsltExecutable] = {}
        self._register: PyXdmNode | None = None
        self._transcript: PyXdmNode | None = None
        self._parsed: tuple[etree._ElementTree, PyXdmNode] | None = None
        self._locales: dict[str, PyXdmNode | None] = {}
        self._editions: dict[EditionInfo, PyXdmNode] = {}

    def compile_for_documents(self) -> None:
        """Compile what documents are made with, ahead of the first; raises ``DipleError`` (I040) if that fails."""
        for name in dict.fromkeys(("summary.xsl", "index-entries.xsl", *(output.stylesheet for output in OUTPUTS))):
            self._stylesheet(name)

    def forget_own(self) -> None:
        """Read the parts of stylesheets that are an edition's own anew when they are needed next."""
        self._compiled = {key: made for key, made in self._compiled.items() if not key[1]}
        self._editions.clear()

    def use_register(self, register: str) -> None:
        """Let names lead to the entries of a register from now on: its XML, or nothing for no register."""
        self._register = self._processor.parse_xml(xml_text=register) if register else None

    def register(self, tei: Path, name: str, edition: EditionInfo) -> str:
        """Return the entries of a file of the register, which documents call ``name``, as one XML element.

        Raises what ``document`` raises.
        """
        return self._run(self._parse(tei), "register.xsl", str(tei), edition, {"register-file": name})

    def survey(self, tei: Path, document_id: str, edition: EditionInfo) -> tuple[str, str]:
        """Return what the list of documents and what the indexes need of one, each as one XML element.

        Raises what ``document`` raises.
        """
        source, parameters = self._parse(tei), {"document-id": document_id}
        summary = self._run(source, "summary.xsl", str(tei), edition, parameters)
        return summary, self._run(source, "index-entries.xsl", str(tei), edition, parameters)

    def document(
        self,
        tei: Path,
        document_id: str,
        edition: EditionInfo,
        neighbours: Neighbours = NOBODY,
        outputs: Sequence[Output] = OUTPUTS,
        transcript: str = "",
    ) -> dict[str, bytes]:
        """Return the files made of one TEI file, by name; ``transcript`` is what ``Transcript.page`` is, or nothing.

        Raises ``DipleError`` if the file cannot be read (I001), is not well-formed (I020) or a stylesheet fails (I040).
        """
        source = self._parse(tei)
        self._transcript = self._processor.parse_xml(xml_text=transcript) if transcript else None
        links = {name.replace("_", "-"): value for name, value in neighbours._asdict().items()}
        files = {}
        for (stylesheet, own), group in groupby(outputs, key=_run_of):
            alike = list(group)
            forms = " ".join(output.parameters["format"] for output in alike if "format" in output.parameters)
            parameters = {**links, "document-id": document_id, **dict(own), **({"format": forms} if forms else {})}
            contents = self._run_for_all(source, stylesheet, str(tei), edition, parameters)
            for output, content in zip(alike, contents, strict=True):
                files[output.name.format(id=document_id)] = content.encode()
        return files

    def plain_text(self, document: etree._ElementTree, policy: str, document_id: str, edition: EditionInfo) -> str:
        """Return the plain text of a document by a policy; ``document`` says when it raises what.

        The tree must not change between two calls: it is read once for all policies.
        """
        if self._parsed is None or self._parsed[0] is not document:
            text = etree.tostring(document.getroot(), encoding="unicode")
            self._parsed = document, self._processor.parse_xml(xml_text=text)
        source = self._parsed[1]
        return self._run(source, "text.xsl", document_id, edition, {"document-id": document_id, "policy": policy})

    def feed(self, tei: Path, document_id: str, edition: EditionInfo) -> str:
        """Return the changes of a document as one XML element; raises what ``document`` raises."""
        return self._run(self._parse(tei), "feeds.xsl", str(tei), edition, {"document-id": document_id})

    def site_feed(self, site: str, form: str, edition: EditionInfo) -> bytes:
        """Return ``sitemap``, ``atom`` or ``robots`` of an edition whose pages and changes stand in one XML element."""
        source = self._processor.parse_xml(xml_text=site)
        return self._run(source, "feeds.xsl", form, edition, {"form": form}).encode()

    def search_page(self, summaries: str, edition: EditionInfo) -> bytes:
        """Return the search page of an edition whose documents' summaries stand in one XML element."""
        source = self._processor.parse_xml(xml_text=summaries)
        return self._run(source, "search.xsl", "search.html", edition, {}).encode()

    def front_page(self, summaries: str, edition: EditionInfo) -> bytes:
        """Return the front page of an edition whose documents' summaries stand in one XML element."""
        source = self._processor.parse_xml(xml_text=summaries)
        return self._run(source, "index.xsl", "index.html", edition, self._own_text(FRONT, edition)).encode()

    def around(self, content: str, path: str, edition: EditionInfo) -> bytes:
        """Return a page that is no document's, such as an index, from the XML element that holds what it shows."""
        source = self._processor.parse_xml(xml_text=content)
        own = self._own_text(ABOUT, edition) if path == "about.html" else {}
        return self._run(source, "around.xsl", path, edition, {"path": path, **own}).encode()

    def _own_text(self, name: str, edition: EditionInfo) -> dict[str, str | PyXdmNode]:
        """Return the parameter that holds a text of the edition's own, if it has that text."""
        text = own_text(edition.house, name)
        return {"own-text": self._processor.parse_xml(xml_text=text)} if text else {}

    def bind(self, book: str, part: str, edition: EditionInfo) -> bytes:
        """Return the ``package``, ``nav`` or ``title`` page of a book whose chapters' contents stand in one element."""
        source = self._processor.parse_xml(xml_text=book)
        return self._run(source, "epub-package.xsl", part, edition, {"part": part}).encode()

    def _parse(self, tei: Path) -> PyXdmNode:
        """Return the document for Saxon. lxml has read it first: no entity, document type or network passes."""
        text = etree.tostring(parse_file(tei).getroot(), encoding="unicode")
        try:
            return self._processor.parse_xml(xml_text=text)
        except PySaxonApiError as error:
            raise bad_input("I020", str(tei), f"the XML is not well-formed: {_reason(error)}") from error

    def _run(
        self, source: PyXdmNode, name: str, file: str, edition: EditionInfo, parameters: Mapping[str, str | PyXdmNode]
    ) -> str:
        """Return what a stylesheet makes of a document, serialised as the stylesheet says."""
        executable = self._prepared(name, edition, parameters)
        try:
            return str(executable.transform_to_string(xdm_node=source))
        except PySaxonApiError as error:
            raise _failed(file, name, error) from error

    def _run_for_all(
        self, source: PyXdmNode, name: str, file: str, edition: EditionInfo, parameters: Mapping[str, str | PyXdmNode]
    ) -> list[str]:
        """Return the texts that a stylesheet makes in one run, one for each format asked for."""
        if " " not in parameters.get("format", ""):
            return [self._run(source, name, file, edition, parameters)]
        executable = self._prepared(name, edition, parameters)
        executable.set_result_as_raw_value(True)
        try:
            texts = executable.transform_to_value(xdm_node=source)
            return [texts.item_at(number).string_value for number in range(texts.size)]
        except PySaxonApiError as error:
            raise _failed(file, name, error) from error
        finally:
            executable.set_result_as_raw_value(False)

    def _prepared(self, name: str, edition: EditionInfo, parameters: Mapping[str, str | PyXdmNode]) -> PyXsltExecutable:
        """Return a stylesheet with its parameters set anew."""
        executable = self._stylesheet(name, layers_of(edition.house, name))
        executable.clear_parameters()
        executable.set_parameter("language", self._processor.make_string_value(edition.language))
        executable.set_parameter("edition", self._edition(edition))
        if (locale := self._locale(edition.language)) is not None:
            executable.set_parameter("locale", locale)
        if self._register is not None:
            executable.set_parameter("register", self._register)
        if self._transcript is not None:
            executable.set_parameter("transcript", self._transcript)
        for parameter, value in parameters.items():
            is_text = isinstance(value, str)
            executable.set_parameter(parameter, self._processor.make_string_value(value) if is_text else value)
        return executable

    def _edition(self, edition: EditionInfo) -> PyXdmNode:
        if edition not in self._editions:
            self._editions[edition] = self._processor.parse_xml(xml_text=edition.as_xml())
        return self._editions[edition]

    def _locale(self, language: str) -> PyXdmNode | None:
        """Return the words of the interface, read once; ``None`` where the stylesheet is to choose another language."""
        if language not in self._locales:
            path = resource("xslt", "locale") / f"{language}.xml"
            known = language.replace("-", "").isalnum() and path.is_file()
            self._locales[language] = self._parse(path) if known else None
        return self._locales[language]

    def _stylesheet(self, name: str, layers: tuple[Path, ...] = ()) -> PyXsltExecutable:
        """Return a stylesheet of the program, compiled, or the ``layers`` in its place if an edition changes it."""
        if (name, layers) not in self._compiled:
            told = {"stylesheet_text": stylesheet_of(layers)} if layers else {}
            try:
                self._compiled[name, layers] = self._xslt.compile_stylesheet(
                    **(told or {"stylesheet_file": str(resource("xslt", name))})
                )
            except PySaxonApiError as error:
                raise _failed(str(_last_own(layers) or name), name, error) from error
        return self._compiled[name, layers]


def _run_of(output: Output) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what outputs of one run have in common: tables that differ in their format alone are made at once."""
    shared = dict(output.parameters)
    if output.stylesheet == _OF_MANY_FORMATS:
        del shared["format"]
    return output.stylesheet, tuple(shared.items())


def _last_own(layers: Sequence[Path]) -> Path | None:
    """Return the last layer that is not the program's."""
    shipped = resource("xslt").resolve()
    return next((layer for layer in reversed(layers) if not layer.is_relative_to(shipped)), None)


def _failed(file: str, stylesheet: str, error: PySaxonApiError) -> DipleError:
    return bad_input("I040", file, f"xslt/{stylesheet} stopped: {_reason(error)}")


def _reason(error: PySaxonApiError) -> str:
    """Return what Saxon says, on one line."""
    return " ".join(str(error).split()) or "no reason given"
