"""Atomic files: the old content or the new, never half of one."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["new_file", "write_file"]


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file at once: a temporary file beside it, flushed to disk, then renamed.

    An old file's permissions are kept. A pipe or a device (``/dev/stdout``) is written straight. A
    symbolic link is replaced and not followed, so that a link in a folder of outputs leads nowhere.

    Args:
        path: The file to write; its folder must be there.
        data: The whole content.

    Raises:
        OSError: If it cannot be written. Then the old file is as it was and no temporary is left.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_file(Path(folder) / "story.txt", b"Words.")
        ...     sorted(entry.name for entry in Path(folder).iterdir())
        ['story.txt']
    """
    target = Path(path)
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    with new_file(target) as file:
        file.write(data)


@contextmanager
def new_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Give a file to be written bit by bit, which takes its place only when the block ends without an error.

    It can be read and sought in, and is flushed to disk in the end. As for :func:`write_file`, an old
    file's permissions are kept and a symbolic link is replaced.

    Args:
        path: The file to write; its folder must be there.

    Raises:
        OSError: If it cannot be written. Then the old file is as it was and no temporary is left.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with new_file(Path(folder) / "story.txt") as file:
        ...         _ = file.write(b"Words.")
        ...     (Path(folder) / "story.txt").read_bytes()
        b'Words.'
    """
    target = Path(path)
    temporary = target.with_name(f".{secrets.token_hex(8)}.a11ynews.tmp")
    try:
        with temporary.open("x+b") as file:
            mode = _mode_of(target)
            if mode is not None:
                temporary.chmod(mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _mode_of(target: Path) -> int | None:
    """Permissions of the file to be replaced; None leaves a new file to the user's umask."""
    try:
        return stat.S_IMODE(target.lstat().st_mode) if not target.is_symlink() else None
    except FileNotFoundError:
        return None


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
