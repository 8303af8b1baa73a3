"""``python -m wortfeld``: the command line."""

import sys

from wortfeld.cli import main

if __name__ == "__main__":
    sys.exit(main())
