"""What the wordings of a house mean: ``conventions.toml``, and what a document says of its own signs."""

from diple.conventions.layers import built_in, house_of
from diple.conventions.reading import CONVENTIONS_FILE, read_conventions
from diple.conventions.table import Convention, House

__all__ = ["CONVENTIONS_FILE", "Convention", "House", "built_in", "house_of", "read_conventions"]
