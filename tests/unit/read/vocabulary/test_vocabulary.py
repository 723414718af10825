"""The furniture labels: complete, folded, and careful."""

from __future__ import annotations

import pytest

from a11ynews.read.vocabulary import (
    LONGEST_LABEL,
    data,
    find_label,
    find_phrase,
    find_placeholder,
    fold,
    labels,
    reasons,
    words,
)

KINDS = {
    "skip-links", "ticker-label", "share", "follow", "newsletter", "advertisement", "related", "read-more", "most-read",
    "comments", "rights", "print", "player-fallback", "app-promo", "cookie", "paywall-prompt", "back-to-top",
    "dev-residue", "navigation", "external-content", "contents", "appeal", "syndication",
}  # fmt: skip


def test_every_kind_has_labels_and_a_reason_in_one_sentence() -> None:
    assert set(reasons()) == KINDS
    assert {label.kind for label in labels().values()} == KINDS
    assert all(reason.endswith(".") and reason.count(". ") == 0 for reason in reasons().values())


def test_every_wording_of_the_file_is_found() -> None:
    """The file is read by a pattern, not by tomllib, and folded in bulk: nothing may slip through."""
    known = {**labels()}
    for kind, table in data("furniture").items():
        for language, entry in table.items():
            for wording in entry.get("confirmed", "").split(" | ") if isinstance(entry, dict) else ():
                assert not wording or "…" in wording or known[fold(wording)].confirmed, (kind, language, wording)
    assert {kind: table["because"] for kind, table in data("furniture").items()} == dict(reasons())
    wordings = [
        wording
        for table in data("furniture").values()
        for entry in table.values()
        if isinstance(entry, dict)
        for text in entry.values()
        for wording in text.split(" | ")
        if "…" not in wording
    ]
    folded = set(map(fold, wordings))
    assert folded <= known.keys()
    assert all(known[key].language == "el" for key in known.keys() - folded), "capitals of Greek have no accents"


def test_forty_languages_are_covered() -> None:
    assert len({label.language for label in labels().values()}) >= 40


def test_confirmed_and_unconfirmed_labels_are_told_apart() -> None:
    assert labels()["breaking news"].confirmed
    assert not all(label.confirmed for label in labels().values())


def test_labels_are_stored_folded_and_none_is_too_long_to_be_looked_up() -> None:
    assert all(key == fold(key) and 0 < len(key) <= LONGEST_LABEL for key in labels())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("BREAKING NEWS", "ticker-label"), ("» Share this:", "share"), ("Comments (12)", "comments"),
        ("3 Kommentare", "comments"),
        ("Ссылки для упрощенного доступа", "skip-links"), ("속보", "ticker-label"), ("関連記事", "related"),
        ("اقرأ أيضاً:", "related"),
        ("यह भी पढ़ें", "related"), ("  À lire aussi  ", "related"), ("ＸＳ", "dev-residue"),
    ],
)  # fmt: skip
def test_a_label_is_found_in_any_case_and_with_marks_around_it(text: str, kind: str) -> None:
    label = find_label(text)
    assert label is not None
    assert label.kind == kind


@pytest.mark.parametrize(
    "text", ["Share prices fell on Monday", "", "...", "Breaking news is bad for your health", "a" * 500]
)
def test_a_sentence_is_no_label(text: str) -> None:
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("© 2024 The Daily Example", "rights"), ("Foto und Text: Alle Rechte vorbehalten, Tagesbeispiel", "rights"),
        ("We use cookies to give you the best experience.", "cookie"), ("Related: Mayor wins a second term", "related"),
    ],
)  # fmt: skip
def test_a_phrase_is_found_at_the_beginning_or_inside(text: str, kind: str) -> None:
    label = find_phrase(text)
    assert label is not None
    assert label.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Externer Inhalt nicht verfügbar", None),
        ("To view this content, please accept our cookies.", "external-content"),
        ("Pour afficher ce contenu, vous devez accepter les cookies.", "external-content"),
        ("To watch the recording please enable JavaScript in your browser.", "player-fallback"),
        ("The minister wants to view this content in private.", None), ("© 2024 The Daily Example", None),
        ("このコンテンツを表示するには同意が必要です。", "external-content"), ("a" * 5000, None),
        ("Sign up for our newsletter and never miss a story.", "appeal"), ("Sign up for the marathon by Friday.", None),
        ("Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns.", "appeal"),
        ("This article was originally published by The Harbour Voice.", "syndication"),
        ("この記事は会員限定です。無料で会員登録できます。", "appeal"), ("会員は月曜日に港に集まった。", None),
        ("Mehr zum Hafen lesen Sie in unserem Liveblog:", "appeal"), ("Er führt seit 2010 einen Liveblog.", None),
        ("Dieses Thema im Programm: Hafenradio, 10 Uhr", "syndication"), ("Dieses Thema ist im Programm neu.", None),
        ("Contenido exclusivo para suscriptores", "appeal"), ("El contenido es exclusivo de la isla.", None),
        ("Follow us on the way up the mountain, " + "and see the valley lie below you in the evening sun, " * 5, None),
    ],
)  # fmt: skip
def test_what_stands_in_the_place_of_something_else_is_known_by_its_phrases(text: str, kind: str | None) -> None:
    label = find_placeholder(text)
    assert (label.kind if label else None) == kind


def test_every_phrase_is_found_in_a_text_that_has_it() -> None:
    for text, label in (("Rights: we wrote that all rights reserved is what it says here", "rights"),
                        ("Please enable javascript to see it", "player-fallback")):  # fmt: skip
        found = find_phrase(text)
        assert found is not None
        assert found.kind == label


@pytest.mark.parametrize("text", ["Listen · 4:32 min", "Listen (12:03)", "Audio 1:02:33", "Video | 0:45"])
def test_how_long_a_recording_takes_may_stand_beside_a_label(text: str) -> None:
    label = find_label(text)
    assert label is not None
    assert label.kind == "player-fallback"


def test_a_phrase_ends_where_a_word_ends() -> None:
    assert find_phrase("Follow us on the road") is not None
    assert find_phrase("Follow useful advice") is None


def test_a_headline_with_a_label_before_its_colon_is_no_furniture() -> None:
    assert find_phrase("Video: Ferry runs aground") is None


def test_vowel_signs_at_the_end_of_a_word_are_not_cut_off() -> None:
    assert fold("हिन्दी।") == "हिन्दी"


def test_other_lists_are_read_folded() -> None:
    assert "archivfoto" in words("captions", "archive")
    assert "updated" in words("dates", "labels.modified")


def test_capitals_are_folded_as_their_language_writes_them() -> None:
    for text, kind in {"İLGİLİ HABERLER": "related", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ": "related", "PAYLAŞ": "share"}.items():
        label = find_label(text)
        assert label is not None
        assert label.kind == kind
