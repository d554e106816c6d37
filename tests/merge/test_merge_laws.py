"""Two hundred documents at random, edited and encoded again: no edit is lost and no new reading passed over."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merge_laws import broken_laws, case


@given(st.integers(0, 2**32), st.sampled_from([1, 3, 10, 50]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_every_edit_arrives_and_every_new_reading_arrives_or_is_offered(seed: int, most: int) -> None:
    assert list(broken_laws(case(Random(seed), most))) == []
