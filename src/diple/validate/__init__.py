"""Validation of TEI files: findings an archivist can act on.

The verdict is that of the compiled XML Schema. A file that fails is diagnosed against the same schema's content
models, so that each cause is told once and in plain words; what another processor refuses beyond that is added.
"""

from diple.validate.check import validate_bytes, validate_file
from diple.validate.places import SourceLines

__all__ = ["SourceLines", "validate_bytes", "validate_file"]
