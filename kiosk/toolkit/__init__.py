"""Our vocabulary over Qt: ticker, pointer, type, colour, text, plots. Knows no scene."""
