"""Colour: one TOML file a theme, named for it.

``dark`` says which of our own two fills in what the file leaves out; ``[roles]`` gives each kind of
mark its colour: ``"#15171c"``, ``"ansi_blue"``, or a name of the file's own ``[palette]``.
The roles, and what may be laid on what, stand in ``tui.theming``.
"""
