"""The command itself: nothing is imported before Ctrl+C is seen to."""

import sys


def main() -> int:
    """Run the program; return its exit code."""
    try:
        from journeymapper.app import main as start  # noqa: PLC0415  # see above

        return start()
    except KeyboardInterrupt:
        print("journeymapper: stopped", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
