"""A small dossier on a flood, made by hand: nothing of it from the seeds."""

from dataclasses import replace
from datetime import date

from dossier.article import Article, Block, BlockKind, Passage
from dossier.dossier import Dossier
from dossier.entities import Entity, EntityKind, Found, Mention
from dossier.language.sentences import find_sentences
from dossier.spans import Span
from dossier.topics import Extract, Topic

FLOOD = (
    ("headline", "La Seille déborde et coupe deux routes"),
    ("furniture", "Partager Commenter"),
    ("paragraph", "La rivière est sortie de son lit dans la nuit. Le pont de bois a été emporté."),
    ("heading", "Les secours"),
    ("paragraph", "Jeanne Martin, maire de Vallières, a fait évacuer 120 habitants mardi."),
    ("item", "- deux écoles sont fermées ;"),
    ("item", "- le gymnase accueille les familles jusqu'à la fin de la semaine au moins."),
    ("quote", "« Nous n'avions rien vu de tel », dit Mme Martin."),
    ("furniture", "À lire aussi : la crue de 1910"),
)
COUNCIL = (
    ("paragraph", "Le conseil de Vallières vote mercredi 2 millions d'euros pour un pont neuf."),
    ("paragraph", "Mme Martin veut une digue. L'opposition juge le plan tardif."),
)
WEATHER = (
    ("headline", "Encore trois jours de pluie"),
    (
        "paragraph",
        "La pluie tombera jusqu'à vendredi. La Seille restera haute, prévient Météo-Est.",
    ),
    ("paragraph", "Aucune route ne rouvrira avant samedi."),
)


def article_of(file: str, blocks: tuple[tuple[BlockKind, str], ...], **known: object) -> Article:
    """An article put together from its blocks, a blank line between them."""
    text = ""
    made: list[Block] = []
    passages: list[Passage] = []
    heading: Span | None = None
    for kind, words in blocks:
        span = Span(len(text), len(text) + len(words))
        text += words + "\n\n"
        made.append(Block(kind, span))
        if kind == "heading":
            heading = span
        if kind in ("paragraph", "item", "quote"):
            sentences = tuple(find_sentences(words, Span(0, len(words))))
            moved = tuple(Span(s.start + span.start, s.end + span.start) for s in sentences)
            passages.append(Passage(len(passages) + 1, kind, span, moved, heading))
    article = Article(file, text, tuple(made), tuple(passages), language="fr")
    return replace(article, **known)  # type: ignore[arg-type]  # the fields a test knows


def topic_of(title: str, *parts: tuple[Article, str], rest: bool = False) -> Topic:
    """A topic whose extracts are those words of those articles."""
    extracts = []
    for article, words in parts:
        start = article.text.index(words)
        extracts.append(Extract(article.file, Span(start, start + len(words)), 1.0, why="by hand"))
    return Topic(title, tuple(extracts), rest=rest)


def entity_of(name: str, kind: EntityKind, articles: tuple[Article, ...], *words: str) -> Entity:
    """An entity mentioned wherever one of the words stands."""
    mentions: list[Mention] = []
    for article in articles:
        for word in words:
            at = article.text.find(word)
            while at >= 0:
                span = Span(at, at + len(word))
                if not any(m.file == article.file and m.span.overlaps(span) for m in mentions):
                    mentions.append(Mention(article.file, span, kind, "by hand"))
                at = article.text.find(word, at + 1)
    return Entity(name, kind, words, tuple(sorted(mentions, key=lambda m: (m.file, m.span))))


def make_flood() -> Dossier:
    """Three articles on a flood, three topics, six entities."""
    flood = article_of(
        "flood.txt",
        FLOOD,  # type: ignore[arg-type]  # mypy widens the literal kinds
        title="La Seille déborde et coupe deux routes",
        outlet="Le Républicain",
        published=date(2026, 2, 3),
    )
    council = article_of("council.txt", COUNCIL, outlet="Est-Presse")  # type: ignore[arg-type]
    weather = article_of(
        "weather.txt",
        WEATHER,  # type: ignore[arg-type]
        title="Encore trois jours de pluie",
        byline="P. Noël",
        updated=date(2026, 2, 4),
    )
    articles = (flood, council, weather)
    topics = (
        topic_of(
            "La crue",
            (flood, "La rivière est sortie de son lit dans la nuit."),
            (flood, "Jeanne Martin, maire de Vallières, a fait évacuer 120 habitants mardi."),
            (weather, "La Seille restera haute, prévient Météo-Est."),
        ),
        topic_of(
            "Le pont",
            (flood, "Le pont de bois a été emporté."),
            (council, COUNCIL[0][1]),
        ),
        topic_of("Autres points", (council, "L'opposition juge le plan tardif."), rest=True),
    )
    found = Found(
        (
            entity_of("Jeanne Martin", "person", articles, "Jeanne Martin", "Mme Martin"),
            entity_of("Vallières", "place", articles, "Vallières"),
            entity_of("Seille", "place", articles, "Seille"),
            entity_of("Météo-Est", "organisation", articles, "Météo-Est"),
            entity_of("mardi", "date", articles, "mardi"),
            entity_of("120 habitants", "figure", articles, "120 habitants"),
        )
    )
    return Dossier("La crue", articles, language="fr", found=found, topics=topics, analysed=True)
