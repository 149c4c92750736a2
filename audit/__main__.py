"""The command `audit`, and `python -m audit`: interrupted while it is still being loaded, it ends without a traceback."""

from __future__ import annotations

import sys

__all__ = ["main"]

_INTERRUPTED = 130
"""What a shell says of a command that Ctrl-C has ended."""


def main() -> None:
    try:
        from audit.cli import main as run
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
