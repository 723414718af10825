"""``python -m a11ynews`` is the command ``a11ynews``."""

from __future__ import annotations

import sys

from a11ynews.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
