"""``python -m yange`` is ``yange``."""

from yange.cli import main

main()
