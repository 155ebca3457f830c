"""Decisions written into ``dossier.toml``, and taken back."""

import contextlib
import os
import subprocess
import sys
import tomllib
from codecs import BOM_UTF8
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.decisions import (
    DECISIONS_FILE,
    ArticleDecision,
    Decisions,
    DossierDecision,
    EntityDecision,
    Place,
    TopicDecision,
    read_decisions,
)
from dossier.decisions.recording import Decision, forget, record, take_back
from dossier.problems import DossierError

WRITTEN = """# Ce que nous avons décidé ensemble.

[dossier]
title = "La crue"   # titre de travail

# Le pont d'abord.
[[topic]]
title = "Le pont"
terms = [
    "pont",   # et ses travaux
    "travaux",
]

[[topic]]
title = "Le maire"

# Des gens.
[[entity]]
name = "Anne Le Goff"
kind = "person"
surname = "gardé"
"""


def written(folder: Path) -> str:
    """The file's text."""
    return (folder / "dossier.toml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose file says something, with comments."""
    (tmp_path / "dossier.toml").write_text(WRITTEN, "utf-8")
    return tmp_path


def test_a_decision_changes_the_lines_it_must_and_no_other(folder: Path) -> None:
    """Comments, order, other values and keys of others stay."""
    record(folder, EntityDecision("Anne Le Goff", "person", ("A. Le Goff",)))

    assert written(folder) == WRITTEN + 'aliases = ["A. Le Goff"]\n'


def test_a_table_more_stands_after_those_of_its_kind(folder: Path) -> None:
    """A topic after the topics, above the comment of what follows; another kind at the end."""
    record(folder, TopicDecision("La mairie", ("vote",), (Place("a.txt", 2),)))
    made = '[[topic]]\ntitle = "La mairie"\nterms = ["vote"]\nwith = ["a.txt#p2"]\n\n'

    assert written(folder) == WRITTEN.replace("# Des gens", made + "# Des gens")
    record(folder, ArticleDecision("a.txt", published=date(2026, 3, 1)))
    assert written(folder).endswith('\n\n[[article]]\nfile = "a.txt"\npublished = 2026-03-01\n')


def test_a_topic_is_retitled_in_its_place(folder: Path) -> None:
    """Its title changes, and what else it says stays, with its comments."""
    retitled = TopicDecision("Le chantier", ("pont", "travaux"), was=("Le pont",))
    record(folder, retitled, replacing="Le pont")

    assert written(folder) == WRITTEN.replace('title = "Le pont"', 'title = "Le chantier"').replace(
        ']\n\n[[topic]]\ntitle = "Le m', ']\nwas = ["Le pont"]\n\n[[topic]]\ntitle = "Le m'
    )


def test_a_decision_that_is_forgotten_leaves_no_trace(folder: Path) -> None:
    """Its table goes; the comment above the next one stays."""
    forget(folder, TopicDecision("Le maire"))

    assert written(folder) == WRITTEN.replace('[[topic]]\ntitle = "Le maire"\n\n', "")


def test_the_file_comes_and_goes_with_its_first_decision(tmp_path: Path) -> None:
    """No file before, none after it was taken back; nothing else in the folder either."""
    change = record(tmp_path, DossierDecision("La crue", "fr"))
    decided = read_decisions(tmp_path)[0]
    take_back(tmp_path, change)

    assert decided == Decisions("La crue", "fr")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_not_written(tmp_path: Path) -> None:
    """A pipe would be waited for without end, and a device put out of the way."""
    os.mkfifo(tmp_path / DECISIONS_FILE)

    with pytest.raises(DossierError, match="it is not a file"):
        record(tmp_path, DossierDecision("La crue"))
    assert (tmp_path / DECISIONS_FILE).is_fifo()


def test_a_folder_in_place_of_the_file_is_told_as_a_pipe_is(tmp_path: Path) -> None:
    """Read and written to, in a sentence of ours: the system's was in English alone."""
    (tmp_path / DECISIONS_FILE).mkdir()

    [problem] = read_decisions(tmp_path)[1]

    assert problem.message == "It is not a file; it was left out."
    with pytest.raises(DossierError, match="it is not a file"):
        record(tmp_path, DossierDecision("La crue"))


def test_taking_back_what_was_taken_back_does_it_again(folder: Path) -> None:
    """Undo is the file before, to the byte; redo the file after."""
    change = record(folder, TopicDecision("Le pont", ("pont",)))
    after = written(folder)
    again = take_back(folder, change)

    assert written(folder) == WRITTEN
    take_back(folder, again)
    assert written(folder) == after


def test_taking_back_leaves_what_others_wrote_since(folder: Path) -> None:
    """Only the table that was changed is put back."""
    change = record(folder, EntityDecision("Anne Le Goff", "person", ("A. Le Goff",)))
    record(folder, EntityDecision("Jean Martin", "person"))
    take_back(folder, change)

    assert written(folder) == WRITTEN + '\n[[entity]]\nname = "Jean Martin"\nkind = "person"\n'


def test_a_file_that_is_no_toml_is_left_alone(tmp_path: Path) -> None:
    """What cannot be read is not written over."""
    path = tmp_path / "dossier.toml"
    for broken in (b"[dossier\n", b"title = \xff"):
        path.write_bytes(broken)
        with pytest.raises(DossierError, match=r"dossier\.toml was not written"):
            record(tmp_path, DossierDecision("x"))

        assert path.read_bytes() == broken


@pytest.mark.parametrize(
    "otherwise",
    [
        'entity = [{name = "Anne"}]\n',
        "entity = []\n",
        '[entity]\nname = "Anne"\n',
        '[["entity"]]\nname = "Anne"\n',
    ],
)
def test_tables_that_stand_in_another_way_are_not_spoilt(tmp_path: Path, otherwise: str) -> None:
    """Where a table put in would leave no TOML, nothing is written, and what to do is told."""
    path = tmp_path / "dossier.toml"
    path.write_text(otherwise, "utf-8")

    for write in (record, forget):
        with contextlib.suppress(DossierError):
            write(tmp_path, EntityDecision("Anne", "person"))
        tomllib.loads(written(tmp_path))
    if "[[" not in otherwise:
        with pytest.raises(DossierError, match=r"below a line \[\[entity\]\]"):
            record(tmp_path, EntityDecision("Jean", "person"))
        assert written(tmp_path) == otherwise


def test_what_an_editor_puts_before_the_text_stays(tmp_path: Path) -> None:
    """A mark of UTF-8 is there after a decision, and after it was taken back."""
    path = tmp_path / "dossier.toml"
    path.write_text('[dossier]\ntitle = "La crue"\n', "utf-8-sig")
    before = path.read_bytes()
    change = record(tmp_path, EntityDecision("Anne", "person"))
    decided, problems = read_decisions(tmp_path)
    during = path.read_bytes()
    take_back(tmp_path, change)

    assert during.startswith(BOM_UTF8 + before.removeprefix(BOM_UTF8))
    assert [entity.name for entity in decided.entities] == ["Anne"]
    assert problems == ()
    assert path.read_bytes() == before


def test_a_file_that_stands_elsewhere_is_written_there(tmp_path: Path) -> None:
    """A link to the file stays one, and what it leads to says the decision."""
    shared = tmp_path / "shared.toml"
    shared.write_text(WRITTEN, "utf-8")
    folder = tmp_path / "crue"
    folder.mkdir()
    (folder / "dossier.toml").symlink_to(shared)
    record(folder, EntityDecision("Jean Martin", "person"))

    assert (folder / "dossier.toml").is_symlink()
    assert "Jean Martin" in shared.read_text("utf-8")
    assert [path.name for path in folder.iterdir()] == ["dossier.toml"]


WRITERS = """
import sys
from pathlib import Path
from dossier import writing
from dossier.decisions import EntityDecision
from dossier.decisions.recording import record, take_back
writing.PATIENCE = 60.0  # where others work as well
for number in range(8):
    change = record(Path(sys.argv[1]), EntityDecision(f"{sys.argv[2]} {number}", "person"))
    if number % 2:
        take_back(Path(sys.argv[1]), change)
"""


def test_readers_who_decide_at_once_lose_nothing(folder: Path) -> None:
    """Three processes decide and take back in one file: what each left decided stands there."""
    running = [
        subprocess.Popen([sys.executable, "-c", WRITERS, str(folder), name]) for name in "abc"
    ]
    statuses = [process.wait() for process in running]
    decided, problems = read_decisions(folder)

    assert statuses == [0, 0, 0]
    assert [one for one in problems if "surname" not in one.message] == []
    names = sorted(entity.name for entity in decided.entities)
    assert names == ["Anne Le Goff", *(f"{name} {n}" for name in "abc" for n in range(0, 8, 2))]
    assert written(folder).startswith(WRITTEN.rstrip("\n"))


NAMES = st.sampled_from(("Anne", "Le pont", 'a "b"', "l'été\n#", "[[topic]]", "x = 1", "é\\"))
LISTS = st.lists(NAMES, max_size=3).map(tuple)
DECISIONS: st.SearchStrategy[Decision] = st.one_of(
    st.builds(TopicDecision, NAMES, LISTS, st.just((Place("a.txt", 1),)), st.just(()), LISTS),
    st.builds(EntityDecision, NAMES, st.sampled_from(("person", "other", None)), LISTS, LISTS),
    st.builds(ArticleDecision, NAMES, NAMES, published=st.dates()),
    st.builds(DossierDecision, NAMES, st.sampled_from(("fr", None)), LISTS),
)


@given(decisions=st.lists(DECISIONS, max_size=5), start=st.sampled_from(("", WRITTEN)))
def test_what_is_recorded_is_read_back_and_undone(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[Decision], start: str
) -> None:
    """Each decision is read as it was recorded; all taken back, the file is as it was."""
    folder = tmp_path_factory.mktemp("dossier")
    if start:
        (folder / "dossier.toml").write_text(start, "utf-8")
    changes = []
    for decision in decisions:
        changes.append(record(folder, decision))
        found, problems = read_decisions(folder)
        assert not [p for p in problems if "surname" not in p.message]
        if isinstance(decision, DossierDecision):
            assert (found.title, found.language, found.order) == (
                decision.title,
                decision.language,
                decision.order,
            )
        else:
            assert decision in (*found.articles, *found.topics, *found.entities)
    for change in reversed(changes):
        take_back(folder, change)

    file = folder / "dossier.toml"
    assert (file.read_text("utf-8") if file.exists() else "") == start


ODD = """[dossier]
language = "french"  # ask Paul

[[topic]]
title = "Divers"
terms = "police"  # not yet
with = ["06_tdg.txt"]
split = 3

[[entity]]
name = "Anne"

[[topic]]
title = "Bombe "
terms = ["voiture"]
with = [
  "01.txt#p3",  # Anne says so
  # 02.txt#p5 was doubtful
]
"""


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder whose file has what is not understood, and tables of a kind apart."""
    (tmp_path / "dossier.toml").write_text(ODD, "utf-8")
    return tmp_path


def known(folder: Path) -> Decisions:
    """What is decided now."""
    return read_decisions(folder)[0]


@pytest.mark.parametrize("knows", [True, False])
def test_what_is_not_understood_stays_whatever_else_changes(odd: Path, *, knows: bool) -> None:
    """Keys and values that mean nothing are the reader's; only what is said anew is written."""
    then = known(odd) if knows else None
    record(odd, DossierDecision(order=("Divers",)), known=then)
    record(odd, TopicDecision("Divers x", was=("Divers",)), replacing="Divers", known=then)
    record(odd, TopicDecision("Divers x", added=(Place("a.txt", 1),), was=("Divers",)))

    assert written(odd) == ODD.replace("# ask Paul\n", '# ask Paul\norder = ["Divers"]\n').replace(
        'title = "Divers"\n', 'title = "Divers x"\n'
    ).replace(
        '"06_tdg.txt"]\nsplit = 3\n', '"06_tdg.txt", "a.txt#p1"]\nsplit = 3\nwas = ["Divers"]\n'
    )


def test_what_cannot_be_told_from_what_is_not_understood_is_refused(odd: Path) -> None:
    """Neither is a list made of what is none, nor a table taken out with what it says besides."""
    with pytest.raises(DossierError, match="terms of “Divers” has to be put right first"):
        record(odd, TopicDecision("Divers", ("police", "otage*")))
    with pytest.raises(DossierError, match="what is not understood under “Divers”"):
        forget(odd, TopicDecision("Divers"))

    assert written(odd) == ODD


def test_a_table_stays_where_it_stands_with_the_comments_in_its_lists(odd: Path) -> None:
    """A topic below an entity stays there; a passage more is a line more, one less a line less."""
    more = (Place("01.txt", 3), Place("a.txt", 1))
    record(odd, TopicDecision("Bombe", ("voiture",), more))
    after = written(odd)
    record(odd, TopicDecision("Bombe", ("voiture",), more[:1]))

    assert after == ODD.replace("doubtful\n", 'doubtful\n  "a.txt#p1"\n')
    assert written(odd) == ODD


WORDS = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)


@example(before=["a", "b", "c"], after=["a", "d", "e"], noted=True)
@example(before=["a", "b"], after=["a", "c", "b"], noted=False)
@given(before=WORDS, after=WORDS, noted=st.booleans())
def test_a_list_of_lines_holds_what_is_wanted_line_for_line(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str], *, noted: bool
) -> None:
    """Whatever goes, comes or changes place; what goes in beside others leaves their comments."""
    lines = [f'    "{word}",{f"  # about {word}" * noted}\n' for word in before]
    text = f'# Mine.\n[[topic]]\ntitle = "T"\nterms = [\n{"".join(lines)}]\n'
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "dossier.toml").write_text(text, "utf-8")
    change = record(folder, TopicDecision("T", tuple(after)))
    there, made = known(folder).topics, written(folder)
    take_back(folder, change)

    assert there == (TopicDecision("T", tuple(after)),)
    assert written(folder) == text
    assert made.startswith("# Mine.\n[[topic]]\n")
    if before == [word for word in after if word in before]:
        assert all(line in made for line in lines)


def test_what_is_first_said_of_the_dossier_stands_above_all_else(tmp_path: Path) -> None:
    """The comment a file opens with stays whole, below; it ends as it ended."""
    file = tmp_path / "dossier.toml"
    for end in ("", "\n", "\n\n"):
        text = f'# Mine.\n[[topic]]\ntitle = "T"{end}'
        file.write_text(text, "utf-8")
        record(tmp_path, DossierDecision(order=("T",)))

        assert written(tmp_path) == f'[dossier]\norder = ["T"]\n\n{text}'


def test_a_title_is_known_in_any_case_a_name_as_it_is_written(odd: Path) -> None:
    """A topic in capitals is the one that is there; a name in capitals is another."""
    record(odd, TopicDecision("DIVERS", added=(Place("01.txt", 1),)))
    record(odd, EntityDecision("ANNE", "person"))

    assert [one.title for one in known(odd).topics] == ["DIVERS", "Bombe"]
    assert [one.name for one in known(odd).entities] == ["Anne", "ANNE"]


def test_a_name_is_known_without_the_spaces_around_it(odd: Path) -> None:
    """What is said of a title that was written with a space changes that table, and adds none."""
    decided = known(odd)
    record(odd, TopicDecision("Bombes", ("voiture",)), replacing="Bombe", known=decided)

    assert [topic.title for topic in known(odd).topics] == ["Divers", "Bombes"]
    assert written(odd).count("[[topic]]") == 2


BOMB = '[[topic]]\ntitle = "Bombe"\nterms = ["bombe"]\n'


def test_what_another_hand_wrote_meanwhile_stands(tmp_path: Path) -> None:
    """Words written in an editor stay; so does each of two passages that two readers moved."""
    file = tmp_path / "dossier.toml"
    file.write_text(BOMB, "utf-8")
    then = known(tmp_path)
    file.write_text(BOMB.replace('"bombe"', '"bombe", "otage*"  ').replace("  ]", "]"), "utf-8")
    for number in (1, 2):
        for topic in (
            TopicDecision("Bombe", ("bombe",), (Place("a.txt", number),)),
            TopicDecision("Le pont", removed=(Place("a.txt", number),), was=("bridge",)),
        ):
            record(tmp_path, topic, known=then)
    both = (Place("a.txt", 1), Place("a.txt", 2))

    assert known(tmp_path).topics == (
        TopicDecision("Bombe", ("bombe", "otage*"), both),
        TopicDecision("Le pont", removed=both, was=("bridge",)),
    )


def test_taking_back_leaves_what_another_hand_put_into_the_same_table(tmp_path: Path) -> None:
    """Only what was added goes; a table that was made goes when nothing else stands in it."""
    one, two = Place("a.txt", 1), Place("a.txt", 2)
    first = record(tmp_path, TopicDecision("Bombe", added=(one,)))
    second = record(tmp_path, TopicDecision("Bombe", added=(one, two)))
    again = take_back(tmp_path, first)
    left = known(tmp_path).topics
    take_back(tmp_path, second)
    none = known(tmp_path).topics
    take_back(tmp_path, again)

    assert left == (TopicDecision("Bombe", added=(two,)),)
    assert none == (TopicDecision("Bombe"),)
    assert known(tmp_path).topics == (TopicDecision("Bombe", added=(one,)),)


@pytest.mark.parametrize(
    ("meanwhile", "why"),
    [
        ("", "“Bombe” is not there any more"),
        (BOMB.replace("Bombe", "Autre"), "“Bombe” is not there any more"),
        (BOMB + '\n[[topic]]\ntitle = "Zzz"\n', "“Zzz” is there already"),
        (BOMB + '\n[[topic]]\ntitle = "Yyy"\nwas = ["Bombe"]\n', "“Bombe” is “Yyy” there now"),
    ],
)
def test_a_decision_on_what_is_another_now_is_refused(
    tmp_path: Path, meanwhile: str, why: str
) -> None:
    """A table that went, took another title or became part of another: nothing is written."""
    file = tmp_path / "dossier.toml"
    file.write_text(BOMB, "utf-8")
    then = known(tmp_path)
    file.write_text(meanwhile, "utf-8")

    with pytest.raises(DossierError, match=why):
        record(tmp_path, TopicDecision("Zzz", ("bombe",)), replacing="Bombe", known=then)
    assert written(tmp_path) == meanwhile


def test_a_name_that_another_topic_was_known_to_have_may_be_decided_on(tmp_path: Path) -> None:
    """A topic made by hand under the title that another had before: that is nothing new."""
    file = tmp_path / "dossier.toml"
    file.write_text('[[topic]]\ntitle = "Le bac"\nwas = ["Le pont"]\n', "utf-8")
    record(tmp_path, TopicDecision("Le pont", ("pont*",)), known=known(tmp_path))

    assert known(tmp_path).topics == (
        TopicDecision("Le bac", was=("Le pont",)),
        TopicDecision("Le pont", ("pont*",)),
    )


def test_what_another_hand_did_with_a_table_is_not_taken_back(tmp_path: Path) -> None:
    """One that it took out stays out; one that it made where none was forgotten stays."""
    file = tmp_path / "dossier.toml"
    nothing = forget(tmp_path, TopicDecision("Bombe"))
    assert not file.exists()
    file.write_text(BOMB, "utf-8")
    take_back(tmp_path, nothing)
    assert written(tmp_path) == BOMB
    changed = record(tmp_path, TopicDecision("Bombe", ("otage*",)))
    file.write_text("# rien\n", "utf-8")
    back = take_back(tmp_path, changed)
    assert written(tmp_path) == "# rien\n"
    take_back(tmp_path, back)

    assert written(tmp_path) == "# rien\n"


def test_an_order_is_changed_in_the_order_that_stands_there(tmp_path: Path) -> None:
    """A title that changes does so where it is; another order of what was known is refused."""
    file = tmp_path / "dossier.toml"
    file.write_text('[dossier]\norder = ["a", "b"]\n', "utf-8")
    then = known(tmp_path)
    file.write_text('[dossier]\norder = ["b", "a", "c"]\n', "utf-8")
    record(tmp_path, DossierDecision(order=("a2", "b")), known=then)

    assert known(tmp_path).order == ("b", "a2", "c")
    with pytest.raises(DossierError, match="the order of the topics is another there now"):
        record(tmp_path, DossierDecision(order=("b", "a")), known=then)


def test_what_was_changed_meanwhile_is_not_forgotten(tmp_path: Path) -> None:
    """A table that another hand filled is not taken out on what was known of it before."""
    file = tmp_path / "dossier.toml"
    file.write_text(BOMB, "utf-8")
    then = known(tmp_path)
    file.write_text(BOMB + 'with = ["a.txt#p1"]\n', "utf-8")

    with pytest.raises(DossierError, match="“Bombe” was changed there meanwhile"):
        forget(tmp_path, then.topics[0], known=then)
    forget(tmp_path, then.topics[0], known=known(tmp_path))
    assert written(tmp_path) == ""


def test_a_table_another_hand_filled_goes_on_saying_what_it_is(tmp_path: Path) -> None:
    """Of a table that was made and is taken back, the names of its topic stay beside the rest."""
    one, two = Place("a.txt", 1), Place("a.txt", 2)
    about = tuple(Place(f"a-long-name-{n}.txt", n) for n in range(1, 9))
    was = ("bridge",)
    made = record(tmp_path, TopicDecision("Le pont", removed=(one,), was=was, about=about))
    record(tmp_path, TopicDecision("Le pont", removed=(one, two), was=was, about=about))
    take_back(tmp_path, made)

    assert known(tmp_path).topics == (
        TopicDecision("Le pont", removed=(two,), was=was, about=about),
    )


def test_a_list_that_is_emptied_goes_unless_it_has_a_comment(tmp_path: Path) -> None:
    """Lines between brackets with no words are no list; with a reader's comment they stay."""
    (tmp_path / "dossier.toml").write_text(
        '[[topic]]\ntitle = "Bombe"\nwith = [\n  "a#p1",\n]\nterms = [\n  "x",\n  # y?\n]\n'
    )
    record(tmp_path, TopicDecision("Bombe"))

    assert written(tmp_path) == '[[topic]]\ntitle = "Bombe"\nterms = [\n  # y?\n]\n'


@pytest.mark.parametrize("otherwise", ['dossier = "x"\n', "[[dossier]]\ntitle = 1\n"])
def test_what_is_said_of_the_dossier_in_another_way_is_refused(
    tmp_path: Path, otherwise: str
) -> None:
    """A line [dossier] is asked for; the file is as it was."""
    (tmp_path / "dossier.toml").write_text(otherwise, "utf-8")

    with pytest.raises(DossierError, match="below a line \\[dossier\\]"):
        record(tmp_path, DossierDecision(order=("A", "B")))
    assert written(tmp_path) == otherwise


def test_a_file_of_another_system_keeps_its_line_ends(tmp_path: Path) -> None:
    """What is added ends its lines as the others; taken back, the file is as it was."""
    before = b'title = 1\r\n\r\n[[topic]]\r\ntitle = "Le pont"\r\n'
    (tmp_path / "dossier.toml").write_bytes(before)

    change = record(tmp_path, TopicDecision("Le pont", terms=("pont", "p" * 90)))
    after = (tmp_path / "dossier.toml").read_bytes()
    take_back(tmp_path, change)

    assert b"pppp" in after
    assert after.count(b"\n") == after.count(b"\r\n")
    assert (tmp_path / "dossier.toml").read_bytes() == before
