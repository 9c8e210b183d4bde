"""What has been found out about a store, kept as long as the store holds the same.

Always true: what is remembered is what would be found now; a store that cannot tell whether it changed is asked anew
each time. What is remembered is shared: it is read, never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from graph.store import GraphStore

T = TypeVar("T")


@dataclass(slots=True)
class _Held:
    """All that is remembered of one edition of a store."""

    edition: Hashable
    found: dict[Callable[[GraphStore], Any], Any] = field(default_factory=dict)


_HELD: WeakKeyDictionary[GraphStore, _Held] = WeakKeyDictionary()
_LOCK = Lock()
"""Routes ask from several threads; the dictionary of weak keys is not made for that."""


def remembered(store: GraphStore, find: Callable[[GraphStore], T]) -> T:
    """What a function finds in a store.

    In: a store; a function of the store alone. Out: what it finds, or found before in the same edition of the store.
    """
    edition = store.edition()
    if edition is None:
        return find(store)
    with _LOCK:
        held = _HELD.get(store)
        if held is None or held.edition != edition:
            held = _HELD[store] = _Held(edition)
    if find not in held.found:
        held.found[find] = find(store)
    found: T = held.found[find]
    return found
