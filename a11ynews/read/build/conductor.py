"""Kept nodes to blocks: the one door to the build."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from a11ynews.model.blocks import Block, Figure, ThematicBreak
from a11ynews.model.walk import iterate_blocks
from a11ynews.read.build.builder import Builder, Handler, Handlers, Scope
from a11ynews.read.build.callouts import build_callout, build_details, build_sidebar, build_titled_box, build_toggle
from a11ynews.read.build.claims import build_claim_review
from a11ynews.read.build.code import build_code
from a11ynews.read.build.code_titles import build_code_lines, build_code_title, build_listing
from a11ynews.read.build.datelines import build_dateline, find_dateline
from a11ynews.read.build.drawings import apart_spare_drawings, build_drawing
from a11ynews.read.build.embeds import build_embed, build_media, build_player, build_post, build_stand_in
from a11ynews.read.build.figures import build_caption, build_credit, build_figure, build_legend
from a11ynews.read.build.flow import blocks_in
from a11ynews.read.build.footnotes import build_note
from a11ynews.read.build.glossaries import join_typed_terms
from a11ynews.read.build.headings import build_heading, find_levels, infer_headings
from a11ynews.read.build.in_page import find_descriptions, find_links, find_places, lead_links
from a11ynews.read.build.inline_notes import build_inline_notes, find_inline_notes
from a11ynews.read.build.joints import gather_notes, plain_leads
from a11ynews.read.build.left_out import LeftOut
from a11ynews.read.build.lists import build_definitions, build_list, build_role_list
from a11ynews.read.build.mechanics import find_mechanics
from a11ynews.read.build.notes import find_notes
from a11ynews.read.build.notices import bind_notices
from a11ynews.read.build.numbered_notes import add_numbered_notes
from a11ynews.read.build.posts import build_comment, build_live_post, find_live_posts
from a11ynews.read.build.quotes import bind_repeats, build_pull_quote, build_quote
from a11ynews.read.build.recipes import build_ingredient, build_step
from a11ynews.read.build.refusals import Refusal
from a11ynews.read.build.replies import nest_replies
from a11ynews.read.build.speakers import mark_speakers
from a11ynews.read.build.standfirsts import lead_standfirst
from a11ynews.read.build.tables import build_table, build_table_notes
from a11ynews.read.build.tabs import build_tab_panel, find_tabs
from a11ynews.read.build.timed_lines import join_timed_lines
from a11ynews.read.build.typed_claims import join_typed_claims
from a11ynews.read.build.typed_lists import join_typed_items
from a11ynews.read.build.typed_recipes import join_typed_recipes
from a11ynews.read.build.verse import build_rubric, build_verse
from a11ynews.read.custom_elements import CUSTOM_FRAMES, CUSTOM_PLAYERS, CUSTOM_RECORDINGS
from a11ynews.tree.page import Page

__all__ = ["build_body"]


def _build_break(builder: Builder, node: int, scope: Scope) -> list[Block]:
    return [ThematicBreak(**builder.common(node, scope))]


_TAGS: Final[dict[str, Handler]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), build_heading),
    **dict.fromkeys(("ul", "ol", "menu"), build_list),
    "dl": build_definitions,
    "blockquote": build_quote,
    "figure": build_figure,
    "figcaption": build_caption,
    "table": build_table,
    **dict.fromkeys(("pre", "code"), build_code),
    "details": build_details,
    "aside": build_sidebar,
    **dict.fromkeys(("iframe", "embed", "object", *CUSTOM_FRAMES), build_embed),
    **dict.fromkeys(("video", "audio", *CUSTOM_RECORDINGS), build_media),
    **dict.fromkeys(CUSTOM_PLAYERS, build_player),
    "svg": build_drawing,
    "hr": _build_break,
}

_ROLES: Final[dict[str, Handler]] = {
    "heading": build_heading,
    "caption": build_caption,
    "credit": build_credit,
    "pull-quote": build_pull_quote,
    "callout": build_callout,
    "sidebar": build_sidebar,
    "post": build_post,
    "dateline": build_dateline,
    "live-post": build_live_post,
    "comment": build_comment,
    "claim-review": build_claim_review,
    "note": build_note,
    "verse": build_verse,
    "rubric": build_rubric,
    "table": build_table,
    "table-notes": build_table_notes,
    "titled-box": build_titled_box,
    "toggle": build_toggle,
    "legend": build_legend,
    "role-list": build_role_list,
    "ingredient": build_ingredient,
    "step": build_step,
    "code-title": build_code_title,
    "listing": build_listing,
    "code-lines": build_code_lines,
    "tab-panel": build_tab_panel,
    "stand-in": build_stand_in,
}


def build_body(  # noqa: PLR0913 - what a build depends on, and what it tells
    page: Page,
    kept: bytearray,
    *,
    language: str | None = None,
    base_url: str | None = None,
    title: str | None = None,
    authors: Sequence[str] = (),
    left_out: list[LeftOut] | None = None,
    refusals: list[Refusal] | None = None,
) -> tuple[Block, ...]:
    r"""Turn what is kept of a page into blocks.

    Each kept character that is not white space lands in the blocks exactly once, or in
    ``left_out``; nothing else gets there, alternatives of pictures aside.

    Args:
        page: The page; it is not changed.
        kept: One byte a node. 1 for each text node of the story, and for each element of the story
            that has content without text: pictures, media, frames, rules, formulas.
        language: The article's language; None to take the one that the page declares.
        base_url: What relative addresses start from; None for the page's own address.
        title: The headline, which is no description of a picture.
        authors: Who wrote it; a picture that is called by one of these names is a portrait beside the byline.
        left_out: Takes the kept characters that the blocks say in another way, such as ways back
            from notes, each with its rule; ``REASONS`` has the sentences.
        refusals: Takes what elements were not made into, and by which rule, for those who ask why.

    Returns:
        The blocks in reading order, with unique ids.

    Raises:
        ValueError: If there are not as many verdicts as nodes.

    Example:
        >>> from a11ynews.tree.parse import parse_page
        >>> page = parse_page("<p>It <em>rains</em>.</p><ul><li>Cats<li>Dogs</ul>")
        >>> [block.text for block in build_body(page, bytearray(b"\1") * len(page))]
        ['It rains.', 'Cats\nDogs']
    """
    if len(kept) != len(page):
        message = f"{len(kept)} verdicts for {len(page)} nodes: give one for each node"
        raise ValueError(message)
    builder = Builder(
        page, kept, Handlers(_TAGS, _ROLES), language=language, base_url=base_url or page.url, title=title
    )
    builder.authors, builder.refusals = authors, refusals
    _look_over(builder)
    blocks = blocks_in(builder, 0, len(page), Scope())
    if builder.inline_notes:
        blocks += build_inline_notes(builder, builder.inline_notes)
    blocks = _related(builder, blocks)
    if left_out is not None:
        left_out.extend(builder.left_out)
    return tuple(blocks)


def _look_over(builder: Builder) -> None:
    """Find what the walk has to know beforehand: what leads where, what belongs together, what is left out."""
    builder.leave_out(find_mechanics(builder, _relate(builder)))
    apart_spare_drawings(builder)
    builder.captions = find_descriptions(builder)
    builder.posts = find_live_posts(builder)
    builder.levels = find_levels(builder)
    builder.inline_notes = find_inline_notes(builder)
    builder.tabs = find_tabs(builder)


def _related(builder: Builder, blocks: list[Block]) -> list[Block]:
    """Return the blocks as what they are to each other: notes, lists, terms, headings, replies, the standfirst."""
    blocks = gather_notes(blocks)
    if builder.targets:
        blocks = lead_links(builder, blocks, {block.id for block in iterate_blocks(blocks)})
    blocks = _without_outer_breaks(blocks)
    blocks = join_typed_claims(builder, blocks)
    blocks = join_typed_terms(builder, join_typed_items(builder, blocks))
    blocks = infer_headings(join_timed_lines(find_dateline(blocks)))
    blocks = bind_notices(plain_leads(join_typed_recipes(blocks)))
    return lead_standfirst(bind_repeats(mark_speakers(nest_replies(blocks, builder.depths))))


def _without_outer_breaks(blocks: list[Block]) -> list[Block]:
    """Return blocks without the lines before the first words and after the last: they part nothing of the story."""
    if not any(isinstance(block, ThematicBreak) for block in blocks):
        return blocks
    said = [place for place, block in enumerate(blocks) if block.text]
    if not said:
        return [block for block in blocks if not isinstance(block, ThematicBreak)]
    first = next((place for place in said if not isinstance(blocks[place], Figure)), said[0])
    return [
        block for place, block in enumerate(blocks) if first < place < said[-1] or not isinstance(block, ThematicBreak)
    ]


def _relate(builder: Builder) -> list[int]:
    """Find what leads where within the page, and return what only leads back."""
    links = find_links(builder)
    places = find_places(builder, set(links.values()))
    graph = find_notes(builder, links, places)
    add_numbered_notes(builder, graph)
    builder.marks, builder.notes, builder.note_labels = graph.marks, graph.notes, graph.labels
    spoken_for = graph.marks.keys() | graph.back_links
    names = {name for link, name in links.items() if link not in spoken_for}
    builder.targets = {name: place for name, place in places.items() if name in names and _leads_into(builder, place)}
    return graph.back_links


def _leads_into(builder: Builder, place: int) -> bool:
    """Say whether a place is in the story: it holds some of it, or is an empty anchor within it."""
    return builder.holds(place) or (place in builder.story and builder.ends[place] == place + 1)
