"""Files on this machine."""

from __future__ import annotations

import os
import stat

from a11ynews.errors import SourceError

__all__ = ["read_file"]

# A pipe without a writer would make open() wait forever; Windows knows neither flag's sibling.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_file(path: str | os.PathLike[str], max_bytes: int | None = None) -> bytes:
    """Return a file's bytes.

    Args:
        path: The file. Folders, pipes and devices are refused: they may never end.
        max_bytes: Where to stop reading. One byte more than this is returned if the file is longer,
            so that whoever decodes it sees that it was. None reads all.

    Raises:
        SourceError: If it is not there, not a file, or not readable; the message says which.
    """
    try:
        return _read_regular(path, max_bytes)
    except FileNotFoundError:
        problem = "there is no such file: check the name"
    except IsADirectoryError:
        problem = "it is a folder: give the files in it"
    except PermissionError:
        problem = "reading it is not allowed: check the file's permissions"
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
    message = f"cannot read {os.fspath(path)!r}: {problem}"
    raise SourceError(message)


def _read_regular(path: str | os.PathLike[str], max_bytes: int | None) -> bytes:
    """Read a file that is one; asked of the open file, so that nobody can swap it in between."""
    descriptor = os.open(path, _FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not stat.S_ISREG(mode):
            message = "it is a pipe or a device: send its content to standard input"
            raise ValueError(message)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read() if max_bytes is None else file.read(max_bytes + 1)
    finally:
        os.close(descriptor)
