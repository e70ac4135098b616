"""The worst of many findings, kept in little memory. Pure; knows no format."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Generic, TypeVar

from plainlang.findings import Finding

T = TypeVar("T")
Weight = tuple[float, ...]


def weight_of(finding: Finding) -> Weight:
    """Return how bad a finding is: severity first; one that a person must judge weighs less."""
    return finding.severity.rank, not finding.needs_review


class Worst(Generic[T]):
    """Keeps the `size` heaviest items of all that are added; of equals the first ones."""

    __slots__ = ("_count", "_heap", "size")

    def __init__(self, size: int) -> None:
        self.size = size
        self._heap: list[tuple[Weight, int, T]] = []
        self._count = 0

    def add(self, weight: Weight, item: T) -> None:
        """Take an item in, and let the lightest go when there are too many."""
        self._count += 1
        if len(self._heap) < self.size:
            heapq.heappush(self._heap, (weight, -self._count, item))
        elif self._heap:
            heapq.heappushpop(self._heap, (weight, -self._count, item))

    def wants(self, weight: Weight) -> bool:
        """Tell whether an item so heavy would be kept: saves making one that would not."""
        return len(self._heap) < self.size or (bool(self._heap) and weight > self._heap[0][0])

    def skip(self) -> None:
        """Count an item that was not wanted."""
        self._count += 1

    def __iter__(self) -> Iterator[T]:
        """Yield what was kept, the worst first."""
        return (item for _, _, item in sorted(self._heap, key=lambda e: e[:2], reverse=True))

    def __len__(self) -> int:
        return len(self._heap)

    @property
    def left_out(self) -> int:
        return self._count - len(self._heap)
