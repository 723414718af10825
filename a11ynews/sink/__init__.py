"""Where output goes: whole files or none, under names that are safe everywhere."""

from a11ynews.sink.file import new_file, write_file
from a11ynews.sink.folder import Folder
from a11ynews.sink.names import safe_name

__all__ = ["Folder", "new_file", "safe_name", "write_file"]
