"""Texts that somebody has read aloud: `audio` beside a text's languages names a file for each.

As in `lead: {zh-Hant: 本館的屋頂，也是一座小小的發電站。, audio: {zh-Hant: lead.wav}}`.
"""

import wave
from pathlib import Path

from kiosk.content.files import LARGEST_RECORDING_BYTES, SceneFiles
from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Exhibition
from kiosk.content.problem import ContentError, Report
from kiosk.content.texts import texts_in
from kiosk.content.tree import Leaf, ListNode, MapNode, Node

SAMPLE_BYTES = 2
MOST_CHANNELS = 2
_REMEDY = "save it as WAV, PCM, 16 bit, mono or stereo"


def with_recordings(node: Node, files: SceneFiles, report: Report) -> Node:
    """`node` with the place of each recording for its name, once the file has been looked at.

    Args:
        node: what a file says, or a part of it.
        files: the files that it may name.
        report: takes what is wrong with them.
    """
    match node:
        case ListNode():
            items = tuple(with_recordings(item, files, report) for item in node.items)
            return ListNode(node.mark, items)
        case MapNode():
            inner: dict[str, Node] = {}
            for key, value in node.values.items():
                is_audio = key == "audio" and "zh-Hant" in node.values
                found = _found if is_audio and isinstance(value, MapNode) else with_recordings
                inner[key] = found(value, files, report)
            return node.having(inner)
        case Leaf():
            return node


def recordings(exhibition: Exhibition) -> dict[tuple[Language, str], Path]:
    """Every recording, by the language of the visitor and the text that they see."""
    found: dict[tuple[Language, str], Path] = {}
    for _, text in texts_in(exhibition):
        for language in LANGUAGES:
            shown_in = language if text.written(language) else "zh-Hant"
            file = text.audio.file(language) or text.audio.file(shown_in)
            if file:
                found[language, text.text(language)] = file
    return found


def _found(audio: Node, files: SceneFiles, report: Report) -> Node:
    assert isinstance(audio, MapNode)
    places: dict[str, Node] = {}
    for language, name in audio.values.items():
        with report.collecting():
            places[language] = Leaf(name.mark, _checked(name, files))
    return MapNode(audio.mark, places, audio.key_marks)


def _checked(name: Node, files: SceneFiles) -> Path:
    """The path of a recording.

    Raises:
        ContentError: if it cannot be played.
    """
    path = files.path(name, LARGEST_RECORDING_BYTES)
    try:
        with wave.open(str(path)) as recording:
            width, channels = recording.getsampwidth(), recording.getnchannels()
            frames = recording.getnframes()
    except (wave.Error, EOFError, OSError):
        raise ContentError.at(name.mark, f"this is no recording that plays: {_REMEDY}") from None
    if width != SAMPLE_BYTES or channels > MOST_CHANNELS:
        told = f"this recording has {8 * width} bit and {channels} channels: {_REMEDY}"
        raise ContentError.at(name.mark, told)
    if not frames:
        raise ContentError.at(name.mark, "this recording is empty")
    return path
