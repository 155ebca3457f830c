"""The dossier: what a folder of articles about one story says, side by side.

Nothing here knows a terminal; the screen in ``tui`` and the sub-commands in ``cli`` ask the same
questions of the same values.

How a folder becomes a dossier::

    files ──reading──▶ text ──structure──▶ Article       ground: read once, never edited
    Articles ──entities──▶ Mention, Entity               derived: a pure function of the ground,
    Articles, Entities ──topics──▶ Topic, Extract        may be thrown away and made again
    Articles, Entities ──quotes──▶ Quote
    dossier.toml ──decisions──▶ what the reader put right, applied over the derived
    all of it ──dossier──▶ Dossier                       the parts joined, and the questions asked

- Every place is a ``Span`` of code points in one article's text; words are sliced when needed.
- An article is known by ``Article.file``, its path in the folder, with ``/`` on every system.
- Values are frozen, deeply: tuples and other frozen values, no dict and no list inside.
- What could not be read or understood is a ``Problem`` beside what could; reading does not fail.

Each module imports only from the rooms to its left: ``values | spans | problems | article |
language | structure | reading | entities | topics, quotes | decisions | dossier |
comparing, speakers, search, clippings, index, export | cli``.
"""
