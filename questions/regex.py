"""Regular expressions that are compiled when they are first used.

There are hundreds, which together take longer to compile than all else takes to start, and one command uses few.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """Looks like a compiled pattern; the first call compiles it, and those that follow are as fast as the pattern's."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but a mistake in the pattern is an error only at its first use."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
