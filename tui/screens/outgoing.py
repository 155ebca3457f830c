"""Outgoing: what leaves by the answers that stand; a part of it shown, all of it written."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from dossier.dossier import Dossier
from dossier.export import Document, Form, Group
from dossier.export.writing import write_files
from dossier.problems import DossierError
from dossier.values import dataclass
from tui.screens.documents import Documents
from tui.screens.leaving import Written, at_each, changed_now, count_of, first_of, texts_of
from tui.telling import failure_told
from tui.wording import say

Step = Callable[[], object]

_SHOWN = 200
"""Quotes that are shown before they are written."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the reader chose."""

    what: str
    """What leaves, as the program knows it."""
    group: Group
    form: Form
    speakers: bool
    """Whether who speaks in a quotation is named."""


class Outgoing:
    """Makes what leaves, whatever the answers; nothing here is a screen's."""

    def __init__(self, dossier: Dossier, documents: Documents, key: Callable[[], str]) -> None:
        """``key`` says which leads back to the text, where files are read again."""
        self._dossier, self._documents, self._key = dossier, documents, key

    def document(self, answers: Answers, step: Step = bool) -> Document:
        """What would be written."""
        made = self._documents.told if answers.speakers else self._documents.untold
        return made(answers.what, answers.group, step)

    def shown(self, answers: Answers, step: Step = bool) -> tuple[Document, str]:
        """What would be written, and as much of the text as is looked at."""
        document = self._documents.untold(answers.what, answers.group, step)
        part = first_of(document, _SHOWN)
        if part is document:
            document = part = self.document(answers, step)
        elif answers.speakers:
            part = self._documents.with_speakers(part, step)
        try:
            text = answers.form.write(part)
        except DossierError as error:  # a template's: its line is told in the text's place
            return document, failure_told(error)
        if part is not document:
            said = say(
                "… and so on: the first {n}; the file has all {many}.",
                n=_SHOWN,
                many=len(document.quotations),
            )
            text += f"\n{said}\n"
        return document, text

    def text(self, answers: Answers, step: Step = bool) -> Iterator[str]:
        """The text that leaves, a piece at a time; DossierError as ``_true``."""
        return at_each(answers.form.written(self._true(answers, step)), step)

    def write(
        self, answers: Answers, file: Path, replaced: Collection[Path], step: Step = bool
    ) -> Written | Exception:
        """Write what leaves; what was written, or why it was not.

        ``replaced`` are the files that the reader agreed to have replaced.
        """
        try:
            document = self._true(answers, step)
            texts = [(one, at_each(of, step)) for one, of in texts_of(answers.form, document, file)]
            write_files(texts, dossier=self._dossier, replace=replaced)
        except (DossierError, ValueError, OSError) as error:
            return error
        said = say("{what} written to {file}.", what=count_of(document), file=file)
        return Written(file, said, answers.group, answers.form.name, answers.speakers)

    def _true(self, answers: Answers, step: Step) -> Document:
        """What would be written.

        DossierError where that is nothing, or a file it is from says something else now.
        """
        document = self.document(answers, step)
        if not (document.sections or document.lost):
            raise DossierError(say("There is nothing to export: clip a passage first."))
        files = dict.fromkeys(article.file for article in document.articles)
        if changed := changed_now(self._dossier, at_each(files, step), self._key()):
            raise DossierError(changed)
        return document
