"""What a site calls itself: needed to cut its name from titles and to know it among authors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from a11ynews.read.metadata.wording import words_of

__all__ = ["SiteNames", "host_of", "path_of"]

_SMALL = frozenset(
    {"and", "of", "the", "for", "und", "der", "die", "das", "de", "la", "le", "et", "y", "e", "a", "an", "in", "&"}
)
_NO_NAMES = frozenset(
    {
        "www",
        "com",
        "org",
        "net",
        "co",
        "news",
        "blog",
        "gov",
        "edu",
        "blogs",
        "docs",
        "en",
        "developer",
        "articles",
        "m",
    }
)
_KINDS = frozenset(("news", "blog", "online", "magazine", "radio", "tv", "nyheter", "nachrichten", "noticias"))
"""Words that a site's name may have behind what its host says: "ABC News" of abc.example."""
_MAX_WORDS = 7


def host_of(address: str | None) -> str:
    """Return the host of an address, "" for what is none.

    Example:
        >>> host_of("https://news.example.org/a"), host_of("http://[")
        ('news.example.org', '')
    """
    try:
        return (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""


def path_of(address: str | None) -> str:
    """Return the path of an address, "" for what is none."""
    try:
        return urlsplit(address or "").path
    except ValueError:
        return ""


class SiteNames:
    """The names of a site: those it declares, and what its host's name makes likely.

    Example:
        >>> names = SiteNames(["The Daily Cloud"], "www.osha.example")
        >>> names.is_name("THE DAILY CLOUD"), names.is_name("Occupational Safety and Health Administration")
        (True, True)
        >>> names.is_name("Rain in May")
        False
    """

    def __init__(self, declared: Iterable[str] = (), host: str = "", path: str = "") -> None:
        """Keep the names' letters.

        Args:
            declared: What the site calls itself.
            host: Of the page's address.
            path: Of the page's address: what is before its last part are sections.
        """
        self._sections = {"".join(words_of(part)) for part in path.strip("/").split("/")[:-1]} - {""}
        self._keys = {key for name in declared if (key := "".join(words_of(name)))}
        labels = [re.sub(r"[^a-z0-9]", "", label) for label in host.split(".")[:-1]]
        self._labels = [label for label in labels if label not in _NO_NAMES and len(label) > 1]
        if host:
            self._keys |= {
                host.replace(".", "").replace("-", ""),
                host.removeprefix("www.").replace(".", "").replace("-", ""),
            }

    def plus(self, names: Iterable[str]) -> SiteNames:
        """Return the same with further names."""
        more = SiteNames(names)
        more._keys |= self._keys
        more._labels = self._labels
        more._sections = self._sections
        return more

    def is_section(self, text: str) -> bool:
        """Return whether a text is a part of the page's address before the last: a forum, a category.

        Example:
            >>> SiteNames([], "forum.example", "/f/gardening/comments/12/rain").is_section("gardening")
            True
        """
        return "".join(words_of(text)) in self._sections

    def is_declared(self, text: str) -> bool:
        """Return whether a text is a name that the site declares, or its host."""
        key = "".join(words_of(text))
        return bool(key) and (key in self._keys or key.removeprefix("the") in self._keys or f"the{key}" in self._keys)

    def is_kind_of_site(self, text: str) -> bool:
        """Return whether a text is the site's name and what kind of site it is.

        Example:
            >>> SiteNames([], "www.abc.example").is_kind_of_site("ABC News")
            True
        """
        parts = words_of(text)
        return len(parts) > 1 and parts[-1] in _KINDS and "".join(parts[:-1]) in {*self._labels, *self._keys}

    def is_name(self, text: str) -> bool:
        """Return whether a text names the site, as declared or as its host makes likely."""
        parts = words_of(text)
        key = "".join(parts)
        if not key or len(parts) > _MAX_WORDS:
            return False
        if self.is_declared(text):
            return True
        if self.is_kind_of_site(text):
            return True
        initials = "".join(part[0] for part in parts if part not in _SMALL)
        return any(_names(key, initials, label) for label in self._labels)


def _names(key: str, initials: str, label: str) -> bool:
    """Whether letters are a host's label, or its initials, or share most of it."""
    if key == label or (len(label) > 2 and initials == label):  # noqa: PLR2004 - two letters prove nothing
        return True
    long = 4
    return (len(key) >= long and key in label and len(key) * 2 >= len(label)) or (
        len(label) >= long and label in key and len(label) * 3 >= len(key)
    )
