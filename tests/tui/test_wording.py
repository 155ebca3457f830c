import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tests.hosts import Host
from tui.commands import COMMANDS, KEY_WORDS, first_keys, keys_said
from tui.other_words import OTHER_WORDS
from tui.problems import PROBLEMS
from tui.reasons import REASONS
from tui.screens.clippings import ClippingsScreen
from tui.screens.gathering import GatheringScreen
from tui.screens.help import CommandPane, HelpScreen
from tui.screens.wrong import WrongScreen
from tui.wording import LANGUAGES, catalogue, language_of, say, say_many, speak

OTHERS = LANGUAGES[1:]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


def _said() -> set[str]:
    """Every sentence the screen can say: those in the code, and the commands'."""
    said = {words for c in COMMANDS for words in (c.name, c.sentence, c.group)}
    said |= KEY_WORDS | set(REASONS) | set(PROBLEMS)
    said |= {*ClippingsScreen.SENTENCES.values(), *WrongScreen.SENTENCES.values()}
    said |= set(GatheringScreen.SENTENCES.values())
    said |= set(OTHER_WORDS.values())
    for file in Path(tui.__path__[0]).rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                count = {"say": 1, "say_many": 2}.get(call.func.id, 0)
                values = (a.value for a in call.args[:count] if isinstance(a, ast.Constant))
                said |= {value for value in values if isinstance(value, str)}
    return said


def _blanks(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    """The catalogue holds what the screen says, all of it and nothing else."""
    translated = set(catalogue(language))

    assert sorted(_said() - translated) == []
    assert sorted(translated - _said()) == []


def test_a_key_in_a_sentence_is_named_as_on_the_keyboard() -> None:
    """The French one has no Esc."""
    speak("fr")

    assert first_keys("escape", "find") == ("Échap", "/")


def test_french_has_the_apostrophe_of_its_press() -> None:
    """What the screen says in French is set with ’ between letters, never with the typewriter's."""
    straight = [said for said in catalogue("fr").values() if re.search(r"\w'\w", said)]

    assert straight == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_blanks_of_its_sentence(language: str) -> None:
    """What is filled in stands in every language."""
    for sentence, translated in catalogue(language).items():
        assert _blanks(sentence) == _blanks(translated), sentence
        assert translated.strip()


def test_french_signs_stand_after_a_space_that_does_not_break() -> None:
    """In French : ; ! ? » and « keep a no-break space."""
    for translated in catalogue("fr").values():
        assert not re.search(r" [:;!?»]|« ", translated), translated


def test_the_screen_speaks_the_language_it_is_told() -> None:
    """After ``speak`` sentences come in that language; one we do not have gives English."""
    speak("fr")
    assert say("All articles") == "Les articles"
    assert say("hit {n} of {many}", n=2, many=9) == "occurrence 2 sur 9"
    speak("tlh")
    assert say("All articles") == "All articles"


def test_keys_are_called_as_on_the_readers_keyboard() -> None:
    """A French keyboard has Entrée and Maj; letters and signs stay what they are."""
    speak("fr")

    assert keys_said("h ← Shift+Tab Enter + Ctrl+r") == "h ← Maj+Tab Entrée + Ctrl+r"


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 hits"),
        ("en", 1, "1 hit"),
        ("en", 2, "2 hits"),
        ("fr", 0, "0 occurrence"),
        ("fr", 1, "1 occurrence"),
        ("fr", 2, "2 occurrences"),
    ],
)
def test_one_and_many_follow_the_language(language: str, number: int, said: str) -> None:
    """Nothing is many in English and one in French."""
    speak(language)

    assert say_many("{n} hit", "{n} hits", number) == said


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    """The variables of the locale are read in their order; without ours, English."""
    assert language_of(environment) == language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_command_reads_whole_at_eighty_columns(language: str) -> None:
    """In each language the help shows each sentence whole, and its name is short."""
    speak(language)
    async with Host(HelpScreen(COMMANDS)).run_test(size=(80, 150)) as pilot:
        pane = pilot.app.screen.query_one(CommandPane)
        shown = "\n".join(pane.render_line(y).text for y in range(pane.size.height))

    said = {c.id: " ".join(say(c.sentence).split()) for c in COMMANDS}
    assert [name for name, words in said.items() if words not in shown] == []
    assert [c.id for c in COMMANDS if len(say(c.name)) > 20] == []
