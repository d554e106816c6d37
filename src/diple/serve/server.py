"""The pages of a build folder by HTTP, for this machine alone, and the news of what changed in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty
from threading import Event, Thread
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from diple.serve.bulletin import Bulletin

LOOPBACK: Final = "127.0.0.1"
OWN: Final = "/-/"
"""What begins with this is no file of the edition."""
_HERE: Final = Path(__file__).parent
_SCRIPTS: Final = {"serve.js": "text/javascript", "serve.css": "text/css"}
_NAMES_OF_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
_PATIENCE: Final = 15.0
"""Seconds after which a page that waits for news is told that there is none, so that one that has gone is noticed."""

_HEAD_END = re.compile(rb"</head>", re.IGNORECASE)
_POLICY = re.compile(rb'(http-equiv="Content-Security-Policy" content=")([^"]*)(")')


@dataclass(frozen=True)
class Site:
    """What is served: a build folder with its news; ``closing`` ends the waiting of open pages."""

    folder: Path
    bulletin: Bulletin
    closing: Event = field(default_factory=Event)


def start_server(site: Site, port: int = 0) -> ThreadingHTTPServer:
    """Serve a site in threads of its own and return the server; ``port`` 0 takes any that is free.

    Raises ``OSError`` if the port is taken.
    """
    server = ThreadingHTTPServer((LOOPBACK, port), lambda *arguments: _Handler(site, *arguments))
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    return server


class _Handler(SimpleHTTPRequestHandler):
    """Answers GET and HEAD for files inside the build folder, pages with the script that keeps them true."""

    protocol_version = "HTTP/1.1"
    server_version = "diple"
    sys_version = ""

    def __init__(self, site: Site, *arguments: Any) -> None:
        self.site = site
        super().__init__(*arguments, directory=str(site.folder))

    def do_GET(self) -> None:
        """Answer a request for a page, a file, the news or the findings of a document."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the head alone."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        if not self._is_asked_of_this_machine():
            # A page elsewhere may have its name lead here; what it asks for is not its own.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif path.startswith(OWN):
            self._own(path.removeprefix(OWN), with_body=with_body)
        elif file := self._file(path):
            self._send(self._kind(file), self._content(file), with_body=with_body)
        else:
            self._not_there(with_body=with_body)

    def _is_asked_of_this_machine(self) -> bool:
        host = self.headers.get("Host", "")
        return re.sub(r":\d+$", "", host).lower() in _NAMES_OF_LOOPBACK

    def _own(self, name: str, *, with_body: bool) -> None:
        if name in _SCRIPTS:
            self._send(_SCRIPTS[name], (_HERE / name).read_bytes(), with_body=with_body)
        elif name.startswith("findings/"):
            body = self.site.bulletin.findings_as_json(name.removeprefix("findings/"))
            self._send("application/json", body, with_body=with_body)
        elif name == "news" and with_body:
            asked = parse_qs(urlsplit(self.path).query)
            self._tell_news("".join(asked.get("document", [])[:1]))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _file(self, path: str) -> Path | None:
        """Return the file asked for; ``None`` if there is none or it lies, by whatever way, outside the folder."""
        if "\0" in path or "\\" in path:
            return None
        root = self.site.folder.resolve()
        target = (root / path.lstrip("/")).resolve()
        if target.is_dir():
            target /= "index.html"
        return target if target.is_file() and target.resolve().is_relative_to(root) else None

    def _kind(self, file: Path) -> str:
        kind = self.guess_type(str(file))
        return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("xml") else kind

    def _content(self, file: Path) -> bytes:
        data = file.read_bytes()
        return with_script(data) if file.suffix == ".html" else data

    def _send(self, kind: str, body: bytes, *, with_body: bool, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _not_there(self, *, with_body: bool) -> None:
        page = self.site.folder / "404.html"
        body = page.read_bytes() if page.is_file() else b"There is no such page."
        self._send("text/html; charset=utf-8", body, with_body=with_body, status=HTTPStatus.NOT_FOUND)

    def _tell_news(self, document: str) -> None:
        """Send news as it comes (server-sent events, WHATWG HTML 9.2) until the page or the server is gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        with self.site.bulletin.listening(document) as queue:
            while not self.site.closing.is_set():
                try:
                    kind, document = queue.get(timeout=_PATIENCE)
                    told = f"event: {kind}\ndata: {document}\n\n"
                except Empty:
                    told = ": nothing new\n\n"
                try:
                    self.wfile.write(told.encode())
                    self.wfile.flush()
                except OSError:
                    return

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: the terminal is for what was found."""


def with_script(page: bytes) -> bytes:
    """Return a page with the script that keeps it true, and a content security policy that lets only that in."""
    tags = f'<link rel="stylesheet" href="{OWN}serve.css"><script src="{OWN}serve.js" defer></script>'.encode()
    page = _POLICY.sub(lambda found: found[1] + _widened(found[2]) + found[3], page, count=1)
    return _HEAD_END.sub(tags + b"</head>", page, count=1)


def _widened(policy: bytes) -> bytes:
    """Return a policy that allows scripts, styles and connections of this server, whatever else it allows."""
    directives = {name: rest for name, _, rest in (part.strip().partition(b" ") for part in policy.split(b";")) if name}
    for name in (b"script-src", b"style-src", b"connect-src"):
        allowed = directives.get(name, b"")
        directives[name] = allowed if b"'self'" in allowed.split() else (allowed + b" 'self'").strip()
    return b"; ".join(name + b" " + rest for name, rest in directives.items())
