"""What may be asked on the command line, and what each of it means.

What carries a command out is named here and imported when it is called.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from dossier.cli import COMMANDS
from dossier.cli.misuse import Misuse
from dossier.cli.output import say, say_exactly


class _Word(str):
    """A word behind "--": no option, whatever it begins with."""

    __slots__ = ()


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise Misuse; argparse's own way is to print the usage and exit."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise Misuse(f"{sentence}. See: {self.prog} --help")

    def _print_message(self, message: str, file: Any = None) -> None:  # argparse's own
        """Print help, or the version, whatever the terminal's letters; argparse fails on some."""
        del file
        say_exactly(message)

    def _parse_optional(self, arg_string: str) -> Any:  # what it gives is argparse's own
        """The option that a word is; None when it is none.

        argparse forgets "--" where options may stand amid the paths.
        """
        return None if isinstance(arg_string, _Word) else super()._parse_optional(arg_string)


def arguments_of(argv: Sequence[str]) -> argparse.Namespace:
    """What is asked; its ``carry_out`` names what takes it, as "module.function" of this package.

    Raises Misuse, and SystemExit after ``--help`` and ``--version``.
    """
    if argv and argv[0] in _ADDERS:
        words = list(argv[1:])
        if "--" in words:
            at = words.index("--")
            words = [*words[:at], *map(_Word, words[at + 1 :])]
        return command_parser(argv[0]).parse_intermixed_args(words)
    whole_parser().parse_args([word for word in argv if word.startswith("-") and word != "-"])
    raise Misuse(f"There is no command {argv[0] if argv else ''}. See: dossier --help")


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one sub-command; completions are made from it."""
    parser = _Parser(prog=f"dossier {name}", description=dict(COMMANDS)[name], allow_abbrev=False)
    _ADDERS[name](parser)
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """The parser of what is no sub-command: the help, the version, or a mistake.

    Completions are made from it as well.
    """
    commands = "\n".join(f"  {name:<12} {sentence}" for name, sentence in COMMANDS)
    parser = _Parser(
        prog="dossier",
        usage="dossier [--lang {en,fr}] [PATH …]\n       dossier COMMAND [PATH …] [options]",
        description="Read a folder of articles about one story: by topic, source by source.\n"
        "PATH is a folder, a file, or - for standard input; the folder one is in, if left out.",
        epilog=f"commands:\n{commands}\n\n`dossier COMMAND --help` says more. "
        "What a command prints is in English, --lang or not.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--lang", choices=("en", "fr"), help=_LANG)
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    return parser


class _Version(argparse.Action):
    """Says the version; to find it takes a while, so it is not looked for before."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version that is installed, and leave."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            installed = version("dossier-reader")
        except PackageNotFoundError:
            installed = "(not installed)"
        say(f"dossier {installed}")
        parser.exit()


def _takes_paths(parser: argparse.ArgumentParser, *, json: bool = True) -> None:
    """Let the command take the paths of a dossier, and print JSON if asked."""
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        default=[Path()],
        help="a folder, a file, or - for standard input",
    )
    if json:
        parser.add_argument("--json", action="store_true", help="print JSON, for scripts")


def _add_show(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.add_argument("--plain", action="store_true", help="read the texts from first to last")
    parser.add_argument(
        "--furniture", action="store_true", help="read also what the sites put around them"
    )
    parser.set_defaults(carry_out="listing.show")


def _add_topics(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.set_defaults(carry_out="listing.topics")


def _add_entities(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.add_argument(
        "--model",
        action="store_true",
        help="refine the names with the installed language models; without it, rules alone",
    )
    parser.set_defaults(carry_out="listing.entities")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.description = (
        "List where the articles give different figures for what may be one thing, told by what is "
        "counted and the words around it."
    )
    parser.set_defaults(carry_out="comparing.comparisons")


def _add_quotes(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.description = (
        "List who says what: under each speaker, as far as the words around the quotes tell, what "
        "each article quotes. What is marked “perhaps” is not sure."
    )
    parser.set_defaults(carry_out="quoting.quotes")


def _add_check(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.add_argument(
        "--export", type=Path, metavar="FILE", help="verify the quotes of a Markdown export"
    )
    parser.add_argument(
        "--follow",
        action="store_true",
        help="where a file has a name like it now, have dossier.toml speak of that one",
    )
    parser.set_defaults(carry_out="checking.check")


def _add_index(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser, json=False)
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="have a Dask cluster read the files; the address of its scheduler: tcp://host:8786",
    )
    parser.set_defaults(carry_out="indexing.index")


def _add_split(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write each document of an export of LexisNexis, Factiva, Europresse or NewsAPI into a "
        "Markdown file of its own, with its headline, outlet, author, date and section, and the "
        "words of its text as they are."
    )
    parser.add_argument(
        "exports",
        nargs="+",
        type=Path,
        metavar="EXPORT",
        help="a file that the archive made; - is standard input",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        required=True,
        help="a new folder to write into, or an empty one",
    )
    parser.add_argument(
        "--force", action="store_true", help="write among the files that are there, and over them"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, for scripts")
    parser.epilog = (
        "Exit status: 0 done, 1 when a document could not be told, or on failure, 2 for misuse."
    )
    parser.set_defaults(carry_out="splitting.split")


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words",
        metavar="WORDS",
        help='what to find: several words, "a phrase", -without; in one argument',
    )
    _takes_paths(parser)
    parser.description = (
        "Find words in the articles. A whole name, or a surname, is found in its other spellings "
        "as well; of a hundred articles or more, where `dossier index` or the reader made them "
        "ready."
    )
    parser.epilog = "Exit status: 0 when something is found, 1 when nothing is, 2 for misuse."
    parser.set_defaults(carry_out="finding.find")


def _add_clippings(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser)
    parser.add_argument(
        "--import",
        dest="take_in",
        type=Path,
        metavar="FILE",
        help="keep what stands in a file of `clippings --json`, W3C annotations, a Markdown export",
    )
    parser.set_defaults(carry_out="taking.clippings")


def _add_export(parser: argparse.ArgumentParser) -> None:
    from dossier.export import FORMS, GROUPS

    _takes_paths(parser, json=False)
    what = parser.add_argument_group(
        "what to take", "the extracts of every topic, if nothing here is named"
    )
    for option, meaning in (
        ("topic", "the extracts of a topic, by its title, its beginning or its number"),
        ("entity", "the passages that mention a person, a place, an organisation"),
        ("search", "the passages that hold words"),
    ):
        what.add_argument(
            f"--{option}", action="append", default=[], metavar=option.upper(), help=meaning
        )
    what.add_argument("--clippings", action="store_true", help="what you clipped")
    parser.add_argument("--group", choices=GROUPS, help="how to order it")
    forms = " ".join(f"{form.name}: {form.sentence}" for form in FORMS)
    parser.add_argument(
        "--form", choices=[f.name for f in FORMS], default=FORMS[0].name, help=forms
    )
    parser.add_argument(
        "--template", type=Path, metavar="FILE", help="write by a Jinja2 template of your own"
    )
    parser.add_argument(
        "--print-template", action="store_true", help="print one to begin with, and leave"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to; - is standard output"
    )
    parser.add_argument(
        "--front-matter", action="store_true", help="begin Markdown with a YAML block"
    )
    parser.add_argument(
        "--no-speakers",
        dest="speakers",
        action="store_false",
        help="do not say who speaks in what is quoted",
    )
    parser.add_argument(
        "--model",
        action="store_true",
        help="know names as the installed language models do; without it, by rules alone",
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.set_defaults(carry_out="taking.export")


def _add_read(parser: argparse.ArgumentParser) -> None:
    """The screen is opened before arguments are parsed; without one, the texts are printed."""
    _takes_paths(parser, json=False)
    parser.add_argument("--lang", choices=("en", "fr"), help=_LANG)
    parser.set_defaults(carry_out="listing.show", json=False, plain=True, furniture=False)


_LANG = "the language of the screen; your locale's, if left out"


def _add_serve(parser: argparse.ArgumentParser) -> None:
    _takes_paths(parser, json=False)
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen on; 127.0.0.1, if left out; any other lets other machines in",
    )
    parser.add_argument(
        "--port", type=_port, default=0, help="the port to listen on; a free one, if left out"
    )
    parser.add_argument("--lang", choices=("en", "fr"), help=_LANG)
    parser.set_defaults(carry_out="serve")


def _port(word: str) -> int:
    """A number that a port may have."""
    if not word.isascii() or not word.isdecimal() or int(word) >= 2**16:
        raise argparse.ArgumentTypeError(f"{word} is no port: they are numbers, 0 to {2**16 - 1}")
    return int(word)


def _add_completions(parser: argparse.ArgumentParser) -> None:
    from dossier.cli.completing import SHELLS

    parser.add_argument("shell", choices=SHELLS, help="the shell to complete in")
    parser.set_defaults(carry_out="completing.completions")


_ADDERS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "read": _add_read,
    "serve": _add_serve,
    "show": _add_show,
    "completions": _add_completions,
    "topics": _add_topics,
    "entities": _add_entities,
    "compare": _add_compare,
    "quotes": _add_quotes,
    "search": _add_search,
    "index": _add_index,
    "check": _add_check,
    "split": _add_split,
    "clippings": _add_clippings,
    "export": _add_export,
}
