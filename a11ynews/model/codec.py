"""An article as plain data, and back.

The data are what JSON can hold: objects with the model's own field names, lists for tuples, ISO
8601 for times. A field that has its default is left out. Where a field may hold one of several
classes, the object names its class::

    {"type": "Paragraph", "id": "b1", "children": [{"type": "Text", "text": "Mind the gap."}]}

:func:`decode` takes data from anywhere: it either returns an article whose types hold, or raises
:class:`~a11ynews.errors.CodecError` with the place, as in ``body[3].children[0].href``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, TypeAlias, TypeVar, overload

from a11ynews.errors import CodecError
from a11ynews.model.article import Article
from a11ynews.model.schema import ADDRESSES, CLASSES, MAX_INT, Fault, Shape, shape_of

__all__ = ["SCHEMA_VERSION", "Json", "decode", "encode"]

SCHEMA_VERSION: Final = 1
"""Raised by one with each change that an older reader would not understand."""

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_A = TypeVar("_A", bound=Article)
_SURROGATES = re.compile("[\ud800-\udfff]")


def encode(article: Article) -> dict[str, Json]:
    """Return an article as data that JSON can hold.

    Lone surrogates become U+FFFD, numbers that are not finite become null, and an address that is
    not allowed becomes an empty string.

    Args:
        article: Any article, also of a subclass; fields of the subclass are not written.

    Returns:
        A new dictionary, its first key ``schema``.

    Raises:
        CodecError: If the article is nested too deeply or a number is beyond 2**53.

    Example:
        >>> encode(Article())
        {'schema': 1, 'kind': 'article', 'metadata': {}, 'body': []}
    """
    data: dict[str, Json] = {"schema": SCHEMA_VERSION, "kind": article.kind, "metadata": {}, "body": []}
    try:
        data.update(_fields(article, shape_of(Article)))
    except RecursionError:
        message = "the article is nested too deeply to be written as JSON"
        raise CodecError(message) from None
    return data


@overload
def decode(data: object) -> Article: ...


@overload
def decode(data: object, factory: type[_A]) -> _A: ...


def decode(data: object, factory: type[Article] = Article) -> Article:
    """Return the article that data describe.

    Args:
        data: What :func:`encode` returned, or what ``json.loads`` made of it.
        factory: The class to build, for applications with a subclass of their own.

    Returns:
        An article equal to the one that was encoded.

    Raises:
        CodecError: If anything in the data is not as it should be; the message names the place.

    Example:
        >>> decode(encode(Article())) == Article()
        True
        >>> decode({"schema": 1, "body": [{"type": "Paragraph"}]})
        Traceback (most recent call last):
        a11ynews.errors.CodecError: body[0].children: missing
    """
    if not isinstance(data, Mapping):
        message = f"not an article: expected an object, found {type(data).__name__}"
        raise CodecError(message)
    version = data.get("schema")
    if type(version) is not int or version != SCHEMA_VERSION:
        message = f"schema: expected {SCHEMA_VERSION}, found {_shown(version)}; written by another version of a11ynews?"
        raise CodecError(message)
    fields = {key: value for key, value in data.items() if key != "schema"}
    try:
        return factory(**shape_of(Article).read_fields(fields, 0))
    except Fault as fault:
        raise CodecError(str(fault)) from None
    except RecursionError:
        message = "the data are nested too deeply"
        raise CodecError(message) from None


def _shown(value: object) -> str:
    return str(value) if type(value) is int and abs(value) <= MAX_INT else type(value).__name__


def _fields(record: object, shape: Shape) -> dict[str, Json]:
    """Return the fields that differ from their default, in the order of the class."""
    data: dict[str, Json] = {}
    for name, field in shape.fields.items():
        value = getattr(record, name)
        if value != field.default:
            data[name] = _value(value, tagged=field.tagged)
            if name in ADDRESSES and isinstance(value, str) and not ADDRESSES[name](value):
                data[name] = ""
    return data


def _value(value: object, *, tagged: bool) -> Json:
    match value:
        case None | bool():
            return value
        case str():
            return _SURROGATES.sub("\ufffd", value)
        case tuple():
            return [_value(entry, tagged=tagged) for entry in value]
        case datetime():
            return value.isoformat()
        case int() | float():
            return _number(value)
        case _ if (made := CLASSES.get(type(value).__name__)) is not None:
            data = _fields(value, shape_of(made))
            return {"type": made.__name__, **data} if tagged else data
        case _:
            message = f"a {type(value).__name__} is no part of the model"
            raise CodecError(message)


def _number(value: float) -> Json:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if abs(value) > MAX_INT:
        message = "a number is beyond 2**53 and would not survive JSON"
        raise CodecError(message)
    return value
