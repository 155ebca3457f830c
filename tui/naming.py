"""Putting names right: what the reader is asked, and what is then written down.

Two keys: one opens the list of what may be done to a name, the other does it. What needs a word or
another name asks for that. Nothing is decided here: ``dossier.decisions.naming`` says what each
wish writes.
"""

from collections.abc import Callable, Mapping
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual.app import App

from dossier.dossier import Dossier
from dossier.entities import Entity, Mention, Suggestion
from tui.inks import KINDS
from tui.wording import say

if TYPE_CHECKING:
    from dossier.decisions.naming import Wish

Make = Callable[[str, "Wish"], None]
"""Writes a wish down under a name for undo, and shows what follows; raises DossierError."""


class Naming:
    """Asks what is to be done to a name, and has it done."""

    def __init__(self, app: App[Any], dossier: Dossier, make: Make) -> None:  # Any: any app's
        self._app, self._dossier, self._make = app, dossier, make

    async def put_right(self, entity: Entity, mention: Mention | None) -> None:
        """Ask what is to be done to an entity, or to the mention one stands on."""
        from dossier.decisions.naming import spellings

        self._make_ready()
        others = spellings(entity)
        rows = [("m", say("merge with another name …")), ("r", say("rename …"))]
        rows += [("k", say("another kind …"))]
        if others:
            rows += [("s", say("take a spelling out …"))]
        if mention is not None:
            rows += [("o", say("only this mention: someone or something else …"))]
        rows += [("n", say("not the same as …")), ("h", say("hide: it names nothing"))]
        match await self._wish(entity.name, rows):
            case "m":
                await self._with_another(entity, same=True)
            case "n":
                await self._with_another(entity, same=False)
            case "r":
                await self._rename(entity)
            case "k":
                await self._change_kind(entity)
            case "s":
                await self._take_out(entity, others)
            case "o" if mention is not None:
                await self._take_mention(entity, mention)
            case "h":
                self._hide(entity)

    async def answer(self, suggestion: Suggestion) -> None:
        """Ask whether what may be one is one."""
        self._make_ready()
        entities = named_by(self._dossier, suggestion)
        if len(entities) < 2:
            return
        yes = say("y")
        rows = [(yes, say("they are one")), ("n", say("they are not"))]
        asked = " = ".join(entity.name for entity in entities) + " ?"
        match await self._wish(asked, rows, {"y": yes}):
            case answer if answer == yes:
                await self._accept(entities)
            case "n":
                from dossier.decisions.naming import refuse

                first, *others = entities
                wish = refuse(self._dossier.decisions, first, *others)
                self._make(say("told apart: {name}", name=first.name), wish)

    def _make_ready(self) -> None:
        """Have what a first correction waits for made while the reader chooses."""
        from dossier.entities.corrections import make_ready

        derived = self._dossier.derived
        found = derived.found if derived else self._dossier.found
        Thread(target=make_ready, args=(found,), name="register", daemon=True).start()

    async def _accept(self, entities: tuple[Entity, ...]) -> None:
        first, *others = entities
        other = others[0]
        if len(others) > 1:
            letters = [(str(n), one.name) for n, one in enumerate(others[:9], 1)]
            chosen = await self._wish(first.name, letters)
            if chosen is None:
                return
            other = others[int(chosen) - 1]
        self._merge(*sorted((first, other), key=lambda e: -len(e.mentions)))

    def _merge(self, entity: Entity, other: Entity) -> None:
        from dossier.decisions.naming import merge, merged_name

        name = merged_name(self._dossier.decisions, entity, other)
        lesser = entity.name if name == other.name else other.name
        said = say("merged: {name}", name=f"{lesser} = {name}")
        self._make(said, merge(self._dossier.decisions, entity, other))

    async def _with_another(self, entity: Entity, *, same: bool) -> None:
        from dossier.decisions.naming import refuse
        from tui.screens.entities import EntitiesScreen

        others = [one for one in self._dossier.found.entities if one != entity]
        others.sort(key=lambda one: one.kind != entity.kind)
        asked = say("{name} is also …") if same else say("{name} is not …")
        screen = EntitiesScreen(self._dossier, only=others, asked=asked.format(name=entity.name))
        other = await self._app.push_screen_wait(screen)
        if other is None:
            return
        if same:
            self._merge(entity, other)
        else:
            wish = refuse(self._dossier.decisions, entity, other)
            self._make(say("told apart: {name}", name=f"{entity.name}, {other.name}"), wish)

    async def _rename(self, entity: Entity) -> None:
        from dossier.decisions.naming import rename

        name = await self._words(say("its name; Enter keeps it"), entity.name)
        if name and name != entity.name:
            wish = rename(self._dossier.decisions, entity, name)
            self._make(say("renamed: {name}", name=name), wish)

    async def _change_kind(self, entity: Entity) -> None:
        from dossier.decisions.naming import change_kind
        from tui.kinds import kind_name

        kinds = [kind for kind in (*KINDS[:3], "other") if kind != entity.kind]
        rows = [(str(number), kind_name(kind)) for number, kind in enumerate(kinds, 1)]
        if (chosen := await self._wish(entity.name, rows)) is not None:
            wish = change_kind(self._dossier.decisions, entity, kinds[int(chosen) - 1])
            self._make(say("kind of {name}", name=entity.name), wish)

    async def _take_out(self, entity: Entity, spellings: tuple[str, ...]) -> None:
        from dossier.decisions.naming import separate
        from tui.screens.wish import LETTERS

        rows = list(zip(LETTERS, spellings, strict=False))
        if (chosen := await self._wish(say("not {name}:", name=entity.name), rows)) is not None:
            spelling = dict(rows)[chosen]
            wish = separate(self._dossier.decisions, entity, spelling)
            self._make(say("taken out: {name}", name=spelling), wish)

    async def _take_mention(self, entity: Entity, mention: Mention) -> None:
        from dossier.decisions.naming import separate_mention

        name = await self._words(say("who or what is named here; Enter keeps it"), "")
        if name and name != entity.name:
            wish = separate_mention(self._dossier.decisions, mention, name)
            self._make(say("one mention of {name}", name=name), wish)

    def _hide(self, entity: Entity) -> None:
        from dossier.decisions.naming import hide

        wish = hide(self._dossier.decisions, entity)
        self._make(say("hidden: {name}", name=entity.name), wish)

    async def _wish(
        self, asked: str, rows: list[tuple[str, str]], also: Mapping[str, str] | None = None
    ) -> str | None:
        from tui.screens.wish import WishScreen

        return await self._app.push_screen_wait(WishScreen(asked, rows, also))

    async def _words(self, asked: str, words: str) -> str | None:
        from tui.screens.note import NoteScreen

        line = NoteScreen(words, asked, sign=say("name:"), over=True)
        said = await self._app.push_screen_wait(line)
        return " ".join(said.split()) if said else None


def named_by(dossier: Dossier, suggestion: Suggestion) -> tuple[Entity, ...]:
    """The entities that a suggestion holds for one, in its order; each once."""
    homes = {alias: entity for entity in dossier.found.entities for alias in entity.aliases}
    found = (homes.get(name) for name in suggestion.names)
    return tuple(dict.fromkeys(entity for entity in found if entity is not None))
