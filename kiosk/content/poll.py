"""The card that asks visitors the question of the exhibition; a venue says where it stands."""

from collections.abc import Iterator
from typing import Literal

from kiosk.content.language import Localised
from kiosk.content.model import VISIBLE_CARDS, Accent, CardSpec, Exhibition, Scene

PollPlace = Literal["last-scene", "prologue", "nowhere"]


class PollSpec(CardSpec):
    """The card: the question of a `Poll`, and its answers by their ids."""

    kind: Literal["poll"] = "poll"
    question: Localised
    answers: dict[str, Localised]
    accents: dict[str, Accent]

    def texts(self) -> Iterator[Localised]:
        """The question."""
        yield self.question


def with_poll(exhibition: Exhibition, place: PollPlace) -> Exhibition:
    """`exhibition` with the card at `place` and nowhere else, where it has a question at all.

    It is the last of the cards that stand open to the eye: behind the pager few would find it. In
    an exhibition without a prologue it stands in the last scene instead.
    """
    scenes = tuple(_without(scene) for scene in exhibition.scenes)
    prologue = _without(exhibition.prologue) if exhibition.prologue else None
    if exhibition.poll and place != "nowhere":
        card = PollSpec(**dict(exhibition.poll))
        if place == "prologue" and prologue:
            prologue = _having(prologue, card)
        else:
            scenes = (*scenes[:-1], _having(scenes[-1], card))
    return exhibition.model_copy(update={"scenes": scenes, "prologue": prologue})


def _without(scene: Scene) -> Scene:
    cards = tuple(card for card in scene.cards if not isinstance(card, PollSpec))
    return scene if len(cards) == len(scene.cards) else scene.model_copy(update={"cards": cards})


def _having(scene: Scene, card: PollSpec) -> Scene:
    before, behind = scene.cards[: VISIBLE_CARDS - 1], scene.cards[VISIBLE_CARDS - 1 :]
    return scene.model_copy(update={"cards": (*before, card, *behind)})
