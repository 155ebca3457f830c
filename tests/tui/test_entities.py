import re
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from dossier.article import Article, Block
from dossier.entities import Entity, Found, Mention
from dossier.spans import Span
from tests.hosts import Host, dossier_of_floods
from tests.looking import rows_of
from tui.screens.detail_pane import DetailPane
from tui.screens.entities import EntitiesScreen, EntityPane, around, bars_of


def _words(pilot: Pilot[None]) -> str:
    panes = (pilot.app.screen.query_one(kind) for kind in (EntityPane, DetailPane))
    return "\n".join(p.render_line(y).text for p in panes for y in range(p.size.height))


async def test_entities_stand_by_weight_with_a_bar_a_source() -> None:
    """Each row has name, kind, mentions and bars; the chosen one shows its mentions in context."""
    host: Host[Entity | None] = Host(EntitiesScreen(dossier_of_floods()))
    async with host.run_test(size=(80, 24)) as pilot:
        rows = _words(pilot).splitlines()

    assert [word in rows[0] for word in ("Claire Le Goff", "person", "2", "▇▇")] == [True] * 4
    assert "·▇" in rows[2]
    assert "80 cm" in rows[2]
    assert "« Nous attendons 1,20 m d’eau" in "".join(rows)
    assert "Crue : Brest se prépare" in "".join(rows)


async def test_a_date_whose_words_name_no_day_has_it_beside() -> None:
    """Five Saturdays are told apart; what says its day, or is a time of day, stands alone."""
    dossier = dossier_of_floods()
    mention = dossier.found.entities[0].mentions[:1]
    told = {"samedi": "2018-12-08", "8 décembre 2018": "2018-12-08", "20h00": "T20:00"}
    dates = [Entity(name, "date", (name,), mention, value) for name, value in told.items()]
    host: Host[Entity | None] = Host(EntitiesScreen(replace(dossier, found=Found(tuple(dates)))))
    async with host.run_test(size=(120, 24)) as pilot:
        rows = _words(pilot).splitlines()

    assert [row.lstrip("▌ ").split("  ")[:2] for row in rows[:3]] == [
        ["samedi", "8 December 2018"],
        ["8 décembre 2018", ""],
        ["20h00", ""],
    ]


async def test_a_name_typed_is_found_and_enter_gives_it() -> None:
    """Typing narrows by any spelling, whatever the accents; Enter gives the entity."""
    dossier = dossier_of_floods()
    mayor = replace(dossier.found.entities[0], aliases=("Claire Le Goff", "Mme Le Góff"))
    found = Found((*dossier.found.entities[1:], mayor))
    host: Host[Entity | None] = Host(EntitiesScreen(replace(dossier, found=found)))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"mme GOFF", "enter")

    assert host.results == [mayor]


async def test_tab_shows_one_kind_after_the_other() -> None:
    """Tab goes through the kinds that are there and back to all; Shift+Tab the other way."""
    screen = EntitiesScreen(dossier_of_floods())
    async with Host(screen).run_test(size=(80, 24)) as pilot:
        seen = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab"):
            await pilot.press(key)
            pane = screen.query_one(EntityPane)
            kind = pane.current.kind if isinstance(pane.current, Entity) else None
            seen.append((pane.count, kind))

    assert seen == [(1, "person"), (1, "place"), (1, "figure"), (3, "figure"), (1, "figure")]


async def test_nothing_found_says_so_and_gives_nothing() -> None:
    """With no such name Enter does nothing, and Escape closes."""
    host: Host[Entity | None] = Host(EntitiesScreen(dossier_of_floods()))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"zzz", "enter", "down", "pagedown")
        assert "Nothing of that name." in _words(pilot)
        assert host.results == []
        await pilot.press("escape")

    assert host.results == [None]


def test_bars_are_as_high_as_the_share_of_the_most() -> None:
    """The source that names most has the highest bar, one that does not has a point."""
    mentions = tuple(
        Mention(file, Span(at, at + 1), "place", "") for file, n in _COUNTS for at in range(n)
    )
    entity = Entity("X", "place", ("X",), mentions)

    assert bars_of(entity, [file for file, _ in _COUNTS]) == "▇▄▁·"
    assert bars_of(entity, [str(number) for number in range(200)]).strip() == "3 of 200"


_COUNTS = (("a", 14), ("b", 7), ("c", 1), ("d", 0))


def test_a_mention_is_shown_between_whole_words() -> None:
    """What stands around a mention is cut at words, and marked where it is cut."""
    article = Article("a", "alpha " * 30 + "Brest" + " omega" * 30)
    at = article.text.index("Brest")

    shown = around(article, Span(at, at + 5))
    words = shown.strip("…").split()
    assert shown[0] == shown[-1] == "…"
    assert set(words) == {"alpha", "Brest", "omega"}
    assert around(Article("b", "Brest"), Span(0, 5)) == "Brest"


def test_what_stands_around_a_mention_ends_with_its_block() -> None:
    """No words of the headline above or of the line below stand in it."""
    text = "La crue\n\nBrest attend.\n\nLire aussi"
    blocks = (
        Block("headline", Span(0, 7)),
        Block("paragraph", Span(9, 22)),
        Block("furniture", Span(24, 34)),
    )

    assert around(Article("a", text, blocks=blocks), Span(9, 14)) == "Brest attend."


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1)])
async def test_any_size_shows_whole_lines(size: tuple[int, int]) -> None:
    """At every size and for hostile names each line has its pane's width."""
    dossier = dossier_of_floods()
    text = "\x1b[31m[red]مرحبا 漢字 \u202e" * 300
    hostile = Article("bad.txt", text)
    entity = Entity("\x1b[2J漢字[/]" * 9, "other", ("\n\t",) * 40, (_mention(text),))
    found = Found((*dossier.found.entities, entity))
    whole = replace(dossier, articles=(*dossier.articles, hostile), found=found)
    async with Host(EntitiesScreen(whole)).run_test(size=size) as pilot:
        await pilot.press("pagedown", "down", "down")
        for pane in (
            pilot.app.screen.query_one(EntityPane),
            pilot.app.screen.query_one(DetailPane),
        ):
            for y in range(pane.size.height):
                assert pane.render_line(y).cell_length == pane.size.width
                assert "\x1b" not in pane.render_line(y).text


def _mention(text: str) -> Mention:
    return Mention("bad.txt", Span(0, len(text)), "other", "")


@pytest.mark.parametrize(
    ("analysed", "said"),
    [(True, "No name found: they are told in"), (False, "Names are still being looked for.")],
)
async def test_where_nobody_is_named_the_screen_says_why(analysed: bool, said: str) -> None:
    """No name was found, or none was looked for yet: neither is told as a name not found."""
    dossier = replace(dossier_of_floods(), found=Found(), analysed=analysed)
    host: Host[Entity | None] = Host(EntitiesScreen(dossier))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        assert said in _words(pilot)


async def test_a_card_shows_mentions_in_a_low_window_and_scrolls() -> None:
    """At 80x24 four mentions stand in it, one line each; Shift+↓ shows those below."""
    text = "\n\n".join(f"Brest {number} attend la crue, dit-on partout." for number in range(30))
    spans = [Span(match.start(), match.end()) for match in re.finditer("Brest", text)]
    article = Article("brest.txt", text, title="Brest")
    mentions = tuple(Mention(article.file, span, "place", "") for span in spans)
    found = Found((Entity("Brest", "place", ("Brest",), mentions),))
    whole = replace(dossier_of_floods(), articles=(article,), found=found)
    async with Host(EntitiesScreen(whole)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = [row for row in rows_of(pilot.app) if "attend" in row]
        await pilot.press("shift+down")
        await pilot.pause()
        further = [row for row in rows_of(pilot.app) if "attend" in row]

    assert len(shown) >= 4
    assert shown[0] not in further
    assert further[-1] not in shown


async def test_a_list_without_a_name_has_no_rule_under_it() -> None:
    """Where nothing has what is typed there is no card, and no line that parts it off."""
    async with Host(EntitiesScreen(dossier_of_floods())).run_test(size=(80, 24)) as pilot:
        beside = pilot.app.screen.query_one("#beside")
        with_names = beside.display
        await pilot.press(*"zzz")
        await pilot.pause()
        without = beside.display
        await pilot.press(*["backspace"] * 3)
        await pilot.pause()

        assert (with_names, without, beside.display) == (True, False, True)
