"""A small exhibition that has one of everything, for tests to tamper with."""

from pathlib import Path

import pytest

from kiosk.cards.figure import FigureSpec
from kiosk.cards.quote import QuoteSpec
from kiosk.cards.story import StorySpec
from kiosk.content.load import Kinds, load
from kiosk.content.model import Exhibition
from kiosk.content.problem import ContentError
from kiosk.exhibits.bar import BarSpec
from kiosk.exhibits.figures import FiguresSpec
from kiosk.exhibits.line import LineSpec

KINDS = Kinds(
    exhibits={"bar": BarSpec, "figures": FiguresSpec, "line": LineSpec},
    cards={"figure": FigureSpec, "quote": QuoteSpec, "story": StorySpec},
)

FILES = {
    "exhibition.yaml": """\
title: {zh-Hant: 新質生產力, en: New quality productive forces}
subtitle: 四個未來場景
order: [cars, robots]
prologue: start
defaults:
  language: zh-Hant
  idle_s: 60
""",
    "people.yaml": """\
nancy-ip:
  name: 朱葉玉如
  office: 香港科技大學校長
fang-zhou:
  name: 方舟
  office: 研究總監
""",
    "glossary.yaml": """\
soc:
  term: 可控核聚變
  meaning: 把輕原子核合成較重的
""",
    "cars/scene.yaml": """\
title: 嶄新能源
lead: 汽車成為移動第三空間。
accent: new-energy
hero:
  value: 958.7
  unit: {scale: 萬, name: 輛}
  label: 2023年產量
  sources: [caam]
exhibits:
  - kind: bar
    title: 四年間升至七倍多
    unit: {scale: 萬, name: 輛}
    data: nev.csv
    category: year
    series:
      - {name: 生產, column: production}
      - {name: 銷售, column: sales}
    sources: [caam]
    forecast_from: "2023"
  - kind: line
    title: 用戶多於人口
    unit: {name: "%"}
    categories: [2021, 2022]
    series:
      - name: 用戶
        values: [13.99, 18.450]
    annotations:
      - {at: 2022, text: 超過人口}
cards:
  - kind: quote
    person: nancy-ip
    text: 創新科技是核心。
    sources: [caam]
  - kind: figure
    value: 164
    unit: {name: 個項目}
    label: 已建或在建
sources:
  caam: {name: 中國汽車工業協會, year: 2024}
dwell_s: 12.5
""",
    "cars/nev.csv": """\
year,production,sales
2021,354.5,352.1
2022,705.8,-
2023,"1,958.70",949.5
""",
    "robots/scene.yaml": """\
title: AI生產
lead: 機器人與人並肩工作。
accent: ai-production
exhibits:
  - kind: figures
    title: 市場將近翻倍
    illustration: false
    figures:
      - {value: 147.5, unit: {scale: 億, name: 美元}, label: 2023年}
      - {value: 264.4, unit: {scale: 億, name: 美元}, label: 2026年}
cards:
  - kind: story
    heading: 數字員工
    person: fang-zhou
sources:
  idc: {name: IDC, year: 2023}
""",
    "start/scene.yaml": """\
title: 甚麼是新質生產力？
lead: 一個新詞。
accent: prologue
exhibits:
  - {kind: figures, title: 三個字, figures: [{value: 3, unit: {name: 高}, label: 高科技}]}
cards:
  - {kind: story, heading: 起點}
sources:
  xinhua: {name: 新華社, year: 2023}
""",
}


class House:
    """The exhibition in `scenes/` of the current folder."""

    folder = Path("scenes")

    def build(self) -> None:
        for file, content in FILES.items():
            self.write(file, content)

    def write(self, file: str, content: str | bytes) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, file: str, *old_and_new: str) -> None:
        content = FILES[file]
        for old, new in zip(old_and_new[::2], old_and_new[1::2], strict=True):
            assert content.count(old) == 1, f"{old!r} has to be in {file} exactly once"
            content = content.replace(old, new)
        self.write(file, content)

    def load(self) -> Exhibition:
        return load(self.folder, KINDS)

    def problems(self) -> list[str]:
        with pytest.raises(ContentError) as caught:
            self.load()
        return str(caught.value).splitlines()
