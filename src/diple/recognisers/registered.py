"""Recognise what the register of the edition knows: persons, places and organizations in running text (TEI 14.2)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from diple.draft import Draft
from diple.nameforms import NamedForm
from diple.recognisers.names import bearers_of, recognise_forms
from diple.register.entries import Register, plain_form

_CLOSED = frozenset({"title", "foreign"})
"""Elements whose words are not searched: the name of a newspaper or work, words in another language."""

_ANY = ("persName", "orgName", "placeName")
_CORRESPONDENTS = {
    "sent-by": ("persName",), "sent-by-org": ("orgName",), "sent-by-name": _ANY, "sent-place": ("placeName",),
    "received-by": ("persName",), "received-by-org": ("orgName",), "received-by-name": _ANY,
    "received-place": ("placeName",),
}  # fmt: skip
"""Facts of the header that name somebody or something, and the elements that mark such names in a text."""


def recognise_registered(draft: Draft, register: Register) -> None:
    """Mark up the names that the register knows, and let the persons of the document point to their entries.

    A person whom the document itself lists is pointed to there. A form that may mean several persons of the document
    means none. Call it when all recognisers are done.
    """
    if not register.entries:
        return
    draft.recogniser = "register"
    own = _link_people(draft, register)
    shared = {form for form, ids in bearers_of(draft.people).items() if len(ids) > 1}
    forms = [
        named._replace(ref=own.get(named.ref, named.ref)) for named in register.forms() if named.form not in shared
    ]
    _point_marked_names(draft, forms)
    recognise_forms(draft, forms, outside=_CLOSED)


def _link_people(draft: Draft, register: Register) -> dict[str, str]:
    """Tell each person of the document its entry; return the persons' own pointers by those to their entries."""
    found: list[tuple[str, str]] = []
    for person in draft.people:
        entry = None if person.is_group else register.person([*person.names, *person.short])
        if entry is not None:
            person.entry = entry.ref
            found.append((entry.ref, f"#{person.id}"))
    times = Counter(ref for ref, _ in found)
    return {ref: pointer for ref, pointer in found if times[ref] == 1}


def _point_marked_names(draft: Draft, forms: list[NamedForm]) -> None:
    """Let names that are marked already, in signatures and addresses, point to what the register knows of them."""
    by_form = {(named.tag, plain_form(named.form)): named.ref for named in forms}
    for index, span in enumerate(draft.spans):
        if span.tag in _ANY and "ref" not in span.attrs:
            readings = (draft.clean(span.start, span.end).text, draft.text[span.start : span.end])
            ref = next(filter(None, (by_form.get((span.tag, plain_form(reading))) for reading in readings)), None)
            if ref:
                draft.spans[index] = replace(span, attrs=span.attrs | {"ref": ref})
    for index, fact in enumerate(draft.facts):
        found = (by_form.get((tag, plain_form(fact.value))) for tag in _CORRESPONDENTS.get(fact.field, ()))
        ref = next(filter(None, found), None)
        if ref and "ref" not in fact.attrs:
            draft.facts[index] = fact._replace(attrs=fact.attrs | {"ref": ref})
