"""Style sheets, scripts and browser libraries.

Always true: what arrives is the file as it lies in the package; large ones travel packed, by Brotli where the package
holds them so and the browser takes it, else by gzip, packed once.
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
        if stat is None or kind is None or stat.st_size < _LARGE:
            return await super().get_response(path, scope)
        for encoding, packed in _PACKED.items():
            if encoding in Headers(scope=scope).get("accept-encoding", ""):
                held = packed(found, stat.st_mtime_ns)
                if held is not None:
                    told = {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
                    return Response(held, media_type=kind, headers=told)
        return await super().get_response(path, scope)


@lru_cache(maxsize=32)
def _zipped(path: str, changed: int) -> bytes | None:
    """A file's bytes packed; ``changed`` makes a file that was written anew another one."""
    return gzip.compress(Path(path).read_bytes(), 9, mtime=0)


@lru_cache(maxsize=32)
def _as_built(path: str, changed: int) -> bytes | None:
    """The file as the package was built with it, packed; None where it was not."""
    packed = Path(f"{path}.br")
    return packed.read_bytes() if packed.is_file() else None


_PACKED = {"br": _as_built, "gzip": _zipped}
"""The ways to pack a file, the tightest first."""
