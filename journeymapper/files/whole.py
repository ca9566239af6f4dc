"""Writing a file whole or not at all: beside it, flushed to the disk, then put in its place."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a neighbour of ``path`` for writing and put it in its place at the end.

    Whatever happens inside or to the machine, ``path`` holds either all of the old or all of the new; after
    an exception it is untouched and no neighbour is left. A link is followed, permissions are kept.

    Raises:
        OSError: the folder cannot be written to, the disk is full …
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    handle, name = _neighbour(target)
    neighbour = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        neighbour.chmod(_mode(target))
        neighbour.replace(target)
    except BaseException:
        with suppress(OSError):
            neighbour.unlink()
        raise
    _flush_folder(target.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all (see ``whole_file``)."""
    with whole_file(path) as stream:
        stream.write(data)


def _neighbour(target: Path) -> tuple[int, str]:
    try:
        return tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    except OSError as error:
        error.filename = str(target)  # the user knows this name, not the neighbour's
        raise


def _mode(target: Path) -> int:
    """Return the old file's permissions, or those the user's mask gives to a new one."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entry too, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
