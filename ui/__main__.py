"""`python -m ui` is `loket`."""

from ui.cli import main

main()
