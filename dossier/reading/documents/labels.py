"""The labels that LexisNexis puts before what it says of a document, in its languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language.folding import fold
from dossier.reading.documents.document import is_copyright

_ROLES = {
    "byline": "byline auteur auteurs autor autoren autore autores author",
    "section": "section rubrique rubrik seccion sezione sectie rubriek secao",
    "title": "headline titre titel uberschrift titular titulo titolo kop",
    "highlight": "highlight encart entrefilet chapeau destacado sommario samenvatting",
    "body": "body corps cuerpo corpo textkorper",
    "url": "url",
    "length": "length longueur lange longitud lunghezza lengte extensao comprimento",
}
"""What a document is asked for, and what that is called; folded."""
_OTHERS = (
    "dateline origine ort-datum datum series serie source quelle column edition load-date update"
    " publication-type pub-type journal-code zeitungs-code document-type subject organization"
    " organisation company ticker industry geographic country state city person type distribution"
    " graphic correction correction-date language publisher issn acc-no category keywords notes"
    " note sujet societe symbole-boursier secteur-activite localisation-geo lieu pays ville"
    " personne personnalite date-chargement date-publication langue type-publication code-revue"
    " illustration graphique date-correction grafik sprache land thema firma idioma fecha-carga"
    " tipo-publicacion grafico tema empresa pais lingua data-caricamento tipo-pubblicazione"
    " grafica taal laad-datum publicatie-type grafiek onderwerp lingua-gem data-de-carga"
)
_BY_NAME = {name: role for role, names in _ROLES.items() for name in names.split()}
_KNOWN = {*_BY_NAME, *_OTHERS.split()}
_LABEL = re.compile(r"(?P<name>[^\W\d_][^:\n]{1,28}?)[ \u00a0]?:(?:\s+|\Z)(?P<value>.*)", re.DOTALL)
_HYPHENED = re.compile(r"[^\W\d_a-zß-öø-ÿ]+(?:-[^\W\d_a-zß-öø-ÿ]+){1,3}")
_HEADED = frozenset(
    {"graphic", "classification", "illustration", "illustrations", "graphique", "grafik"}
    | {"klassifizierung", "clasificacion", "classificazione", "classificatie", "grafico"}
)
"""Words that stand alone over what is said below a text."""
_MANY = frozenset(
    {"graphic", "graphique", "grafik", "grafico", "correction", "subject", "sujet", "notes", "note"}
    | {"illustration", "grafica", "grafiek"}
)
"""Labels that paragraphs may follow."""
FAR = 3
"""Paragraphs that may follow such a label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line, and what it says."""

    name: str
    """Folded, as "load-date"."""
    value: str

    @property
    def role(self) -> str:
        """What the document is asked for that it tells; "" for the rest."""
        return _BY_NAME.get(self.name, "")


def label_of(line: str, *, capitals: bool = True) -> Label | None:
    """The label a line opens with; None for a line of text.

    ``capitals`` is whether the archive writes its labels so, as it did in its older exports.
    """
    match = _LABEL.match(line)
    if not match or (capitals and not match["name"].isupper()):
        return None
    name = fold(match["name"]).strip().replace(" ", "-")
    if name in _KNOWN or (capitals and _HYPHENED.fullmatch(match["name"])):
        return Label(name, match["value"].strip())
    return None


def tail_of(lines: Sequence[str], first: int, *, capitals: bool = True) -> int:
    """Where what is said below a text begins, of lines whose text begins at ``first``."""
    at = len(lines)
    while at > first:
        back = _step(lines, at, first, capitals=capitals)
        if not back:
            return at
        at -= back
    return at


def _step(lines: Sequence[str], at: int, first: int, *, capitals: bool) -> int:
    """How many of the lines above ``at`` stand below the text; 0 when the last of them is text."""
    for back in range(1, min(FAR, at - first) + 1):
        line = lines[at - back]
        label = label_of(line, capitals=capitals)
        if back == 1 and (label or is_copyright(line)):
            return 1
        if fold(line).strip(" :") in _HEADED or (label and label.name in _MANY):
            return back
        if label or is_copyright(line):
            return 0
    return 0
