"""Where the links of a page lead: each asked of it in one way."""

from __future__ import annotations

from collections.abc import Sequence

from a11ynews.read.scene.features import Surroundings
from a11ynews.tree.page import Page

__all__ = ["address_of", "host_of", "leads_to"]


def address_of(page: Page, node: int, stop: int) -> str:
    """Return where the first link from a node up to a stop leads, else the link that is around it; "" without one."""
    link = next(page.find("a", node, stop), None)
    if link is None:
        link = next((above for above in page.ancestors(node) if page.tags[above] == "a"), None)
    return "" if link is None else page.attributes[link].get("href", "")


def leads_to(scene: Surroundings, asked: Sequence[int]) -> list[float]:
    """Return where the first link of each unit leads: 0 there is none, 1 same site, 2 the page itself, 3 elsewhere."""
    page, boxes, stops, linked = scene.page, scene.units.box, scene.units.stop, scene.units.link_chars
    own = host_of(page.url or "")
    return [_aim_of(address_of(page, boxes[unit], stops[unit]), own) if linked[unit] else 0.0 for unit in asked]


def _aim_of(href: str, own: str) -> float:
    if href[:1] == "#":
        return 2.0
    return 1.0 if host_of(href) in ("", own) else 3.0


def host_of(address: str) -> str:
    """Return the host of an address as it is written; "" of one without a host.

    Example:
        >>> host_of("https://news.example/a?b"), host_of("/a"), host_of("mailto:a@b.example")
        ('news.example', '', '')
    """
    _, mark, rest = address.partition("//")
    return rest.partition("/")[0].partition("?")[0] if mark else ""
