"""Labels of the members of a sequence, by a linear-chain conditional random field whose weights were learned.

The model is that of Lafferty, McCallum and Pereira, "Conditional Random Fields" (ICML 2001); how likely each label is
at each place is told by the forward-backward algorithm (Rabiner, Proc. IEEE 77, 1989). Weights are a text: one line
for each label, each transition and each feature, so that what was learned can be read and compared.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

Distribution = dict[str, float]
"""How likely each label is, from 0 to 1; the sum is 1."""


@dataclass(frozen=True)
class Chain:
    """The weights of a chain: ``states`` by feature and number of the label, ``steps`` from each label to each."""

    labels: tuple[str, ...]
    states: dict[str, tuple[tuple[int, float], ...]]
    steps: tuple[tuple[float, ...], ...]

    def distributions(self, members: Sequence[Iterable[str]]) -> list[Distribution]:
        """Return for each member of a sequence, given by its features, how likely each label is."""
        if not members:
            return []
        scores = [self._scores(features) for features in members]
        factors = [tuple(exp(step) for step in row) for row in self.steps]
        forward = self._pass(scores, tuple(zip(*factors, strict=True)))
        backward = self._pass(scores[::-1], tuple(factors))[::-1]
        found = []
        for before, after, score in zip(forward, backward, scores, strict=True):
            weights = [one * other / own for one, other, own in zip(before, after, score, strict=True)]
            whole = sum(weights)
            found.append({label: weight / whole for label, weight in zip(self.labels, weights, strict=True)})
        return found

    def _scores(self, features: Iterable[str]) -> list[float]:
        """Return the factor of each label by the features of one member, the largest 1."""
        sums = [0.0] * len(self.labels)
        for feature in features:
            for label, weight in self.states.get(feature, ()):
                sums[label] += weight
        largest = max(sums)
        return [exp(max(one - largest, _LEAST)) for one in sums]

    def _pass(self, scores: list[list[float]], into: tuple[tuple[float, ...], ...]) -> list[list[float]]:
        """Return the factors of each label at each member, with all that stands before it."""
        found = [scores[0]]
        for score in scores[1:]:
            last = found[-1]
            row = [own * sum(map(float.__mul__, last, steps)) for own, steps in zip(score, into, strict=True)]
            whole = sum(row)
            found.append([one / whole for one in row])
        return found


_LEAST = -60.0
"""The least logarithm of a factor: below it a label is as good as impossible, and division stays safe."""


def read_chain(path: Path) -> Chain:
    """Read the weights of a chain from a compressed text of tab-separated lines, as ``write_chain`` makes it."""
    labels: list[str] = []
    states: dict[str, tuple[tuple[int, float], ...]] = {}
    steps: list[tuple[float, ...]] = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        name, *cells = line.split("\t")
        if not name:
            labels.append(cells[0])
            steps.append(tuple(float(cell) for cell in cells[1:]))
        else:
            pairs = (cell.split(" ") for cell in cells)
            states[name] = tuple((int(label), float(weight)) for label, weight in pairs)
    return Chain(tuple(labels), states, tuple(steps))


def write_chain(chain: Chain, path: Path) -> None:
    """Write the weights of a chain: a line for each label with its steps, then one for each feature, in order."""
    lines = [
        "\t".join(["", label, *(f"{step:.3f}" for step in row)])
        for label, row in zip(chain.labels, chain.steps, strict=True)
    ]
    for name, pairs in sorted(chain.states.items()):
        lines.append("\t".join([name, *(f"{label} {weight:.3f}" for label, weight in pairs)]))
    path.write_bytes(gzip.compress("\n".join([*lines, ""]).encode(), mtime=0))
