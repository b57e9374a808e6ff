from PySide6.QtCore import QSizeF

from kiosk.backdrops.future_industry import _blocks, _stacks


def test_stacks_have_no_gaps() -> None:
    placed = {(b.x, b.y, b.z) for b in _stacks()}
    assert all(z == 0 or (x, y, z - 1) in placed for x, y, z in placed)


def test_some_blocks_are_still_on_their_way_down(size: QSizeF) -> None:
    lifted = [block for block in _blocks(size) if block.lift]
    assert 3 < len(lifted) < len(_blocks(size)) / 2


def test_a_block_is_painted_after_those_behind_it(size: QSizeF) -> None:
    painted: list[tuple[int, int, int]] = []
    for block in _blocks(size):
        here = (block.x, block.y, block.z)
        hidden_behind = [(block.x + 1, block.y, block.z), (block.x, block.y + 1, block.z)]
        assert not set(hidden_behind) & set(painted)
        painted.append(here)
