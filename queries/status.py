"""What cases are as of a day.

Always true: the rule is ``graph.build.status`` and stands nowhere else; for the end of all that is known the answer is
the ``status`` that the graph itself keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.build.status import Event, Standing, standing
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Level
from queries.catalogue import Row, ask
from queries.memory import remembered

__all__ = ["Standing", "standings"]

_Series = tuple[str, str, str]
_WITHOUT_GROUP = (Level.MAYOR, Level.DEPUTY_MAYOR)


def standings(store: GraphStore, cases: Iterable[str] | None = None, as_of: str | None = None) -> dict[str, Standing]:
    """Where cases stand as of a day.

    In: a store; ids of cases (None: all of them); an ISO day (None: the end of all that is known). Out: standings by
    case, without the cases to whom nothing had happened yet.
    """
    if cases is None and as_of is None:
        return dict(remembered(store, _present))
    return _stood(store, remembered(store, _every_history) if cases is None else _histories(store, cases), as_of)


def _present(store: GraphStore) -> dict[str, Standing]:
    """Where every case stands at the end of all that is known."""
    return _stood(store, remembered(store, _every_history), None)


def _every_history(store: GraphStore) -> dict[str, list[Row]]:
    return _histories(store, (row["id"] for row in ask(store, "names") if row["label"] == Label.CASE))


def _histories(store: GraphStore, cases: Iterable[str]) -> dict[str, list[Row]]:
    """What happened to each of these cases."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "histories", cases=sorted(set(cases))):
        found[row["case"]].append(row)
    return found


def _stood(store: GraphStore, histories: dict[str, list[Row]], as_of: str | None) -> dict[str, Standing]:
    sittings, days = remembered(store, _sittings)
    found = {case: _standing(rows, sittings, days, as_of) for case, rows in histories.items()}
    return {case: stands for case, stands in found.items() if stands is not None}


def _standing(
    rows: list[Row], sittings: dict[str, Row], days: dict[_Series, list[str]], as_of: str | None
) -> Standing | None:
    """Where one case stands; its group is that of the working-group sittings that spoke of it, else whoever did."""
    spoke = {_series(sittings[row["meeting"]]) for row in rows if row["meeting"] in sittings}
    own = {series for series in spoke if series[1] == Level.WORKING_GROUP} or spoke
    happened = [Event(EdgeType(row["type"]), row["date"] or row["reported"]) for row in rows]
    return standing(happened, [day for series in own for day in days[series]], as_of)


def _series(sitting: Row) -> _Series:
    return (sitting["platform"] or "", sitting["level"] or "", sitting["group"] or "")


def _sittings(store: GraphStore) -> tuple[dict[str, Row], dict[_Series, list[str]]]:
    """The sittings by their ids, and the days on which each series sat."""
    sittings = {row["id"]: row for row in ask(store, "sittings")}
    days: dict[_Series, list[str]] = {_series(sitting): [] for sitting in sittings.values()}
    for sitting in sittings.values():
        series = _series(sitting)
        if sitting["date"] and series[0] and (series[2] or series[1] in _WITHOUT_GROUP):
            days[series].append(sitting["date"])
    return sittings, days
