"""Yange (沿革): minutes of cooperation platforms as a graph whose every statement can be checked.

Always true: importing this costs nothing; what does the work is imported when it is first asked for.

``yange.open("minutes.kgl")`` gives a ``Knowledge``; its docstring shows how to load and ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yange.knowledge import Knowledge, open, samples

__version__ = "0.1.0"
__all__ = ["Knowledge", "__version__", "open", "samples"]


def __getattr__(name: str) -> Any:
    if name in ("Knowledge", "open", "samples"):
        from yange import knowledge

        return getattr(knowledge, name)
    raise AttributeError(f"module 'yange' has no attribute {name!r}")
