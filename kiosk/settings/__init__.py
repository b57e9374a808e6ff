"""What the venue has chosen: its keys, its layers, its file and the steps of changing it; no Qt."""
