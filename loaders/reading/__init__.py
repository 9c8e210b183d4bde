"""Any file → Document: .txt, .md, .html, .pdf, .docx, .odt, folders and zips of these.

Always true: text comes as the source has it and every offset has a place in it; what cannot be read is an InputError
that says why and what to do. Importing this package loads no library of any format, and its readers when first used.
"""

from typing import TYPE_CHECKING, Any

from loaders.reading.document import Document, Place

if TYPE_CHECKING:
    from loaders.reading.files import read_all, read_bytes, read_file
    from loaders.reading.limits import LIMITS, Limits

__all__ = ["LIMITS", "Document", "Limits", "Place", "read_all", "read_bytes", "read_file"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from loaders.reading import files

    return getattr(files, name)
