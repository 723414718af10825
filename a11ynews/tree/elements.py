"""Walk a tree with the ElementTree interface, lxml's or the standard library's, into a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, Self

from a11ynews.tree.fill import Filler

__all__ = ["Element", "fill_from_elements"]

VOID = frozenset({"embed", "keygen", "source", "track", "wbr"})
"""Void elements that libxml2 takes for containers: what follows them ends up inside them.

Of 40 news pages it nested 348 ``source`` elements. What it put into one is read as what follows it.
"""


class Element(Protocol):
    """What is used of an element. The tag of a comment or processing instruction is no string."""

    @property
    def tag(self) -> object: ...  # noqa: D102 - ElementTree's own
    @property
    def text(self) -> str | None: ...  # noqa: D102 - ElementTree's own
    @property
    def tail(self) -> str | None: ...  # noqa: D102 - ElementTree's own
    @property
    def attrib(self) -> Mapping[str, str]: ...  # noqa: D102 - ElementTree's own
    def __iter__(self) -> Iterator[Self]: ...  # noqa: D105 - ElementTree's own


def fill_from_elements(filler: Filler, root: Element) -> None:
    """Walk an element and all that is in it, without its tail. The tree stays as it is.

    Comments and processing instructions are left out, what follows them is not; the content of
    ``template`` is no part of a page.
    """
    stack: list[tuple[Element, Iterator[Element], bool]] = []
    _enter(filler, root, stack)
    while stack and not filler.full:
        element, children, is_open = stack[-1]
        child = next(children, None)
        if child is not None:
            if isinstance(child.tag, str):
                _enter(filler, child, stack)
            else:
                filler.text(child.tail)
            continue
        stack.pop()
        if is_open:
            filler.close()
        if stack:
            filler.text(element.tail)


def _enter(filler: Filler, element: Element, stack: list[tuple[Element, Iterator[Element], bool]]) -> None:
    tag = _local(str(element.tag)).lower()
    filler.open(tag, {_attribute(name): value for name, value in element.attrib.items()})
    is_void = tag in VOID
    if is_void:
        filler.close()
    if tag == "template":
        stack.append((element, iter(()), True))
        return
    filler.text(element.text)
    stack.append((element, iter(element), not is_void))


def _local(name: str) -> str:
    """Return a name without its namespace: ``{http://www.w3.org/2000/svg}path`` is ``path``."""
    return name.rpartition("}")[2]


_PREFIXES = {"http://www.w3.org/XML/1998/namespace": "xml:", "http://www.w3.org/1999/xlink": "xlink:"}


def _attribute(name: str) -> str:
    """Return an attribute's name as markup has it: ``xml:lang``, whatever the tree calls it."""
    if name.startswith("{"):
        namespace, _, local = name[1:].partition("}")
        name = _PREFIXES.get(namespace, "") + local
    return name.lower()
