"""The commands. Errors are one clear line; 1 stands for wrong content, 2 for a wrong call."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kiosk.arguments import count, number, size
from kiosk.content.language import LANGUAGES
from kiosk.content.problem import ContentError, Report
from kiosk.display import NoDisplayError
from kiosk.doctor_command import add_doctor_arguments, examine
from kiosk.hold_command import hold
from kiosk.keys_command import NoKeysError, add_keys_arguments, carry_out_keys
from kiosk.pack_command import PackError, add_pack_arguments, carry_out_pack
from kiosk.resources import SCENES, theme_names
from kiosk.run_command import add_restart_arguments, add_venue_argument, run_exhibition
from kiosk.settings.choice import ChoiceError
from kiosk.settings.file import NotSavedError
from kiosk.settings_command import add_settings_arguments, carry_out_settings
from kiosk.soak_command import add_soak_arguments, carry_out_soak
from kiosk.supervise_command import add_supervise_arguments, supervise

if TYPE_CHECKING:
    from kiosk.content.model import Exhibition

CONTENT_ERROR = 1
USAGE_ERROR = 2
INTERRUPTED = 130


class UsageError(Exception):
    """The call cannot be carried out; the text says why in one line."""


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line and leaves the exit to `main`."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see 'python main.py --help')")


def main(arguments: Sequence[str]) -> int:
    """Carries out a command line and returns its exit code."""
    try:
        options = _parse(arguments)
        code = _COMMANDS[options.command](options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever reads what is printed has read enough; at the end Python would try once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except _REFUSALS as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return USAGE_ERROR
    except ContentError as error:
        print(error, file=sys.stderr)
        return CONTENT_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    first = arguments[0] if arguments else ""
    if first not in _COMMANDS and first not in ("-h", "--help"):
        arguments = ["run", *arguments]
    options = _parser().parse_args(arguments)
    options.arguments = arguments[1:]
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python main.py", description="An exhibition kiosk.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_run(commands.add_parser("run", help="show the exhibition (the default)"))
    supervised = commands.add_parser("supervise", help="run, and begin anew whenever it fails")
    _add_run(supervised)
    add_supervise_arguments(supervised)
    _add_run(commands.add_parser("hold", help="show nothing but that the exhibition is paused"))
    check = commands.add_parser("check", help="check an exhibition and print every problem in it")
    check.add_argument("content", nargs="?", type=Path, default=SCENES, metavar="DIR")
    check.add_argument(
        "--layout", action="store_true", help="measure too: whether every text fits its place"
    )
    snapshot = commands.add_parser("snapshot", help="render every scene to a PNG picture")
    snapshot.add_argument("out", type=Path, metavar="OUT", help="the folder to write into")
    _add_content(snapshot)
    _add_theme(snapshot)
    snapshot.add_argument(
        "--scale", type=number(0.1, 4.0), default=1.0, help="1 for 1920x1080, 2 for 4K"
    )
    settings = commands.add_parser(
        "settings", help="list, set or forget what the venue has chosen, without the staff panel"
    )
    add_settings_arguments(settings)
    add_doctor_arguments(commands.add_parser("doctor", help="look this machine over"))
    add_keys_arguments(
        commands.add_parser("keys", help="make the keys that bundles are signed with")
    )
    add_pack_arguments(
        commands.add_parser("pack", help="write one signed file that a machine is installed from")
    )
    add_soak_arguments(
        commands.add_parser("soak", help="wind days of exhibition forward, and certify them")
    )
    return parser


def _add_run(run: argparse.ArgumentParser) -> None:
    _add_content(run)
    add_venue_argument(run)
    run.add_argument("--windowed", type=size, metavar="WxH", help="in a window of this size")
    run.add_argument("--language", choices=LANGUAGES, help="the language to start in")
    _add_theme(run)
    shape = run.add_mutually_exclusive_group()
    shape.add_argument("--portrait", action="store_true", help="upright, whatever the window")
    shape.add_argument("--landscape", action="store_true", help="lying, whatever the window")
    run.add_argument("--cycles", type=count, help="end after so many rounds of all scenes")
    run.add_argument("--silent", action="store_true", help="read nothing aloud, whoever asks")
    run.add_argument(
        "--speed", type=number(0.1, 1000.0), default=1.0, help="let time run so many times as fast"
    )
    add_restart_arguments(run)


def _add_content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--content", type=Path, default=SCENES, metavar="DIR", help="the exhibition's folder"
    )


def _add_theme(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", choices=theme_names(), help="a theme of resources/themes")


def _run(options: argparse.Namespace) -> int:
    _require_folder(options.content)
    options.content = _led_to(options.content)
    return run_exhibition(options)


def _supervise(options: argparse.Namespace) -> int:
    return supervise(options, options.arguments)


def _check(options: argparse.Namespace) -> int:
    from kiosk.app import load_exhibition

    _require_folder(options.content)
    report = Report()
    exhibition = load_exhibition(options.content, report)
    for warning in report.warnings:
        print(warning)
    summary = [_counted(len(exhibition.scenes), "scene"), "no problems"]
    if report.warnings:
        summary.append(_counted(len(report.warnings), "warning"))
    print(f"{options.content}: {', '.join(summary)}")
    if options.layout:
        _measure(exhibition, options.content)
    return 0


def _measure(exhibition: "Exhibition", folder: Path) -> None:
    """Lays everything out as visitors would see it, and says whether it fits.

    Raises:
        ContentError: with every text that does not.
    """
    from kiosk.app import open_wardrobe

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from kiosk.stage.proofreading import Proofreader, combinations

    application = QApplication(["kiosk"])
    wardrobe, reader = open_wardrobe(), Proofreader(exhibition, folder)
    all_of_them = combinations(exhibition)
    for one in all_of_them:
        reader.read(one, wardrobe.look(one.language, exhibition.defaults.theme))
    application.quit()
    if problems := reader.problems():
        raise ContentError(problems)
    print(f"{folder}: {len(exhibition.scenes)} scenes fit in {len(all_of_them)} combinations")


def _snapshot(options: argparse.Namespace) -> int:
    from kiosk.app import load_exhibition, open_wardrobe

    _require_folder(options.content)
    exhibition = load_exhibition(options.content)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"no folder can be made at '{options.out}': {error.strerror}") from None
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from kiosk.stage.layout import LANDSCAPE, PORTRAIT
    from kiosk.stage.snapshot import snapshots

    application = QApplication(["kiosk"])
    wardrobe = open_wardrobe()
    for language in exhibition.languages:
        look = wardrobe.look(language, options.theme or exhibition.defaults.theme)
        for name, layout in (("landscape", LANDSCAPE), ("portrait", PORTRAIT)):
            size = (layout.size * options.scale).toSize()
            for scene, image in snapshots(exhibition, look, layout, size):
                path = options.out / f"{scene}-{language}-{name}.png"
                if not image.save(str(path)):
                    raise UsageError(f"'{path}' cannot be written")
    application.quit()
    return 0


def _settings(options: argparse.Namespace) -> int:
    def load() -> "Exhibition":
        from kiosk.app import load_exhibition

        _require_folder(options.content)
        return load_exhibition(options.content)

    carry_out_settings(options, load)
    return 0


def _keys(options: argparse.Namespace) -> int:
    carry_out_keys(options)
    return 0


def _pack(options: argparse.Namespace) -> int:
    from kiosk.app import load_exhibition

    _require_folder(options.content)
    carry_out_pack(options, load_exhibition, datetime.now(UTC))
    return 0


def _soak(options: argparse.Namespace) -> int:
    from kiosk.app import load_exhibition

    _require_folder(options.content)
    try:
        return carry_out_soak(options, load_exhibition(options.content))
    except OSError as error:
        raise UsageError(f"'{options.out}' cannot be written: {error.strerror}") from None


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError(f"there is no exhibition at '{folder}' (--content names its folder)")


def _led_to(folder: Path) -> Path:
    """Where a link leads that may lead to another version before all of it is read."""
    resolved = folder.resolve()
    return folder if resolved == folder.absolute() else resolved


_REFUSALS = (UsageError, NoDisplayError, ChoiceError, NotSavedError, NoKeysError, PackError)
"""Calls that cannot be carried out, each of which says why in its text."""

_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "supervise": _supervise,
    "hold": hold,
    "check": _check,
    "snapshot": _snapshot,
    "settings": _settings,
    "doctor": examine,
    "keys": _keys,
    "pack": _pack,
    "soak": _soak,
}
