from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from a11ynews.model.article import Candidate, Metadata
from a11ynews.read.language import detect_language, direction_of_language, script_of, with_language

ENGLISH = (
    "The ferry to the island sails again on Monday after it was in the yard for most of the winter. The harbour "
    "said that the ship has a new engine and that the trip will be shorter than it was before. People who live "
    "on the island have had to go by plane, which is not as cheap, and more of them would like to travel at night."
)
GERMAN = (
    "Die Fähre zur Insel fährt ab Montag wieder, nachdem sie den größten Teil des Winters in der Werft war. Der "
    "Hafen teilte mit, dass das Schiff eine neue Maschine hat und die Fahrt nun nicht mehr so lange dauert wie "
    "früher. Wer auf der Insel lebt, musste bisher mit dem Flugzeug reisen, und das ist für viele zu teuer. Auch "
    "im Sommer soll es mehr Fahrten geben als bisher, wenn sich genug Gäste für die Insel finden, sagte er."
)
ARABIC = (
    "تعود العبارة إلى الجزيرة يوم الاثنين بعد أن بقيت في الحوض طوال الشتاء. وقال الميناء إن السفينة التي تم "
    "إصلاحها أسرع من قبل، وإن الرحلة لم تعد طويلة كما كانت على مدى سنوات."
)
URDU = (
    "جزیرے کے لیے کشتی پیر سے دوبارہ چلے گی۔ بندرگاہ نے کہا ہے کہ جہاز میں نیا انجن لگایا گیا ہے اور سفر پہلے "
    "سے کم وقت میں ہو گا۔ جزیرے پر رہنے والے لوگ اس سے پہلے جہاز میں سفر کر رہے تھے جو کہ ان کے لیے بہت مہنگا تھا۔"
)
RUSSIAN = (
    "Паром на остров снова ходит с понедельника, после того как он всю зиму стоял на ремонте. В порту сказали, что "
    "у судна новый двигатель и что путь теперь не такой долгий, как был раньше. Жители острова летали на самолёте, "
    "но это было для них дорого, и они уже не хотели так ездить."
)
JAPANESE = "島へ向かう新しい船は月曜日から再び運航を始める。港によると、船は冬の間ずっと修理を受けていたという。"
CHINESE = "前往该岛的渡轮将于星期一恢复航行。港口方面表示，整个冬天船只都在船厂接受维修，现在航程比以前更短。"
ZULU = "Umkhumbi " + "uzobuyela esiqhingini ngoMsombuluko ekuseni kusukela manje njalo " * 12


@pytest.fixture(autouse=True)
def without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same results whether the extra is installed or not."""
    monkeypatch.setitem(sys.modules, "py3langid", None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (ARABIC, "ar"),
        (URDU, "ur"),
        (RUSSIAN, "ru"),
        (JAPANESE, "ja"),
        (CHINESE, "zh"),
    ],
)
def test_a_text_without_a_label_gets_the_language_it_is_in(text: str, language: str) -> None:
    assert detect_language(text)[0] == language


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (ENGLISH, "en-GB"),
        (GERMAN, "de-AT"),
        (ARABIC, "ar-EG"),
        (RUSSIAN, "ru"),
        (RUSSIAN, "sr-Cyrl"),
        (JAPANESE, "ja-JP"),
        (CHINESE, "zh-Hant-TW"),
        (CHINESE, "ja"),
        (ENGLISH, "xx-unheard-of"),
        ("Twelve letters.", "ar"),
        ("", "en"),
    ],
)
def test_a_label_that_can_be_right_stands(text: str, label: str) -> None:
    assert detect_language(text, label) == (label, "")


@pytest.mark.parametrize(
    ("text", "label", "language"),
    [
        (ARABIC, "en", "ar"),
        (URDU, "en-US", "ur"),
        (RUSSIAN, "en", "ru"),
        (ENGLISH, "ar", "en"),
        (RUSSIAN, "sr-Latn", "ru"),
        (JAPANESE, "zh-CN", "ja"),
        (CHINESE, "utf", "zh"),
    ],
)
def test_a_label_of_another_script_is_overruled(text: str, label: str, language: str) -> None:
    assert detect_language(text, label) == (language, "script of the text")


def test_a_label_of_the_same_script_is_overruled_by_a_clear_majority_of_small_words() -> None:
    assert detect_language(GERMAN, "en-US") == ("de", "small words of the text")


def test_a_few_foreign_words_do_not_overrule_a_label() -> None:
    assert detect_language(f"{ENGLISH} {GERMAN[:120]}", "en")[1] == ""


def test_a_list_of_names_has_no_language_that_is_known() -> None:
    assert detect_language("Skerra Nordhavn Vestby Ostrava " * 12) == ("", "")


def test_an_unknown_language_of_a_known_script_says_at_least_the_script() -> None:
    assert detect_language("Кемеге жаңа қозғалтқыш орнатылды, енді жол қысқа. " * 4, "en")[0] in ("kk", "und-Cyrl")


def test_a_title_in_latin_letters_does_not_make_a_japanese_text_foreign() -> None:
    assert detect_language(f"{JAPANESE}(Island Ferry Company){JAPANESE}", "ja") == ("ja", "")


class TestWithTheModelInstalled:
    @pytest.fixture(autouse=True)
    def model(self, without_the_model: None, monkeypatch: pytest.MonkeyPatch) -> None:
        del without_the_model  # first without, then with
        monkeypatch.setitem(sys.modules, "py3langid", SimpleNamespace(classify=lambda _: ("zu", -9.0)))

    def test_it_names_a_language_whose_small_words_are_unknown(self) -> None:
        assert detect_language(ZULU) == ("zu", "py3langid")

    def test_it_replaces_a_label_none_of_whose_small_words_are_in_the_text(self) -> None:
        assert detect_language(ZULU, "en-GB") == ("zu", "py3langid")

    def test_it_is_not_asked_about_a_text_that_its_label_fits(self) -> None:
        assert detect_language(ENGLISH, "en-GB") == ("en-GB", "")


def test_without_the_model_a_label_that_may_be_wrong_stands() -> None:
    assert detect_language(ZULU, "en-GB") == ("en-GB", "")


def test_the_page_is_told_in_the_metadata_with_its_reason_and_direction() -> None:
    claim = Candidate(field="language", value="en", source="html lang", chosen=True)
    told, notices = with_language(Metadata(language="en", direction="ltr", candidates=(claim,)), ARABIC)
    assert (told.language, told.direction) == ("ar", "rtl")
    assert [(one.value, one.source, one.chosen) for one in told.candidates] == [
        ("en", "html lang", False),
        ("ar", "script of the text", True),
    ]
    assert [notice.kind for notice in notices] == ["language-mismatch"]


def test_filling_in_an_absent_label_is_no_trouble_to_report() -> None:
    told, notices = with_language(Metadata(), ENGLISH)
    assert (told.language, told.direction, notices) == ("en", "ltr", ())


def test_a_declared_direction_stands_where_the_label_stands() -> None:
    assert with_language(Metadata(language="az", direction="rtl"), "short")[0].direction == "rtl"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("ckb", "rtl"), ("ku", "ltr"), ("uz-Arab", "rtl"), ("sr-Latn-RS", "ltr"), ("und-Hebr", "rtl"), ("tlh", "ltr")],
)
def test_direction_follows_the_script_named_or_the_usual_one(tag: str, direction: str) -> None:
    assert direction_of_language(tag) == direction


def test_too_few_letters_have_no_script() -> None:
    assert script_of("12:30 – 14:00") is None
