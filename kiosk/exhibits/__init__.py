"""The kinds of exhibits, one file each."""
