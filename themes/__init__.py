"""Colour: one TOML file a theme. A palette, and the role of every kind of mark."""
