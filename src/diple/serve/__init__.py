"""The edition shown while it is worked on: served to this machine alone, and kept true to what people save."""

from diple.serve.bulletin import Bulletin
from diple.serve.server import Site, start_server
from diple.serve.workshop import Workshop

__all__ = ["Bulletin", "Site", "Workshop", "start_server"]
