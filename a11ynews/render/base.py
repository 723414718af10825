"""What every renderer takes and gives.

A renderer is a module with one public function, ``render(article, options) -> Rendering``, its own
frozen ``Options``, and private ``_block`` and ``_inline`` that ``match`` on the class and end in
``assert_never``. Renderers do not know each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11ynews.model.findings import Notice

__all__ = ["Rendering"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """An article in one output form.

    Attributes:
        content: Text for text forms, bytes for binary ones.
        media_type: As registered with IANA ("text/html", "audio/wav").
        notices: What the form could not express and how it was said instead.
    """

    content: str | bytes
    media_type: str
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The content of a text form.

        Raises:
            TypeError: If the form is binary.
        """
        if isinstance(self.content, bytes):
            message = f"{self.media_type} is binary; use .content"
            raise TypeError(message)
        return self.content

    @property
    def data(self) -> bytes:
        """The content as bytes, text in UTF-8."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()
