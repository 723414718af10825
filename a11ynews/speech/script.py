"""The script of an article: from blocks to utterances.

One dispatcher over the closed union of blocks, one short arm each. How much is said is the
profile's choice (:mod:`a11ynews.speech.profile`), in which words is the language's
(:mod:`a11ynews.speech.phrases`), how long it is quiet is :mod:`a11ynews.speech.pauses`'.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import assert_never

from a11ynews.model.article import Article
from a11ynews.model.blocks import (
    Block,
    Callout,
    ClaimReview,
    CodeBlock,
    DefinitionList,
    Details,
    Embed,
    Figure,
    Heading,
    List,
    ListItem,
    LivePost,
    MathBlock,
    Media,
    Notes,
    Omitted,
    Paragraph,
    PullQuote,
    Quote,
    Sidebar,
    Table,
    ThematicBreak,
)
from a11ynews.model.callouts import says_its_kind
from a11ynews.model.galleries import picture_places
from a11ynews.model.inlines import Code, Math, Text
from a11ynews.model.notes import label_notes
from a11ynews.model.numbering import item_marks, item_numbers
from a11ynews.speech.head import tell_head
from a11ynews.speech.lexicon import Lexicon
from a11ynews.speech.pauses import BREAK_S
from a11ynews.speech.phrases import counted
from a11ynews.speech.pictures import tell_figure, tell_media
from a11ynews.speech.profile import Part, Policy, policy
from a11ynews.speech.tables import tell_table
from a11ynews.speech.telling import Place, Telling, ended, spaced
from a11ynews.speech.twice import nothing_twice
from a11ynews.speech.utterance import Role, Run, Utterance

__all__ = ["DEFAULT_LANGUAGE", "write_script"]

_CORRECTIONS = ("correction", "editors-note", "update")
DEFAULT_LANGUAGE = "en"
"""The language of an article that does not say: a voice must be chosen, and our rules are best there."""


def write_script(
    article: Article, profile: str | Policy = "normal", lexicon: Lexicon | None = None
) -> tuple[Utterance, ...]:
    """Return what is to be said of an article, in order.

    The headline comes first, with byline and date. Nothing is said twice, marks of notes are
    silent, pull quotes are skipped, and nothing is ever named by its file name.

    Args:
        article: The article.
        profile: "brief" (the running text, pauses only), "normal", or "full" (as a screen reader); or a
            policy of your own.
        lexicon: How names are said (:func:`a11ynews.speech.lexicon.read_lexicon`); None for that of the policy.

    Returns:
        Utterances, each with at least one word.

    Raises:
        UsageError: If there is no such profile.

    Example:
        >>> from a11ynews.model.article import Metadata
        >>> from a11ynews.model.inlines import Text
        >>> body = (Paragraph(id="b1", children=(Text(text="It was a quiet day."),)),)
        >>> article = Article(metadata=Metadata(title="Quiet day", authors=("Ada Writer",)), body=body)
        >>> [utterance.spoken for utterance in write_script(article)]
        ['Quiet day', 'By Ada Writer.', 'It was a quiet day.']
    """
    lang = article.language or DEFAULT_LANGUAGE
    chosen = policy(profile) if isinstance(profile, str) else profile
    telling = Telling(chosen if lexicon is None else replace(chosen, lexicon=lexicon), lang)
    place = Place(lang=lang)
    tell_head(telling, article.metadata, place)
    telling.running_text = article.text.casefold()
    body = label_notes(article.body)
    telling.places = picture_places(body)
    _blocks(telling, body, place)
    return nothing_twice(telling.script)


def _blocks(telling: Telling, blocks: Iterable[Block], place: Place) -> None:
    for block in blocks:
        _block(telling, block, telling.place_of(block, place))


def _block(telling: Telling, block: Block, place: Place) -> None:  # noqa: C901, PLR0912 - a closed union, one arm each
    match block:
        case Heading():
            _heading(telling, block, place)
        case Paragraph():
            role: Role = "paragraph" if block.role == "body" else block.role
            telling.say(role, telling.runs(block.children, place), place)
        case List():
            _list(telling, block, place)
        case DefinitionList():
            _definitions(telling, block, place)
        case Quote():
            _quote(telling, block, place)
        case PullQuote():
            _pull_quote(telling, block, place)
        case Callout():
            _callout(telling, block, place)
        case Sidebar():
            _sidebar(telling, block, place)
        case Details():
            _details(telling, block, place)
        case LivePost():
            _live_post(telling, block, place)
        case ClaimReview():
            _claim(telling, block, place)
        case Figure():
            tell_figure(telling, block, place)
        case Media():
            tell_media(telling, block, place)
        case Embed():
            _embed(telling, block, place)
        case Omitted():
            before, _, after = telling.phrases.omitted.partition("{}")
            telling.say("omitted", telling.ours(f"{before}{block.what}{after}") if before else (), place)
        case Table():
            tell_table(telling, block, place, lambda blocks, where: _one_line(telling, blocks, where))
            _blocks(telling, () if telling.action("table") == "skip" else block.notes, place)
        case CodeBlock():
            _code(telling, block, place)
        case MathBlock():
            _math(telling, block, place)
        case Notes():
            _notes(telling, block, place)
        case ThematicBreak():
            telling.rest(BREAK_S)
        case _:
            assert_never(block)


def _heading(telling: Telling, block: Heading, place: Place) -> None:
    words = telling.runs(block.children, place)
    level = telling.lead("heading", telling.phrases.heading.format(telling.outline.level_for(block.level)))
    telling.say("heading", level + words if words else (), place)


def _list(telling: Telling, block: List, place: Place) -> None:
    size = telling.phrases.list.format(len(block.items))
    if telling.name("list", size, place):
        return
    start, heard = len(telling.script), 0  # pictures without words are items that nobody hears
    # A voice says the letter for "B.", and no number at all for "iv.".
    marks = map(str, item_numbers(block)) if block.numbering.endswith("roman") else map(str.upper, item_marks(block))
    for item, mark in zip(block.items, marks, strict=True):
        first = len(telling.script)
        _blocks(telling, item.blocks, place)
        _as_item(
            telling, first, " ".join(filter(None, (f"{mark}." if block.ordered else "", _state_of(item, telling))))
        )
        heard += first < len(telling.script)
    if telling.action("list") == "announce" and heard > 1:
        items = telling.script[start:]
        del telling.script[start:]
        telling.say("list", telling.ours(telling.phrases.list.format(heard)), place)
        telling.script.extend(items)


def _state_of(item: ListItem, telling: Telling) -> str:
    """Return what is said before a task: a listener cannot see its box."""
    if item.checked is None:
        return ""
    return telling.phrases.done if item.checked else telling.phrases.not_done


def _as_item(telling: Telling, first: int, marker: str) -> None:
    """Make the first utterance of a list item, if it is a paragraph, the item; its number is said before it."""
    if first == len(telling.script):
        return
    head = telling.script[first]
    place = Place(lang=head.lang, block_id=head.block_id, line=head.block_id, voice=head.voice)
    runs = telling.ours(marker) + head.runs
    if head.role != "paragraph":
        telling.script[first] = replace(head, runs=runs)
        return
    rest = telling.script[first + 1 :]
    del telling.script[first:]
    telling.say("item", runs, place)
    telling.script.extend(rest)


def _definitions(telling: Telling, block: DefinitionList, place: Place) -> None:
    numbers = count(1)
    for item in block.items:
        for term in item.terms:
            telling.say("term", telling.runs(term, place, f"term{next(numbers)}"), place)
        _blocks(telling, item.blocks, place)


def _quote(telling: Telling, block: Quote, place: Place) -> None:
    if telling.name("quote", telling.phrases.quote, place):
        return
    told = telling.action("quote") == "announce"
    first = len(telling.script)
    _blocks(telling, block.blocks, replace(place, voice="quote"))
    if first == len(telling.script):
        return
    if told:
        head = telling.script[first]
        telling.script[first] = replace(head, runs=telling.ours(telling.phrases.quote) + head.runs)
        last = telling.script[-1]
        telling.script[-1] = replace(last, runs=last.runs + telling.ours(telling.phrases.end_quote))
    telling.say("attribution", telling.runs(block.attribution, place, "attribution"), place)


def _pull_quote(telling: Telling, block: PullQuote, place: Place) -> None:
    if block.repeats is not None or telling.action("pull-quote") == "skip":
        return
    telling.say("pull-quote", telling.runs(block.children, place), replace(place, voice="quote"))
    telling.say("attribution", telling.runs(block.attribution, place, "attribution"), place)


def _callout(telling: Telling, block: Callout, place: Place) -> None:
    part: Part = "correction" if block.kind in _CORRECTIONS else "callout"
    action = telling.action(part)
    if action == "skip":
        return
    kind = telling.phrases.callout(block.kind)
    told = action in ("announce", "name") and not says_its_kind(block, kind.rstrip(" ."))
    telling.say("callout", (telling.ours(kind) if told else ()) + telling.runs(block.title, place), place)
    if action != "name":
        _blocks(telling, block.blocks, place)


def _sidebar(telling: Telling, block: Sidebar, place: Place) -> None:
    title = telling.runs(block.title, place)
    if telling.name("aside", telling.phrases.sidebar, place, title):
        return
    telling.say("aside", telling.lead("aside", telling.phrases.sidebar) + title, place)
    first = len(telling.script)
    _blocks(telling, block.blocks, place)
    if first < len(telling.script):
        telling.say("aside", telling.lead("aside", telling.phrases.end_sidebar), place)


def _details(telling: Telling, block: Details, place: Place) -> None:
    summary = telling.runs(block.summary, place)
    if telling.name("details", "", place, summary):
        return
    telling.say("details", summary, place)
    _blocks(telling, block.blocks, place)


def _live_post(telling: Telling, block: LivePost, place: Place) -> None:
    if telling.action("live-post") == "skip":
        return
    telling.say("live-post", telling.words(block.time or "", place, "time"), place)
    telling.say("live-post", telling.runs(block.title, place), place)
    _blocks(telling, block.blocks, place)


def _claim(telling: Telling, block: ClaimReview, place: Place) -> None:
    phrases = telling.phrases
    claimant = telling.words(block.claimant or "", place, "claimant")
    before, _, after = phrases.claim_by.partition("{}")
    if claimant:
        telling.say("claim", telling.lead("claim", before) + ended(claimant, after or ":"), place)
    lead = () if claimant else telling.lead("claim", phrases.claim)
    telling.say("claim", lead + telling.runs(block.claim, place), place)
    source = telling.words(block.source or "", place, "source")
    telling.say("claim", telling.lead("claim", phrases.claim_source) + source if source else (), place)
    verdict = telling.words(block.verdict or "", place, "verdict")
    telling.say("claim", telling.lead("claim", phrases.verdict) + verdict if verdict else (), place)


def _embed(telling: Telling, block: Embed, place: Place) -> None:
    title = telling.words(block.title or block.provider or "", place, "title")
    kind = telling.phrases.embeds.get(block.kind, "")
    if telling.name("embed", kind if title else kind.rstrip(" :") + "." if kind else "", place, title):
        return
    telling.say("embed", telling.lead("embed", kind) + title if title else (), place)
    # A post is somebody's words: the other voice lets a listener hear where they end.
    _blocks(telling, block.blocks, replace(place, voice="quote") if block.kind == "post" else place)
    telling.say("caption", telling.runs(block.caption, place), place)


def _code(telling: Telling, block: CodeBlock, place: Place) -> None:
    lines = len(block.text.strip("\n").splitlines())
    action = telling.action("code")
    named = telling.ours(counted(telling.phrases.code, lines)) if action in ("name", "announce") else ()
    words = () if action == "name" else telling.runs((Code(text=block.text),), place)
    telling.say("caption", telling.runs(block.caption, place, "title"), place)
    telling.say("code", named + words, place)


def _math(telling: Telling, block: MathBlock, place: Place) -> None:
    formula = telling.phrases.formula
    if telling.name("math", formula.rstrip(" :") + "." if formula else "", place):
        return
    words = telling.runs((Math(text=block.text, latex=block.latex, spoken=block.spoken),), place)
    if words and block.label:
        words += telling.runs((Text(text=f" {block.label}"),), place)
    telling.say("math", telling.lead("math", formula) + words if words else (), place)


def _notes(telling: Telling, block: Notes, place: Place) -> None:
    if telling.name("notes", telling.phrases.notes, place):
        return
    telling.say("notes", telling.lead("notes", telling.phrases.notes), place)
    for note in block.items:
        lead = telling.lead("note", telling.phrases.note.format(note.label))
        words = _one_line(telling, note.blocks, place)
        telling.say("note", lead + words if words else (), replace(place, block_id=note.id))


def _one_line(telling: Telling, blocks: tuple[Block, ...], place: Place) -> tuple[Run, ...]:
    """Return blocks as the words of one utterance: a cell, a note."""
    inner = telling.inside()
    _blocks(inner, blocks, place)
    runs: list[Run] = []
    for utterance in inner.script:
        if runs and not runs[-1].text[-1:].isspace():
            runs[-1] = spaced(runs[-1])
        runs.extend(utterance.runs)
    return tuple(runs)
