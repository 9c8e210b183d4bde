"""What can go wrong when a picture or a report becomes a file.

::

    YangeError
    └── FontError                8   no font with Chinese characters is there
"""

from __future__ import annotations

from graph.errors import YangeError


class FontError(YangeError):
    """No font that draws the text; the message says how to get one. Text is never left blank instead."""

    exit_code = 8
