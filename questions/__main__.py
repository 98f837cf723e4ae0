"""``python -m questions``."""

from __future__ import annotations

import sys

from questions.commandline import main

if __name__ == "__main__":
    sys.exit(main())
