"""Merging a new encoding into a file that people have edited: nothing of theirs is lost, nothing of it passed over."""

from diple.merge.conflicts import Conflict, Part, taken
from diple.merge.merging import Change, Merged, merge

__all__ = ["Change", "Conflict", "Merged", "Part", "merge", "taken"]
