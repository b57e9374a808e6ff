"""What the commands say and how they end, each of them in a real process without a screen."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QImage

from kiosk.content.model import Exhibition
from kiosk.resources import SCENES
from tests.processes import command, environment, kiosk_process
from tests.standins import StandIns

NOBODY = "9999"
"""The number of a display that nobody has."""


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    """A copy of the real exhibition to tamper with."""
    return Path(shutil.copytree(SCENES, tmp_path / "scenes"))


# --- a call that cannot be carried out ---------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "culprit"),
    [
        ("--frobnicate", "--frobnicate"),
        ("run --frobnicate", "--frobnicate"),
        ("check --frobnicate", "--frobnicate"),
        ("frobnicate", "frobnicate"),
        ("check scenes scenes", "scenes"),
        ("run --windowed 1280", "1280"),
        ("run --windowed 1280x", "1280x"),
        ("run --windowed 0x720", "0x720"),
        ("run --windowed 1280x720x1", "1280x720x1"),
        ("run --windowed wide", "wide"),
        ("run --windowed 99999x720", "99999x720"),
        ("run --windowed 99999999999x720", "99999999999x720"),
        ("run --content /nowhere", "/nowhere"),
        ("check /nowhere", "/nowhere"),
        ("check main.py", "main.py"),
        ("snapshot pictures --content /nowhere", "/nowhere"),
        ("run --theme neon", "neon"),
        ("snapshot pictures --theme neon", "neon"),
        ("run --language fr", "fr"),
        ("run --portrait --landscape", "--portrait"),
        ("run --cycles 0", "'0'"),
        ("run --speed nan", "nan"),
        ("snapshot", "OUT"),
        ("snapshot pictures --scale 9", "'9'"),
        ("snapshot main.py", "main.py"),
        ("snapshot /proc/pictures", "/proc/pictures"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: str, culprit: str) -> None:
    ended = kiosk_process(*arguments.split())
    assert_one_line(ended.stderr, culprit)
    assert (ended.returncode, ended.stdout) == (2, "")


@pytest.mark.parametrize(
    ("variables", "culprit"),
    [
        ({}, "set DISPLAY"),
        ({"DISPLAY": ""}, "set DISPLAY"),
        ({"DISPLAY": f":{NOBODY}"}, f"':{NOBODY}' does not answer"),
        ({"DISPLAY": f":{NOBODY}.0"}, f"':{NOBODY}.0' does not answer"),
        ({"DISPLAY": f"unix:{NOBODY}"}, f"'unix:{NOBODY}' does not answer"),
        ({"DISPLAY": f"localhost:{NOBODY}"}, f"'localhost:{NOBODY}' does not answer"),
        ({"DISPLAY": "localhost:99999"}, "'localhost:99999' does not answer"),
        ({"DISPLAY": "first"}, "'first' does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-99"}, "'wayland-99' does not answer"),
    ],
    ids=str,
)
def test_without_a_display_it_says_so_in_one_line(variables: dict[str, str], culprit: str) -> None:
    ended = kiosk_process("run", **variables)
    assert_one_line(ended.stderr, culprit)
    assert (ended.returncode, ended.stdout) == (2, "")


def test_help_is_no_error() -> None:
    ended = kiosk_process("--help")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert all(command in ended.stdout for command in ("run", "check", "snapshot"))


def assert_one_line(said: str, culprit: str) -> None:
    assert re.fullmatch(r"kiosk: [^\n]+\n", said), said
    assert culprit in said


SMALL = "order: [ai-production]\n"


# --- check -------------------------------------------------------------------------------------


def test_check_ends_well_and_opens_no_application() -> None:
    ended = kiosk_process("check", QT_QPA_PLATFORM="an application would abort on this")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{SCENES}: 4 scenes, no problems\n"


@pytest.mark.parametrize(
    ("left_out", "summary"),
    [
        ([("2:12", "嶄新能源", "New energy")], "4 scenes, no problems, 1 warning"),
        (
            [
                ("2:12", "嶄新能源", "New energy"),
                ("28:16", "中國新能源汽車產銷", "NEVs in China"),
            ],
            "4 scenes, no problems, 2 warnings",
        ),
    ],
    ids=["one", "two"],
)
def test_check_warns_of_missing_english_and_ends_well(
    scenes: Path, left_out: list[tuple[str, str, str]], summary: str
) -> None:
    for _, _, english in left_out:
        tamper(scenes, CARS, f" en: {english}\n", "\n")
    ended = kiosk_process("check", "scenes", cwd=scenes.parent)
    expected = [
        f"scenes/{CARS}:{place}: warning: no English for '{chinese}': "
        "visitors who read English will see the Chinese"
        for place, chinese, _ in left_out
    ]
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [*expected, f"scenes: {summary}"]


def test_check_measures_the_layout_and_names_what_does_not_fit(scenes: Path) -> None:
    file = scenes / "exhibition.yaml"
    text = file.read_text("utf-8")
    for old, new in (
        ("languages: [zh-Hant, zh-Hans, en]", "languages: [en]"),
        ("order: [new-energy, ai-production, internet-of-everything, future-industry]\n", SMALL),
        ("prologue: prologue\n", ""),
        ("  language: zh-Hant\n", "  language: en\n"),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    scene = scenes / "ai-production" / "scene.yaml"
    written = scene.read_text("utf-8")
    assert "  en: AI production\n" in written
    scene.write_text(written.replace("  en: AI production\n", f"  en: {'AI makes it ' * 12}\n"))
    ended = kiosk_process("check", "--layout", scenes, QT_QPA_PLATFORM="none of its business")
    assert ended.returncode == 1
    assert ended.stdout.endswith("1 scene, no problems\n")
    assert re.search(
        rf"^{scene}:4:7: 'AI makes it [^']+' is \d+ px too high \(en, [^)]+\): shorten it by about",
        ended.stderr,
        re.MULTILINE,
    )


class Tampering(NamedTuple):
    """One mistake in a file of the real exhibition, and every problem that it makes.

    Attributes:
        problems: what surrounds each problem's place in the tampered file, the place itself marked
            with `→`, and its sentence; no surroundings stand for the beginning of the file.
    """

    file: str
    old: str
    new: str
    problems: tuple[tuple[str, str], ...]


CARS, AI, IOT = "new-energy/scene.yaml", "ai-production/scene.yaml", "internet-of-everything"
TAMPERINGS = {
    "misspelt key": Tampering(
        CARS,
        "\naccent:",
        "\nacent:",
        (
            ("", "missing key 'accent'"),
            ("\n→acent:", "unknown key 'acent' (did you mean 'accent'?)"),
        ),
    ),
    "duplicate key": Tampering(
        CARS,
        "\nhero:\n",
        "\naccent: prologue\n\nhero:\n",
        (("\n→accent: prologue", "the key 'accent' stands already in line {accent: new-energy}"),),
    ),
    "missing title": Tampering(
        AI,
        "  - kind: bar\n    title:",
        "  - kind: bar\n    subtitle:",
        (
            ("\n  - →kind: bar", "missing key 'title'"),
            (
                "\n    →subtitle:\n      zh-Hant: 中國",
                "the key 'subtitle' stands already in line {subtitle:}",
            ),
        ),
    ),
    "missing language": Tampering(
        CARS,
        "title:\n  zh-Hant:",
        "title:\n  fr:",
        (
            ("title:\n  →fr:", "missing key 'zh-Hant'"),
            ("title:\n  →fr:", "unknown key 'fr'"),
        ),
    ),
    "wrong number": Tampering(
        CARS,
        "  value: 958.7",
        "  value: 958,7",
        (("  value: →958,7", "'958,7' is not a number"),),
    ),
    "unknown kind": Tampering(
        IOT + "/scene.yaml",
        "kind: line",
        "kind: lnie",
        (("kind: →lnie", "unknown kind 'lnie' (did you mean 'line'?)"),),
    ),
    "unknown accent": Tampering(
        "future-industry/scene.yaml",
        "accent: future-industry",
        "accent: past-industry",
        (("accent: →past-industry", "'past-industry' is not one of "),),
    ),
    "unknown source": Tampering(
        CARS,
        "sources: [takungpao, xinhua]",
        "sources: [takungpao, xinuha]",
        (("[takungpao, →xinuha]", "unknown source 'xinuha' (did you mean 'xinhua'?)"),),
    ),
    "unknown person": Tampering(
        AI,
        "person: nancy-ip",
        "person: nancy-yip",
        (("person: →nancy-yip", "unknown person 'nancy-yip' (did you mean 'nancy-ip'?)"),),
    ),
    "bad cell": Tampering(
        "new-energy/nev.csv",
        "2022,705.8",
        "2022,7o5.8",
        (("2022,→7o5.8", "'7o5.8' is not a number"),),
    ),
    "missing cell": Tampering(
        IOT + "/iot.csv",
        "2021,13.99",
        "2021",
        (("\n→2021\n", "this row has 1 cells and the header 2"),),
    ),
    "unknown column": Tampering(
        CARS,
        "column: production",
        "column: prodution",
        (("column: →prodution", "unknown column 'prodution' (did you mean 'production'?)"),),
    ),
    "missing data": Tampering(
        IOT + "/scene.yaml",
        "data: 5g.csv",
        "data: 6g.csv",
        (("data: →6g.csv", "'internet-of-everything/6g.csv' does not exist"),),
    ),
    "bad indentation": Tampering(
        CARS,
        "\n    zh-Hant: 2023年",
        "\n   zh-Hant: 2023年",
        (("\n    zh-Hans→: 2023年", "this ':' is out of place"),),
    ),
    "a tab": Tampering(
        CARS,
        "\n  zh-Hant:",
        "\n\tzh-Hant:",
        (("\n→\tzh-Hant:", ""),),
    ),
    "unknown scene": Tampering(
        "exhibition.yaml",
        "order: [new-energy",
        "order: [old-energy",
        (("order: [→old-energy", "unknown scene 'old-energy' (did you mean 'new-energy'?)"),),
    ),
    "too short a rest": Tampering(
        "exhibition.yaml",
        "idle_s: 60",
        "idle_s: 1",
        (("idle_s: →1", "'1' is too small: it has to be at least 30"),),
    ),
    "nobody's name": Tampering(
        "people.yaml",
        "nancy-ip:\n  name:",
        "nancy-ip:\n  nmae:",
        (
            ("nancy-ip:\n  →nmae:", "missing key 'name'"),
            ("nancy-ip:\n  →nmae:", "unknown key 'nmae' (did you mean 'name'?)"),
        ),
    ),
}


@pytest.fixture(params=TAMPERINGS.values(), ids=TAMPERINGS)
def tampering(request: pytest.FixtureRequest, scenes: Path) -> Tampering:
    tamper(scenes, request.param.file, request.param.old, request.param.new)
    return request.param


def test_check_tells_every_problem_at_its_place(tampering: Tampering, scenes: Path) -> None:
    ended = kiosk_process("check", "scenes", cwd=scenes.parent)
    text = (scenes / tampering.file).read_text("utf-8")
    expected = [
        f"scenes/{tampering.file}:{place(tampering.file, text, surroundings)}: "
        + re.sub(r"{(.+)}", lambda found: str(line_of(text, found.group(1))), sentence)
        for surroundings, sentence in tampering.problems
    ]
    said = ended.stderr.splitlines()
    assert len(said) == len(expected), ended.stderr
    assert all(map(str.startswith, said, expected)), (said, expected)
    assert (ended.returncode, ended.stdout) == (1, "")


def tamper(scenes: Path, file: str, old: str, new: str) -> None:
    text = (scenes / file).read_text("utf-8")
    assert old in text
    (scenes / file).write_text(text.replace(old, new, 1), "utf-8")


def place(file: str, text: str, surroundings: str) -> str:
    """Line and column, or row and cell, of the place that is marked in `surroundings`."""
    before, _, after = surroundings.partition("→")
    found = text.index(before + after) + len(before)
    line_start = text.rfind("\n", 0, found) + 1
    left = text[line_start:found]
    column = left.count(",") if file.endswith(".csv") else len(left)
    return f"{text.count(chr(10), 0, found) + 1}:{column + 1}"


def line_of(text: str, part: str) -> int:
    return text.count("\n", 0, text.index(part)) + 1


# --- the other commands look first, too --------------------------------------------------------


@pytest.fixture
def said_by_check(scenes: Path) -> Iterator[str]:
    """What `check` says of an exhibition with problems in three of its files."""
    tamper(scenes, CARS, "\naccent:", "\nacent:")
    tamper(scenes, AI, "person: nancy-ip", "person: nancy-yip")
    tamper(scenes, "new-energy/nev.csv", "705.8", "7o5.8")
    said = kiosk_process("check", "scenes", cwd=scenes.parent).stderr
    assert len(said.splitlines()) == 4
    return said


@pytest.mark.parametrize("arguments", [("run",), ("snapshot", "pictures")], ids=" ".join)
def test_wrong_content_is_refused_in_the_words_of_check(
    arguments: tuple[str, ...], said_by_check: str, scenes: Path
) -> None:
    ended = kiosk_process(*arguments, "--content", "scenes", cwd=scenes.parent)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", said_by_check)
    assert not (scenes.parent / "pictures").exists()


def test_a_theme_that_there_is_not_is_a_problem_for_check_and_for_run(scenes: Path) -> None:
    tamper(scenes, "exhibition.yaml", "theme: ink-atlas", "theme: ink-atlsa")
    checked = kiosk_process("check", scenes)
    assert "unknown theme 'ink-atlsa' (did you mean 'ink-atlas'?)" in checked.stderr
    assert (checked.returncode, len(checked.stderr.splitlines())) == (1, 1)
    ran = kiosk_process("run", "--content", scenes)
    assert (ran.returncode, ran.stderr) == (1, checked.stderr)


# --- snapshot ----------------------------------------------------------------------------------


def test_snapshot_paints_every_scene_in_every_language_and_shape(
    tmp_path: Path, exhibition: Exhibition
) -> None:
    ended = kiosk_process("snapshot", tmp_path / "new" / "pictures", "--scale", "0.25")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    pictures = read_pictures(tmp_path / "new" / "pictures")
    pages = [page for page in (*exhibition.scenes, exhibition.prologue) if page]
    names = [page.id for page in pages]
    names += [f"{page.id}-{n}" for page in pages for n in range(2, len(page.exhibits) + 1)]
    assert set(pictures) == {
        f"{name}-{language}-{shape}.png"
        for name in names
        for language in exhibition.languages
        for shape in ("landscape", "portrait")
    }
    for name, picture in pictures.items():
        size = (480, 270) if "landscape" in name else (270, 480)
        assert picture.size().toTuple() == size
        assert len(colours(picture)) > 100, f"{name} is all but blank"
    assert len({bytes(picture.constBits()) for picture in pictures.values()}) == len(pictures)


def test_snapshot_paints_in_the_theme_it_is_told(tmp_path: Path, scenes: Path) -> None:
    small = "order: [future-industry]\nlanguages: [zh-Hant]\n#"
    tamper(scenes, "exhibition.yaml", "languages:", small)
    tamper(scenes, "exhibition.yaml", "order: [new", "# [new")
    lightness = []
    for theme in ("ink-atlas", "paper-observatory"):
        out = tmp_path / theme
        options = ("--scale", "0.25", "--theme", theme, "--content", scenes)
        assert kiosk_process("snapshot", out, *options).returncode == 0
        pictures = read_pictures(out)
        assert {name.split("-zh-")[0] for name in pictures} >= {"future-industry", "prologue"}
        lightness.append([mean_lightness(picture) for picture in pictures.values()])
    dark, light = lightness
    assert max(dark) < 64
    assert min(light) > 192


def read_pictures(folder: Path) -> dict[str, QImage]:
    pictures = {path.name: QImage(str(path)) for path in folder.iterdir()}
    assert not any(picture.isNull() for picture in pictures.values())
    return pictures


def colours(picture: QImage) -> set[int]:
    return set(
        memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    )


def mean_lightness(picture: QImage) -> float:
    grey = bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    return sum(grey) / len(grey)


@pytest.mark.parametrize("silent", [False, True])
def test_a_silent_kiosk_does_not_even_look_for_a_voice(
    silent: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, looked = StandIns(tmp_path, monkeypatch), tmp_path / "looked"
    machine.put("espeak-ng", tried=f": > {looked}")
    options = ["--cycles", "1", "--speed", "50", *(["--silent"] if silent else [])]
    ended = kiosk_process("run", *options, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert looked.exists() != silent


def test_a_reader_that_has_read_enough_meets_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        command("settings"),
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, "")
