"""Style sheets, scripts and browser libraries.

Always true: what arrives is the file as it lies in the package; what the package holds packed by Brotli travels so to
whoever takes it.
"""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope


class Assets(StaticFiles):
    """Static files, some of them packed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at a path, packed where the package holds it so."""
        packed, stat = self.lookup_path(f"{path}.br")
        if stat is None or "br" not in Headers(scope=scope).get("accept-encoding", "") or not path.endswith(".js"):
            return await super().get_response(path, scope)
        told = {"Content-Encoding": "br", "Vary": "Accept-Encoding"}
        return FileResponse(Path(packed), headers=told, media_type="text/javascript", stat_result=stat)
