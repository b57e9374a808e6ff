"""The difficult cases of each kind of exhibit, as a file would say them."""

import math
from random import Random
from typing import Any

Said = dict[str, Any]

UNIT = {"scale": "萬", "name": {"zh-Hant": "輛", "zh-Hans": "辆", "en": "vehicles"}}
YEARS = ["2019", "2020", "2021", "2022", "2023"]
LONG = [
    "粵港澳大灣區智能製造協作平台",
    "北部都會區新興產業園",
    "International co-operation zone",
    "河套深港科技創新合作區",
    "其他",
]
NAMES = [
    {"zh-Hant": "生產", "en": "Production"},
    {"zh-Hant": "銷售", "en": "Sales"},
    {"zh-Hant": "出口", "en": "Exports"},
    {"zh-Hant": "庫存", "en": "In stock"},
    {"zh-Hant": "登記", "en": "Registered"},
]
MADE = [124.2, 136.6, 354.5, 705.8, 958.7]
SOLD = [120.6, 136.7, 352.1, 688.7, 949.5]


def chart(kind: str, rows: list[list[Any]], categories: list[str] = YEARS, **more: Any) -> Said:
    """A chart of `rows`, one for each series."""
    series = [{"name": NAMES[i], "values": row} for i, row in enumerate(rows)]
    return {
        "kind": kind,
        "title": {"zh-Hant": "四年間，產銷升至七倍多", "en": "More than sevenfold in four years"},
        "subtitle": {"zh-Hant": "中國新能源汽車產銷", "en": "NEVs in China"},
        "unit": UNIT,
        "categories": categories,
        "series": series,
        "sources": ["caam"],
        "tab": None,
    } | more


def _noise(count: int, seed: int = 7) -> list[float]:
    random = Random(seed)
    return [round(300 + 220 * math.sin(i / 6) + random.uniform(-60, 60), 1) for i in range(count)]


def _walk(count: int) -> list[float]:
    random = Random(3)
    level, walked = 400.0, []
    for _ in range(count):
        level = max(0.0, level + random.gauss(0, 9))
        walked.append(round(level, 1))
    return walked


def _shared(kind: str) -> dict[str, Said]:
    many = [f"{1984 + i}" for i in range(40)]
    return {
        "two series": chart(kind, [MADE, SOLD]),
        "one series": chart(kind, [MADE]),
        "five series": chart(
            kind, [[round(v * (1 - row / 6), 1) for v in MADE] for row in range(5)]
        ),
        "long names": chart(kind, [MADE], LONG),
        "long names, five series": chart(
            kind,
            [[round(v * (1 - row / 6), 1) for v in MADE] for row in range(5)],
            LONG,
        ),
        "one point": chart(kind, [[958.7]], ["2023"]),
        "sixteen points": chart(kind, [_noise(16)], [f"{2008 + i}" for i in range(16)]),
        "twenty-five points": chart(kind, [_noise(25)], [f"{1999 + i}" for i in range(25)]),
        "forty points": chart(kind, [_noise(40)], many),
        "forty points, three series": chart(kind, [_noise(40, s) for s in (1, 2, 3)], many),
        "equal values": chart(kind, [[500] * 5, [500] * 5]),
        "negatives": chart(kind, [[120, -80, -240, 60, 310], [-20, 90, -310, 200, 120]]),
        "all negative": chart(kind, [[-120, -80, -240, -60, -310]]),
        "all zero": chart(kind, [[0, 0, 0, 0, 0]]),
        "one huge value": chart(kind, [[1.2, 3.4, 98765.4, 2.2, 5.1]]),
        "missing everywhere": chart(kind, [[124.2, None, None, 705.8, 958.7]] * 2),
        "missing in one": chart(kind, [MADE, [120.6, None, 352.1, None, None]]),
        "nothing at all": chart(kind, [[None] * 5]),
        "forecast": chart(kind, [MADE, SOLD], forecast_from="2022"),
        "remarks": chart(
            kind,
            [MADE],
            annotations=[
                {"at": "2021", "text": "首次突破三百萬輛"},
                {"at": "2027", "value": 381, "text": "另一版，約佔全球9%"},
            ],
        ),
        "moments": chart(kind, [SOLD], moments=["2021", "2022", "2023"])
        | {
            "series": [
                {
                    "name": NAMES[0],
                    "history": [
                        [round(v / 3, 1) for v in MADE],
                        [round(v / 2, 1) for v in MADE],
                        MADE,
                    ],
                }
            ]
        },
    }


CASES: dict[str, dict[str, Said]] = {
    "bar": {
        **_shared("bar"),
        "stacked": chart("bar", [MADE, SOLD, [round(v / 3, 1) for v in MADE]], stacked=True),
        "horizontal": chart("bar", [MADE, SOLD], horizontal=True),
        "horizontal, long names": chart("bar", [MADE], LONG, horizontal=True),
        "horizontal, stacked": chart(
            "bar",
            [MADE, SOLD, [round(v / 3, 1) for v in MADE]],
            LONG,
            horizontal=True,
            stacked=True,
        ),
        "horizontal, negatives": chart("bar", [[120, -80, -240, 60, 310]], LONG, horizontal=True),
        "horizontal, missing": chart(
            "bar", [MADE, [120.6, None, 352.1, None, 3]], horizontal=True, forecast_from="2023"
        ),
        "horizontal, forty": chart(
            "bar", [_noise(40)], [f"{1984 + i}" for i in range(40)], horizontal=True
        ),
    },
    "line": {
        **_shared("line"),
        "band": chart(
            "line",
            [MADE],
            forecast_from="2022",
            band={
                "name": "公布範圍",
                "low": [None, None, None, 640, 820],
                "high": [None, None, None, 760, 1100],
            },
        ),
        "crossing": chart("line", [[10, 400, 200, 600, 100], [600, 100, 500, 50, 620]]),
        "a thousand days": chart("line", [_walk(1461)], [f"{i}" for i in range(1461)]),
        "ten thousand": chart("line", [_walk(10_000)], [f"{i}" for i in range(10_000)]),
    },
}
