"""Evidence: whether the words that are to leave are still those of their files.

A dossier is shown before its files are looked at, and files change while one reads: what is shown
follows, a moment later. What leaves is looked at then.
"""

from collections.abc import Iterable, Iterator

from dossier.dossier import Dossier
from dossier.on_demand import ArticlesOnDemand
from dossier.reading.files import path_of


def changed_since(dossier: Dossier, files: Iterable[str]) -> Iterator[str]:
    """Those of the articles' files that say something else than was read.

    A file that is not there any more, or cannot be read, contradicts nothing.
    """
    if dossier.folder is None:
        return
    for file in files:
        path = path_of(dossier.folder, file)
        try:
            raw = path.read_bytes() if path.is_file() else None
        except OSError:
            raw = None
        if raw is not None and not _is_as_read(dossier, file, raw):
            yield file


def _is_as_read(dossier: Dossier, file: str, raw: bytes) -> bool:
    articles = dossier.articles
    if isinstance(articles, ArticlesOnDemand) and articles.is_as_read(file, raw):
        return True
    from dossier.reading import read_article

    text = dossier.article(file).text
    return any(article.text == text for article in read_article(file, raw).articles)
