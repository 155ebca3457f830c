"""Opening: the dossier that a shelf keeps, as files and decisions are today."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from dossier.article import Article, main_language, reading_order
from dossier.decisions import Decisions, apply_particulars, read_decisions
from dossier.dossier import Derived, Dossier, decide, title_of
from dossier.entities.entity import Found
from dossier.index.articles import KeptArticles
from dossier.index.derived import KeptEntities, KeptSuggestions
from dossier.index.records import maker
from dossier.index.shelf import WRONG, DamagedError, Row, Shelf, packed, write_shelf
from dossier.index.stock import Stock
from dossier.index.store import digest, stamp_of
from dossier.problems import DossierError, Problem
from dossier.reading import STDIN, Loaded, read_article, read_paths
from dossier.reading.files import OURS, common_folder, path_of

_PROBLEMS = maker(tuple[Problem, ...])


Read = Mapping[str, tuple[str, Loaded]]
"""By the name of each file: the digest of its bytes, and what was read of it."""

GROUND, NAMES, DERIVED = 0, 1, 2
"""Rows about the whole: what was read; the articles' files, in order; what was worked out."""


class Opened:
    """A shelf, and what it says of the whole dossier."""

    def __init__(self, file: Path, mark: str, paths: Sequence[Path], large: int | None) -> None:
        """``large`` is from how many articles on they are made on demand; None takes them whole.

        Raises DamagedError when there is no shelf, it is damaged, or other rules made it.
        """
        self._paths = tuple(paths)
        self._file = file
        self.folder = common_folder(paths)
        self.shelf = Shelf(file)
        self._named: Sequence[str] | None = None
        try:
            said = self.shelf.value("about", GROUND)
            made_by, stamp, ground, articles, language, problems = said
            if made_by != mark:
                raise DamagedError("other rules made it")
            self.stamp, self.ground = str(stamp), str(ground)
            self._language: str | None = language
            self._problems = _PROBLEMS(problems)
            self.on_demand = large is not None and int(articles) >= large
            ask = self._read_again, self._names
            self.stock = Stock(self.shelf, int(articles), *ask, whole=not self.on_demand)
        except WRONG as error:
            raise DamagedError(str(error)) from error
        self.articles = KeptArticles(self.stock)

    def dossier(self) -> Dossier:
        """The dossier, with entities and topics if they are known; raises DamagedError."""
        folder = self.folder
        decisions, unclear = read_decisions(folder) if folder else (Decisions(), ())
        articles, unmet = self._told(decisions)
        whole = any(path.is_dir() for path in self._paths)
        kept: Any = articles if self.on_demand else tuple(map(self._whole, articles))  # Any: tuple
        language = decisions.language or self._language
        if not decisions.language and any(one.language for one in decisions.articles):
            language = main_language(articles)
        dossier = Dossier(
            title_of(articles, folder, decisions, whole=whole),
            kept,
            folder,
            (*self._problems, *unclear, *(unmet if whole else ())),
            decisions,
            language,
        )
        return self.known(dossier) or dossier

    def _told(self, decisions: Decisions) -> tuple[KeptArticles, tuple[Problem, ...]]:
        """The articles with what the reader said of them, and what was said of none."""
        read: dict[str, Article] = {}
        for decision in decisions.articles:
            try:
                read[decision.file] = self.articles[self.articles.place(decision.file)]
            except KeyError:
                continue
        told, unmet = apply_particulars(tuple(read.values()), decisions)
        return self.articles.retold({article.file: article for article in told}), unmet

    def known(self, dossier: Dossier, among: KeptArticles | None = None) -> Dossier | None:
        """The dossier with what was worked out; None when that was from something else.

        ``among`` are its articles where some that are kept are gone, and others were added.
        Raises DamagedError.
        """
        articles = among or self.articles
        stock = articles.stock
        try:
            if not self.shelf.holds("about", DERIVED):
                return None
            key, entities, suggestions, topics, heard = self.shelf.value("about", DERIVED)
            if key != key_of(self.ground, dossier.decisions) and not self._stands(dossier):
                return None
            all_made = map(stock.topic, range(topics))
            made = tuple(topic for topic in all_made if among is None or topic.extracts)
            left = stock.named_still(entities)
        except WRONG:
            return None
        named: Any = KeptEntities(stock, articles, left)  # Any: as above
        perhaps: Any = KeptSuggestions(stock, suggestions)  # Any: as above
        if not self.on_demand:
            named = tuple(replace(one, mentions=tuple(one.mentions)) for one in named)
            made = tuple(replace(one, extracts=tuple(one.extracts)) for one in made)
            perhaps = tuple(perhaps)
            self._is_whole()
        derived = Derived(Found(named, perhaps), made)
        return decide(replace(dossier, derived=derived, analysed=True, heard=heard))

    def _stands(self, dossier: Dossier) -> bool:
        """Whether names and topics stand though titles or days by hand are others now.

        To look at, of a very large dossier: they are not worked out again before that is asked for.
        """
        from dossier.index import sorts_itself

        return self.on_demand and not sorts_itself(dossier)

    def _whole(self, article: Article) -> Article:
        """The article with its words."""
        held = Article(*[getattr(article, field.name) for field in fields(Article)])
        self._is_whole()
        return held

    def _is_whole(self) -> None:
        """Raise DamagedError if anything that was fetched was."""
        if self.shelf.is_damaged:
            raise DamagedError("some of it is not as it was written")

    def loaded(self, file: str, mark: str) -> Loaded | None:
        """What was read of a file, if its bytes were those of that digest."""
        try:
            (number,) = self.shelf.numbers("file", file)
            name, then, files, problems = self.shelf.value("file", number)
            if (name, then) != (file, mark):
                return None
            articles = tuple(self.articles[self.articles.place(one)] for one in files)
            if not self.on_demand:
                articles = tuple(map(self._whole, articles))
            return Loaded(articles, _PROBLEMS(problems))
        except (KeyError, *WRONG):
            return None

    def files(self) -> list[str]:
        """The files of the articles, in their order on the shelf; raises DamagedError."""
        return [str(file) for file in self.shelf.value("about", NAMES)]

    def _names(self) -> Sequence[str]:
        if self._named is None:
            self._named = self._names_of_all()
        return self._named

    def _names_of_all(self) -> Sequence[str]:
        """The articles' files by their numbers; from the files themselves where that is damaged."""
        with suppress(*WRONG):
            return self.files()
        with suppress(DossierError):
            read = read_paths([path for path in self._paths if path != STDIN]).articles
            return [article.file for article in sorted(read, key=reading_order)]
        return ()

    def restamp(self, stamp: str) -> None:
        """Note that the files are the same, and look otherwise from outside."""
        with suppress(*WRONG):
            mark, _, *others = self.shelf.value("about", GROUND)
            row: Row = ("about", GROUND, "", packed([mark, stamp, *others]))
            write_shelf(self._file, [row], anew=False)

    def _read_again(self, file: str) -> Article | None:
        """An article of which what was kept is damaged; None when its file is not as it was.

        For what else was kept of it, which may be sound, is of the words there were.
        """
        try:
            raw = path_of(self.folder or Path(), file).read_bytes()
        except OSError:
            return None
        known = self.stock.is_as_read(file, raw)
        if known is None:
            known = bool(self.stamp) and self.stamp == stamp_of(self._paths)
        read = read_article(file, raw).articles if known else ()
        return next((article for article in read if article.file == file), None)


def ground_of(read: Read) -> str:
    """What tells the files from others: their names, and the digests of their bytes."""
    marks = sorted((file, mark) for file, (mark, _) in read.items())
    return digest(repr(marks).encode("utf-8", "surrogateescape"))


def left_out(problems: Sequence[Problem], read: Read) -> tuple[Problem, ...]:
    """Those of the problems that are of files which were not read, nor say how to read others."""
    return tuple(one for one in problems if one.file not in read and one.file not in OURS)


def key_of(ground: str, decisions: Decisions) -> str:
    """What entities and topics follow from: every article, and what was said of some by hand.

    What the reader decided of entities and topics is played over them at each opening.
    """
    return digest(repr((ground, decisions.grounds)).encode("utf-8", "surrogatepass"))
