"""What the tests of the five seeds ask of a TEI tree."""

from __future__ import annotations

from encoded import Encoded
from reading import ID, find, plain, whole

ENCLOSURE = "//t:text//*[self::t:floatingText or self::t:div[@type='enclosure' or @type='attachment' or @type='annex']]"


def texts(encoded: Encoded, path: str) -> list[str]:
    """Return the words of each element an XPath selects."""
    return [whole(element) for element in find(encoded.root, path)]


def one(encoded: Encoded, path: str) -> str:
    """Return the words of the only element an XPath selects."""
    found = texts(encoded, path)
    assert len(found) == 1, f"{len(found)} for {path}: {found}"
    return found[0]


def values(encoded: Encoded, path: str) -> list[str]:
    """Return the attribute values an XPath selects."""
    return [str(value) for value in find(encoded.root, path)]


def persons_named(encoded: Encoded, words: str) -> list[str]:
    """Return the ids of the persons one of whose names is the one given."""
    persons = find(encoded.root, "//t:particDesc//t:person")
    return [p.get(ID) for p in persons if words in [whole(n) for n in find(p, "t:persName")]]


def is_listed(encoded: Encoded, *lines: int) -> bool:
    """Say whether the review list has an item at one of these lines of the source."""
    return any(finding.source_line in lines for finding in encoded.findings)


def side(encoded: Encoded, words: str) -> dict[str, str]:
    """Return the persons of one side with their offices."""
    (group,) = [
        found
        for found in find(encoded.root, "//t:listPerson[@type='side']")
        if words in whole(find(found, "t:head")[0])
    ]
    offices = [
        (find(p, "t:persName")[0], find(p, "t:occupation | t:roleName | t:persName/t:roleName"))
        for p in find(group, "t:person")
    ]
    return {plain(named): plain(office[0]) if office else "" for named, office in offices}
