"""Warns of texts that nobody wrote in English, in an exhibition that speaks it."""

from kiosk.content.model import Exhibition
from kiosk.content.problem import Report, quoted
from kiosk.content.texts import texts_in
from kiosk.content.tree import Node, descend


def warn_of_untranslated(exhibition: Exhibition, files: Node, report: Report) -> None:
    """Warns of each text that visitors who read English will see in Chinese.

    Args:
        exhibition: what the files say.
        files: the same as a tree, in which every text knows its place.
        report: takes the warnings.
    """
    if "en" not in exhibition.languages:
        return
    for steps, text in texts_in(exhibition):
        if text.falls_back("en"):
            words = quoted(" ".join(text.zh_hant.split()))
            report.warn(
                descend(files, (*steps, "zh-Hant")).mark,
                f"no English for {words}: visitors who read English will see the Chinese",
            )
