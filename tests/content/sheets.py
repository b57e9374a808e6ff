"""Charts of a table beside the scene, for the tests of tables and of charts."""

from typing import Any, Literal

import pytest

from kiosk.content.files import SceneFiles
from kiosk.content.parse import parse
from kiosk.content.problem import ContentError, Report
from kiosk.content.series import Band, ChartSpec, check_band
from kiosk.content.tree import MapNode
from kiosk.content.validate import validated
from tests.content.house import House

WIDE = "country,year,life,people\nChina,1952,44,556\nPeru,1952,43.9,8\nPeru,2007,71.4,29\n"
PEOPLE = "category: country\nmoment: year\nseries: [{name: 人, column: people}]\n"


class BandedSpec(ChartSpec):
    kind: Literal["any"]
    band: Band | None = None

    def model_post_init(self, _context: Any) -> None:
        check_band(self.band, self.categories)


def tree(chart: str) -> MapNode:
    common = "kind: any\ntitle: 壽命\nunit: {name: 歲}\ndata: f.csv\n"
    node = parse(common + chart, "scene.yaml", Report())
    assert isinstance(node, MapNode)
    return node


def chart(house: House, written: str, table: str | bytes) -> BandedSpec:
    house.write("cars/f.csv", table)
    files = SceneFiles(house.folder, "cars")
    return validated(BandedSpec, BandedSpec.prepare(tree(written), files))


def problems(house: House, written: str, table: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        chart(house, written, table)
    return str(caught.value).splitlines()


def rows(spec: ChartSpec, index: int = 0) -> list[list[str | None]]:
    """The figures of a series, a row for each moment."""
    series = spec.series[index]
    return [
        [None if v is None else str(v) for v in row] for row in series.history or (series.values,)
    ]
