"""Boxes pushed apart and put on pages.

Always true: no two boxes of a page overlap; a box keeps its side of its neighbours as far as there is room; equal
boxes give equal places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visualizations.drawing.shapes import Box

_ROUNDS = 80
_WIDER = 1.12
"""How much farther apart everything goes when pushing alone does not part the boxes."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Boxes that hang together, from (0, 0) on."""

    boxes: Mapping[str, Box]

    @property
    def width(self) -> float:
        """From its left edge to its right one."""
        return max(box.right for box in self.boxes.values())

    @property
    def height(self) -> float:
        """From its upper edge to its lower one."""
        return max(box.bottom for box in self.boxes.values())

    def moved(self, x: float, y: float) -> Cluster:
        """The same farther right and down."""
        return Cluster({id: Box(box.x + x, box.y + y, box.width, box.height) for id, box in self.boxes.items()})


def apart(at: Mapping[str, Point], sizes: Mapping[str, Point], scale: Point, gap: float) -> Cluster:
    """Boxes about points, pushed apart.

    In: the points; width and height of each box; how many points of the page a unit is wide and high; the gap between
    boxes. Out: the boxes; where they do not find room they go farther apart as a whole.
    """
    wide, high = scale
    while True:
        boxes = {
            id: Box(x * wide - sizes[id][0] / 2, y * high - sizes[id][1] / 2, *sizes[id]) for id, (x, y) in at.items()
        }
        if (parted := _pushed(boxes, gap)) is not None:
            left, top = min(box.x for box in parted.values()), min(box.y for box in parted.values())
            return Cluster(parted).moved(-left, -top)
        wide, high = wide * _WIDER, high * _WIDER


def _pushed(boxes: Mapping[str, Box], gap: float) -> dict[str, Box] | None:
    """Every two overlapping boxes moved apart the shorter way, again and again; None where that does not end."""
    held = dict(boxes)
    for _ in range(_ROUNDS):
        moved = False
        ids = sorted(held, key=lambda id: (held[id].x, id))
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                if held[other].x >= held[one].right + gap:
                    break
                if held[one].overlaps(held[other], gap - 0.01):
                    held[one], held[other] = _parted(held[one], held[other], gap)
                    moved = True
        if not moved:
            return {id: held[id] for id in boxes}
    return None


def _parted(a: Box, b: Box, gap: float) -> tuple[Box, Box]:
    """Two boxes moved half the overlap each."""
    right = (a.x + a.width / 2) <= (b.x + b.width / 2)
    below = (a.y + a.height / 2) <= (b.y + b.height / 2)
    dx = (a.right - b.x if right else b.right - a.x) + gap
    dy = (a.bottom - b.y if below else b.bottom - a.y) + gap
    if dx < dy:
        step = dx / 2 if right else -dx / 2
        return Box(a.x - step, a.y, a.width, a.height), Box(b.x + step, b.y, b.width, b.height)
    step = dy / 2 if below else -dy / 2
    return Box(a.x, a.y - step, a.width, a.height), Box(b.x, b.y + step, b.width, b.height)


@dataclass(slots=True)
class _Shelf:
    """A row of clusters, in which low ones stand below each other."""

    y: float
    height: float
    columns: list[tuple[float, float, float]]
    """Left edge, width and used height of each."""

    def place(self, cluster: Cluster, width: float, gap: float) -> Cluster | None:
        """The cluster where there is room for it in the row; None where there is none."""
        for at, (x, wide, used) in enumerate(self.columns):
            if cluster.width <= wide and used + gap + cluster.height <= self.height:
                self.columns[at] = (x, wide, used + gap + cluster.height)
                return cluster.moved(x, self.y + used + gap)
        x = self.columns[-1][0] + self.columns[-1][1] + gap if self.columns else 0.0
        if self.columns and (x + cluster.width > width or cluster.height > self.height):
            return None
        self.columns.append((x, cluster.width, cluster.height))
        return cluster.moved(x, self.y)


def packed(clusters: Sequence[Cluster], width: float, height: float, gap: float) -> list[list[Cluster]]:
    """Clusters on pages, in rows, the highest first.

    In: clusters; width and height of a page; the gap between them. Out: the clusters of each page in their places.
    """
    pages: list[list[Cluster]] = [[]]
    shelf: _Shelf | None = None
    for cluster in sorted(clusters, key=lambda one: (-one.height, -one.width, min(one.boxes))):
        placed = shelf.place(cluster, width, gap) if shelf else None
        if placed is None:
            y = shelf.y + shelf.height + gap if shelf else 0.0
            if pages[-1] and y + cluster.height > height:
                pages.append([])
                y = 0.0
            shelf = _Shelf(y, cluster.height, [])
            placed = shelf.place(cluster, width, gap)
        pages[-1].append(placed or cluster)
    return pages
