"""The kinds of furniture, most certain first: each with its reason, as readers see it.

A rule names what it catches. The choice of the story was made before, by the classifier; a rule
says *what* the rest is. To add a kind, add a record here, and its labels to
``vocabulary/furniture.toml``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from a11ynews.read.rules.region import Region
from a11ynews.read.scene.flags import bit

__all__ = ["RULES", "Rule", "rule_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One reason to leave something out.

    Attributes:
        id: Stable name of what is caught, kebab-case.
        kind: The kind that ``article.removed`` reports.
        because: One sentence for readers.
        flags: Any of these around the region is a match.
        labels: Any of these kinds of label, on the region itself or above it, is a match.
        test: A predicate that must hold as well; it decides alone where there are neither flags nor
            labels. It does not ask of the text.
        says: A predicate that must hold of the text as well.
    """

    id: str
    kind: str
    because: str
    flags: int = 0
    labels: frozenset[str] = frozenset()
    test: Callable[[Region], bool] | None = None
    says: Callable[[str], bool] | None = None

    def applies(self, region: Region) -> bool:
        """Tell whether the rule catches a region, its text aside."""
        if self.flags or self.labels:
            section = region.section
            under = section in self.labels and section in _HEADS and region.link_share > _SOME_LINKS
            if not (under or region.flags & self.flags or region.label in self.labels):
                return False
        return self.test(region) if self.test else True


def _any(*names: str) -> int:
    return sum(bit(name) for name in names)


def _labels(*kinds: str) -> frozenset[str]:
    return frozenset(kinds)


_HEADS = frozenset(
    ("skip-links", "contents", "share", "follow", "related", "read-more", "most-read", "comments", "navigation", "tags")
)
"""Kinds whose labels are headings of what stands under them; others, such as "Back to top", stand for themselves."""
_SOME_LINKS = 0.3
"""What stands under a label belongs to it if this share of it is linked."""
_RIGHTS = ("©", "(c)", "copyright", "all rights reserved")


def _says_rights(text: str) -> bool:
    folded = text[:200].casefold()
    return any(sign in folded for sign in _RIGHTS)


_NEARLY_ALL = 0.8
_MENU_TAGS = frozenset(("li", "a", "span", "div", "td", "p", "dd"))


def _is_menu(region: Region) -> bool:
    return region.link_share > _NEARLY_ALL and region.tag in _MENU_TAGS


def _is_menu_entry(region: Region) -> bool:
    """Tell whether it stands in what is named a menu, whatever that opens in or leads to."""
    return bool(region.flags & bit("navigation")) and region.link_share > _NEARLY_ALL


RULES: tuple[Rule, ...] = (
    Rule(id="tracking", kind="tracking", flags=_any("tracking"),
         because="Counts who looks at the page; it says nothing to readers."),
    Rule(id="noscript-fallback", kind="script-fallback", flags=_any("noscript"),
         because="Shown only where scripts are off; what it stands for is already in the page or cannot be had."),
    Rule(id="skip-links", kind="skip-links", labels=_labels("skip-links"),
         test=lambda region: region.label == "skip-links" or region.in_page,
         because="A link, or the heading of links, that only jumps to another part of the web page."),
    Rule(id="skip-link-target", kind="skip-links", flags=_any("skip", "reader-only"),
         test=lambda region: region.section == "skip-links"
         or (region.in_page and (region.before_headline or bool(region.flags & bit("skip")))),
         because="A link that only jumps to another part of the web page."),
    Rule(id="ticker-label", kind="ticker-label", labels=_labels("ticker-label"),
         test=lambda region: region.label == "ticker-label" and region.before_headline,
         because="The label of the news ticker; it says nothing about this story."),
    Rule(id="ticker", kind="ticker", flags=_any("ticker"), test=lambda region: region.before_headline,
         because="The news ticker at the top of the page: headlines of other stories."),
    Rule(id="headline-copy", kind="duplicate", test=lambda region: region.is_copy,
         because="The same words stand elsewhere in the story or are its headline."),
    Rule(id="dialog", kind="dialog", flags=_any("dialog"), test=lambda region: not _is_menu_entry(region),
         because="A window of the page's own, not part of the story."),
    Rule(id="cookie-notice", kind="cookie", flags=_any("consent"), labels=_labels("cookie"),
         because="A notice on cookies or consent."),
    Rule(id="print-button", kind="print", labels=_labels("print"), because="Buttons or options to print the page."),
    Rule(id="share-buttons", kind="share", labels=_labels("share"), because="Buttons to pass the page on."),
    Rule(id="follow-us", kind="follow", labels=_labels("follow"),
         because="An invitation to follow the site elsewhere."),
    Rule(id="newsletter", kind="newsletter", flags=_any("newsletter"), labels=_labels("newsletter"),
         because="An invitation to subscribe to a newsletter."),
    Rule(id="paywall-prompt", kind="paywall-prompt", flags=_any("paywall"), labels=_labels("paywall-prompt"),
         because="A request to subscribe or log in."),
    Rule(id="app-promotion", kind="app-promo", labels=_labels("app-promo"),
         because="An advertisement for the site's app."),
    Rule(id="advertisement", kind="advertisement", flags=_any("advert"), labels=_labels("advertisement"),
         because="An advertisement, or the label of one."),
    Rule(id="external-content", kind="external-content", labels=_labels("external-content"),
         because="Stands in the place of something from another site that the page shows only after consent."),
    Rule(id="player-fallback", kind="player-fallback", labels=_labels("player-fallback"),
         because="Words of a player that is not there."),
    Rule(id="appeal", kind="appeal", labels=_labels("appeal"),
         because="Asks readers for something: an address, a gift, a story, an opinion."),
    Rule(id="syndication", kind="syndication", labels=_labels("syndication"),
         because="A note on where the story was published before."),
    Rule(id="comments", kind="comments", flags=_any("comment"), labels=_labels("comments"),
         because="Readers' comments or the invitation to write one."),
    Rule(id="most-read", kind="most-read", labels=_labels("most-read"),
         because="A list of the site's most read pages."),
    Rule(id="read-more", kind="read-more", labels=_labels("read-more"), because="A pointer to another page."),
    Rule(id="related-links", kind="related", flags=_any("related"), labels=_labels("related", "ticker-label"),
         because="Links to other stories."),
    Rule(id="recommended-links", kind="related", flags=_any("recommend"),
         because="Links to other stories that the site recommends."),
    Rule(id="breadcrumbs", kind="breadcrumbs", flags=_any("breadcrumb"),
         because="The path to this page in the site's menu."),
    Rule(id="share-box", kind="share", flags=_any("share"), because="Buttons to pass the page on."),
    Rule(id="contents", kind="contents", labels=_labels("contents"),
         because="The page's own table of contents: links to its headings, which the output has as well."),
    Rule(id="in-page-links", kind="contents", flags=_any("reader-only"), test=lambda region: region.in_page,
         because="Links to parts of the page below its headline; the output has its own."),
    Rule(id="tag-list", kind="tags", flags=_any("tags"), labels=_labels("tags"),
         test=lambda region: "tags" in (region.label, region.section) or not _is_menu_entry(region),
         because="A list of topics."),
    Rule(id="author-card", kind="author-card", flags=_any("biography"), labels=_labels("author-card"),
         because="A note on the author, not part of the story."),
    Rule(id="pager", kind="navigation", flags=_any("pager"), because="Links to the page before or after this one."),
    Rule(id="developer-residue", kind="dev-residue", labels=_labels("dev-residue"),
         because="Marks that the page's developers left for themselves."),
    Rule(id="back-to-top", kind="back-to-top", labels=_labels("back-to-top"), because="A link to the top of the page."),
    Rule(id="caption-alone", kind="caption", flags=_any("caption-tag", "caption", "figure", "gallery"),
         because="The caption of a picture that is not part of the story."),
    Rule(id="hidden", kind="hidden", flags=_any("hidden"), because="The page hides it from sight."),
    Rule(id="navigation", kind="navigation", flags=_any("nav", "navigation"), labels=_labels("navigation"),
         because="A menu of the site."),
    Rule(id="rights", kind="rights", labels=_labels("rights"), because="A note on rights, not part of the story."),
    Rule(id="rights-line", kind="rights", says=_says_rights, because="A note on rights, not part of the story."),
    Rule(id="page-footer", kind="page-footer", flags=_any("footer", "page-foot"),
         because="The foot of the site's pages."),
    Rule(id="sidebar", kind="sidebar", flags=_any("aside", "sidebar"), because="Stands beside the story, not in it."),
    Rule(id="promotion", kind="promotion", flags=_any("promo"), because="The site promotes something of its own."),
    Rule(id="form", kind="form", flags=_any("form", "control"), because="A form or a button of the page."),
    Rule(id="player", kind="player-fallback", flags=_any("player", "media"), because="Words of a player."),
    Rule(id="page-details", kind="page-details", flags=_any("meta", "byline", "date"),
         because="A detail of the page: a date, a counter, a label."),
    Rule(id="widget", kind="widget", flags=_any("widget"), because="A small tool of the page."),
    Rule(id="page-header", kind="page-header", flags=_any("header", "page-head"),
         because="The head of the site's pages."),
    Rule(id="link-list", kind="links", test=_is_menu, because="A link that stands alone, away from the story."),
    Rule(id="not-the-story", kind="other", because="Its place and form are not those of the story's text."),
)  # fmt: skip


_ASKED = reduce(or_, (rule.flags for rule in RULES))
"""All flags that any rule asks for; the others only make more kinds of surroundings."""


def rule_for(region: Region, rules: tuple[Rule, ...] = RULES) -> Rule:
    """Return the first rule that applies to a region; the last rule applies to all.

    Example:
        >>> rule_for(Region(text="Share", label="share")).id
        'share-buttons'
    """
    applying = _applying(region[1:]) if rules is RULES else [rule for rule in rules if rule.applies(region)]
    for rule in applying:  # next() over a generator takes twice as long, and a page asks 200 times
        if rule.says is None or rule.says(region.text):
            return rule
    return RULES[-1]


@lru_cache(maxsize=4096)
def _applying(facts: tuple[Any, ...]) -> tuple[Rule, ...]:
    """Return the rules that apply to a region with such facts beside its text: the same for all entries of a menu."""
    region = Region("", *facts)
    likely = _around(region.flags & _ASKED, region.label, region.section)
    return tuple(rule for rule in likely if rule.applies(region))


@lru_cache(maxsize=4096)
def _around(flags: int, label: str, section: str) -> tuple[Rule, ...]:
    """Return the rules that can apply where these flags and labels are: a few of all, the same for many regions."""
    return tuple(
        rule
        for rule in RULES
        if rule.flags & flags or {label, section} & rule.labels or not (rule.flags or rule.labels)
    )
