"""Style sheets, scripts and browser libraries.

Always true: a file is sent as it lies in the package; large ones are sent packed to whoever takes gzip, and are packed
once.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_LARGE = 20_000
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css"}


class Assets(StaticFiles):
    """Static files, some of them packed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at a path; packed where that is worth it."""
        found, stat = self.lookup_path(path)
        kind = _TYPES.get(Path(found).suffix)
        accepted = Headers(scope=scope).get("accept-encoding", "")
        if stat is None or kind is None or stat.st_size < _LARGE or "gzip" not in accepted:
            return await super().get_response(path, scope)
        packed = _packed(found, stat.st_mtime_ns)
        return Response(packed, media_type=kind, headers={"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})


@lru_cache(maxsize=32)
def _packed(path: str, changed: int) -> bytes:
    """A file's bytes packed; ``changed`` makes a file that was written anew another one."""
    return gzip.compress(Path(path).read_bytes(), 9, mtime=0)
