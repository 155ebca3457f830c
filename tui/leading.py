"""What leads from the reader's screen to the others, and back to where they say.

The screens are imported when they are first asked for: none of them stands before the first paint.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import Entity
from dossier.problems import DossierError, Problem
from dossier.spans import Span
from dossier.topics import Topic
from tui.commands import COMMANDS, Command, bindings, keys_now
from tui.guide import Guide
from tui.here import entities_here, opened_from
from tui.messages import Found
from tui.places import Place
from tui.telling import failure_told
from tui.widgets.bottom_line import HintLine
from tui.widgets.pane import Pane
from tui.wording import say

if TYPE_CHECKING:
    from dossier.decisions.naming import Wish
    from tui.naming import Make
    from tui.original import Original
    from tui.screens.choosing import ChoosingScreen

Chosen = TypeVar("Chosen")

OF_THE_TEXT = frozenset({"lens", "particulars", "put_right", "original"})
"""What is done to what one reads: where no text is read, there is nothing to do it to."""
OVER_A_LIST = frozenset({"palette", "entities", "compare", "quotes", "problems"})
"""What can be asked for from every screen, but not in the middle of a line one types."""


class Leading(App[None]):
    """Opens help, palette, entity index and particulars over the reader's screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *("help", "palette", "entities", "compare", "quotes", "lens", "particulars"),
        *("put_right", "original", "problems"),
    )
    commands: tuple[Command, ...] = COMMANDS
    """Every command, with the keys it has."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in the reader's own files: settings, keys, themes."""

    _told: HintLine | None = None
    """The line, of a screen over the reader's, in which something is said until the next key."""

    @property
    def guide(self) -> Guide | None:
        """Who leads through the dossier; None while another screen is shown."""
        return getattr(self.screen, "guide", None)

    @property
    def leader(self) -> Guide | None:
        """Who leads through the dossier, whatever screen is shown."""
        guides = (getattr(screen, "guide", None) for screen in self.screen_stack)
        return next(filter(None, guides), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What would do nothing on a screen is not offered there."""
        if self.guide is None and action in OF_THE_TEXT:
            return False
        if self.guide is None and action in OVER_A_LIST:
            return self.focused is None or isinstance(self.focused, Pane)
        return super().check_action(action, parameters)

    def tell(self, said: str) -> None:
        """Say something in the bottom line of the screen that is shown, until the next key."""
        if self.guide is not None:
            self.guide.hints.tell(said)
            return
        for line in self.screen.query(HintLine):
            self._told = line
            line.tell(said)

    def hush(self) -> None:
        """A key came: what was said has been read."""
        if self._told is not None:
            self._told.tell("")
            self._told = None

    def tell_astray(self, key: str) -> bool:
        """Say so if a key's command is one that another screen carries out; whether it is."""
        astray = next((c for c in self.commands if key in c.keys.split(",")), None)
        if astray is None:
            return False
        if self.guide is not None:
            (there,) = keys_now(self, "clippings")
            said = say("“{name}” is for the clippings: {key} lists them.")
        else:
            (there,) = keys_now(self, "escape")
            said = say("“{name}” does nothing here; {key} leads back.")
        self.tell(said.format(name=say(astray.name), key=there))
        return True

    def _to_the_text(self, guide: Guide) -> None:
        """Leave whatever screens stand over the reader's."""
        for screen in reversed(self.screen_stack):
            if self.guide is not guide:
                screen.dismiss(None)

    @work
    async def action_help(self) -> None:
        """List what can be done here, and do what is chosen."""
        from tui.screens.help import HelpScreen

        chosen = await self.push_screen_wait(HelpScreen(possible(self.screen, self.commands)))
        if chosen is not None:
            await carry_out(self, chosen)

    @work
    async def action_palette(self) -> None:
        """Go to whatever is chosen of everything there is."""
        from tui.screens.palette import PaletteScreen

        guide = self.leader
        if guide is None:
            return
        commands = possible(self.screen, self.commands)
        idle = {"undo": not guide.history.can_undo, "redo": not guide.history.can_redo}
        commands = tuple(command for command in commands if not idle.get(command.id))
        target = await self.push_screen_wait(PaletteScreen(guide.reading.dossier, commands))
        if isinstance(target, Command):
            await carry_out(self, target.id)
        elif target is not None:
            self._to_the_text(guide)
        match target:
            case Topic():
                guide.visit(Place(target.title, None))
            case Article():
                guide.visit(Place(None, target.file))
            case Entity():
                narrow(guide, target)

    @work
    async def action_entities(self) -> None:
        """Narrow the dossier to an entity chosen of all."""
        if (guide := self.leader) is not None:
            await self._choose_entity(guide, guide.reading.dossier)

    @work
    async def action_compare(self) -> None:
        """List where the sources give different figures; go to the one chosen."""
        from tui.screens.comparisons import ComparisonsScreen

        if (guide := self.leader) is not None:
            screen = ComparisonsScreen(guide.reading.dossier, opened_from(guide))
            if figure := await self._chosen_in(screen, guide):
                self._go_to(guide, figure.file, figure.span)

    @work
    async def action_quotes(self) -> None:
        """List who says what; go to the words chosen."""
        from tui.screens.speakers import SpeakersScreen

        if (guide := self.leader) is not None:
            screen = SpeakersScreen(guide.reading.dossier, opened_from(guide))
            if quote := await self._chosen_in(screen, guide):
                self._go_to(guide, quote.file, quote.span)

    def _go_to(self, guide: Guide, file: str, span: Span) -> None:
        """Go to a part of an article; stand on it where it is a mention."""
        dossier = guide.reading.dossier
        if not dossier.has(file):
            return
        self._to_the_text(guide)
        topic = guide.reading.topic if guide.reading.source(file) else None
        guide.visit(Place(topic.title if topic else None, file, span.start))
        there = dossier.mention_at(file, span.start)
        guide.desk.text.stand_on(there if there and there[0].span == span else None)

    @work
    async def action_lens(self) -> None:
        """Narrow the dossier to the entity named here; when several are, to the one chosen."""
        if (guide := self.guide) is None:
            return
        here = entities_here(guide)
        if not here:
            guide.hints.tell(say("No name stands here."))
        elif len(here) == 1:
            narrow(guide, here[0])
        else:
            await self._choose_entity(guide, guide.reading.dossier, here)

    async def _choose_entity(
        self, guide: Guide, dossier: Dossier, only: tuple[Entity, ...] | None = None
    ) -> None:
        from tui.screens.entities import EntitiesScreen

        screen = EntitiesScreen(dossier, only=only, make=self._maker(guide))
        chosen = await self._chosen_in(screen, guide)
        if chosen is not None:
            self._to_the_text(guide)
            narrow(guide, chosen)

    async def _chosen_in(self, screen: "ChoosingScreen[Chosen]", guide: Guide) -> Chosen | None:
        """What is chosen in a screen that goes on with what becomes known, as does one below it."""
        below = guide.follows

        def both(dossier: Dossier) -> None:
            below(dossier)
            screen.take(dossier)

        guide.follows = both
        try:
            return await self.push_screen_wait(screen)
        finally:
            guide.follows = below

    @work
    async def action_put_right(self) -> None:
        """Put right the name one stands on, or the one chosen of those in the passage.

        Where the passage has none, it is chosen of all: the letter that is typed next would be a
        command of the reader's.
        """
        from tui.naming import Naming
        from tui.screens.entities import EntitiesScreen

        if (guide := self.guide) is None:
            return
        here, dossier, make = entities_here(guide), guide.reading.dossier, self._maker(guide)
        mention = guide.desk.text.mention[0] if guide.desk.text.mention else None
        entity: Entity | None
        if len(here) == 1:
            entity = here[0]
        else:
            among = here or tuple(dossier.found.entities)
            screen = EntitiesScreen(dossier, only=among, asked=say("Which name?"))
            entity = await self.push_screen_wait(screen)
        if entity is not None:
            try:
                await Naming(self, dossier, make).put_right(entity, mention)
            except DossierError as error:
                guide.hints.tell(failure_told(error))

    def _maker(self, guide: Guide) -> "Make":
        """What writes a wish down, for the dossier one reads."""

        def make(name: str, wish: "Wish") -> None:
            guide.correcting.make(
                name, *wish.decisions, replacing=wish.replacing, forgetting=wish.forgetting
            )
            (undo,) = keys_now(self, "undo")
            guide.hints.tell(say("{done}; {key} takes it back", done=name, key=undo))

        return make

    def action_particulars(self) -> None:
        """Tell what is known of the article one reads."""
        from tui.screens.particulars import ParticularsScreen

        if (guide := self.guide) is None:
            return
        file, _ = guide.desk.text.place()
        if file is not None:

            def mend(file: str, name: str, words: str) -> Dossier:
                put_down(guide, file, name, words)
                return guide.reading.dossier

            def closed(last: str | None) -> None:
                if last is not None and guide.reading.dossier.has(last):
                    guide.leave()
                    guide.go(Place(guide.place().topic, last))

            screen = ParticularsScreen(
                guide.reading.dossier, file, mend, guide.reading.source_after
            )
            self.push_screen(screen, closed)

    @work
    async def action_problems(self) -> None:
        """List what is wrong in the reader's own files and in the dossier's."""
        if (guide := self.leader) is None:
            return
        from dossier.astray import astray, files_renamed

        dossier = guide.reading.dossier
        if found := (*self.problems, *dossier.problems, *astray(dossier)):
            from tui.screens.wrong import WrongScreen

            called = files_renamed(dossier)
            if await self.push_screen_wait(WrongScreen(found, asks=bool(called))):
                self._follow(guide, called)
        else:
            self.tell(say("Nothing is wrong in your files or in the dossier's."))

    def _follow(self, guide: Guide, called: Mapping[str, str]) -> None:
        """Have what was decided of files follow them to the names they have now."""
        from dossier.decisions.renaming import renamed

        (undo,) = keys_now(self, "undo")
        try:
            for old, new in called.items():
                wish = renamed(guide.reading.dossier.decisions, old, new)
                done = say("{old} is {new} now", old=old, new=new)
                guide.correcting.make(done, *wish.decisions, replacing=wish.replacing)
                guide.hints.tell(say("{done}; {key} takes it back", done=done, key=undo))
            if len(called) > 1:
                guide.hints.tell(
                    say("{n} names followed; {key} takes each back", n=len(called), key=undo)
                )
        except DossierError as error:
            guide.hints.tell(failure_told(error))

    def action_original(self) -> None:
        """Open the article where it was published, or its file."""
        from tui.original import original_of

        if (guide := self.guide) is None:
            return
        file, _ = guide.desk.text.place()
        dossier = guide.reading.dossier
        original = original_of(dossier.article(file), dossier.folder) if file else None
        if original is None:
            guide.hints.tell(say("This article has neither an address nor a file."))
        else:
            guide.hints.tell(say("Opening {where} …", where=original.where))
            self._open_original(original)

    @work(thread=True, exit_on_error=False)
    def _open_original(self, original: "Original") -> None:
        from tui.original import open_original

        said = open_original(original)
        if self.guide is not None:
            self.call_from_thread(self.guide.hints.tell, said)


def put_down(guide: Guide, file: str, name: str, words: str) -> None:
    """Write down what an article's particular is; DossierError when it cannot be."""
    from dossier.mending import mended, says_nothing

    decision = mended(guide.reading.dossier, file, name, words)
    done = say("particulars of {file}", file=file)
    if says_nothing(decision):
        guide.correcting.make(done, forgetting=(decision,))
    else:
        guide.correcting.make(done, decision)


def possible(screen: Screen[object], commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """The commands that a key carries out where one is."""
    ids = {active.binding.id for active in screen.active_bindings.values()}
    here: Mapping[str, str] = getattr(screen, "SENTENCES", {})
    there = (command for command in commands if command.id in ids)
    return tuple(replace(one, sentence=here.get(one.id, one.sentence)) for one in there)


async def carry_out(app: App[None], command_id: str) -> None:
    """Do what the command's key would do where one is."""
    for active in app.screen.active_bindings.values():
        if active.binding.id == command_id:
            await app.run_action(active.binding.action, active.node)
            return


def narrow(guide: Guide, entity: Entity) -> None:
    """Narrow the dossier to what mentions an entity."""
    from tui.sifting import hits_of

    guide.leave()
    hits = tuple(hits_of(guide.reading.dossier, entity))
    guide.hits.found(Found(entity.name, hits, name=True), guide.sight())
    (key,) = keys_now(guide.desk.app, "escape")
    guide.hints.tell(say("Narrowed to {name}; {key} opens up again.", name=entity.name, key=key))
