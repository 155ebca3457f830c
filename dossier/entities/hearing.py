"""What a language model hears in the articles: asked of a worker process, kept by content.

The model runs in ``worker``, a process of its own, a few lines at a time; its library is never
imported here. What it heard of an article is kept under the cache folder, by a hash of the text,
the pipeline and its version, and is never asked twice. A worker that is missing, crashes or
answers nonsense leaves the rules alone to speak, and one sentence for the reader.
"""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from dossier.entities.entity import EntityKind
from dossier.entities.merging import Heard
from dossier.entities.models import OFF, pipeline_for, version_of
from dossier.entities.pages import OTHER, Page
from dossier.spans import Span

_KINDS: Mapping[str, EntityKind] = {
    "PER": "person", "PERSON": "person", "LOC": "place", "GPE": "place", "FAC": "place",
    "ORG": "organisation",
}  # fmt: skip
_FORMAT = "1"
"""Changes when what is kept does."""
WORKER = (sys.executable, "-m", "dossier.entities.worker")
"""The command that runs a model; it is given the pipeline's name."""
_AT_ONCE = 12_000
"""Code points in one question; a model's memory grows with what it reads at once."""
_LONGEST = 1500
"""Code points of the longest piece."""
_PATIENCE = 90.0
"""Seconds a worker is given for one answer; some forty lines take it one on a slow machine."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard in a dossier, and one sentence when not all of it could be."""

    heard: tuple[Heard, ...] = ()
    note: str | None = None
    missing: tuple[str, ...] = ()
    """Languages for which no model is installed."""
    failed: str = ""
    """Why a model did not read all it was given; "" when it did."""


class Leash:
    """Holds the worker that runs, so that another thread can stop it at once."""

    def __init__(self) -> None:
        self.pulled = False
        """Whether nothing more is to be asked of any worker."""
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def hold(self, process: "subprocess.Popen[str] | None") -> None:
        """Take a worker, or let go of the one there was; one taken too late is stopped."""
        with self._lock:
            self._process = process
            if self.pulled and process is not None:
                process.kill()

    def pull(self) -> None:
        """Stop the worker, and every one that comes after it."""
        with self._lock:
            self.pulled = True
            if self._process is not None:
                self._process.kill()


Progress = Callable[[int, int], bool]
"""Told how many articles are done, of how many; answers whether to go on."""


def hear(
    pages: Sequence[Page],
    cache: Path | None = None,
    *,
    pipelines: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    worker: Sequence[str] | None = None,
    leash: Leash | None = None,
    patience: float = _PATIENCE,
) -> Hearing:
    """What the installed models hear in the pages; blocks, so a thread calls it.

    ``cache`` is a folder that may be deleted; None keeps nothing. ``pipelines`` maps a language
    to the pipeline to use. ``leash`` lets another thread stop it; ``patience`` is in seconds, for
    one answer of a worker. A page is asked for when its turn comes, and again to be heard.
    """
    leash, worker = leash or Leash(), worker or WORKER
    known = _known(pages, cache, pipelines or {}, leash)
    heard, silent = known.heard, known.silent
    done = len(pages) - sum(map(len, known.asked.values()))
    failed = ""
    for pipeline, waiting in known.asked.items():
        try:
            turn = (pages[at] for at in waiting)
            with closing(_ask([*worker, pipeline], turn, leash, patience)) as answers:
                for page, found in answers:
                    _keep(cache, page, pipeline, found)
                    heard += found
                    done += 1
                    if progress and not progress(done, len(pages)):
                        leash.pull()
        except (OSError, ValueError, TypeError) as problem:
            failed = str(problem)
            silent[pages[waiting[0]].language] = f"the model failed ({problem})"
        if leash.pulled:
            stopped = "The model was stopped before its end."
            return Hearing(tuple(heard), stopped, tuple(known.missing), stopped)
    return Hearing(tuple(heard), _note(silent), tuple(known.missing), failed)


@dataclass(slots=True)
class _Known:
    """What is known of some pages before any model is asked."""

    heard: list[Heard] = field(default_factory=list)
    asked: dict[str, list[int]] = field(default_factory=dict)
    """By pipeline, the places of the pages that it is still to read."""
    missing: dict[str, None] = field(default_factory=dict)
    silent: dict[str, str] = field(default_factory=dict)
    """By language, why no model speaks."""


def _known(
    pages: Sequence[Page], cache: Path | None, pipelines: Mapping[str, str], leash: Leash
) -> _Known:
    known = _Known()
    for at in range(len(pages)):
        if leash.pulled:
            break
        page = pages[at]
        pipeline = pipeline_for(page.language, pipelines)
        if pipeline is None:
            if pipelines.get(page.language) != OFF:
                told = "" if page.language == OTHER else page.language
                known.missing[told or "?"] = None
                known.silent[told or "this language"] = "no model is installed for it"
        elif (kept := _kept(cache, page, pipeline)) is not None:
            known.heard += kept
        else:
            known.asked.setdefault(pipeline, []).append(at)
    return known


def _note(silent: Mapping[str, str]) -> str | None:
    if not silent:
        return None
    said = "; ".join(f"{language}: {why}" for language, why in sorted(silent.items()))
    return f"Names by rules alone for some articles. {said}."


def _ask(
    command: Sequence[str], pages: Iterable[Page], leash: Leash, patience: float
) -> Generator[tuple[Page, list[Heard]], None, None]:
    """Each page with what the model heard in it; ValueError when it answers nonsense."""
    known: dict[bytes, object] = {}
    with _worker(command, leash) as process:
        _answer(process, patience)
        for group in _groups(pages):
            read = [(page, [(s, s.of(page.text)) for s in _pieces(page)]) for page in group]
            for texts in _questions([text for _, pieces in read for _, text in pieces], known):
                if leash.pulled:
                    return
                _ask_of(process, texts)
                answer = _answer(process, patience)
                if not isinstance(answer, list) or len(answer) != len(texts):
                    raise ValueError("it answered something else")
                known.update(zip(map(_digest, texts), answer, strict=True))
            for page, pieces in read:
                answers = [known.get(_digest(text), []) for _, text in pieces]
                yield page, _placed(page, [span for span, _ in pieces], answers)
                if leash.pulled:
                    return


def _groups(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """The pages, short ones together: a model that is asked little at once is slow."""
    group: list[Page] = []
    length = 0
    for page in pages:
        if group and length + len(page.text) > _AT_ONCE:
            yield group
            group, length = [], 0
        group.append(page)
        length += len(page.text)
    if group:
        yield group


def _questions(texts: Sequence[str], known: Mapping[bytes, object]) -> Iterator[list[str]]:
    """The texts to ask about, so many at once: those not known, that have a capital at all."""
    question: dict[str, None] = {}
    length = 0
    for text in texts:
        if text in question or text.lower() == text or _digest(text) in known:
            continue
        if question and length + len(text) > _AT_ONCE:
            yield list(question)
            question, length = {}, 0
        question[text] = None
        length += len(text)
    if question:
        yield list(question)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _pieces(page: Page) -> Iterator[Span]:
    """The lines of a page, the long ones cut between sentences, else between words."""
    for line in page.lines:
        start = line.span.start
        while line.span.end - start > _LONGEST:
            limit = start + _LONGEST
            cut = page.text.rfind(". ", start, limit) + 2
            if cut < start + 2:
                cut = page.text.rfind(" ", start, limit) + 1
            if cut <= start:
                cut = limit
            yield Span(start, cut)
            start = cut
        yield Span(start, line.span.end)


@contextmanager
def _worker(command: Sequence[str], leash: Leash) -> Iterator["subprocess.Popen[str]"]:
    """A worker, on the leash while it is asked; killed afterwards, for it keeps nothing."""
    process = subprocess.Popen(  # noqa: S603 - the program itself, with a name found installed
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    leash.hold(process)
    try:
        yield process
    finally:
        leash.hold(None)
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what it was not told any more
                if pipe is not None:
                    pipe.close()


def _ask_of(process: "subprocess.Popen[str]", texts: Sequence[str]) -> None:
    """Ask a worker what is named in some texts."""
    if process.stdin is None:
        raise OSError("it has no pipes")
    process.stdin.write(json.dumps(texts) + "\n")
    process.stdin.flush()


def _answer(process: "subprocess.Popen[str]", patience: float) -> object:
    """What a worker answers; one that takes too long is killed."""
    if process.stdout is None:
        raise OSError("it has no pipes")
    late = threading.Event()
    watch = threading.Timer(patience, _end, (process, late))
    watch.daemon = True
    watch.start()
    try:
        line = process.stdout.readline()
    finally:
        watch.cancel()
    if not line:
        raise ValueError("it did not answer in time" if late.is_set() else "its process ended")
    return json.loads(line)


def _end(process: "subprocess.Popen[str]", late: threading.Event) -> None:
    """Kill a worker that is late."""
    late.set()
    process.kill()


def _placed(page: Page, spans: Sequence[Span], answer: object) -> list[Heard]:
    """What was heard in some lines, at its place in the page; ValueError when it has none."""
    if not isinstance(answer, list) or len(answer) != len(spans):
        raise ValueError("it answered something else")
    found = []
    for span, named in zip(spans, answer, strict=True):
        for start, end, label in named:
            if not 0 <= start < end <= len(span):
                raise ValueError("it answered a place that is not there")
            if kind := _KINDS.get(label):
                found.append(Heard(page.file, Span(span.start + start, span.start + end), kind))
    return found


def _place_kept(cache: Path, page: Page, pipeline: str) -> Path:
    asked = [
        _FORMAT,
        pipeline,
        version_of(pipeline),
        *(span.of(page.text) for span in _pieces(page)),
    ]
    digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
    return cache / "names" / digest[:2] / f"{digest}.json"


def _kept(cache: Path | None, page: Page, pipeline: str) -> list[Heard] | None:
    """What was kept of a page; None when nothing was, or it cannot be read."""
    if cache is None:
        return None
    try:
        kept = json.loads(_place_kept(cache, page, pipeline).read_text(encoding="utf-8"))
        return _placed(page, list(_pieces(page)), kept)
    except (OSError, ValueError, TypeError):
        return None


def _keep(cache: Path | None, page: Page, pipeline: str, found: Sequence[Heard]) -> None:
    """Keeps what was heard, piece by piece; a folder that cannot be written keeps nothing."""
    if cache is None:
        return
    labels = {"person": "PER", "place": "LOC", "organisation": "ORG"}
    kept = [
        [
            [h.span.start - piece.start, h.span.end - piece.start, labels[h.kind]]
            for h in found
            if piece.covers(h.span)
        ]
        for piece in _pieces(page)
    ]
    place = _place_kept(cache, page, pipeline)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        neighbour = place.with_suffix(f".{os.getpid()}")
        neighbour.write_text(json.dumps(kept), encoding="utf-8")
        neighbour.replace(place)
