"""The article as a page for everyone: semantic HTML, no script, nothing remote but pictures.

What is written comes from the model alone: our own tags and attributes, the words of the page
escaped, its addresses checked once more. No markup of the source can pass, because none is carried.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11ynews.model.article import Article
from a11ynews.model.notes import label_notes
from a11ynews.render.base import Rendering
from a11ynews.render.html_blocks import write_block
from a11ynews.render.html_frame import Frame, write_article, write_document
from a11ynews.render.html_ids import collect_ids
from a11ynews.render.html_notes import fill_back_links
from a11ynews.render.html_sheet import Sheet, valid_tag
from a11ynews.render.languages import direction_of
from a11ynews.render.phrases import phrases_for

__all__ = ["Options", "render"]

_UNKNOWN = "und"  # ISO 639-3, "undetermined": true, and a screen reader keeps its own voice with it
_MIN_CONTENTS = 3  # headings from which on a list of them helps (notes: "3 or more sections")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the page is to hold.

    Attributes:
        document: A whole page with its style; False gives the ``article`` element alone, without any.
        show_removed: Whether a closed ``details`` lists what was left out of the page, and why.
        offline: Whether pictures of the web are described instead of shown: no request is made at all.
        contents: From how many headings on there is a list of contents; 0 for never.
        reading_time: Whether the time that reading takes is said.
        aids: Whether the page adds what its story does not have: the contents, a list form of each table,
            numbers for tables and columns without names, the topics. None is yes for a whole page and no
            for the ``article`` alone, whose host has aids of its own.
        id_prefix: Put before every id, for a page that holds several articles.
    """

    document: bool = True
    show_removed: bool = False
    offline: bool = False
    contents: int = _MIN_CONTENTS
    reading_time: bool = True
    aids: bool | None = None
    id_prefix: str = ""


def render(article: Article, options: Options | None = None) -> Rendering:
    """Write an article as accessible HTML.

    Args:
        article: The article; untrusted in all its strings and addresses.
        options: What to write; None is a whole page.

    Returns:
        The page, with notices on what had to be said in other words.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> article = Article(metadata=Metadata(title="Trout & perch", language="en"))
        >>> page = render(article, Options(document=False, reading_time=False))
        >>> print(page.text)
        <article lang="en" dir="ltr" aria-labelledby="story-title">
        <header><h1 id="story-title">Trout &amp; perch</h1>
        </header>
        </article>
        <BLANKLINE>
    """
    options = options or Options()
    aids = options.document if options.aids is None else options.aids
    language = valid_tag(article.metadata.language)
    sheet = Sheet(
        words=phrases_for(language),
        ids=collect_ids(article.body, options.id_prefix),
        write_block=write_block,
        prefix=options.id_prefix,
        offline=options.offline,
        aids=aids,
    )
    if language is None:
        sheet.notice("language-unknown", "The language of the article is not known: the page says so with 'und'.")
    for block in label_notes(article.body):
        write_block(block, sheet)
    fill_back_links(sheet)
    body, sheet.out = "".join(sheet.out), []
    direction = article.metadata.direction or direction_of(language)
    frame = Frame(
        article=article,
        body=body,
        language=language or _UNKNOWN,
        direction=direction if direction in ("ltr", "rtl") else "ltr",
        contents=options.contents if aids else 0,
        reading_time=options.reading_time,
        show_removed=options.show_removed,
    )
    (write_document if options.document else write_article)(frame, sheet)
    return Rendering(content="".join(sheet.out), media_type="text/html", notices=tuple(sheet.notices.values()))
