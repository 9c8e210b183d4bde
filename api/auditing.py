"""The audit as pages and routes ask for it.

Always true: what was put aside in the file beside the store is put aside here, too.
"""

from __future__ import annotations

from api.settings import Settings
from graph.store import GraphStore, beside
from queries.audit import audit
from queries.audit.suppression import SUPPRESSIONS, Reviewed, review
from queries.memory import remembered


def audited(store: GraphStore, settings: Settings, as_of: str | None = None) -> Reviewed:
    """The findings as of an ISO day (None: the last sitting's), those put aside apart. InputError for a bad file."""
    found = audit(store, as_of) if as_of else remembered(store, audit)
    path = beside(settings.store, SUPPRESSIONS)
    return review(found, path if path.is_file() else None)
