from pathlib import Path

import pytest

from tests.content.house import House


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.chdir(tmp_path)
    house = House()
    house.build()
    return house
