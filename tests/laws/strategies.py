"""Any article: strategies that make every block and inline, in every combination that the model allows.

Use them as ``from laws.strategies import articles``.

Text is nasty on purpose: markup of three languages, characters that terminals obey, scripts of both
directions. Addresses are of the kinds that a reader lets through; ``hostile_addresses`` has others.
"""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from a11ynews.model import article as models
from a11ynews.model import blocks as b
from a11ynews.model import findings as f
from a11ynews.model import inlines as i
from a11ynews.model.numbering import Numbering

__all__ = ["LAW", "articles", "blocks", "hostile_addresses", "inlines", "metadata", "texts", "words"]

_SNIPPETS = (
    *("The ferry", "sails on Monday", "1986. A year", "3.5 million", "$5 to $6", "“so”", "‘a’", "—", "…", "AT&T", "^6"),
    *("- dash", "+ plus", "# hash", "#MeToo", "> so", "---", "===", "%", "a | b", "|---|", "{.x onclick=y}", ":", "!"),
    *("*star*", "**", "_under_score_", "`tick`", "``", "~~~", "\\", "\\*", "[^1]: y", "![a](b)", "]: http://e"),
    *("[x](javascript:alert(1))", "(javascript:alert(1))", "<script>alert(1)</script>", "<b", "'", '"'),
    *("&lt;", "&", "lt;", "&amp;#60;", "フェリーは月曜日に", "「はい」", "العبّارة", "می\u200cخواهم", "שלום", "हिन्दी"),
    *("👩\u200d👩\u200d👧", "é", "e\u0301", "\u00a0", "x\u202ey", "a\u2066b", "\x1b[31m", "\x9b2J", "\r", "\x00"),
    *("\ufeff", "\U000e0041", "\u2028", "\u200b\u200b\u200b", "\u00ad"),
)

words = st.one_of(
    st.sampled_from(_SNIPPETS),
    st.text(alphabet="aB1é漢 *_`[]()<>&|~#!\\-+.:\"'", max_size=8),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
"""Pieces of text, empty ones among them."""

texts = st.lists(words, max_size=4).map(" ".join)
"""A line of text, perhaps an empty one."""

hostile_addresses = st.sampled_from(
    (
        *("javascript:alert(1)", "JaVa\tScRiPt:alert(1)", "\x01javascript:alert(1)", "vbscript:x", "blob:x", ""),
        *("data:text/html,<script>alert(1)</script>", "data:image/svg+xml;base64,PHN2Zy8+", "&#106;avascript:x"),
        *(
            "file:///etc/passwd",
            "//e.example/x",
            "http://",
            "http://[",
            "https://e.example:99999/",
            "java&Tab;script:x",
        ),
        *('https://e.example/"onmouseover="x', "https://e.example/><script>", "https://e.example/a)b[c]d`e|f\\g\nh"),
        "mailto:a@e.example?subject=\r\nBcc: x",
    )
)
"""Addresses that must not get out, or only changed."""

LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""How often a law is tried: whole articles are big, and every run tries others."""

_links = st.sampled_from(
    (
        "https://e.example/", "http://e.example/a_b*c?x=1&copy=2#y", "https://e.example/(a)", "mailto:a@e.example",
        "tel:+4912345", "#b1", "#n1", "https://e.example/ä/漢", "https://e.example/a%20b",
    ),
)  # fmt: skip
_pictures = st.sampled_from(("https://e.example/a.jpg", "http://e.example/b.png?w=1&h=2", "data:image/png;base64,AA=="))
_ids = st.sampled_from(("", "b1", "b2", "b3", "b4", "n1"))
_languages = st.sampled_from((None, "en", "de", "ar", "zh-Hant", "mi"))
_directions = st.sampled_from((None, "ltr", "rtl"))
_labels = st.sampled_from(("1", "2", "a", "*", "[3]", "†", ""))
_note_ids = st.sampled_from(("n1", "n2", "n3"))
_counts = st.integers(1, 3)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """None, or what the strategy makes."""
    return st.none() | strategy


def _leaves(sources: st.SearchStrategy[str]) -> st.SearchStrategy[i.Inline]:
    return st.one_of(
        st.builds(i.Text, text=texts),
        st.builds(i.Text, text=texts),  # twice: most of a text is text
        st.builds(i.LineBreak),
        st.builds(i.Code, text=texts),
        st.builds(i.Keyboard, text=texts),
        st.builds(i.Ruby, base=words, reading=words),
        st.builds(i.Math, text=words, latex=maybe(words), spoken=maybe(words)),
        st.builds(i.InlineImage, src=sources, alt=texts),
        st.builds(i.NoteReference, label=_labels, note_id=_note_ids),
    )


def _containers(
    children: st.SearchStrategy[tuple[i.Inline, ...]], links: st.SearchStrategy[str]
) -> st.SearchStrategy[i.Inline]:
    plain = (
        i.Emphasis, i.Strong, i.Highlight, i.Subscript, i.Superscript, i.Deleted, i.Inserted, i.Cite, i.Dateline,
    )  # fmt: skip
    return st.one_of(
        *(st.builds(made, children=children) for made in plain),
        st.builds(i.InlineQuote, children=children, cite=maybe(links)),
        st.builds(i.Link, children=children, href=links),
        st.builds(i.Abbreviation, children=children, expansion=texts),
        st.builds(i.Time, children=children, datetime=st.sampled_from(("2024-04-28", "2024-04-28T09:30:00Z"))),
        st.builds(i.Span, children=children, lang=_languages, dir=_directions),
    )


def inlines(
    *,
    depth: int = 2,
    links: st.SearchStrategy[str] = _links,
    sources: st.SearchStrategy[str] = _pictures,
    max_size: int = 4,
) -> st.SearchStrategy[tuple[i.Inline, ...]]:
    """Runs of inlines, nested up to ``depth``."""
    entries = _leaves(sources)
    if depth:
        inner = inlines(depth=depth - 1, links=links, sources=sources, max_size=2)
        entries = entries | _containers(inner, links)
    return st.lists(entries, max_size=max_size).map(tuple)


def _images(sources: st.SearchStrategy[str]) -> st.SearchStrategy[b.Image]:
    return st.builds(
        b.Image,
        src=sources,
        alt=maybe(texts),
        alt_source=st.sampled_from(("alt", "aria-label", "title", "metadata", "none", "decorative")),
        width=maybe(st.integers(0, 5000)),
        height=maybe(st.integers(0, 5000)),
        href=maybe(_links),
    )


def _shared() -> dict[str, st.SearchStrategy[object]]:
    return {"id": _ids, "lang": _languages, "dir": _directions, "where": texts, "why": words}


def _flat_blocks(
    line: st.SearchStrategy[tuple[i.Inline, ...]], sources: st.SearchStrategy[str]
) -> st.SearchStrategy[b.Block]:
    shared = _shared()
    tracks = st.builds(b.Track, kind=words, src=sources, lang=_languages, label=maybe(texts))
    return st.one_of(
        st.builds(b.Paragraph, children=line, role=st.sampled_from(("body", "standfirst", "speaker")), **shared),
        st.builds(b.Heading, level=st.integers(2, 6), children=line, inferred=st.booleans(), **shared),
        st.builds(b.PullQuote, children=line, attribution=line, repeats=maybe(_ids), **shared),
        st.builds(
            b.ClaimReview, claim=line, claimant=maybe(texts), source=maybe(texts), verdict=maybe(texts), **shared
        ),
        st.builds(
            b.Figure,
            images=st.lists(_images(sources), max_size=2).map(tuple),
            caption=line,
            credit=line,
            archive_photo=st.booleans(),
            **shared,
        ),
        st.builds(
            b.Media,
            kind=st.sampled_from(("audio", "video")),
            src=maybe(sources),
            title=maybe(texts),
            poster=maybe(sources),
            duration_s=maybe(st.floats(0, 1e7)),
            tracks=st.lists(tracks, max_size=1).map(tuple),
            caption=line,
            **shared,
        ),
        st.builds(b.Omitted, what=texts, reason=texts, **shared),
        st.builds(
            b.CodeBlock,
            text=st.lists(texts, max_size=3).map("\n".join),
            language=maybe(st.sampled_from(("python", "c++", "x` onclick=y"))),
            caption=line,
            **shared,
        ),
        st.builds(
            b.MathBlock,
            text=texts,
            latex=maybe(texts),
            spoken=maybe(texts),
            label=maybe(st.sampled_from(["(1)", "(2.3)", "(A.1a)"])),
            **shared,
        ),
        st.builds(b.ThematicBreak, **shared),
    )


def _nested_blocks(
    inner: st.SearchStrategy[tuple[b.Block, ...]],
    line: st.SearchStrategy[tuple[i.Inline, ...]],
    links: st.SearchStrategy[str],
) -> st.SearchStrategy[b.Block]:
    shared = _shared()
    callouts = st.sampled_from(("note", "tip", "important", "warning", "correction", "editors-note", "update"))
    embeds = st.sampled_from(("video", "audio", "post", "map", "chart", "document", "app", "other"))
    return st.one_of(
        _lists(inner),
        st.builds(
            b.DefinitionList,
            items=_some(st.builds(b.Definition, terms=st.lists(line, max_size=2).map(tuple), blocks=inner)),
            **shared,
        ),
        st.builds(b.Quote, blocks=inner, attribution=line, cite=maybe(links), **shared),
        st.builds(b.Callout, kind=callouts, blocks=inner, title=line, **shared),
        st.builds(b.Sidebar, blocks=inner, title=line, **shared),
        st.builds(b.Details, summary=line, blocks=inner, is_open=st.booleans(), **shared),
        st.builds(
            b.LivePost,
            blocks=inner,
            title=line,
            time=maybe(texts),
            datetime=st.sampled_from((None, "2024-04-28")),
            **shared,
        ),
        st.builds(
            b.Embed,
            kind=embeds,
            url=maybe(links),
            provider=maybe(texts),
            title=maybe(texts),
            blocks=inner,
            caption=line,
            **shared,
        ),
        _tables(inner, line),
        st.builds(b.Notes, items=_some(st.builds(b.Note, id=_note_ids, label=_labels, blocks=inner)), **shared),
    )


def _some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, min_size=1, max_size=2).map(tuple)


def _lists(inner: st.SearchStrategy[tuple[b.Block, ...]]) -> st.SearchStrategy[b.Block]:
    items = st.builds(
        b.ListItem, blocks=inner, value=maybe(st.integers(-3, 2_000_000_000)), checked=maybe(st.booleans())
    )
    return st.builds(
        b.List,
        items=st.lists(items, max_size=3).map(tuple),
        ordered=st.booleans(),
        start=st.integers(-3, 2_000_000_000) | st.just(1),
        reversed=st.booleans(),
        numbering=st.sampled_from(get_args(Numbering)),
        **_shared(),
    )


def _tables(
    inner: st.SearchStrategy[tuple[b.Block, ...]], line: st.SearchStrategy[tuple[i.Inline, ...]]
) -> st.SearchStrategy[b.Block]:
    cells = st.builds(
        b.Cell,
        blocks=inner,
        is_header=st.booleans(),
        scope=st.sampled_from((None, "row", "col", "rowgroup", "colgroup")),
        colspan=_counts,
        rowspan=_counts,
    )
    return st.builds(
        b.Table,
        rows=st.lists(st.builds(b.Row, cells=st.lists(cells, max_size=3).map(tuple)), max_size=3).map(tuple),
        caption=line,
        header_rows=st.integers(0, 2),
        header_columns=st.integers(0, 1),
        notes=inner,
        **_shared(),
    )


def blocks(
    *,
    depth: int = 2,
    links: st.SearchStrategy[str] = _links,
    sources: st.SearchStrategy[str] = _pictures,
    max_size: int = 3,
) -> st.SearchStrategy[tuple[b.Block, ...]]:
    """Runs of blocks, nested up to ``depth``."""
    line = inlines(links=links, sources=sources)
    entries = _flat_blocks(line, sources)
    if depth:
        inner = blocks(depth=depth - 1, links=links, sources=sources, max_size=2)
        entries = entries | _nested_blocks(inner, line, links)
    return st.lists(entries, max_size=max_size).map(tuple)


_zones = st.sampled_from((None, UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8))))
_moments = st.builds(lambda moment, zone: moment.replace(tzinfo=zone), st.datetimes(), _zones)


def metadata(
    *, links: st.SearchStrategy[str] = _links, sources: st.SearchStrategy[str] = _pictures
) -> st.SearchStrategy[models.Metadata]:
    """Everything that may be known of a story."""
    names = st.lists(texts, max_size=2).map(tuple)
    candidates = st.builds(models.Candidate, field=words, value=texts, source=words, chosen=st.booleans())
    return st.builds(
        models.Metadata,
        title=maybe(texts),
        authors=names,
        byline=maybe(st.builds(models.Byline, text=texts, role=maybe(texts), agency=maybe(texts))),
        published=maybe(_moments),
        published_text=maybe(texts),
        modified=maybe(_moments),
        language=_languages,
        direction=_directions,
        site_name=maybe(texts),
        kicker=maybe(texts),
        summary=maybe(texts),
        section=maybe(texts),
        tags=names,
        lead_image=maybe(_images(sources)),
        url=maybe(links),
        canonical_url=maybe(links),
        licence=maybe(texts),
        access=st.sampled_from((None, "free", "metered")),
        candidates=st.lists(candidates, max_size=2).map(tuple),
    )


def articles(
    *, links: st.SearchStrategy[str] = _links, sources: st.SearchStrategy[str] = _pictures
) -> st.SearchStrategy[models.Article]:
    """Any article that the model allows.

    Args:
        links: Where links and embeds lead; ``hostile_addresses`` for tests of safety.
        sources: Where pictures and recordings come from.
    """
    removed = st.builds(f.Removed, text=texts, kind=words, reason=texts, where=texts, rule=words)
    headers = st.builds(f.HeaderText, role=words, text=texts, where=texts)
    notices = st.builds(f.Notice, kind=words, message=texts, where=texts)
    return st.builds(
        models.Article,
        metadata=metadata(links=links, sources=sources),
        body=blocks(links=links, sources=sources),
        header=st.lists(headers, max_size=2).map(tuple),
        removed=st.lists(removed, max_size=2).map(tuple),
        warnings=st.lists(notices, max_size=2).map(tuple),
        kind=st.sampled_from(("article", "live-blog", "gallery", "index", "not-an-article")),
    )
