"""The colours of every picture.

Always true: text in any of these colours can be read on white and on the band (contrast at least 4.6 to 1, which the
tests compute by WCAG 2.2); no two things differ in colour alone.
"""

INK = "#1a2330"
MUTED = "#56616f"
GRID = "#d5dbe1"
BAND = "#f5f7f9"
PAPER = "#ffffff"

LANE = "#1c6a86"
ENDED = "#a11d2e"
MERGED = "#a94a10"
RENAMED = "#74449c"
SPLIT = "#9a3b78"
EXPANDED = "#26703c"
CARRIED = "#56616f"
INFERRED = "#7d5f12"

CITIES = ("#1c6a86", "#a94a10", "#26703c", "#74449c", "#9a3b78", "#7d5f12", "#a11d2e", "#445a9e")
"""Colours of bodies by city, in the order in which cities are listed."""
