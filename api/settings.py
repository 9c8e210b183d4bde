"""What an application is told when it starts.

Always true: settings are values; nothing reads the environment later than ``from_environment``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import InputError


@dataclass(frozen=True, slots=True)
class Settings:
    """Which store is served, and to whom."""

    store: str = "yange.kgl"
    token: str | None = None
    """Asked for by everything but health and readiness; None: nobody is asked."""
    hosts: tuple[str, ...] = ()
    """Names by which the server may be called; none: any. Keeps other people's pages from asking through a browser."""
    query_seconds: float = 10.0
    """How long a question in Cypher may take."""
    query_rows: int = 10_000
    """How many rows it may give."""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from YANGE_STORE, YANGE_TOKEN, YANGE_HOSTS (with commas), YANGE_QUERY_SECONDS and YANGE_QUERY_ROWS.

    Raises: InputError for a number that is none.
    """
    usual = Settings()
    return Settings(
        store=environment.get("YANGE_STORE") or usual.store,
        token=environment.get("YANGE_TOKEN") or None,
        hosts=tuple(filter(None, (host.strip() for host in environment.get("YANGE_HOSTS", "").split(",")))),
        query_seconds=_number(environment, "YANGE_QUERY_SECONDS", usual.query_seconds),
        query_rows=int(_number(environment, "YANGE_QUERY_ROWS", usual.query_rows)),
    )


def to_environment(settings: Settings) -> dict[str, str]:
    """The same settings as another process reads them."""
    return {
        "YANGE_STORE": settings.store,
        "YANGE_TOKEN": settings.token or "",
        "YANGE_HOSTS": ",".join(settings.hosts),
        "YANGE_QUERY_SECONDS": str(settings.query_seconds),
        "YANGE_QUERY_ROWS": str(settings.query_rows),
    }


def _number(environment: Mapping[str, str], name: str, usual: float) -> float:
    told = environment.get(name)
    try:
        found = float(told) if told else usual
    except ValueError:
        found = 0
    if not 0 < found < float("inf"):
        raise InputError(f"{name} is {told!r}; set it to a number above 0, such as {usual:g}")
    return found
