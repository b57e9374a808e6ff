"""A text that was seen on the screen is found again in the files."""

from kiosk.content.places import Places
from kiosk.resources import SCENES, STRINGS

PLACES = Places(SCENES, ["new-energy", "prologue"], STRINGS)


def line(words: str, scene: str = "") -> tuple[str, str]:
    """The name of the file, and what its line says."""
    mark = PLACES.find(words, scene)
    text = (SCENES / mark.file).read_text("utf-8").split("\n")[mark.line - 1]
    return "/".join(mark.file.split("/")[-2:]), text[mark.column - 1 :]


def test_a_text_is_found_however_it_was_spaced() -> None:
    said = line("2023 年中國新能源汽車產量", "new-energy")
    assert said == ("new-energy/scene.yaml", "2023年中國新能源汽車產量")


def test_a_page_of_a_long_text_is_found_by_the_text() -> None:
    file, said = line("quotation marks: bringing distinctive strengths", "new-energy")
    assert file == "new-energy/scene.yaml"
    file, said = line("bringing distinctive strengths into play", "new-energy")
    assert (file, said.startswith("… “according to local")) == ("new-energy/scene.yaml", True)


def test_what_is_composed_is_found_by_its_longest_part() -> None:
    assert line("中國新能源汽車產銷（萬輛）", "new-energy")[1] == "中國新能源汽車產銷"


def test_words_of_the_interface_are_found_in_its_own_file() -> None:
    assert line("Are you still there?")[0] == "strings/interface.yaml"


def test_what_stands_in_no_file_is_the_scenes() -> None:
    mark = PLACES.find("1/2", "new-energy")
    assert (mark.file, mark.line) == ((SCENES / "new-energy" / "scene.yaml").as_posix(), 1)
