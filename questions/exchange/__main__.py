"""``python -m questions.exchange``: a file on standard input → what it gives as one JSON object on standard output.

For programs that read files of strangers: it runs apart from them, within limits of processor time and memory, and
opens and writes nothing. Exit status 0; 2 with a sentence on standard error for what is no file of questions.
"""

from __future__ import annotations

import json
import resource
import sys

from questions.exchange import UnreadableFile, read, recognised
from questions.exchange.serial import imported_to_json

CPU_SECONDS = 8
"""What loading the library takes included, which is about one."""
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space; the processes that are started count about 300 MB before they read anything."""


def main() -> int:
    _limit()
    content = sys.stdin.buffer.read()
    try:
        form = recognised(content)
        found = imported_to_json(read(content, format=form))
    except UnreadableFile as reason:
        sys.stderr.buffer.write(str(reason).encode())
        return 2
    sys.stdout.buffer.write(json.dumps({"format": str(form), **found}).encode())
    return 0


def _limit() -> None:
    """Take less of the machine from here on than a file could ask for."""
    for kind, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least))


if __name__ == "__main__":
    sys.exit(main())
