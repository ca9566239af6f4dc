"""Writing a file whole or not at all: beside it, flushed to the disk, then put in its place."""

import errno
import os
import secrets
import stat
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
    _check_target(target, path)
    neighbour = target.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with neighbour.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _keep_permissions(target, neighbour)
        neighbour.replace(target)
    except BaseException as error:
        with suppress(OSError):
            neighbour.unlink()
        if isinstance(error, OSError) and error.filename in {None, str(neighbour)}:
            error.filename, error.filename2 = str(path), None  # the name that the user knows
        raise
    _flush_folder(target.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all (see ``whole_file``)."""
    with whole_file(path) as stream:
        stream.write(data)


def _check_target(target: Path, path: Path) -> None:
    """Refuse what is no ordinary file, and a file marked as not to be written."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _keep_permissions(target: Path, neighbour: Path) -> None:
    """Give the new file the permissions of the old one; some network disks know none."""
    with suppress(OSError):
        neighbour.chmod(stat.S_IMODE(target.stat().st_mode))


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entry too, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
