"""Already scraped plain text to an article: residue off both ends, structure found again.

Lines become chunks (``chunks.py``), each chunk gets a verdict beside it (``judge.py``): residue with
a reason, header, or story; and the story's chunks become blocks (``build.py``).
"""

from a11ynews.read.plain.reader import read_plain

__all__ = ["read_plain"]
