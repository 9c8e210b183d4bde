"""What an application is told when it starts.

Always true: settings are values; nothing reads the environment later than ``from_environment``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Which store is served, and to whom."""

    store: str = "yange.kgl"
    token: str | None = None
    """Asked for in ``Authorization: Bearer …`` by everything but health and readiness; None: nobody is asked."""
    query_seconds: float = 10.0
    """How long a question in Cypher may take."""
    query_rows: int = 10_000
    """How many rows it may give."""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from YANGE_STORE, YANGE_TOKEN, YANGE_QUERY_SECONDS and YANGE_QUERY_ROWS; ValueError for no number."""
    usual = Settings()
    return Settings(
        store=environment.get("YANGE_STORE", usual.store),
        token=environment.get("YANGE_TOKEN") or None,
        query_seconds=float(environment.get("YANGE_QUERY_SECONDS", usual.query_seconds)),
        query_rows=int(environment.get("YANGE_QUERY_ROWS", usual.query_rows)),
    )
