"""What people's judgements come to: which names are one case, and which never are.

Always true: a Ledger is a pure function of the set of its judgements, whatever their order; one that is undone counts
for nothing; judgements that contradict each other make no Ledger. Ids are those that a case of one name alone would
have, so what was judged outlives every reload, and a name that is not loaded still passes on what was said of it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.errors import InputError
from graph.judgement import Judged, Judgement
from loaders.identity.normal import normal_form

_CASE = "case:"
_APART = frozenset({Judgement.DIFFERENT, Judgement.BECAME})


class Contradiction(InputError):
    """Judgements that cannot all hold; ``judgements`` are they, the one that cannot stand beside the others first."""

    def __init__(self, judgements: Sequence[Judged]) -> None:
        first, *others = judgements
        told = "; ".join(map(said, others))
        super().__init__(f"{said(first)}, which contradicts: {told}. Undo one of them (yange undo ID)")
        self.judgements = tuple(judgements)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The judgements that hold and what follows from them. Make one with ``Ledger.of``."""

    judgements: tuple[Judged, ...] = ()
    """All of them, the undone ones, too."""
    _meanings: dict[str, str] = field(default_factory=dict)
    _foes: dict[str, frozenset[str]] = field(default_factory=dict)
    _open: frozenset[frozenset[str]] = frozenset()
    _judged: frozenset[str] = frozenset()
    successions: tuple[tuple[str, str], ...] = ()
    """Ids of which a person said that the first went on as the second, sorted."""

    @classmethod
    def of(cls, judgements: Iterable[Judged]) -> Ledger:
        """What judgements come to. In: judgements. Out: the ledger. Raises: Contradiction."""
        every = tuple(judgements)
        live = sorted((one for one in every if not one.undone), key=lambda one: one.id)
        meanings = _classes(live)
        apart: defaultdict[str, set[str]] = defaultdict(set)
        steps: set[tuple[str, str]] = set()
        for one in live:
            if one.judgement in _APART:
                left, right = _ends(one, meanings)
                apart[left].add(right)
                apart[right].add(left)
            if one.judgement is Judgement.BECAME:
                steps.add((canonical(one.left), canonical(one.right)))
        _refuse_contradictions(live, meanings)
        pairs = {frozenset(_ends(one, meanings)) for one in live if one.judgement is Judgement.UNSURE}
        foes = {meaning: frozenset(others) for meaning, others in apart.items()}
        judged = frozenset(meaning for one in live for meaning in _ends(one, meanings))
        return cls(every, meanings, foes, frozenset(pairs), judged, tuple(sorted(steps)))

    def meaning(self, id: str) -> str:
        """What stands for all ids that were judged the same."""
        return self._meanings.get(id, id)

    def foes(self, meaning: str) -> frozenset[str]:
        """The meanings that were judged another case."""
        return self._foes.get(meaning, frozenset())

    def classes(self) -> list[list[str]]:
        """Ids that were judged the same, two or more each, sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id in sorted(self._meanings):
            found[self._meanings[id]].append(id)
        return [found[meaning] for meaning in sorted(found)]

    def answers(self, left: str, right: str) -> bool:
        """Whether a person has looked at a pair, of ids or meanings, be it to leave it open."""
        x, y = self.meaning(left), self.meaning(right)
        return x == y or y in self.foes(x) or frozenset((x, y)) in self._open

    def touches(self, id: str) -> bool:
        """Whether any judgement that holds speaks of an id."""
        return self.meaning(id) in self._judged


def case_id(platform: str, name: str) -> str:
    """The id of a case that is known by one name alone.

    >>> case_id("雙北合作交流平臺", "「青創交流」合作案")
    'case:雙北合作交流平臺/青創交流'
    """
    return f"{_CASE}{platform}/{normal_form(name)}"


def canonical(id: str) -> str:
    """An id as the present normal form has it, be it written by hand or by an earlier version; ValueError for none."""
    platform, slash, name = id.removeprefix(_CASE).partition("/")
    if not id.startswith(_CASE) or not slash or not platform or not normal_form(name):
        raise ValueError(f"{id!r} is no id of a case; write case:PLATFORM/NAME")
    return case_id(platform, name)


def said(judged: Judged) -> str:
    """A judgement as a clause."""
    left, right = (f"「{id.removeprefix(_CASE)}」" for id in (judged.left, judged.right))
    words = {
        Judgement.SAME: f"{left} and {right} are the same",
        Judgement.DIFFERENT: f"{left} and {right} are different",
        Judgement.UNSURE: f"{left} and {right} are left open",
        Judgement.BECAME: f"{left} became {right}",
    }
    return f"{words[judged.judgement]} ({judged.id})"


def _ends(judged: Judged, meanings: dict[str, str]) -> tuple[str, str]:
    left, right = canonical(judged.left), canonical(judged.right)
    return meanings.get(left, left), meanings.get(right, right)


def _classes(live: Iterable[Judged]) -> dict[str, str]:
    """Every id that was judged the same as another → the first of all that are."""
    near = _same(live)
    found: dict[str, str] = {}
    for start in sorted(near):
        waiting = [] if start in found else [start]
        while waiting:
            id = waiting.pop()
            if id not in found:
                found[id] = start
                waiting += [other for other, _ in near[id]]
    return found


def _same(live: Iterable[Judged]) -> dict[str, list[tuple[str, Judged]]]:
    near: defaultdict[str, list[tuple[str, Judged]]] = defaultdict(list)
    for one in live:
        if one.judgement is Judgement.SAME:
            left, right = canonical(one.left), canonical(one.right)
            near[left].append((right, one))
            near[right].append((left, one))
    return near


def _refuse_contradictions(live: Sequence[Judged], meanings: dict[str, str]) -> None:
    """Contradiction for what is both same and not, both different and a succession, or a succession both ways."""
    steps: dict[tuple[str, str], Judged] = {}
    for one in live:
        if one.judgement is Judgement.BECAME:
            left, right = _ends(one, meanings)
            if (right, left) in steps:
                raise Contradiction([one, steps[right, left]])
            steps[left, right] = one
    for one in live:
        left, right = _ends(one, meanings)
        if one.judgement in _APART and left == right:
            raise Contradiction([one, *_path(canonical(one.left), canonical(one.right), _same(live))])
        if one.judgement is Judgement.DIFFERENT:
            step = steps.get((left, right)) or steps.get((right, left))
            if step:
                raise Contradiction([one, step])


def _path(start: str, end: str, near: dict[str, list[tuple[str, Judged]]]) -> list[Judged]:
    """The fewest judgements by which two ids are one case."""
    came: dict[str, tuple[str, Judged]] = {}
    waiting = deque([start])
    while waiting and end not in came:
        id = waiting.popleft()
        for other, one in near.get(id, ()):
            if other != start and other not in came:
                came[other] = id, one
                waiting.append(other)
    path: list[Judged] = []
    while end != start:
        end, one = came[end]
        path.append(one)
    return path[::-1]
