"""What can be wrong with a file, in one line that names the file and the place."""

from pathlib import Path

from journeymapper.i18n import _, mark

_DISK_WORDS: dict[type[OSError], str] = {
    FileNotFoundError: mark("there is no such file or folder"),
    PermissionError: mark("permission denied"),
    IsADirectoryError: mark("this is a folder, not a file"),
    NotADirectoryError: mark("the path leads through a file that is not a folder"),
}


class BadFileError(ValueError):
    """A file holds what cannot be read: ``place`` says where in it, or is empty."""

    def __init__(self, path: Path | str, message: str, place: str = "") -> None:
        self.path, self.message, self.place = path, message, place
        super().__init__(": ".join(str(part) for part in (path, place, message) if part))


class NewerFileError(BadFileError):
    """A file was written by a later version of the program; ``version`` is the format it needs."""

    def __init__(self, path: Path | str, version: int, known: int) -> None:
        self.version = version
        super().__init__(
            path,
            _(
                "this map needs a newer journeymapper: "
                "it is of file format {version}, and this one reads up to {known}"
            ).format(version=version, known=known),
        )


def disk_words(error: OSError) -> str:
    """Return what went wrong with a disk, a folder or a permission, in one line that names the file."""
    name = error.filename2 or error.filename or ""
    reason = disk_reason(error)
    return f"{name}: {reason}" if name else reason


def disk_reason(error: OSError) -> str:
    """Return what went wrong with a disk, a folder or a permission, in one line without the file's name."""
    words = _DISK_WORDS.get(type(error))
    return _(words) if words else (error.strerror or str(error))
