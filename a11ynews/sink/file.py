"""Atomic files: the old content or the new, never half of one."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

__all__ = ["write_file"]


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
    temporary = target.with_name(f".{secrets.token_hex(8)}.a11ynews.tmp")
    try:
        _write_new(temporary, data, _mode_of(target))
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


def _write_new(temporary: Path, data: bytes, mode: int | None) -> None:
    with temporary.open("xb") as file:
        if mode is not None:
            temporary.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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
