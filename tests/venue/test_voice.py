"""What the machine says and plays, with programs that stand in for those of a venue."""

import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.content.language import Language
from kiosk.show.clock import ManualClock
from kiosk.venue.children import GRACE_MS
from kiosk.venue.discovery import PATIENCE_MS
from kiosk.venue.voice import LOOK_AGAIN_MS, MachineVoice
from tests.screen import until
from tests.standins import StandIns

NEVER_ENDS = "exec /bin/sleep 600"
ENDS_WHEN_TOLD = "trap 'exit 0' TERM; while :; do /bin/sleep 0.05; done"
LISTENS_TO_NOBODY = "trap '' TERM; while :; do /bin/sleep 0.05; done"

Find = Callable[[], MachineVoice]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    """A machine on which nothing is installed."""
    return StandIns(tmp_path, monkeypatch)


@pytest.fixture
def find(clock: ManualClock) -> Iterator[Find]:
    """The voice of the machine, once it has been looked for."""
    voices: list[MachineVoice] = []

    def found() -> MachineVoice:
        voice = MachineVoice(clock.now_ms)
        voices.append(voice)
        until(lambda: looked(voice), "it knows what there is")
        return voice

    yield found
    for voice in voices:
        voice.close()


def looked(voice: MachineVoice) -> bool:
    voice.tick()
    return not voice.busy


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "lead.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(array("h", [10_000, -10_000] * 20_000).tobytes())
    return path


def test_a_bare_machine_has_no_voice(machine: StandIns, find: Find) -> None:
    voice = find()
    assert not voice.plays and not voice.speaks("zh-Hant")


def test_sound_that_comes_up_later_is_found(
    machine: StandIns, find: Find, clock: ManualClock
) -> None:
    machine.put("espeak-ng", tried="exit 1")
    voice = find()
    machine.put("espeak-ng")
    voice.tick()
    assert not voice.speaks("en")
    clock.advance(LOOK_AGAIN_MS)

    def speaks() -> bool:
        voice.tick()
        return voice.speaks("en")

    until(speaks, "it has looked again")


@pytest.mark.parametrize(
    ("language", "tag"), [("zh-Hant", "yue"), ("zh-Hans", "cmn"), ("en", "en-gb")]
)
def test_espeak_speaks_each_language(
    machine: StandIns, find: Find, language: Language, tag: str
) -> None:
    machine.put("espeak-ng")
    voice = find()
    assert voice.speaks(language)
    sound = voice.say("-v; echo 「你好」 $HOME", language, 3)
    until(lambda: sound.done, "it has been said")
    assert not sound.failed
    assert machine.heard("espeak-ng") == ["-v; echo 「你好」 $HOME"]
    assert machine.told("espeak-ng") == [f"-v {tag} -a 100 -s 150 --stdin"]


def test_without_cantonese_mandarin_reads(machine: StandIns, find: Find) -> None:
    machine.put("spd-say")
    sound = find().say("你好", "zh-Hant", 5)
    until(lambda: sound.done, "it has been said")
    assert "--wait --language cmn --volume 100 -- 你好" in machine.told("spd-say")


def test_the_best_voice_wins_and_then_the_service(machine: StandIns, find: Find) -> None:
    machine.put("spd-say")
    machine.put("espeak-ng")
    voice = find()
    languages: tuple[Language, ...] = ("zh-Hant", "en")
    sounds = [voice.say("words", language, 3) for language in languages]
    until(lambda: all(sound.done for sound in sounds), "both have been said")
    assert machine.told("espeak-ng") == ["-v yue -a 100 -s 150 --stdin"]
    assert machine.told("spd-say") == ["--wait --language en-GB --volume 0 -- words"]


@pytest.mark.parametrize(
    "tried",
    ["exit 1", "echo 'error: No such file or directory'; exit 0"],
    ids=["fails", "has no sound card"],
)
def test_an_engine_that_cannot_be_heard_is_none(machine: StandIns, find: Find, tried: str) -> None:
    machine.put("espeak-ng", tried=tried)
    assert not find().speaks("en")


def test_an_engine_that_does_not_answer_is_none(machine: StandIns, clock: ManualClock) -> None:
    machine.put("spd-say", tried=NEVER_ENDS)
    machine.put("espeak-ng")
    voice = MachineVoice(clock.now_ms)

    def looked_while_time_passes() -> bool:
        clock.advance(PATIENCE_MS / 25)
        return looked(voice)

    until(looked_while_time_passes, "it has given up on the service")
    sound = voice.say("words", "en", 3)
    until(lambda: sound.done, "it has been said")
    assert machine.told("espeak-ng") and not machine.told("spd-say")
    voice.close()


def test_volumes_are_the_engine_s_own(machine: StandIns, find: Find) -> None:
    machine.put("espeak-ng")
    voice = find()
    sounds = [voice.say("words", "en", volume) for volume in range(1, 6)]
    until(lambda: all(sound.done for sound in sounds), "all have been said")
    amplitudes = sorted(int(told.split()[3]) for told in machine.told("espeak-ng"))
    assert amplitudes == [30, 60, 100, 140, 200]


@pytest.mark.parametrize("name", ["pw-play", "paplay"])
def test_a_player_plays_a_recording_softer(
    machine: StandIns, find: Find, recording: Path, name: str
) -> None:
    machine.put(name)
    voice = find()
    assert voice.plays
    sounds = [voice.play(recording, volume) for volume in (1, 5)]
    until(lambda: all(sound.done for sound in sounds), "both have been played")
    loud = {"pw-play": "--volume=1.000", "paplay": "--volume=65536"}[name]
    soft = {"pw-play": "--volume=0.100", "paplay": "--volume=30419"}[name]
    assert sorted(machine.told(name)) == sorted([f"{loud} {recording}", f"{soft} {recording}"])


def test_aplay_is_handed_softer_samples(
    machine: StandIns, find: Find, recording: Path, tmp_path: Path
) -> None:
    machine.put("aplay", then=f"exec /bin/cat > {tmp_path}/played.wav")
    voice = find()
    sound = voice.play(recording, 1)
    until(lambda: sound.done, "it has been played")
    assert not sound.failed
    with wave.open(f"{tmp_path}/played.wav") as played:
        samples = array("h", played.readframes(100_000))
    assert len(samples) == 40_000
    assert set(samples) == {1000, -1000} or max(samples) in range(990, 1001)


def test_a_player_whose_service_does_not_run_is_passed_over(
    machine: StandIns, find: Find, recording: Path
) -> None:
    machine.put("pw-play", tried="exit 1")
    machine.put("paplay")
    sound = find().play(recording, 5)
    until(lambda: sound.done, "it has been played")
    assert machine.told("paplay") and not machine.told("pw-play")


# --- stopping and holding ----------------------------------------------------------------------


def test_what_is_stopped_leaves_no_process(machine: StandIns, find: Find) -> None:
    machine.put("espeak-ng", then=NEVER_ENDS)
    voice = find()
    sound = voice.say("words", "en", 3)
    until(lambda: bool(machine.running()), "it speaks")
    sound.stop()
    until(lambda: looked(voice), "it is silent")
    assert not machine.running()


def test_what_does_not_want_to_end_is_killed(
    machine: StandIns, find: Find, clock: ManualClock
) -> None:
    machine.put("espeak-ng", then=LISTENS_TO_NOBODY)
    voice = find()
    sound = voice.say("words", "en", 3)
    until(lambda: bool(machine.running()), "it speaks")
    sound.stop()
    voice.tick()
    clock.advance(GRACE_MS)
    until(lambda: looked(voice), "it is silent")
    assert not machine.running()


def test_what_is_held_stands_still_and_goes_on(
    machine: StandIns, find: Find, tmp_path: Path
) -> None:
    machine.put("espeak-ng", then=f"until [ -e {tmp_path}/end ]; do /bin/sleep 0.02; done")
    voice = find()
    sound = voice.say("words", "en", 3)
    until(lambda: bool(machine.running()), "it speaks")
    sound.hold(True)
    # A shell whose child was stopped before it became another program waits for it, in state D.
    until(lambda: state_of_any(machine) in ("T", "D"), "it stands still")
    (tmp_path / "end").touch()
    assert not sound.done
    sound.hold(False)
    until(lambda: sound.done, "it has gone on to its end")
    assert not sound.failed


def state_of_any(machine: StandIns) -> str:
    """The letter by which the system tells what the only process does."""
    (number,) = machine.running()
    return Path(f"/proc/{number}/stat").read_text("utf-8").split()[2]


def test_what_is_held_can_be_stopped(machine: StandIns, find: Find) -> None:
    machine.put("espeak-ng", then=ENDS_WHEN_TOLD)
    voice = find()
    sound = voice.say("words", "en", 3)
    until(lambda: bool(machine.running()), "it speaks")
    sound.hold(True)
    sound.stop()
    until(lambda: looked(voice), "it is silent")
    assert not machine.running()


def test_a_service_is_told_to_be_silent_and_begins_again(machine: StandIns, find: Find) -> None:
    machine.put("spd-say", then='case "$*" in --cancel) ;; *) exec /bin/sleep 600 ;; esac')
    voice = find()
    sound = voice.say("words", "en", 3)
    until(lambda: len(machine.told("spd-say")) == 1, "it speaks")
    sound.hold(True)
    until(lambda: "--cancel" in machine.told("spd-say"), "the service was told")
    assert not sound.done
    sound.hold(False)
    until(lambda: len(machine.told("spd-say")) == 3, "it begins again")
    sound.stop()
    voice.close()
    assert machine.told("spd-say").count("--cancel") == 2
    assert not machine.running()


def test_the_end_of_the_kiosk_is_the_end_of_them_all(machine: StandIns, find: Find) -> None:
    machine.put("espeak-ng", then=LISTENS_TO_NOBODY)
    voice = find()
    for _ in range(3):
        voice.say("words", "en", 3)
    until(lambda: len(machine.running()) == 3, "all speak")
    voice.close()
    assert not machine.running()


def test_an_engine_that_was_removed_meanwhile_fails(
    machine: StandIns, find: Find, tmp_path: Path
) -> None:
    machine.put("espeak-ng")
    voice = find()
    (tmp_path / "bin" / "espeak-ng").unlink()
    sound = voice.say("words", "en", 3)
    assert sound.done and sound.failed
