"""Encodings of files, each made once in a run of the tests, by whichever process wants it first."""

from __future__ import annotations

import os
import pickle
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diple.pipeline import Encoding

FOLDER = "DIPLE_KEPT_ENCODINGS"
"""The variable that tells the processes of a run in which folder they keep encodings for each other."""


@cache
def encoding_of_file(path: Path) -> Encoding:
    """Return what ``encode_file`` gives for a file outside an edition."""
    from diple.pipeline import encode_file  # here, since most tests begin without the encoder

    folder = os.environ.get(FOLDER)
    if folder is None:
        return encode_file(path)
    known = Path(folder, sha256(os.fsencode(path.resolve()) + b"\0" + path.read_bytes()).hexdigest())
    if known.exists():
        found: Encoding = pickle.loads(known.read_bytes())
        return found
    encoding = encode_file(path)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(pickle.dumps(encoding))
    Path(file.name).replace(known)
    return encoding
