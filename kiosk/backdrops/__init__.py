"""The kinds of backdrops, one file each."""
