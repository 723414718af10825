"""Which addresses may stand in an article.

Everything that writes an address asks here, so that there is one allow-list for all outputs. The
scheme is looked for after C0 controls, spaces, tabs and newlines are gone, as browsers do it.
"""

from __future__ import annotations

import re

__all__ = ["is_link_address", "is_media_address"]

_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WEB_SCHEMES = frozenset({"http", "https"})

# URL Standard, 4.4: leading C0 controls and spaces are stripped, tabs and newlines are removed
# anywhere. We take all controls away, DEL and C1 too: no honest address holds one.
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
# Pictures only: SVG is a document that can act.
_RASTER = re.compile(r"data:image/(?:avif|bmp|gif|jpeg|png|webp);base64,[A-Za-z0-9+/=%]*\Z")


def is_link_address(address: str) -> bool:
    r"""Tell whether a link may go there: http, https, mailto, tel, a fragment, or a relative address.

    Example:
        >>> is_link_address("https://example.org/"), is_link_address("#b3")
        (True, True)
        >>> is_link_address("java\tscript:alert(1)")
        False
    """
    return _is_allowed(address, _LINK_SCHEMES)


def is_media_address(address: str) -> bool:
    """Tell whether a picture or recording may come from there: http, https, or a raster data: picture.

    Example:
        >>> is_media_address("data:image/png;base64,AA=="), is_media_address("data:text/html,x")
        (True, False)
    """
    return _is_allowed(address, _WEB_SCHEMES) or _RASTER.match(address) is not None


def _is_allowed(address: str, schemes: frozenset[str]) -> bool:
    scheme = _scheme(address)
    return scheme in schemes or (scheme is None and _is_relative(address))


def _scheme(address: str) -> str | None:
    match = _SCHEME.match(_IGNORED.sub("", address))
    return match[1].lower() if match else None


def _is_relative(address: str) -> bool:
    """No scheme, and no colon that a lax reader could take for the end of one."""
    before_path = re.split(r"[/?#]", _IGNORED.sub("", address), maxsplit=1)[0]
    return ":" not in before_path
