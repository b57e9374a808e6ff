"""The languages an exhibition speaks, and a text that exists in several of them."""

import re
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from kiosk.content.frozen import Frozen

Language = Literal["zh-Hant", "zh-Hans", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-Hant", "zh-Hans", "en")
OWN_NAMES: dict[Language, str] = {"zh-Hant": "繁體", "zh-Hans": "简体", "en": "English"}
"""A language is called what its readers call it."""

_HAN = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Recorded(Frozen):
    """Somebody reading a text aloud: a WAV file for each language that was recorded."""

    zh_hant: Path | None = Field(default=None, alias="zh-Hant")
    zh_hans: Path | None = Field(default=None, alias="zh-Hans")
    en: Path | None = None

    def file(self, language: Language) -> Path | None:
        """The recording in `language`, if there is one."""
        return {"zh-Hant": self.zh_hant, "zh-Hans": self.zh_hans, "en": self.en}[language]


class Localised(Frozen):
    """One text in up to three languages; traditional Chinese is the one that must be there.

    A bare string in a file is short for a mapping with `zh-Hant` alone.
    """

    zh_hant: str = Field(alias="zh-Hant", min_length=1)
    zh_hans: str | None = Field(default=None, alias="zh-Hans", min_length=1)
    en: str | None = Field(default=None, min_length=1)
    audio: Recorded = Recorded()

    @model_validator(mode="before")
    @classmethod
    def _from_bare_string(cls, value: Any) -> Any:
        if isinstance(value, list):
            raise ValueError("a text belongs here, or one for each language")
        return {"zh-Hant": value} if isinstance(value, str) else value

    def written(self, language: Language) -> str | None:
        """The text as it was written in `language`, or None where it was left out.

        In an exhibition that was loaded, `zh-Hans` may have been written by `simplified`.
        """
        return {"zh-Hant": self.zh_hant, "zh-Hans": self.zh_hans, "en": self.en}[language]

    def text(self, language: Language) -> str:
        """The text to show in `language`: traditional Chinese where nothing else was written."""
        return self.written(language) or self.zh_hant

    def falls_back(self, language: Language) -> bool:
        """Whether who reads `language` gets Chinese characters for want of a translation."""
        return self.written(language) is None and _HAN.search(self.zh_hant) is not None
