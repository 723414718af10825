"""A folder of outputs: unique names, and nothing overwritten unless asked."""

from __future__ import annotations

import os
from pathlib import Path

from a11ynews.errors import UsageError
from a11ynews.sink.file import write_file
from a11ynews.sink.names import safe_name

__all__ = ["Folder"]


class Folder:
    """A folder that outputs go to, one file each.

    Args:
        path: The folder; made when the first file is written.
        force: Whether files that are there already may be replaced.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as path:
        ...     folder = Folder(path)
        ...     [folder.write(folder.claim("index", ".txt"), b"x").name for _ in range(2)]
        ['index.txt', 'index-2.txt']
    """

    def __init__(self, path: str | os.PathLike[str], *, force: bool = False) -> None:
        """Take the folder; nothing is made or written yet."""
        self.path = Path(path)
        self.force = force
        self._claimed: set[str] = set()

    def claim(self, title: str, suffix: str) -> Path:
        """Return a path in the folder that no other claim of this run has.

        Names that differ only in case count as the same: on macOS and Windows they are.

        Args:
            title: What the name is made of; see :func:`~a11ynews.sink.names.safe_name`.
            suffix: With its dot.

        Raises:
            UsageError: If the file is there already and ``force`` is off.
        """
        stem, number = safe_name(title), 1
        name = stem + suffix
        while name.casefold() in self._claimed:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._claimed.add(name.casefold())
        path = self.path / name
        if not self.force and os.path.lexists(path):
            message = f"{os.fspath(path)!r} is there already: choose another folder, or replace it with --force"
            raise UsageError(message)
        return path

    def write(self, path: Path, data: bytes) -> Path:
        """Write a claimed file, atomically, and return its path.

        Raises:
            OSError: If it cannot be written.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        write_file(path, data)
        return path
