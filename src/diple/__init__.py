"""diple: a press for digital editions of archival documents."""

__version__ = "0.1.0"
