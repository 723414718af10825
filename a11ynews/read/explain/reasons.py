"""Why a block is what it is, as a sentence: one for each rule of the build, one for each refusal.

The rule ids stand in ``block.why`` and in the decisions that a build notes down when it is asked to.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["MADE", "REFUSED", "reason_for", "reason_of"]

MADE: Final = {
    "bold-paragraph-heading": "It is a short bold line that ends as no sentence does, and text follows it.",
    "counted-label": "It only counts a part of the story, and others count on.",
    "bold-first-line-heading": "It is a short bold line over running text in the same paragraph.",
    "short-line-above-text": "It is a short line between paragraphs that ends as no sentence does.",
    "hash-marks": "It begins with the marks that Markdown has for headings.",
    "heading-as-standfirst": "It is set as a heading, but is as long as a sentence and opens the story.",
    "under-headline": "It stands under the headline, and the page's description or its own class says that it is this.",
    "picture-marks": "It has the marks that Markdown has for pictures.",
    "figure-element": "The page marks it as a figure.",
    "figure-caption": "It is the caption of a figure that holds no picture.",
    "gallery-caption": "It is the caption of all the pictures before it.",
    "caption-class": "Its class, or the picture's description, says that it is the picture's caption.",
    "caption-line": "It reads as a caption that lost its picture.",
    "line-says-alternative": "It begins with the words that the page gives for the picture right before it.",
    "signed-line-after-picture": "It stands between a picture and the line that names who made the picture.",
    "credit-before-picture": "It names who made the picture that stands right below it.",
    "credit-class": "Its class says that it names who made the picture.",
    "credit-line": "It only names who made a picture.",
    "credit-after-picture": "It stands after the picture and only names who made it.",
    "labelled-line-after-picture": "It stands after the picture and begins as captions do, with a label and a number.",
    "line-after-signed-picture": "It stands after a picture whose maker is named before it, and is no sentence.",
    "credited-line-after-picture": "It stands after the picture and ends with who made it, in brackets.",
    "emphasised-line-after-picture": "It is one short slanted line right after the picture.",
    "pull-quote-class": "Its class says that it is a pull quote.",
    "repeated-quote": "It is a short quote whose words a paragraph near by has as well.",
    "repeated-aside": "It stands aside, and a paragraph near by has its words as well.",
    "repeated-heading": "It is set as a heading, but is words of the story in quotation marks.",
    "dash-after-quote": "A dash and a name after the quote say who is quoted.",
    "titled-quote": "It is all that the box holds; the title of the box says who is quoted.",
    "quotation-marks": "Its lines are quoted one by one.",
    "callout-class": "Its class or its role says that it is a note set apart.",
    "correction-label": "It begins as a correction does.",
    "editors-note-label": "It begins as an editor's note does.",
    "update-label": "It begins as a note on an update does.",
    "correction-heading": "It stands under the heading of a correction, and is all that stands there.",
    "editors-note-heading": "It stands under the heading of an editor's note, and is all that stands there.",
    "sidebar": "It stands in an element for what is beside the story, or its class says that it is a box of facts.",
    "claim-review": "Its parts are marked as a claim and the verdict on it.",
    "typed-claim": "Its lines, terms or cells are labelled as a claim and the verdict on it.",
    "comment": "Its class says that it is a comment; who wrote it is its source.",
    "comment-header": "It opens with who wrote it, as the comments beside it do.",
    "live-post": "It begins with a time, and so do its neighbours.",
    "timed-line": "It begins with a time in bold, and so do others after it.",
    "notes-in-lines": "They stand in the middle of the sentences they belong to; marks stand in their place.",
    "note-by-links": "A mark in the text leads to it, by a link or by its number.",
    "picture-of-recording": "It is a picture that only links to a recording of another site.",
    "tab-label": "It is the label of the tab that opens what follows.",
    "code-title": "Its title stands over it: an element that is called the title of code, or the caption around it.",
    "file-before-code": "The line before it is the name of a file, and nothing else.",
    "code-rows": "Its rows are lines of code, by the classes of their cells.",
    "verse-class": "Its class says that its lines are lines of verse.",
    "rubric-class": "Its class says that it heads what follows.",
    "word-above-notes": "It is the one word above the notes.",
    "speaker-label": "It begins with a speaker's name and a colon, and others do in turn.",
    "speaker-line": "It is a speaker's name on a line of its own; it and another come again and again.",
    "question-turn": "It is a question set apart from the answer after it, and so are others.",
    "dateline": "It begins with a place, a date or an agency, and a dash.",
    "dateline-class": "The page marks its first words as the dateline.",
    "paragraph-above-byline": "It stands between the headline and the byline.",
    "drawn-line": "It is one mark, drawn again and again.",
    "typed-list": "Its lines begin with the same mark, or with numbers that count on.",
    "one-item-list": "It has one item, and a list of one item follows it: an editor writes a list for each.",
    "legend-class": "Its class says that it is the legend of the figure above it.",
    "toggle": "Its class says that its first line opens the rest.",
    "marked-rows": "The first column of the table has the marks of a list, which count on from each other.",
    "terms-in-columns": "The class of its box says that its first column has terms, and the second what they mean.",
    "label-above": "It begins with the label that stands alone above it, set as a heading.",
    "table-notes-class": "Its class says that it belongs to the table above it.",
    "list-marks": "Its lines begin with the same mark, or with numbers that count on.",
    "fenced-code": "It stands between the marks that Markdown has for code.",
    "bars-between-cells": "Its lines have bars between their cells, as tables in Markdown have.",
    "typed-glossary": "Its paragraphs are bold words, a dash, and what they mean.",
    "marked-steps": "The page marks each of them as an ingredient or a step of a recipe.",
    "recipe-part": "It is the label of a recipe's part, and lines of one stand under it.",
    "recipe-ingredients": "Its lines stand under the heading of a recipe's ingredients.",
    "recipe-steps": "Its paragraphs stand under the heading of a recipe's steps, after the ingredients.",
    "bold-lead": "It is bold and leads on with a colon; it heads no part.",
    "embed-element": "It is a frame of another page.",
    "social-post-class": "Its class says that it stands in for a post until a script runs.",
    "address-alone": "It is a paragraph of nothing but the address of a recording, a post, a map or a chart.",
    "embed-placeholder": "It stands in for a frame that a script would load.",
    "drawing-in-words": "It is a chart or a diagram drawn in the page; its title or labels say what it shows.",
    "player-element": "It is an element of a player, which a script would fill.",
    "video-without-source": "It is a recording of which only the picture before the start is known.",
    "data-table-markup": "It is a table of data: it has header cells or a caption.",
    "data-table-roles": "Its roles make it a table.",
    "data-table-shape": "It is a table of data: short values in rows and columns, and nothing larger.",
    "caption-row": "Its first row is one cell over all columns: the caption.",
    "note-row": "Its last rows are one cell over all columns: what is said of the table.",
    "header-row-markup": "Its first rows are header cells.",
    "bold-header-row": "Its first row is bold and the next is not, so it is the header.",
    "words-over-numbers": "Its first row has words, or years that go on, where all others have numbers: the header.",
    "header-row-class": "The class of its first row says that it is the header.",
    "header-column-markup": "Its first column is header cells.",
    "empty-corner": "Its head names all columns but the first, whose different words name the rows.",
    "names-before-numbers": "Its first column names the rows: different words, and numbers after them.",
}
"""For each rule that makes a block what it is."""

REFUSED: Final = {
    "heading-relevelled": "Levels follow the sequence: none is skipped, and the first is 2.",
    "heading-too-long": "It is set as a heading, but is as long as a paragraph.",
    "heading-is-dateline": "It is set as a heading, but says where and when the story was filed.",
    "heading-is-file": "It is no heading: it is the name of a file.",
    "heading-is-item": "It is set as a heading, but is all that the item of a list says, and heads nothing.",
    "heading-is-quote": "It is set as a heading, but is words of the story in quotation marks.",
    "layout-role": "The table says that it only lays things out.",
    "layout-one-column": "The table has one column or one cell: its content is read in order.",
    "layout-nested": "The table holds another one: it lays things out.",
    "layout-equation": "Its cells are a formula and the number of it.",
    "layout-lists": "It has one row, and only a list in each cell: it sets one list in columns.",
    "heading-is-label": "It is set as a heading, but only numbers what stands below it.",
    "layout-code": "All its words are one block of code, and the numbers of its lines.",
    "layout-callout": "It is the one row of a note set apart: a sign, and what is said.",
    "layout-notes": "The rows of the table are notes.",
    "layout-big-things": "The table holds headings, quotes or pictures, and no header cells: it lays things out.",
    "layout-indented": "Many of its rows begin with an empty cell over several columns, which only moves words aside.",
    "layout-running-text": "The table holds running text, and no header cells: it lays things out.",
    "picture-shows-nothing": "The picture is a pixel, a line, a logo or a placeholder.",
    "picture-without-address": "The picture's address is not known: it is relative, and the page's own is not told.",
    "archive-words": "The caption says that the picture is older than the story.",
    "note-mark": "It is a short mark that leads to a note.",
    "expansion": "The page or the text itself says what the letters stand for.",
    "language-of-words": "The page says so, or the words are in a script that the story is not written in.",
    "repeats": "A listener hears the words where they belong, and not twice.",
}
"""For each decision that no block's rule tells: what was refused, and what stands inside a line."""


def reason_of(why: str) -> str:
    """Return the sentences for the rules that ``block.why`` names; "" for none.

    Example:
        >>> reason_of("typed-list")
        'Its lines begin with the same mark, or with numbers that count on.'
    """
    return " ".join(dict.fromkeys(MADE.get(rule) or REFUSED.get(rule, "") for rule in why.split())).strip()


_ELEMENT: Final = re.compile(r"([a-z][a-z0-9]*)[^ ]*\Z")
_MARKED_AS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "a heading"),
    **dict.fromkeys(("ul", "ol", "menu"), "a list"),
    **dict.fromkeys(("pre", "samp", "code"), "code or preformatted text"),
    **dict.fromkeys(("img", "picture", "svg"), "a picture"),
    "button": "what opens the text below it",
    "dl": "a list of terms and what they mean",
    "blockquote": "a quote",
    "details": "a part that opens on request",
    "figure": "a figure",
    "hr": "a change of scene",
    "video": "a recording",
    "audio": "a recording",
    "math": "a formula",
    "table": "a table",
    "aside": "standing beside the story",
}
"""What an element is for, by its tag (HTML, section 4)."""


def reason_for(why: str, where: str) -> str:
    """Return the sentences for the rules that made a block; without any, what its own element says of it.

    Args:
        why: The ids of the rules, ``block.why``.
        where: The block's place in the page, ``block.where``.

    Example:
        >>> reason_for("", "article > h2.crosshead")
        'The page marks it as a heading, by its element: h2.'
        >>> reason_for("", "article > p"), reason_for("", "line 12")
        ('', '')
    """
    if why:
        return reason_of(why)
    found = _ELEMENT.search(where) if not where.startswith("line ") else None
    tag = found[1] if found else ""
    return f"The page marks it as {_MARKED_AS[tag]}, by its element: {tag}." if tag in _MARKED_AS else ""
