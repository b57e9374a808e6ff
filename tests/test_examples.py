"""What the documentation shows works: each kind of exhibit by its example, and how to add one."""

import importlib
import re
import textwrap
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.app import load_exhibition
from kiosk.content.language import Language
from kiosk.content.model import Exhibition, ExhibitSpec
from kiosk.content.problem import ContentError
from kiosk.exhibits import network, pictogram, registry
from kiosk.exhibits.registry import KINDS, Kind
from kiosk.stage.layout import LANDSCAPE, PORTRAIT, Layout
from kiosk.stage.snapshot import snapshots
from kiosk.toolkit.look import Look
from tests.conftest import KioskFactory, LookFactory

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
PICTURES = ROOT / "docs" / "pictures" / "exhibits"
GUIDE = (ROOT / "docs" / "exhibits.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

WIDEST_PX, LARGEST_BYTES = 960, 120_000
FROM_FILES = {"data", "category", "by", "value", "moment"}
"""Keys of a chart with a CSV file, which `prepare` turns into the others."""

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def examples() -> Exhibition:
    return load_exhibition(EXAMPLES)


def section(heading: str) -> str:
    """What stands in the guide under a heading."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", GUIDE, re.DOTALL | re.MULTILINE)
    assert found, f"docs/exhibits.md has no section '{heading}'"
    return found[1]


def blocks(text: str, language: str) -> list[str]:
    """The code in `text` that is fenced as of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


# --- every kind --------------------------------------------------------------------------------


@each_kind
def test_a_kind_has_a_scene_that_begins_with_it(examples: Exhibition, kind: str) -> None:
    (scene,) = (scene for scene in examples.scenes if scene.id == kind)
    assert {exhibit.kind for exhibit in scene.exhibits} == {kind}


@each_kind
def test_a_kind_has_a_test_file(kind: str) -> None:
    assert (ROOT / "tests" / "exhibits" / f"test_{kind}.py").is_file()


@each_kind
def test_a_kind_has_a_small_picture_in_its_section(kind: str) -> None:
    path = PICTURES / f"{kind}.png"
    assert f"](pictures/exhibits/{kind}.png)" in section(kind)
    assert 0 < QImage(str(path)).width() <= WIDEST_PX
    assert path.stat().st_size <= LARGEST_BYTES


@each_kind
def test_a_kind_is_listed_with_its_section_and_in_the_readme(kind: str) -> None:
    assert f"\n| [`{kind}`](#{kind}) | " in GUIDE
    assert f"| `{kind}` | " in (ROOT / "README.md").read_text("utf-8")


@each_kind
def test_the_yaml_of_a_kind_is_that_of_its_example(kind: str) -> None:
    shown = blocks(section(kind), "yaml")
    scene = (EXAMPLES / kind / "scene.yaml").read_text("utf-8")
    assert shown
    for block in shown:
        assert block.startswith(f"- kind: {kind}\n")
        assert textwrap.indent(block, "  ", lambda line: True) in scene


@each_kind
def test_every_option_of_a_kind_is_explained(kind: str) -> None:
    told = section(kind) + (section("bar") if kind == "line" else "")
    own = set(KINDS[kind].spec.model_fields) - set(ExhibitSpec.model_fields)
    assert [option for option in own if f"`{option}`" not in told] == []


def test_the_options_of_all_kinds_are_explained() -> None:
    told = section("What all kinds have")
    assert [option for option in ExhibitSpec.model_fields if f"`{option}`" not in told] == []


def test_the_ways_to_name_columns_are_explained() -> None:
    assert [key for key in FROM_FILES if f"`{key}`" not in section("bar")] == []


@pytest.mark.parametrize("kind", [network, pictogram], ids=["network", "pictogram"])
def test_the_icons_that_can_be_named_are_listed(kind: ModuleType) -> None:
    told = section(kind.__name__.rpartition(".")[2])
    assert [icon for icon in get_args(kind.IconName) if f"`{icon}`" not in told] == []


def test_no_yaml_stands_outside_a_section() -> None:
    inside = sum(len(blocks(section(kind), "yaml")) for kind in KINDS)
    assert len(blocks(GUIDE, "yaml")) == inside


@pytest.mark.parametrize("layout", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_each_example_is_painted(
    examples: Exhibition, make_look: LookFactory, language: Language, layout: Layout
) -> None:
    size = QSize(480, 270) if layout is LANDSCAPE else QSize(270, 480)
    look = make_look(language, examples.defaults.theme)
    painted = dict(snapshots(examples, look, layout, size))
    assert len(painted) == sum(len(scene.exhibits) for scene in examples.scenes)
    pictures = {bytes(picture.constBits()) for picture in painted.values()}
    assert len(pictures) == len(painted)


# --- one kind more -----------------------------------------------------------------------------

EXHIBITION = "title: 展覽\nsubtitle: 一個場景\norder: [share]\n"
SCENE = """\
title: 一份
lead: 一個展品。
accent: new-energy
exhibits:
  - {{kind: {kind}, title: 它佔多少, percent: {percent}, sources: [us]}}
cards:
  - {{kind: story, heading: 從何而來}}
sources:
  us: {{name: 本館, year: 2025}}
"""


@pytest.fixture
def one_kind_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the kind that CONTRIBUTING.md adds, once its file and its line are there."""
    (code,) = blocks(CONTRIBUTING, "python")
    file = re.search(r"`kiosk/exhibits/(\w+)\.py`: the spec says", CONTRIBUTING)
    line = re.search(r'`"(\w+)": Kind\((\w+), (\w+)\),`', CONTRIBUTING)
    assert file and line, "CONTRIBUTING.md names its file and its line in KINDS"
    module, (kind, spec, item) = f"example_{file[1]}", line.groups()
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / f"{module}.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(folder)
    made = importlib.import_module(module)
    kinds = {**KINDS, kind: Kind(getattr(made, spec), getattr(made, item))}
    monkeypatch.setattr(registry, "KINDS", kinds)
    assert kind == file[1]
    return kind


def loaded(tmp_path: Path, kind: str, percent: str) -> Exhibition:
    folder = tmp_path / "exhibition"
    (folder / "share").mkdir(parents=True, exist_ok=True)
    (folder / "exhibition.yaml").write_text(EXHIBITION, "utf-8")
    (folder / "share" / "scene.yaml").write_text(SCENE.format(kind=kind, percent=percent), "utf-8")
    for name in ("people.yaml", "glossary.yaml"):
        (folder / name).write_text((EXAMPLES / name).read_text("utf-8"), "utf-8")
    return load_exhibition(folder)


def lit(picture: QImage, colour: QColor) -> int:
    """How many pixels have a colour."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(picture.constBits()).cast("I").tolist().count(colour.rgb())


def test_the_kind_that_contributing_adds_is_shown(
    one_kind_more: str, tmp_path: Path, kiosk: KioskFactory, look: Look
) -> None:
    arcs = []
    for percent in ("25", "75"):
        rig = kiosk(shown=loaded(tmp_path, one_kind_more, percent))
        rig.come_to_rest()
        arcs.append(lit(rig.picture(), look.palette.accent("new-energy")))
    quarter, three_quarters = arcs
    assert three_quarters - quarter > 3000


@pytest.mark.parametrize(
    ("kind", "percent", "sentence"),
    [
        ("shaer", "25", "unknown kind 'shaer' (did you mean 'share'?)"),
        ("share", "101", "'101' is too large"),
        ("share", "a lot", "'a lot' is not a number"),
    ],
)
def test_check_knows_the_kind_that_contributing_adds(
    one_kind_more: str, tmp_path: Path, kind: str, percent: str, sentence: str
) -> None:
    with pytest.raises(ContentError) as caught:
        loaded(tmp_path, kind, percent)
    (problem,) = caught.value.problems
    assert sentence in problem.sentence
