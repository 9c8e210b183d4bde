"""Zip packages with equal bytes for equal content.

Always true: every entry has the same day and the same rights, whatever the clock and the machine.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name."""
_RIGHTS = 0o644 << 16


def undated(data: bytes) -> bytes:
    """The same package, in the same order, without its clock; what was stored without compression stays so."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            written = ZipInfo(entry.filename, _DAY)
            written.external_attr = _RIGHTS
            written.create_system = 3
            written.compress_type = ZIP_STORED if entry.compress_type == ZIP_STORED else ZIP_DEFLATED
            target.writestr(written, source.read(entry))
    return out.getvalue()
