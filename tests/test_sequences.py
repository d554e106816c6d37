"""The chain that labels sequences: what it says is what the sum over all labellings says."""

from __future__ import annotations

import tempfile
from itertools import pairwise, product
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diple.sequences import Chain, read_chain, write_chain

_WEIGHT = st.floats(-4, 4).map(lambda weight: round(weight, 3))
_FEATURES = ("a", "b", "c")


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """A chain of three labels and three features."""
    states = {name: tuple((label, draw(_WEIGHT)) for label in range(3)) for name in _FEATURES}
    return Chain(("x", "y", "z"), states, tuple(tuple(draw(_WEIGHT) for _ in range(3)) for _ in range(3)))


_MEMBERS = st.lists(st.lists(st.sampled_from((*_FEATURES, "unknown")), max_size=3, unique=True), max_size=4)


def _by_all_labellings(chain: Chain, members: list[list[str]]) -> list[dict[str, float]]:
    sums = [dict.fromkeys(chain.labels, 0.0) for _ in members]
    for labelling in product(range(len(chain.labels)), repeat=len(members)):
        weight = sum(dict(chain.states[f])[label] for f, label in _pairs(chain, members, labelling))
        weight += sum(chain.steps[one][other] for one, other in pairwise(labelling))
        for place, label in enumerate(labelling):
            sums[place][chain.labels[label]] += exp(weight)
    return [{label: value / sum(found.values()) for label, value in found.items()} for found in sums]


def _pairs(chain: Chain, members: list[list[str]], labelling: tuple[int, ...]) -> list[tuple[str, int]]:
    return [
        (f, label) for features, label in zip(members, labelling, strict=True) for f in features if f in chain.states
    ]


@given(chains(), _MEMBERS)
def test_distributions_are_those_of_all_labellings(chain: Chain, members: list[list[str]]) -> None:
    found = chain.distributions(members)
    assert len(found) == len(members)
    for told, summed in zip(found, _by_all_labellings(chain, members), strict=True):
        assert told == pytest.approx(summed, abs=1e-9)


@given(chains())
def test_weights_are_read_as_they_were_written(chain: Chain) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "chain.tsv.gz")
        write_chain(chain, path)
        first = path.read_bytes()
        assert read_chain(path) == chain
        write_chain(chain, path)
        assert path.read_bytes() == first


def test_extreme_weights_divide_nothing_by_nothing() -> None:
    chain = Chain(("x", "y"), {"a": ((0, 900.0), (1, -900.0))}, ((-50.0, 50.0), (50.0, -50.0)))
    found = chain.distributions([["a"]] * 200)
    assert all(sum(told.values()) == pytest.approx(1) for told in found)
