"""What stands above and below a story in text and Markdown: who, when, from where."""

from __future__ import annotations

from a11ynews.model.article import Article
from a11ynews.model.dates import change_after
from a11ynews.render.phrases import Phrases
from a11ynews.render.plain.safety import one_line

__all__ = ["credit_lines", "licence_lines", "source_lines"]


def credit_lines(article: Article, words: Phrases) -> list[str]:
    """Return the byline, the dates and the section, a line each, those that are known."""
    return [*_byline(article, words), *_dates(article, words), *_section(article, words)]


def source_lines(article: Article, words: Phrases) -> list[str]:
    """Return lines with the publication and the address of the original, and with the licence; those that are known."""
    address = one_line(article.metadata.canonical_url or article.url or "")
    where = ", ".join(part for part in (one_line(article.site_name or ""), address) if part)
    return [*([f"{words.say('source')} {where}"] if where else []), *licence_lines(article, words)]


def licence_lines(article: Article, words: Phrases) -> list[str]:
    """Return one line with the terms on which the story may be passed on, or none."""
    licence = one_line(article.metadata.licence or "")
    return [words.say("licence", licence=licence)] if licence else []


def _section(article: Article, words: Phrases) -> list[str]:
    section = one_line(article.section or "")
    return [words.say("section", section=section)] if section and section != article.metadata.kicker else []


def _byline(article: Article, words: Phrases) -> list[str]:
    byline = article.metadata.byline
    if byline is not None and byline.text.strip():
        return [one_line(byline.text)]
    return [words.say("by", names=one_line(", ".join(article.authors)))] if article.authors else []


def _dates(article: Article, words: Phrases) -> list[str]:
    lines = []
    printed = one_line(article.metadata.published_text or "")
    if article.published is not None:
        lines.append(words.say("published", date=words.date(article.published)))
    elif printed:
        lines.append(printed)
    if (changed := change_after(article.published, article.modified)) is not None:
        lines.append(words.say("updated", date=words.date(changed)))
    return lines
