"""Recordings of texts: how a curator names them, and what is told of one that cannot play."""

import wave
from pathlib import Path

import pytest

from kiosk.content.recordings import recordings
from tests.content.house import House

CARS = "cars/scene.yaml"
LEAD = "lead: 汽車成為移動第三空間。"


def wav(path: Path, channels: int = 1, width: int = 2, frames: int = 100) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, width, 8000, 0, "NONE", ""))
        file.writeframes(bytes(channels * width * frames))


@pytest.fixture
def recorded(house: House) -> House:
    """The house, with a recording that its lead names."""
    wav(house.folder / "cars" / "lead.wav")
    name(house, "{zh-Hant: lead.wav, en: lead.wav}")
    return house


def name(house: House, audio: str) -> None:
    house.replace(CARS, LEAD, f"lead: {{zh-Hant: 汽車, en: Cars, audio: {audio}}}")


def test_a_recording_is_found_by_language_and_text(recorded: House) -> None:
    found = recordings(recorded.load())
    path = recorded.folder / "cars" / "lead.wav"
    assert found == {("zh-Hant", "汽車"): path, ("en", "Cars"): path}


def test_any_text_of_any_file_may_be_recorded(house: House) -> None:
    wav(house.folder / "soc.wav")
    house.replace(
        "glossary.yaml",
        "term: 可控核聚變",
        "term: {zh-Hant: 可控核聚變, audio: {zh-Hant: soc.wav}}",
    )
    house.replace(
        CARS,
        "title: 四年間升至七倍多",
        "title: {zh-Hant: 四年間升至七倍多, audio: {zh-Hant: ../soc.wav}}",
    )
    texts = {text for _, text in recordings(house.load())}
    assert texts == {"可控核聚變", "四年間升至七倍多"}


def test_a_file_that_is_not_there_is_told_where_it_is_named(recorded: House) -> None:
    (recorded.folder / "cars" / "lead.wav").unlink()
    assert recorded.problems() == [
        "scenes/cars/scene.yaml:2:48: 'cars/lead.wav' does not exist",
        "scenes/cars/scene.yaml:2:62: 'cars/lead.wav' does not exist",
    ]


REMEDY = "save it as WAV, PCM, 16 bit, mono or stereo"


@pytest.mark.parametrize(
    ("channels", "width", "frames", "told"),
    [
        (1, 1, 100, f"this recording has 8 bit and 1 channels: {REMEDY}"),
        (6, 2, 100, f"this recording has 16 bit and 6 channels: {REMEDY}"),
        (2, 3, 100, f"this recording has 24 bit and 2 channels: {REMEDY}"),
        (1, 2, 0, "this recording is empty"),
    ],
)
def test_a_recording_that_players_may_not_play_is_told(
    recorded: House, channels: int, width: int, frames: int, told: str
) -> None:
    wav(recorded.folder / "cars" / "lead.wav", channels, width, frames)
    assert recorded.problems()[0] == f"scenes/cars/scene.yaml:2:48: {told}"


def test_what_is_no_recording_is_told(recorded: House) -> None:
    recorded.write("cars/lead.wav", b"ID3\x03 an mp3")
    told = f"scenes/cars/scene.yaml:2:48: this is no recording that plays: {REMEDY}"
    assert recorded.problems()[0] == told


def test_a_language_that_there_is_not_is_told(recorded: House) -> None:
    name(recorded, "{zh-Hant: lead.wav, fr: lead.wav}")
    assert recorded.problems() == ["scenes/cars/scene.yaml:2:58: unknown key 'fr'"]


def test_a_recording_outside_the_exhibition_is_told(recorded: House) -> None:
    name(recorded, "{en: ../../lead.wav}")
    assert "is outside the folder" in recorded.problems()[0]
