"""Who made a picture, in the words of many languages."""

from __future__ import annotations

import pytest

from a11ynews.model.blocks import Figure
from a11ynews.model.inlines import Text, inline_text
from a11ynews.read.build.captions import is_credit, names_photographer, read_caption

SIGNED = {
    "Трубу так ніхто й не забрав. Фото: Іван Дутчак": "Фото: Іван Дутчак",
    "سجلات المواليد. (تصوير: سلمى العبدلي)": "(تصوير: سلمى العبدلي)",
    "旧窓口を改装した部屋。撮影：三宅ひかる": "撮影：三宅ひかる",
    "रामदीन नेगी अपनी साइकिल के साथ। फोटो: कविता बिष्ट": "फोटो: कविता बिष्ट",
    "Sürü göle sabaha karşı indi. Fotoğraf: Onur Demirbilek": "Fotoğraf: Onur Demirbilek",
    "陳師傅用的鑷子比他的店還老。記者林育如／攝影": "記者林育如／攝影",
    "Vene rannassa. Kuva: Liisa Aalto": "Kuva: Liisa Aalto",
    "הגלגל החדש נבנה מעץ אלון. צילום: יואב כץ": "צילום: יואב כץ",
}


@pytest.mark.parametrize("words", SIGNED)
def test_a_caption_is_told_from_the_credit_at_its_end(words: str) -> None:
    figure = read_caption(Figure(caption=(Text(text=words),)))
    assert inline_text(figure.credit) == SIGNED[words]
    assert inline_text(figure.caption) == words.removesuffix(SIGNED[words]).rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "Фото: Іван Дутчак", "写真：山田", "عکس: مهدی", "منبع تصویر، آرزو", "ภาพ: สมชาย", "사진: 김하늘",
        "Снимка: Иван Петров", "Φωτό: Νίκος Αλεξίου", "Zdroj foto: Jan Novák", "图源：新华社",
        "Cartoon by P. Quill", "Foto's: Anke Terpstra",
    ],
)  # fmt: skip
def test_a_line_names_who_made_a_picture(line: str) -> None:
    assert is_credit(line)
    assert names_photographer(line)


@pytest.mark.parametrize(
    "line",
    ["तस्वीर में दिख रहा पुल", "Снимка на деня", "撮影の様子", "صورة الرئيس", "Fotos de la crecida", "Picture of the week"],
)
def test_a_line_that_begins_alike_says_what_is_seen(line: str) -> None:
    assert not is_credit(line)


def test_where_something_is_from_is_no_photographer() -> None:
    assert is_credit("Quelle: Statistisches Amt")
    assert not names_photographer("Quelle: Statistisches Amt")
