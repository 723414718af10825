"""The article as a page for everyone: semantic HTML, no script, nothing remote but pictures.

What is written comes from the model alone: our own tags and attributes, the words of the page
escaped, its addresses checked once more. No markup of the source can pass, because none is carried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from a11ynews.model.article import Article
from a11ynews.model.blocks import LivePost
from a11ynews.model.galleries import picture_places
from a11ynews.model.inlines import Direction
from a11ynews.model.notes import label_notes
from a11ynews.render.base import Rendering
from a11ynews.render.html.blocks import write_block
from a11ynews.render.html.frame import write_article, write_document
from a11ynews.render.html.head import template
from a11ynews.render.html.ids import Ids
from a11ynews.render.html.notes import fill_back_links
from a11ynews.render.html.player import Sound, player
from a11ynews.render.html.posts import write_order
from a11ynews.render.html.settings import root_classes, settings_panel
from a11ynews.render.html.sheet import Frame, Sheet, valid_tag
from a11ynews.render.languages import direction_of
from a11ynews.render.phrases import phrases_for
from a11ynews.render.reading_settings import Reading

__all__ = ["Options", "Reading", "Sound", "render", "stylesheet"]

_UNKNOWN = "und"  # ISO 639-3, "undetermined": true, and a screen reader keeps its own voice with it
_DEFAULT_READING = Reading()
_FROM_TEXT = frozenset({"script of the text", "small words of the text", "py3langid"})  # read/language.py
_MIN_CONTENTS = 3  # headings from which on a list of them helps (notes: "3 or more sections")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the page is to hold.

    Attributes:
        document: A whole page with its style; False gives the ``article`` element alone, without any.
        show_removed: Whether a closed ``details`` lists what was left out of the page, and why.
        offline: Whether pictures of the web are described instead of shown: no request is made at all.
        pictures: Pictures that the page is to hold, by their address, as :func:`fetch_pictures` of
            :mod:`a11ynews.source.pictures` gives them: these are shown offline as well.
        contents: From how many headings on there is a list of contents; 0 for never.
        reading_time: Whether the time that reading takes is said.
        aids: Whether the page adds what its story does not have: the contents, a list form of each table,
            numbers for tables and columns without names, the topics, the time that reading takes. None is yes
            for a whole page and no for the ``article`` alone, whose host has aids of its own.
        settings: Whether a whole page has a panel in which its reader chooses colours, font, size, spacing, length
            of line and focus line.
        reading: What is chosen at first.
        remember: Whether a small script keeps in the browser what the reader chose, for all pages of the same
            origin. Without it the page has no script and the choice holds as long as the page is open.
        sound: The story as a recording. With its times, a small script marks what is heard and lets a reader
            choose where to hear on; the page allows this script and no other, by its hash.
        read_on: The day on which the page was read, for its footer; None leaves it out, so that the same article
            gives the same page.
        id_prefix: Put before every id, for a page that holds several articles.
    """

    document: bool = True
    show_removed: bool = False
    offline: bool = False
    pictures: Mapping[str, str] = field(default_factory=dict)
    contents: int = _MIN_CONTENTS
    reading_time: bool = True
    aids: bool | None = None
    settings: bool = True
    reading: Reading = _DEFAULT_READING
    remember: bool = False
    sound: Sound | None = None
    read_on: date | None = None
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
    direction = _direction(article, language)
    sheet = Sheet(
        words=phrases_for(language),
        ids=Ids(article.body, options.id_prefix),
        write_block=write_block,
        prefix=options.id_prefix,
        offline=options.offline,
        held=options.pictures,
        aids=aids,
        language=language or "en",
        right_to_left=direction == "rtl",
        sentences=options.sound is not None and options.sound.timings is not None,
    )
    if language is None:
        sheet.notice("language-unknown", "The language of the article is not known: the page says so with 'und'.")
    has_told = not aids
    body_blocks = label_notes(article.body)
    sheet.places = picture_places(body_blocks) if aids else {}
    for block in body_blocks:
        if not has_told and isinstance(block, LivePost):
            write_order(article.body, sheet)
            has_told = True
        write_block(block, sheet)
    fill_back_links(sheet)
    body, sheet.out = "".join(sheet.out), []
    frame = _frame(article, sheet, body, (language, direction), options)
    (write_document if options.document else write_article)(frame, sheet)
    return Rendering(content="".join(sheet.out), media_type="text/html", notices=tuple(sheet.notices.values()))


def _direction(article: Article, language: str | None) -> Direction:
    declared = article.metadata.direction
    return declared if declared in ("ltr", "rtl") else direction_of(language)


def _frame(article: Article, sheet: Sheet, body: str, tongue: tuple[str | None, Direction], options: Options) -> Frame:
    language, direction = tongue
    has_panel = options.document and options.settings
    return Frame(
        article=article,
        body=body,
        language=language or _UNKNOWN,
        direction=direction,
        contents=options.contents if sheet.aids else 0,
        reading_time=options.reading_time and sheet.aids,
        show_removed=options.show_removed,
        panel=settings_panel(language, options.reading, options.id_prefix, kept=options.remember) if has_panel else "",
        classes="" if has_panel else root_classes(options.reading),
        scripts=_scripts(options),
        player=player(options.sound, sheet) if options.sound is not None else "",
        timings=options.sound.timings if options.sound else None,
        detected=_is_detected(article),
        read_on=options.read_on,
    )


def _scripts(options: Options) -> tuple[str, ...]:
    if not options.document:
        return ()
    keeps = options.settings and options.remember
    follows = options.sound is not None and options.sound.timings is not None
    wanted = (("remember.js", keeps), ("player.js", follows))
    return tuple(template(name) for name, is_wanted in wanted if is_wanted)


def _is_detected(article: Article) -> bool:
    claims = [claim for claim in article.metadata.candidates if claim.field == "language"]
    return bool(claims) and all(claim.source in _FROM_TEXT for claim in claims)


def stylesheet() -> str:
    """Return the look of the ``article`` element alone as CSS, for a page of somebody else.

    It concerns nothing outside of ``article`` but for the custom properties ``--story-...`` that it is set with; a
    page that sets them itself, on ``:root`` and after this, changes the look.

    Example:
        >>> "@scope (article)" in stylesheet(), "--story-ink" in stylesheet()
        (True, True)
    """
    return f"{template('tokens.css')}\n@scope (article) {{\n{template('article.css')}\n}}\n"
