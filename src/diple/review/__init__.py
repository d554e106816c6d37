"""The list of places in a document that want a person."""

from diple.review.check import review, review_file
from diple.review.worklist import ranked, with_pages

__all__ = ["ranked", "review", "review_file", "with_pages"]
