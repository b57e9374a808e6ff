"""A program of its own: plays a WAV file through a player that has no volume.

    python softer.py FILE RATIO PLAYER...

It hands PLAYER the samples as it goes, so that it starts at once, and neither it nor the kiosk has
to hold the whole recording. It imports nothing of the kiosk's.
"""

import subprocess
import sys
import wave
from array import array
from collections.abc import Sequence

CHUNK_FRAMES = 8192


def main(arguments: Sequence[str]) -> int:
    """Plays it to its end, and returns the player's exit code."""
    file, ratio, *player = arguments
    factor = round(float(ratio) * 65536)
    with subprocess.Popen(player, stdin=subprocess.PIPE) as playing:
        assert playing.stdin
        try:
            with wave.open(file) as recording, wave.open(playing.stdin, "wb") as softer:
                softer.setparams(recording.getparams())
                while frames := recording.readframes(CHUNK_FRAMES):
                    softer.writeframesraw(_scaled(frames, factor))
        except BrokenPipeError:
            pass  # its exit code says more
    return playing.returncode


def _scaled(frames: bytes, factor: int) -> bytes:
    samples = array("h", frames)
    swaps = sys.byteorder == "big"  # a WAV file's samples are little-endian
    if swaps:
        samples.byteswap()
    scaled = array("h", (sample * factor >> 16 for sample in samples))
    if swaps:
        scaled.byteswap()
    return scaled.tobytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
