"""What data must look like to become part of an article: one reader for each type of the model.

The readers are made from the model's own annotations, so the model and its codec cannot drift
apart. A reader either returns a checked value or raises :class:`Fault`; each caller on the way up
adds its part of the path.
"""

from __future__ import annotations

import dataclasses
import math
import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Final, Literal, TypeAlias

from a11ynews.model import article, blocks, figures, findings, inlines, tables
from a11ynews.model.addresses import is_link_address, is_media_address

__all__ = ["ADDRESSES", "CLASSES", "MAX_INT", "Fault", "Shape", "shape_of"]

MAX_INT: Final = 2**53
"""Beyond it, other readers of JSON lose digits (RFC 8259, section 6)."""

_MAX_DEPTH: Final = 160
# The builder bounds nesting to 40 blocks, at worst tables: three objects each, then 40 inlines.

_SURROGATES = re.compile("[\ud800-\udfff]")

Reader: TypeAlias = Callable[[object, int], object]
"""Takes a value and the depth of objects around it; returns the checked value or raises Fault."""

ADDRESSES: Final[Mapping[str, Callable[[str], bool]]] = {
    "canonical_url": is_link_address,
    "cite": is_link_address,
    "href": is_link_address,
    "poster": is_media_address,
    "src": is_media_address,
    "url": is_link_address,
}
"""Fields that hold addresses, by name, with the check that they must pass."""

CLASSES: Final[Mapping[str, type]] = {
    name: value
    for module in (inlines, figures, tables, blocks, findings, article)
    for name, value in vars(module).items()
    if dataclasses.is_dataclass(value) and isinstance(value, type) and not name.startswith("_") and name != "BlockBase"
}
"""Every class of the model by name: nothing else is ever built from data."""


class Fault(Exception):  # noqa: N818 - not an error of the public tree: the codec turns it into one
    """Something is not as it should be; ``path`` grows from the inside out."""

    def __init__(self, problem: str) -> None:
        """Start with an empty path."""
        super().__init__(problem)
        self.problem = problem
        self.path: list[str] = []

    def __str__(self) -> str:
        """The place and the problem: ``body[3].href: expected str, found int``."""
        place = "".join(reversed(self.path)).lstrip(".")
        return f"{place}: {self.problem}" if place else self.problem


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: how it is read, what it is when absent, and whether its objects name their class."""

    read: Reader
    default: object
    tagged: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A class of the model as data."""

    made: type
    fields: Mapping[str, Field]

    def read(self, value: object, depth: int) -> object:
        """Return an object of the class from its data."""
        if not isinstance(value, Mapping):
            _refuse(value, "an object")
        return self.made(**self.read_fields(value, depth))

    def read_fields(self, data: Mapping[object, object], depth: int) -> dict[str, typing.Any]:
        """Return checked values for the constructor: all that are given, none that is unknown."""
        if depth > _MAX_DEPTH:
            problem = f"nested more than {_MAX_DEPTH} deep"
            raise Fault(problem)
        checked: dict[str, typing.Any] = {}
        for name, value in data.items():
            field = self.fields.get(name) if isinstance(name, str) else None
            if field is None or not isinstance(name, str):
                problem = f"unknown field {_quoted(name)}"
                raise Fault(problem)
            try:
                checked[name] = field.read(value, depth + 1)
            except Fault as fault:
                fault.path.append(f".{name}")
                raise
        self._demand(checked)
        return checked

    def _demand(self, checked: Mapping[str, object]) -> None:
        for name, field in self.fields.items():
            if field.default is dataclasses.MISSING and name not in checked:
                fault = Fault("missing")
                fault.path.append(f".{name}")
                raise fault


@cache
def shape_of(made: type) -> Shape:
    """Return the shape of a class of the model."""
    hints = typing.get_type_hints(made, localns={"Block": blocks.Block})
    fields = {field.name: _field(field, hints[field.name]) for field in dataclasses.fields(made)}
    return Shape(made=made, fields=fields)


def _field(field: dataclasses.Field[object], hint: object) -> Field:
    read = _reader(hint)
    if field.name in ADDRESSES:
        read = _address(read, ADDRESSES[field.name])
    default = field.default
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    return Field(read=read, default=default, tagged=_is_tagged(hint))


def _is_tagged(hint: object) -> bool:
    """Whether objects in a field of this type may be of several classes."""
    if typing.get_origin(hint) is tuple:
        return _is_tagged(typing.get_args(hint)[0])
    return len(_classes(hint)) > 1


def _classes(hint: object) -> list[type]:
    return [entry for entry in typing.get_args(hint) if dataclasses.is_dataclass(entry) and isinstance(entry, type)]


def _reader(hint: object) -> Reader:
    """Return the reader for an annotation of the model."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        made = hint
        return lambda value, depth: shape_of(made).read(value, depth)
    if isinstance(hint, type) and hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _list_of(_reader(arguments[0]))
    if origin is Literal:
        return _one_of(arguments)
    if origin in {types.UnionType, typing.Union}:
        return _union(hint, arguments)
    problem = f"the model uses a type that its codec does not know: {hint}"
    raise TypeError(problem)


def _union(hint: object, arguments: tuple[object, ...]) -> Reader:
    if type(None) in arguments:
        (inner,) = (entry for entry in arguments if entry is not type(None))
        return _optional(_reader(inner))
    return _tagged({made.__name__: made for made in _classes(hint)})


def _optional(read: Reader) -> Reader:
    return lambda value, depth: None if value is None else read(value, depth)


def _tagged(classes: Mapping[str, type]) -> Reader:
    def read(value: object, depth: int) -> object:
        if not isinstance(value, Mapping):
            _refuse(value, "an object")
        name = value.get("type")
        made = classes.get(name) if isinstance(name, str) else None
        if made is None:
            problem = f"unknown type {_quoted(name)}"
            raise Fault(problem)
        return shape_of(made).read({key: entry for key, entry in value.items() if key != "type"}, depth)

    return read


def _list_of(read_entry: Reader) -> Reader:
    def read(value: object, depth: int) -> object:
        if not isinstance(value, list):
            _refuse(value, "a list")
        entries = []
        for index, entry in enumerate(value):
            try:
                entries.append(read_entry(entry, depth))
            except Fault as fault:
                fault.path.append(f"[{index}]")
                raise
        return tuple(entries)

    return read


def _one_of(allowed: tuple[object, ...]) -> Reader:
    def read(value: object, _depth: int) -> object:
        if not isinstance(value, str) or value not in allowed:
            problem = f"expected one of {', '.join(map(str, allowed))}, found {_quoted(value)}"
            raise Fault(problem)
        return value

    return read


def _address(read_text: Reader, is_allowed: Callable[[str], bool]) -> Reader:
    def read(value: object, depth: int) -> object:
        address = read_text(value, depth)
        if isinstance(address, str) and not is_allowed(address):
            problem = f"address not allowed: {_quoted(address)}"
            raise Fault(problem)
        return address

    return read


def _text(value: object, _depth: int) -> object:
    if not isinstance(value, str):
        _refuse(value, "str")
    return _SURROGATES.sub("\ufffd", value)


def _whole(value: object, _depth: int) -> object:
    if type(value) is not int:
        _refuse(value, "int")
    if abs(value) > MAX_INT:
        problem = "number beyond 2**53"
        raise Fault(problem)
    return value


def _real(value: object, depth: int) -> object:
    if type(value) is not float:
        return float(typing.cast("int", _whole(value, depth)))
    if not math.isfinite(value):
        problem = "expected a finite number"
        raise Fault(problem)
    return value


def _claim(value: object, _depth: int) -> object:
    if not isinstance(value, bool):
        _refuse(value, "bool")
    return value


def _moment(value: object, _depth: int) -> object:
    if not isinstance(value, str):
        _refuse(value, "an ISO 8601 time")
    try:
        return datetime.fromisoformat(value)
    except (ValueError, OverflowError):
        _refuse(value, "an ISO 8601 time")


_PLAIN: Final[Mapping[type, Reader]] = {str: _text, int: _whole, float: _real, bool: _claim, datetime: _moment}


def _refuse(found: object, wanted: str) -> typing.NoReturn:
    problem = f"expected {wanted}, found {_quoted(found)}"
    raise Fault(problem) from None


def _quoted(value: object) -> str:
    """Name a value in a message, short and on one line, whatever it is."""
    return ascii(value[:40]) if isinstance(value, str) else type(value).__name__
