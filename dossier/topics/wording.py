"""Wording: what the topic layer says to the reader, in French or English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language."""

    rest: str
    opening: str
    terms: str
    heading: str
    likeness: str
    neither: str
    by_hand: str
    kept: str
    unnamed: str
    joined: str
    quoted: str
    colon: str
    apart: str
    elsewhere: str
    voices: str
    """A topic of people's words."""
    details: str
    """A topic of several things."""
    desks: Mapping[str, str]
    """What the desks of a paper are called, by the names of the frames' files."""
    stop: str = "."

    def told(self, title: str, names: Sequence[str]) -> str:
        """The title and the names that say more, "Réactions : Berlin et Varsovie"."""
        return title + self.colon + self._joined(names)

    def _joined(self, words: Sequence[str]) -> str:
        if len(words) < 2:
            return "".join(words)
        return ", ".join(words[:-1]) + self.joined + words[-1]

    def listed(self, words: tuple[str, ...]) -> str:
        """The words in quotes, the last one joined by "and"."""
        return self._joined([self.quoted.format(word) for word in words])


FRENCH = Wording(
    rest="Autres points",
    opening="En ouverture",
    terms="Y figurent {}",
    heading="sous l'intertitre {}",
    likeness="proche d'autres phrases de ce thème par {}",
    neither="Rien ne le rattache clairement à un thème",
    by_hand="Placé ici à la main",
    kept="Il y était quand le thème a reçu son titre",
    unnamed="Sans titre",
    joined=" et ",
    quoted="« {} »",
    colon=" : ",
    apart="L'article entier : il partage peu de mots avec les autres",
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
    terms="It has {}",
    heading="under the heading {}",
    likeness="close to other sentences here by {}",
    neither="Nothing ties it clearly to one topic",
    by_hand="Put here by hand",
    kept="It stood here when the topic was given its title",
    unnamed="Untitled",
    joined=" and ",
    quoted="“{}”",
    colon=": ",
    apart="The whole article: it shares few words with the others",
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
    """What titles are made of in a language whose reasons are told in English."""
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
    """The phrases for a dossier in that language: reasons in French or English, titles in its own.

    Titles stand beside the articles' words, and in dossier.toml.
    """
    return FRENCH if language == "fr" else _ELSEWHERE.get(language or "", ENGLISH)
