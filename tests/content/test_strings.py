"""The interface speaks all of its languages."""

from pathlib import Path

import pytest

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.problem import ContentError
from kiosk.content.strings import Strings, load_strings

FILE = Path(__file__).parents[2] / "resources/strings/interface.yaml"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", Strings.model_fields)
def test_everything_is_said_in_every_language(name: str, language: Language) -> None:
    assert getattr(load_strings(FILE), name).written(language)


def test_a_string_that_is_missing_is_told(tmp_path: Path) -> None:
    file = tmp_path / "interface.yaml"
    file.write_text(FILE.read_text(encoding="utf-8").replace("pause:", "puase:"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_strings(file)
    assert [problem.sentence for problem in caught.value.problems] == [
        "missing key 'pause'",
        "unknown key 'puase' (did you mean 'pause'?)",
    ]
