"""What is to be said, cut into what somebody has read and what the machine has to speak."""

from pathlib import Path

import pytest

from kiosk.content.language import Language
from kiosk.show.pieces import Piece, pieces, written_in

TITLE, LEAD = Path("title.wav"), Path("lead.wav")


def heard(words: str, recordings: dict[str, Path], language: Language = "zh-Hant") -> list[str]:
    """The files and the words in the order in which they are heard."""
    found = pieces(words, language, recordings)
    return [str(piece.recording or piece.words) for piece in found]


def test_without_recordings_it_is_all_spoken() -> None:
    assert pieces("嶄新能源", "zh-Hant", {}) == [Piece("嶄新能源。", "zh-Hant")]


def test_recordings_are_played_and_the_rest_is_spoken() -> None:
    words = "嶄新能源\n將來的能源。\n產量：958.7萬輛"
    recordings = {"嶄新能源": TITLE, "將來的能源。": LEAD}
    assert heard(words, recordings) == ["title.wav", "lead.wav", "產量：958.7萬輛。"]


def test_a_recorded_title_begins_a_longer_sentence() -> None:
    recordings = {"四年間升至七倍": TITLE}
    assert heard("四年間升至七倍：由124.2升至958.7。", recordings) == [
        "title.wav",
        "由124.2升至958.7。",
    ]


def test_nobody_is_heard_in_the_middle_of_a_word() -> None:
    assert heard("新能源汽車產量", {"汽車": TITLE}) == ["新能源汽車產量。"]
    assert heard("Scars and cars", {"cars": TITLE}, "en") == ["Scars and.", "title.wav"]


def test_the_longest_recording_is_played() -> None:
    recordings = {"能源": TITLE, "能源：將來": LEAD}
    assert heard("能源：將來", recordings) == ["lead.wav"]


def test_lines_without_a_full_stop_get_one_to_breathe_at() -> None:
    assert heard("嶄新能源\n將來的能源。\n2023年", {}) == ["嶄新能源。將來的能源。2023年。"]
    assert heard("New energy\nWhat next?", {}, "en") == ["New energy. What next?"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("將來的能源，多來自太陽能", "zh-Hant"),
        ("Ren Zhengfei (任正非), founder of Huawei", "en"),
        ("9.587 million", "en"),
        ("958.7", "en"),
    ],
)
def test_chinese_that_stands_in_for_english_is_spoken_as_chinese(
    words: str, language: Language
) -> None:
    assert written_in(words, "en") == language
