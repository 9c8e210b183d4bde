"""How much a file may ask of the machine. Always true: each limit is checked before the memory it guards is spent."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one reading; pass another instance to widen or tighten them."""

    file_bytes: int = 100 * MEGABYTE
    line_characters: int = 1_000_000
    markup_bytes: int = 32 * MEGABYTE
    """HTML, or one XML part of an office file: its tree takes many times its size."""
    package_bytes: int = 400 * MEGABYTE
    """All parts of an office file, unpacked."""
    pdf_pages: int = 5_000
    pdf_seconds: float = 120.0
    archive_members: int = 10_000
    archive_bytes: int = 1024 * MEGABYTE
    """All members of a zip, unpacked."""
    archive_text_bytes: int = 200 * MEGABYTE
    """All text that a zip gives, in UTF-8."""


LIMITS = Limits()
