"""What is on now, and for how long: the clock, what moves by it, and the tour of the scenes.

Nothing here draws, and nothing reads a file: no Qt, no YAML.
"""
