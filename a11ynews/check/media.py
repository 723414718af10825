"""Checks of pictures, recordings and frames."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ynews.check.problem import Rule
from a11ynews.check.scene import Scene

__all__ = ["RULES"]

_FILE_NAME = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_NO_TRACKS = frozenset({"", "chapters", "metadata", "descriptions"})


def _pictures(scene: Scene) -> Iterator[int]:
    return (node for node in scene.heard("img") if scene.get(node, "role") not in ("presentation", "none"))


def _without_alt(scene: Scene) -> Iterator[int]:
    for node in _pictures(scene):
        if not scene.has(node, "alt") and not scene.get(node, "aria-label") and not scene.get(node, "aria-labelledby"):
            yield node


def _file_name(scene: Scene) -> Iterator[int]:
    return (node for node in _pictures(scene) if _FILE_NAME.fullmatch(scene.get(node, "alt")))


def _alt_is_caption(scene: Scene) -> Iterator[int]:
    page = scene.page
    for node in _pictures(scene):
        alt = _bare(scene.get(node, "alt"))
        figure = scene.within(node, "figure") if alt else None
        if figure is not None:
            captions = page.find("figcaption", figure, page.ends[figure])
            if any(_bare(scene.text(caption)) == alt for caption in captions):
                yield node


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def _nameless_frame(scene: Scene) -> Iterator[int]:
    for node in scene.heard("iframe"):
        if not (scene.get(node, "title") or scene.get(node, "aria-label") or _is_pixel(scene, node)):
            yield node


def _is_pixel(scene: Scene, node: int) -> bool:
    return scene.get(node, "width") in ("0", "1") or scene.get(node, "height") in ("0", "1")


def _autoplay(scene: Scene) -> Iterator[int]:
    for node in scene.all("audio", "video"):
        if scene.has(node, "autoplay") and not scene.has(node, "muted"):
            yield node


def _without_captions(scene: Scene) -> Iterator[int]:
    page = scene.page
    for node in scene.all("video"):
        tracks = page.find("track", node, page.ends[node])
        if not scene.has(node, "muted") and all(
            scene.get(track, "kind").lower() in _NO_TRACKS - {""} for track in tracks
        ):
            yield node


def _moving(scene: Scene) -> Iterator[int]:
    return scene.all("marquee", "blink")


RULES: tuple[Rule, ...] = (
    Rule(
        id="image-alt",
        clause="1.1.1 A",
        because="A picture has no alternative: a screen reader says its address, or nothing.",
        finds=_without_alt,
    ),
    Rule(
        id="image-alt-file-name",
        clause="1.1.1 A",
        because="The alternative of a picture is the name of a file, which describes nothing.",
        finds=_file_name,
    ),
    Rule(
        id="image-alt-caption",
        clause="1.1.1 A",
        because="The alternative of a picture is its caption, so the same words are said twice.",
        finds=_alt_is_caption,
    ),
    Rule(
        id="frame-title",
        clause="4.1.2 A",
        because="A frame has no title, so nobody who does not see it knows what is in it.",
        finds=_nameless_frame,
    ),
    Rule(
        id="sound-by-itself",
        clause="1.4.2 A",
        because="A recording plays by itself, over the voice of a screen reader.",
        finds=_autoplay,
    ),
    Rule(
        id="video-captions",
        clause="1.2.2 A",
        because="A video has no captions, so who does not hear it misses what is said.",
        finds=_without_captions,
    ),
    Rule(
        id="moving-text",
        clause="2.2.2 A",
        because="Words move and cannot be stopped.",
        finds=_moving,
    ),
)
"""Checks of pictures, recordings and frames."""
