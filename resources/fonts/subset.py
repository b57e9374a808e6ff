"""Cut the published Noto faces to what the kiosk draws; see README.md beside this file.

    python resources/fonts/subset.py FOLDER_OF_TTF OUT

needs fonttools. The HK faces keep every character they have. The SC faces keep GB 2312, everything
that is not Han, and the Han characters the HK faces lack: a rarer character in simplified text is
then set from the HK face, and never from a system font.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HK = ("NotoSansHK_400Regular", "NotoSansHK_700Bold", "NotoSerifHK_700Bold")
SC = ("NotoSansSC_400Regular", "NotoSansSC_700Bold", "NotoSerifSC_700Bold")


def is_han(code: int) -> bool:
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def in_gb2312(code: int) -> bool:
    return bool(chr(code).encode("gb2312", "ignore"))


def cut(source: Path, target: Path, keep: set[int]) -> None:
    options = subset.Options(
        layout_features=["pwid", "ccmp", "liga", "locl", "kern", "mark", "mkmk"],
        drop_tables=["vhea", "vmtx", "BASE", "STAT"],
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def main(folder: Path, out: Path) -> None:
    covered: set[int] = set(TTFont(folder / f"{HK[0]}.ttf").getBestCmap())
    for name in HK + SC:
        codes = set(TTFont(folder / f"{name}.ttf").getBestCmap())
        if name in SC:
            codes = {c for c in codes if not is_han(c) or in_gb2312(c) or c not in covered}
        cut(folder / f"{name}.ttf", out / f"{name.split('_')[0]}-{name.split('0')[-1]}.ttf", codes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
