"""Proof that nothing was lost and nothing invented: the source rebuilt from TEI and ledger, and words collated."""

from diple.verify.check import Verification, verify, verify_file

__all__ = ["Verification", "verify", "verify_file"]
