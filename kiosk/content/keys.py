"""Which keys do what: data, because keypads for those who cannot use a touch screen all differ.

Keys have the names that Qt gives them, without its `Key_`. Qt itself is not asked, so that an
exhibition can be checked without it; a test compares the names.
"""

from collections.abc import Iterator
from string import ascii_uppercase, digits
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.problem import did_you_mean, quoted

_NAMED = """
    Escape Tab Backtab Backspace Return Enter Insert Delete Pause Print SysReq Clear
    Home End Left Up Right Down PageUp PageDown Menu Help Space
    Exclam QuoteDbl NumberSign Dollar Percent Ampersand Apostrophe ParenLeft ParenRight Asterisk
    Plus Comma Minus Period Slash Colon Semicolon Less Equal Greater Question At BracketLeft
    Backslash BracketRight AsciiCircum Underscore QuoteLeft BraceLeft Bar BraceRight AsciiTilde
    Back Forward Stop Refresh HomePage Favorites Search OpenUrl Select Cancel Yes No Exit
    VolumeDown VolumeMute VolumeUp MediaPlay MediaStop MediaPrevious MediaNext MediaPause
    MediaTogglePlayPause ChannelUp ChannelDown Red Green Yellow Blue Guide Info Settings
    Launch0 Launch1 Launch2 Launch3 Launch4 Launch5 Launch6 Launch7 Launch8 Launch9
"""
KEY_NAMES = frozenset(
    [*_NAMED.split(), *ascii_uppercase, *digits, *(f"F{number}" for number in range(1, 36))]
)

SHARED = {"right": "next", "left": "previous"}
"""Where nothing makes use of the first, the second is what a key does that stands for both."""


def _existing(name: str) -> str:
    if name not in KEY_NAMES:
        raise ValueError(f"there is no key {quoted(name)}{did_you_mean(name, KEY_NAMES)}")
    return name


KeyNames = tuple[Annotated[str, AfterValidator(_existing)], ...]
Needed = Annotated[KeyNames, Field(min_length=1)]


class KeyMap(Frozen):
    """Every action with its keys; what has none is done by touch, or by walking the focus to it.

    Without the focus going on, without acting on what has it and without a way out of a layer,
    whoever has keys alone is lost, so those three have to have one.
    """

    forward: Needed = ("Tab", "Down")
    back: KeyNames = ("Backtab", "Up")
    activate: Needed = ("Return", "Enter", "Select")
    escape: Needed = ("Escape", "Back")
    home: KeyNames = ("Home",)
    right: KeyNames = ("Right",)
    left: KeyNames = ("Left",)
    next: KeyNames = ("Right", "PageDown")
    previous: KeyNames = ("Left", "PageUp")
    pause: KeyNames = ("Space",)
    access: KeyNames = ("M",)
    prologue: KeyNames = ("Question", "F1")
    staff: KeyNames = ("F12",)
    scene_1: KeyNames = ("1",)
    scene_2: KeyNames = ("2",)
    scene_3: KeyNames = ("3",)
    scene_4: KeyNames = ("4",)
    scene_5: KeyNames = ("5",)
    scene_6: KeyNames = ("6",)
    scene_7: KeyNames = ("7",)
    scene_8: KeyNames = ("8",)
    scene_9: KeyNames = ("9",)

    def actions(self) -> Iterator[tuple[str, str]]:
        """Each key with each of its actions, the one that comes first before the other."""
        for action in type(self).model_fields:
            for name in getattr(self, action):
                yield name, action

    @model_validator(mode="after")
    def _mean_one_thing_each(self) -> Self:
        taken: dict[str, str] = {}
        for name, action in self.actions():
            first = taken.setdefault(name, action)
            if action not in (first, SHARED.get(first)):
                # The place is that of an action which the file names: the other may be a default.
                named = action if action in self.model_fields_set else first
                sentence = f"the key {quoted(name)} stands for both '{first}' and '{action}'"
                raise MisfitError(sentence, named, getattr(self, named).index(name))
        return self
