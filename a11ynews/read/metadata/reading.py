"""What is known of a page while its metadata are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11ynews.model.findings import Notice
from a11ynews.read.metadata.bylines import SeenByline
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.date_lines import SeenDate
from a11ynews.read.metadata.head import Line
from a11ynews.read.metadata.scan import Scan
from a11ynews.read.metadata.sites import SiteNames
from a11ynews.read.metadata.tag_lists import TagList
from a11ynews.read.metadata.titles import Title

__all__ = ["Reading"]


@dataclass(slots=True)
class Reading:
    """What is known while a page is read: its claims, then what is seen around its headline."""

    found: Scan
    claims: list[Claim]
    notices: list[Notice]
    addresses: list[str]
    sites: SiteNames
    language: str | None
    title: Title | None = None
    lines: list[Line] = field(default_factory=list)
    dates_seen: list[SeenDate] = field(default_factory=list)
    bylines: list[SeenByline] = field(default_factory=list)
    kicker: tuple[Line, str] | None = None
    topics: TagList | None = None
    section: Claim | None = None

    def of(self, name: str) -> list[Claim]:
        """Return the claims of a field, in order of trust."""
        return [claim for claim in self.claims if claim.field == name]
