"""Wording: the titles that the program gives, in the language of the dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language."""

    rest: str
    opening: str
    unnamed: str
    joined: str
    colon: str
    elsewhere: str
    voices: str
    """A topic of people's words."""
    details: str
    """A topic of several things."""
    desks: Mapping[str, str]
    """What the desks of a paper are called, by the names of the frames' files."""

    def told(self, title: str, names: Sequence[str]) -> str:
        """The title and the names that say more, "Réactions : Berlin et Varsovie"."""
        return title + self.colon + self._joined(names)

    def _joined(self, words: Sequence[str]) -> str:
        if len(words) < 2:
            return "".join(words)
        return ", ".join(words[:-1]) + self.joined + words[-1]


FRENCH = Wording(
    rest="Autres points",
    opening="En ouverture",
    unnamed="Sans titre",
    joined=" et ",
    colon=" : ",
    elsewhere="Autres articles",
    voices="Témoignages et réactions",
    details="Contexte et détails",
    desks={
        "facts": "Faits divers",
        "disasters": "Catastrophes et intempéries",
        "justice": "Police et justice",
        "society": "Société",
        "politics": "Politique",
        "money": "Économie",
        "world": "International",
        "culture": "Culture, sports et sciences",
    },
)
ENGLISH = Wording(
    rest="Other points",
    opening="Opening",
    unnamed="Untitled",
    joined=" and ",
    colon=": ",
    elsewhere="Other articles",
    voices="Voices and reactions",
    details="Background and details",
    desks={
        "facts": "News in brief",
        "disasters": "Disasters and weather",
        "justice": "Police and courts",
        "society": "Society",
        "politics": "Politics",
        "money": "Business",
        "world": "World",
        "culture": "Culture, sport and science",
    },
)


def _titles(rest: str, elsewhere: str, opening: str, unnamed: str) -> Wording:
    """The fixed titles of a language in which no others are made."""
    return replace(ENGLISH, rest=rest, elsewhere=elsewhere, opening=opening, unnamed=unnamed)


_ELSEWHERE = {
    "de": _titles("Weitere Punkte", "Weitere Artikel", "Zu Beginn", "Ohne Titel"),
    "es": _titles("Otros puntos", "Otros artículos", "Al comienzo", "Sin título"),
    "it": _titles("Altri punti", "Altri articoli", "In apertura", "Senza titolo"),
    "pt": _titles("Outros pontos", "Outros artigos", "No início", "Sem título"),
    "nl": _titles("Overige punten", "Overige artikelen", "Vooraf", "Zonder titel"),
    "ru": _titles("Прочее", "Другие статьи", "В начале", "Без названия"),
    "uk": _titles("Інше", "Інші статті", "На початку", "Без назви"),
    "ar": _titles("نقاط أخرى", "مقالات أخرى", "في البداية", "بلا عنوان"),
    "zh": _titles("其他要点", "其他文章", "开头", "无标题"),
    "ja": _titles("その他", "その他の記事", "冒頭", "無題"),
}


def wording_of(language: str | None) -> Wording:
    """The phrases for a dossier in that language: its titles stand beside the articles' words."""
    return FRENCH if language == "fr" else _ELSEWHERE.get(language or "", ENGLISH)
