"""Questions and their answers below a story: a section that writers add, built of boxes that open.

The classifier finds them too short, too far from the story and too like menus. What vouches for them is their
form: three questions or more, one close after the other, each with an answer in prose under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from a11ynews.read.choice.chapters import OF_THE_SITE
from a11ynews.read.scene.features import MOSTLY_LINKS, Surroundings
from a11ynews.read.scene.flags import bit

__all__ = ["answered_questions"]

_MARKS = ("?", "？", "؟")
_FEWEST = 3
_FARTHEST = 10
"""Units from one question to the next, at most."""
_LONGEST = 200
"""Characters of the longest question."""
_ANSWER = 40
"""Characters from which what stands under a question answers it."""
_STORY = 500
"""Characters of a story that questions may be about."""
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LEAD_IN = 2
"""Units before the first question, at most, that belong to the section: its heading, and a line under that."""
_DECIDED = 0.5
"""Share of the characters of a group that are chosen, from which the classifier knows it for what it is."""
_WORD, _ROOT = 5, 4
"""Letters of a longer word of the headline; the first of them, which its other forms have too ("ferry", "ferries")."""
_ON_TOPIC = 0.5
"""Share of the questions that have such a word, from which they are about what the story is about."""
_HEADS = bit("heading") | bit("control") | bit("definition")
_OF_THE_SITE = OF_THE_SITE | bit("form") | bit("noscript")
"""What says of a container that it is the site's: there, questions are about passwords and subscriptions."""


def answered_questions(scene: Surroundings, chosen: Sequence[bool], title: str) -> Iterator[tuple[int, int]]:
    """Yield the units of each question with its answer, where at least three follow one another on the story's topic.

    Args:
        scene: The page's units.
        chosen: For each unit whether it is in the story so far; on a page without a story there is nothing to ask.
        title: The headline; what it has no word of is not what these questions are about.

    Source:
        ``wcxb-dev``: 153 such groups were chosen anyhow. Of ten others on the story's topic the gold has eight; of
        four on something else, such as what the site sells, it has none.
    """
    asked = [unit for unit, text in enumerate(scene.units.text) if text.endswith(_MARKS)]
    if len(asked) < _FEWEST or sum(compress(scene.lengths, chosen)) < _STORY:
        return
    for group in _groups([unit for unit in asked if _is_answered(scene, unit)]):
        if _is_decided(scene, chosen, group) or not _is_on_topic([scene.units.text[unit] for unit in group], title):
            continue
        yield _first_of_section(scene, group[0]), group[0]
        longest = max(after - before for before, after in pairwise(group))
        for unit, following in pairwise((*group, group[-1] + longest)):
            yield unit, min(following, scene.end_of_company(unit))


def _is_decided(scene: Surroundings, chosen: Sequence[bool], group: Sequence[int]) -> bool:
    """Tell whether most of a group is chosen: what is not, between the questions of an interview, is something else."""
    low, high = group[0], group[-1] + 2
    kept = sum(compress(scene.lengths[low:high], chosen[low:high]))
    return kept > _DECIDED * (scene.length_sums[high] - scene.length_sums[low])


def _is_on_topic(questions: Sequence[str], title: str) -> bool:
    """Tell whether enough of the questions have a longer word of the headline in them, or the beginning of one.

    Example:
        >>> _is_on_topic(["How are ferries built?", "Who pays?"], "The ferry"), _is_on_topic(["Who pays?"], "Boats")
        (True, False)
    """
    words = [word[:_ROOT] for word in title.casefold().split() if len(word) >= _WORD]
    about = sum(any(word in question.casefold() for word in words) for question in questions)
    return about >= _ON_TOPIC * len(questions)


def _groups(questions: Sequence[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for unit in questions:
        if group and unit - group[-1] > _FARTHEST:
            if len(group) >= _FEWEST:
                yield group
            group = []
        group.append(unit)
    if len(group) >= _FEWEST:
        yield group


def _is_answered(scene: Surroundings, unit: int) -> bool:
    """Tell whether a question of the story's part of the page has a text under it that is no question and no link."""
    texts, answer = scene.units.text, unit + 1
    if answer >= len(texts) or len(texts[unit]) > _LONGEST or scene.shares[unit] > MOSTLY_LINKS:
        return False
    box, flags = scene.units.box[unit], scene.units.flags[unit]
    if scene.units.node_flags[box] & ~scene.shared_flags & _OF_THE_SITE:
        return False
    if scene.page.tags[box] == "p" and not flags & _HEADS:
        return False
    is_text = scene.lengths[answer] >= _ANSWER and scene.shares[answer] < MOSTLY_LINKS
    return is_text and not texts[answer].endswith(_MARKS)


def _first_of_section(scene: Surroundings, question: int) -> int:
    """Return the heading right above the first question, or above a line that leads up to it; else the question."""
    tags, boxes = scene.page.tags, scene.units.box
    for unit in range(question - 1, max(-1, question - 1 - _LEAD_IN), -1):
        if tags[boxes[unit]] in _HEADINGS:
            return unit
    return question
