"""Where graphs are kept: one protocol, one place that knows which store an address means.

Always true: an address is a path of a file (the embedded store) or the URL of a server (Neo4j); nothing but
this module tells them apart.
"""

from __future__ import annotations

import re
from pathlib import Path

from graph.errors import StoreError
from graph.store.protocol import MAX_ROWS, TIMEOUT_MS, GraphStore, Result

__all__ = ["MAX_ROWS", "TIMEOUT_MS", "GraphStore", "Result", "beside", "open_store"]

_SERVERS = frozenset(f"{scheme}{tls}" for scheme in ("bolt", "neo4j") for tls in ("", "+s", "+ssc"))
_URL = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def open_store(address: str | Path, *, write: bool = False) -> GraphStore:
    """Open the store at a path or URL.

    In: the address, and whether to write; a file that is not there is made when writing. Out: the store.
    Raises: StoreError when it cannot be opened, or another process writes it.
    """
    if url := _URL.match(str(address)):
        if url[1].lower() not in _SERVERS:
            raise StoreError(f"no store is known by {url[1]}://; name a file, such as yange.kgl, or bolt://host:7687")
        if "@" in str(address):
            raise StoreError("a store's address holds no user and password; set NEO4J_USERNAME and NEO4J_PASSWORD")
        from graph.store.bolt import BoltStore

        return BoltStore(str(address), write=write)
    from graph.store.embedded import EmbeddedStore

    return EmbeddedStore(Path(address), write=write)


def beside(address: str | Path, ending: str) -> Path:
    """A file that goes with a store: the one beside it, of a server the one in the working folder.

    >>> beside("minutes/taipei.kgl", ".ledger.csv").as_posix(), beside("bolt://here:7687", ".ledger.csv").as_posix()
    ('minutes/taipei.ledger.csv', 'yange.ledger.csv')
    """
    if _URL.match(str(address)):
        return Path("yange" + ending)
    path = Path(address)
    return path.with_name(path.name.removesuffix(".kgl") + ending)
