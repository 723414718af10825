"""How much of a page is read at most, so that time and memory stay in proportion to the input.

Over a limit, the part within it is read and ``page.notices`` says so; whoever would rather have
an error asks for ``strict``. The defaults are far above real pages: of 923 pages
(../shared/corpora) the largest has 34,445 nodes, and none nests deeper than 55.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from a11ynews.errors import LimitError, UsageError
from a11ynews.model.findings import Notice

__all__ = ["Limits"]

MOST_NODES = 400_000
FREE_NODES = 60_000
BYTES_PER_NODE = 64
"""Read and written in every form, a node takes up to 1.7 kB: the peak stays below 30 times the page and 100 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one page.

    Attributes:
        max_bytes: Bytes of a file or body; of markup given as ``str``, its characters. What comes
            after them is not read.
        max_nodes: Elements and text nodes. The rest of the page, in document order, is not read. None is in
            proportion to the markup, so that memory is: 60,000 and one more for each 64 bytes, at most
            400,000. Of 923 pages (../shared/corpora) none has more than a quarter of that.
        max_depth: Elements inside each other. What is deeper is kept, as children of the deepest
            element allowed: no text is lost. Browsers stop at 512, and ``lxml`` reads no deeper than 2,046.
        max_text: Characters of text, scripts and styles included. The rest is not read.
        max_json_ld: Characters of one script of data, as JSON-LD. A longer one is not read. The longest
            honest one in the corpora has 0.4 million.
        max_seconds: CPU seconds of the reading thread. A page that would take longer is read in part:
            the rest of the work is foreseen from what its tree cost. A parser is never interrupted;
            ``max_bytes`` bounds it.
        strict: Raise :class:`~a11ynews.errors.LimitError` instead of reading a part.

    Raises:
        UsageError: If a bound is below 1.

    Example:
        >>> Limits(max_depth=600).max_depth
        600
    """

    max_bytes: int = 64 * 1024 * 1024
    max_nodes: int | None = None
    max_depth: int = 512
    max_text: int = 32 * 1024 * 1024
    max_json_ld: int = 2_000_000
    max_seconds: float = 120.0
    strict: bool = False

    def __post_init__(self) -> None:
        """Refuse bounds that leave nothing to read."""
        for name in ("max_bytes", "max_nodes", "max_depth", "max_text", "max_json_ld"):
            value = getattr(self, name)
            if value is not None and value < 1:
                msg = f"{name} is {value}, and has to be at least 1"
                raise UsageError(msg)
        if not self.max_seconds > 0:  # NaN is refused as well
            msg = f"max_seconds is {self.max_seconds}, and has to be above 0"
            raise UsageError(msg)

    @property
    def nodes(self) -> int:
        """The most nodes where nothing is known of the size of the markup."""
        return MOST_NODES if self.max_nodes is None else self.max_nodes

    def for_size(self, size: int) -> Limits:
        """Return these limits with the number of nodes settled for markup of so many bytes.

        Example:
            >>> Limits().for_size(640_000).nodes, Limits(max_nodes=9).for_size(640_000).nodes
            (70000, 9)
        """
        if self.max_nodes is not None:
            return self
        return replace(self, max_nodes=min(MOST_NODES, FREE_NODES + size // BYTES_PER_NODE))

    def hit(self, name: str, message: str) -> Notice:
        """Return the notice for a limit that was hit.

        Args:
            name: Which one, as the notice's kind: "depth" gives "limit-depth", "json_ld" "limit-json-ld".
            message: What was done about it, in one sentence.

        Raises:
            LimitError: If the caller asked for strictness.
        """
        if self.strict:
            msg = f"{message} Raise the limit max_{name}, or read without strict."
            raise LimitError(msg)
        return Notice(kind=f"limit-{name.replace('_', '-')}", message=message)
