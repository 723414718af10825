"""The posts of a live page as HTML, and in which order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from a11ynews.model.blocks import Block, LivePost
from a11ynews.model.inlines import Text
from a11ynews.model.posts import heading_of_post, without_heading
from a11ynews.render.html.inlines import has_words, machine_time
from a11ynews.render.html.sheet import Sheet
from a11ynews.render.html.titles import write_title
from a11ynews.render.markup import escape

__all__ = ["write_live_post", "write_order"]


def write_live_post(post: LivePost, sheet: Sheet) -> None:
    """Write a post as a section with a heading: its title, the one it opens with, else its time."""
    sheet.out.append(f'<section class="post"{sheet.attributes(post)}>\n')
    time = (post.time or post.datetime or "").strip()
    value = machine_time(post.datetime) if post.datetime else None
    when = f'<time datetime="{value}">{escape(time)}</time>' if value else escape(time)
    before = sheet.outline.enter()
    heading = heading_of_post(post)
    if heading is not None:
        write_title(heading, heading.children, 2, sheet, sheet.attributes(heading))
        post = without_heading(post, heading)
    elif has_words(post.title):
        write_title(post, post.title, 2, sheet)
    if has_words(post.title) and time:
        heard = sheet.heard_as(f"{post.id}-time-s1")
        sheet.out.append(f'<p class="when"{heard}>{when}</p>\n')
    elif time:
        write_title(post, (Text(text=time),), 2, sheet, part="time")
    sheet.flow(post.blocks)
    sheet.outline.leave(before)
    sheet.out.append("</section>\n")


def write_order(body: Sequence[Block], sheet: Sheet) -> None:
    """Say how many posts follow and whether the newest comes first, where the times of the posts tell."""
    posts = [block for block in body if isinstance(block, LivePost)]
    order = _order(posts) if len(posts) > 1 else None
    if order:
        said = sheet.said(f"posts_{order}", count=len(posts))
        sheet.out.append(f'<p class="added"{sheet.words.marks}>{said}</p>\n')


def _order(posts: Sequence[LivePost]) -> str | None:
    moments = [moment for post in posts if (moment := _moment(post.datetime or "")) is not None]
    if len(moments) < len(posts) or len({moment.tzinfo is None for moment in moments}) > 1:
        return None
    if moments == sorted(moments):
        return "oldest"
    return "newest" if moments == sorted(moments, reverse=True) else None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
