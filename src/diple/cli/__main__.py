"""``python -m diple.cli``: the command where its script is not on the path."""

import sys

from diple.cli import main

if __name__ == "__main__":
    sys.exit(main())
