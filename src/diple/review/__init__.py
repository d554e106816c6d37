"""The list of places in a document that want a person."""

from diple.review.check import review, review_file

__all__ = ["review", "review_file"]
