"""How many pages read at which grade, drawn as SVG. Pure; no library, no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil, floor

_WIDTH, _HEIGHT = 480, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 8, 26, 44
_FIRST, _LAST = 1, 18


def bins(grades: Sequence[float]) -> list[tuple[int, int]]:
    """Return `(grade, number of pages)` from the lowest to the highest.

    A page of grade 8.0 counts as 8, one of 8.1 as 9, so that a target parts the bars; 18 stands for
    all that is higher.
    """
    counts = Counter(min(_LAST, max(_FIRST, ceil(grade))) for grade in grades)
    if not counts:
        return []
    return [(grade, counts[grade]) for grade in range(min(counts), max(counts) + 1)]


def grades_chart(grades: Sequence[float], target: float) -> str:
    """Return a bar chart of the pages' grades, with the target; "" without grades.

    The numbers stand in a table below it, for who cannot see the chart.
    """
    data = bins(grades)
    if not data:
        return ""
    while len(data) < 6:  # a few bars should not fill the whole width
        data.append((data[-1][0] + 1, 0))
    most = max(number for _, number in data)
    step = (_WIDTH - _LEFT - _RIGHT) / len(data)
    room = _HEIGHT - _TOP - _BOTTOM
    base = _HEIGHT - _BOTTOM
    parts = []
    for index, (grade, number) in enumerate(data):
        x = _LEFT + index * step
        height = room * number / most
        middle = x + step / 2
        if number:
            kind = "fine" if grade <= target else "over"
            parts.append(f'<rect class="{kind}" x="{x + step * 0.12:.1f}" y="{base - height:.1f}"'
                         f' width="{step * 0.76:.1f}" height="{height:.1f}" rx="2"/>'
                         f'<text x="{middle:.1f}" y="{base - height - 6:.1f}">{number:,}</text>')  # fmt: skip
        parts.append(f'<text class="axis" x="{middle:.1f}" y="{base + 18}">{_label(grade)}</text>')
    parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{base}" y2="{base}"/>')
    parts.append(f'<text class="axis" x="{_WIDTH / 2}" y="{_HEIGHT - 5}">Reading grade</text>')
    parts.append(_target(data, target, step, base))
    read = sum(grade <= target for grade in grades)
    words = (
        f"Bar chart of the reading grade of {len(grades):,} pages. {read:,} read at the target,"
        f" grade {target:g}, or below."
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{words}">'
        f"{''.join(parts)}</svg>"
    )


def _target(data: list[tuple[int, int]], target: float, step: float, base: int) -> str:
    """Return the line between what meets the target and what does not, if it is in the chart."""
    edge = floor(target) + 1 - data[0][0]
    if not 0 < edge < len(data):
        return ""
    x = _LEFT + edge * step
    return (
        f'<line class="target" x1="{x:.1f}" x2="{x:.1f}" y1="4" y2="{base}"/>'
        f'<text class="goal" x="{x - 6:.1f}" y="14">target: {target:g}</text>'
    )


def _label(grade: int) -> str:
    return f"{grade}+" if grade == _LAST else str(grade)


def grades_table(grades: Sequence[float]) -> str:
    """Return the chart's numbers as a table."""
    rows = "".join(
        f'<tr><th scope="row">{_label(grade)}</th><td class="num">{number:,}</td></tr>'
        for grade, number in bins(grades)
    )
    return (
        '<details><summary>The same as numbers</summary><table aria-label="Pages of each grade">'
        "<thead><tr>"
        '<th scope="col">Grade</th><th scope="col" class="num">Pages</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details>"
    )
