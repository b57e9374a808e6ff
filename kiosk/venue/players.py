"""Programs that play a recording, the one that most sound servers like best first."""

import sys
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LOUDEST = 5
STEP_DB = 5.0
SOFTER = Path(__file__).with_name("softer.py")
SILENCE_FRAMES = 400


@dataclass(frozen=True)
class Player:
    """One program that plays a WAV file.

    Attributes:
        program: its name, or its path once it has been found.
        command: what makes the program at a path play a file, at a loudness from 0 to 1.
    """

    program: str
    command: Callable[[str, Path, float], list[str]]

    def play(self, file: Path, volume: int) -> list[str]:
        """What makes it play `file` at a volume from 1 to 5; at 5 as loud as it was recorded."""
        return self.command(self.program, file, 10 ** ((volume - LOUDEST) * STEP_DB / 20))


def _pw_play(program: str, file: Path, ratio: float) -> list[str]:
    return [program, f"--volume={ratio:.3f}", str(file)]


def _paplay(program: str, file: Path, ratio: float) -> list[str]:
    # PulseAudio's scale is a cubic one.
    return [program, f"--volume={round(65536 * ratio ** (1 / 3))}", str(file)]


def _aplay(program: str, file: Path, ratio: float) -> list[str]:
    # It has no volume of its own: a small program of ours hands it the samples, made softer.
    return [sys.executable, "-I", str(SOFTER), str(file), f"{ratio:.3f}", program, "--quiet", "-"]


PLAYERS = (Player("pw-play", _pw_play), Player("paplay", _paplay), Player("aplay", _aplay))


def write_silence(file: Path) -> None:
    """Writes a moment of silence, for a player to be tried with."""
    with wave.open(str(file), "wb") as silence:
        silence.setnchannels(1)
        silence.setsampwidth(2)
        silence.setframerate(8000)
        silence.writeframes(bytes(2 * SILENCE_FRAMES))
