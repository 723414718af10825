"""Names out of bylines."""

from __future__ import annotations

import pytest

from a11ynews.read.metadata.authors import are_roles, ends_with_by, is_name, names_in, person_in, without_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lovell", ["Ada Lovell"]),
        ("By Ada Lovell and Ben Scribe", ["Ada Lovell", "Ben Scribe"]),
        ("Ada Lovell, Ben Scribe, and Cy Penn", ["Ada Lovell", "Ben Scribe", "Cy Penn"]),
        ("Ada Lovell; Ben Scribe | Cy Penn", ["Ada Lovell", "Ben Scribe", "Cy Penn"]),
        ("Ada Lovell, MD, PhD", ["Ada Lovell, MD, PhD"]),
        ("Ada Lovell, Ph.D.", ["Ada Lovell, Ph.D."]),
        ("Ada Lovell / Journalist", ["Ada Lovell"]),
        ("Ada Lovell - Senior Editor", ["Ada Lovell"]),
        ("Ada Lovell (ala)", ["Ada Lovell"]),
        ("Ada Lovell <ada@example.org>", ["Ada Lovell"]),
        ("Lovell, Ada", ["Ada Lovell"]),
        ("Penn & Penn", ["Penn & Penn"]),
        ("Ada Lovell Ada Lovell", ["Ada Lovell Ada Lovell"]),
        ("JÖRG GROSS", ["JÖRG GROSS"]),
        ("viktor penn", ["viktor penn"]),
        ("Ada Lovell, Ada Lovell", ["Ada Lovell"]),
        ("https://example.org/ada", []),
        ("{{ author }}", []),
        ("page.head.author", []),
        ("(Image: Somebody)", []),
        ("", []),
    ],
)
def test_names_are_cut_out_and_never_recased(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Von Karl Groß und Eva Klein", "de", ["Karl Groß", "Eva Klein"]),
        ("Par Luc Petit et Anne Grand", "fr", ["Luc Petit", "Anne Grand"]),
        ("Le Nuage et AFP", "fr", ["Le Nuage et AFP"]),
        ("Por Ana García", "es", ["Ana García"]),
        ("Di Ugo Rossi", "it", ["Ugo Rossi"]),
        ("Door Jan de Vries", "nl", ["Jan de Vries"]),
        ("Af Mette Holm", "da", ["Mette Holm"]),
        ("Autor: Jan Novák", "cs", ["Jan Novák"]),
        ("Автор: Анна Иванова", "ru", ["Анна Иванова"]),
        ("作者：王小明", "zh-CN", ["王小明"]),
    ],
)
def test_by_is_known_in_the_language_of_the_page(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


def test_a_small_word_is_by_only_in_its_language() -> None:
    assert without_by("De Vries", "nl") == "De Vries"
    assert without_by("De Luc Petit", "fr") == "Luc Petit"
    assert without_by("Per Hansen", "da") == "Per Hansen"


def test_a_label_ends_with_by() -> None:
    assert ends_with_by("Ein Gastbeitrag von", "de")
    assert not ends_with_by("The long road that the old man has come by", "en")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ada Lovell Published on July 18, 2025", "Ada Lovell"),
        ("Ada Lovell in Weather", "Ada Lovell"),
        ("Tom May", "Tom May"),
        ("Ada Lovell May 3, 2024", "Ada Lovell"),
        ("Ada Lovell and Ben Scribe on Friday", "Ada Lovell and Ben Scribe"),
        ("ada42", "ada42"),
        ("3 min read", ""),
        ("the weather", ""),
    ],
)
def test_running_text_is_cut_where_the_name_ends(text: str, person: str) -> None:
    assert person_in(text) == person


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovell",
        "Ada M. Lovell",
        "Ludwig van Beethoven",
        "Aoife O'Riordan",
        "Анна Иванова",
        "王小明",
        "José-María Peña",
    ],
)
def test_full_names_look_like_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["Rain", "machine learning", "Senior Writer", "Read More", "Top 10 Tips", "5 min read", "Sign Up", ""]
)
def test_other_words_do_not(text: str) -> None:
    assert not is_name(text)


def test_jobs_are_no_names() -> None:
    assert are_roles("Staff Writer")
    assert are_roles("Editor at large")
    assert not are_roles("Ada Lovell")


def test_long_texts_take_linear_time() -> None:
    for unit in ("and ", "a, ", "by ", "(", "@a", "| ", " - "):
        names_in(unit * 100_000)


@pytest.mark.parametrize("name", ["नेहा शर्मा", "อรุณี ศรีสุข", "نرگس کاویانی", "김하늘", "علی‌رضا محمدی"])
def test_names_have_vowel_signs_and_joiners(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("โดย อรุณี ศรีสุข", "อรุณี ศรีสุข"), ("نوشتهٔ نرگس کاویانی", "نرگس کاویانی"), ("מאת נועה ברק", "נועה ברק")],
)
def test_words_that_are_clear_in_any_language_need_no_label_of_it(text: str, name: str) -> None:
    assert without_by(text) == name


def test_what_a_korean_reporter_is_called_stands_behind_the_name() -> None:
    assert person_in("김하늘 기자") == "김하늘"
