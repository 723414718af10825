"""Files on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from a11ynews.errors import SourceError

__all__ = ["read_file"]


def read_file(path: str | os.PathLike[str]) -> bytes:
    """Return a file's bytes.

    Args:
        path: The file. Pipes and devices are read to their end.

    Raises:
        SourceError: If it is not there, not a file, or not readable; the message says which.
    """
    try:
        return Path(path).read_bytes()
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
