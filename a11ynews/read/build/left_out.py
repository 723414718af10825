"""Kept characters that the blocks say in another way: the marks of the page's own mechanics.

A way back from a note, the second copy of a formula, the numbers beside lines of code, the bullet
of a list that was typed by hand: a listener must not hear them, and no renderer can tell them from
words. They are named, so that they are accounted for with a reason instead of vanishing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["REASONS", "LeftOut"]

REASONS: Final = {
    "note-back-link": "It only leads back from a note to its mark; the output makes its own.",
    "note-label": "It says the mark of a note again; the mark stands in the text.",
    "callout-kind": "It says the kind of a note set apart before its title; the output says it itself.",
    "callout-icon": "It is the sign of a note set apart; the output names the kind of the note.",
    "formula-copy": "The formula is there twice, once for the eye and once for machines.",
    "code-label": "It names the language of the code, which the output says itself, or counts a notebook's cells.",
    "page-number": "It is the number of a page of the printed book, in the middle of the text.",
    "reference-tool": "It looks a reference up in a catalogue; the reference itself is told.",
    "line-number": "It numbers a line of code and is not part of the code.",
    "ruby-bracket": "It brackets a reading where ruby cannot be shown.",
    "heading-tool": "It edits a section or copies its address; it is not part of the heading.",
    "new-window": "It tells that a link opens another window; the output's links do not.",
    "share-button": "It is a button to pass words of the story on; it does nothing here.",
    "gallery-counter": "It counts the pictures of a gallery, which stand one after the other in the output.",
    "player-fallback": "It is shown only by browsers that cannot play the recording.",
    "drawing-icon": "It labels an icon, which says nothing in the story.",
    "file-name": "It is the name of a picture's file, where its caption should be.",
    "caption-again": "It says the caption or the credit of the picture above it again.",
    "picture-again": "They are the words of a picture that stands here twice, once for each width of a window.",
    "summary-of-all": "It would open nearly all of the story, which stands open.",
    "caption-label": "It only says that a caption, a credit or a picture comes; the output says it itself.",
    "caption-button": "It is a button in a caption, to enlarge a picture or to show more; it does nothing here.",
    "quote-sign": "It is a quotation mark drawn beside a quote; the output marks quotes itself.",
    "joiner-alone": "It joins letters, and there are none beside it: an empty paragraph.",
    "drawing-again": "It is the same drawing for a window of another width.",
    "drawing-words": "They are words in a drawing; what it shows is told as its description.",
    "drawn-line": "It draws a line between two parts; the output parts them itself.",
    "typed-list-marker": "It marks an item of a list that was typed by hand; the output marks the items itself.",
    "typed-bullet": "It is a bullet before an item of a list; the output marks the items itself.",
    "task-box": "It is the box of a task; the output says whether the task is done.",
    "fact-check-label": "It names a part of a fact check's head; the output names the parts itself.",
    "address-alone": "It is the address of something from another site; the output has it as a titled link.",
    "typed-glossary-dash": "It parts a term from its meaning in a glossary that was typed by hand.",
}
"""For each rule, one sentence for readers."""


class LeftOut(NamedTuple):
    """Kept characters that are in no block: the node they stand in, and the rule that says why."""

    node: int
    text: str
    rule: str
