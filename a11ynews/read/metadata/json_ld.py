"""Claims from JSON-LD: any shape, any type, never trusted to be what schema.org says.

Only the nodes that can be the story are read: top values, members of lists and ``@graph``, and
what ``mainEntity`` leads to. What hangs below (comments, related items, list entries) is not it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from a11ynews.model.findings import Notice
from a11ynews.read.metadata.claims import Claim
from a11ynews.read.metadata.json_text import Json, loads
from a11ynews.read.metadata.wording import clean

__all__ = ["JsonLd", "read_json_ld"]

Item = dict[str, Json]

_MAX_ITEMS = 2_000
_MAX_NAMES = 60
_MAX_CRUMBS = 20
_STORY, _WORK, _PAGE = 3, 2, 1
_WORKS = frozenset({
    "report", "recipe", "howto", "review", "claimreview", "creativework", "videoobject", "audioobject",
    "podcastepisode", "course", "book", "chapter", "guide", "learningresource", "question", "imagegallery",
    "mediagallery",
})  # fmt: skip
_FIELDS = {
    "title": ("headline", "name"),
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "modified": ("dateModified",),
    "section": ("articleSection",),
    "language": ("inLanguage",),
    "summary": ("description",),
    "licence": ("license",),
}


_NAMES = (
    ("authors", "author"),
    ("authors", "creator"),
    ("site_name", "publisher"),
    ("tags", "keywords"),
    ("tags", "about"),
    ("tags", "mentions"),
)
_NAMING = ("@value", "name", "alternateName", "@id", "url")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")


@dataclass(slots=True)
class JsonLd:
    """Claims, and what was odd."""

    claims: list[Claim] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def read_json_ld(scripts: list[str], addresses: frozenset[str] = frozenset()) -> JsonLd:
    """Return what the page's JSON-LD claims about the story.

    Args:
        scripts: Texts of the scripts, in order.
        addresses: The page's own addresses; a node that names one of them is preferred.

    Example:
        >>> read_json_ld(['{"@type": "NewsArticle", "headline": "Rain", "author": {"name": "A. Cloud"}}']).claims
        ... # doctest: +NORMALIZE_WHITESPACE
        [Claim(field='title', value='Rain', source='json-ld', node=-1),
         Claim(field='authors', value='A. Cloud', source='json-ld', node=-1)]
    """
    read = JsonLd()
    values: list[Json] = []
    for script in scripts:
        found = loads(script)
        if not found and script.strip():
            read.notices.append(Notice(kind="json-ld-broken", message="A block of JSON-LD cannot be read."))
        values += found
    items = list(_items(values))
    by_id = {key: item for item in items if isinstance(key := item.get("@id"), str) and len(item) > 1}
    for item, source in _stories(items, addresses):
        read.claims += _claims(item, source, by_id)
    for item in items:
        if "website" in _types(item) and (name := _text(item.get("name"))):
            read.claims.append(Claim("site_name", name, "json-ld website"))
        elif "breadcrumblist" in _types(item):
            read.claims += [Claim("crumb", name, "json-ld breadcrumb") for name in _crumbs(item)]
    return read


def _items(values: list[Json]) -> Iterator[Item]:
    """Yield the nodes that can be the story, in document order."""
    stack: list[Json] = list(reversed(values))
    count = 0
    while stack and count < _MAX_ITEMS:
        value = stack.pop()
        count += 1
        if isinstance(value, list):
            stack += reversed(value[:_MAX_ITEMS])
        elif isinstance(value, dict):
            yield value
            stack += [value[key] for key in ("mainEntityOfPage", "mainEntity", "@graph") if key in value]


def _types(item: Item) -> list[str]:
    declared = item.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return [name.rpartition("/")[2].rpartition(":")[2].lower() for name in names if isinstance(name, str)]


def _rank(item: Item) -> int:
    ranks = [0]
    for name in _types(item):
        if name.endswith(("article", "posting")):
            ranks.append(_STORY)
        elif name in _WORKS:
            ranks.append(_WORK)
        elif name.endswith("page"):
            ranks.append(_PAGE)
    return max(ranks)


def _stories(items: list[Item], addresses: frozenset[str]) -> Iterator[tuple[Item, str]]:
    """Yield the best node of each rank: the story itself, the work, the page around it."""
    for rank, source in ((_STORY, "json-ld"), (_WORK, "json-ld work"), (_PAGE, "json-ld page")):
        nodes = [item for item in items if _rank(item) == rank]
        if nodes:
            yield (
                max(nodes, key=lambda item: (_is_here(item, addresses), "datePublished" in item, "author" in item)),
                source,
            )


def _is_here(item: Item, addresses: frozenset[str]) -> bool:
    page = item.get("mainEntityOfPage")
    named = (item.get("url"), item.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return any(isinstance(name, str) and name.partition("#")[0].rstrip("/") in addresses for name in named)


def _claims(item: Item, source: str, by_id: dict[str, Item]) -> Iterator[Claim]:
    """Yield what a node claims: simple fields, names, access and picture."""
    for name, keys in _FIELDS.items():
        for key in keys:
            for text in _texts(item.get(key))[:1]:
                yield Claim(name, text, source if key == keys[0] else f"{source} {key}")
    for name, key in _NAMES:
        for text in _names(item.get(key), by_id):
            yield Claim(name, text, source if key in ("author", "keywords") else f"{source} {key}")
    said = str(item.get("isAccessibleForFree", "")).strip().lower()
    if said in _YES or said in _NO:
        yield Claim("access", "free" if said in _YES else "metered", source)
    for address in _addresses(item.get("image"), by_id)[:1]:
        yield Claim("image", address, source)


def _text(value: Json) -> str:
    """Return a value as text, a number (a date in seconds) included; "" for what is none."""
    if isinstance(value, dict):
        value = next((found for key in _NAMING if (found := value.get(key))), None)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return clean(value) if isinstance(value, str) else ""


def _texts(value: Json) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for one in values[:_MAX_NAMES] if (text := _text(one))]


def _names(value: Json, by_id: dict[str, Item]) -> list[str]:
    """Return the names in a value: a string, a node, a reference, or lists of them."""
    names: list[str] = []
    stack = [value]
    while stack and len(names) < _MAX_NAMES:
        value = stack.pop(0)
        if isinstance(value, list):
            stack = value[:_MAX_NAMES] + stack
        elif isinstance(value, dict):
            known = _known(value, by_id)
            named = value.get("name") or known.get("name") or value.get("@list") or _full_name(known)
            if isinstance(named, str | list):
                stack.insert(0, named)
        elif isinstance(value, str) and (text := clean(value)):
            names.append(text)
    return names


def _full_name(item: Item) -> str:
    return f"{_text(item.get('givenName'))} {_text(item.get('familyName'))}".strip()


def _addresses(value: Json, by_id: dict[str, Item]) -> list[str]:
    found: list[str] = []
    for one in value[:_MAX_NAMES] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            known = _known(one, by_id)
            one = known.get("url") or known.get("contentUrl")  # noqa: PLW2901 - the node stands for its address
        if isinstance(one, str):
            found.append(one.strip())
    return found


def _crumbs(item: Item) -> list[str]:
    entries = item.get("itemListElement")
    listed = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    names = [_text(entry.get("name")) or _text(entry.get("item")) for entry in listed[:_MAX_CRUMBS]]
    return [name for name in names if name]


def _known(value: Item, by_id: dict[str, Item]) -> Item:
    """Return the node that a reference leads to, or the value itself."""
    name = value.get("@id")
    return by_id.get(name, value) if isinstance(name, str) else value
