"""A file between us and a library in C."""

from __future__ import annotations

from typing import BinaryIO

__all__ = ["GuardedFile"]


class GuardedFile:
    """A binary file whose errors are kept for us, and which can be taken away from who writes to it.

    libsndfile and FFmpeg call a file from C, where an exception is at best printed; and both want to
    write their last words when they are closed, also into a file that nobody wants any more.

    Args:
        file: Can be written, sought in and read. It is never closed here.
    """

    def __init__(self, file: BinaryIO) -> None:
        """Begin without trouble."""
        self._file: BinaryIO | None = file
        self._trouble: OSError | None = None

    def let_go(self) -> None:
        """Touch the file no more, whatever is still asked for."""
        self._file = None

    def raise_trouble(self) -> None:
        """Raise what went wrong in a call from C.

        Raises:
            OSError: The first that the file raised.
        """
        if self._trouble is not None:
            raise self._trouble

    def write(self, data: bytes) -> int:
        """Write, if nothing has gone wrong so far."""
        if self._file is not None and self._trouble is None:
            try:
                self._file.write(data)
            except OSError as error:
                self._trouble = error
        return len(data)

    def read(self, size: int = -1) -> bytes:
        """Read."""
        return b"" if self._file is None else self._file.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Move to a place."""
        return 0 if self._file is None else self._file.seek(offset, whence)

    def tell(self) -> int:
        """Tell the place."""
        return 0 if self._file is None else self._file.tell()
