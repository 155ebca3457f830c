"""What each line of an article is: headline, byline, heading, paragraph, furniture.

``structure_article`` is the door for plain text, ``assemble_article`` for formats that tell their
parts. The rules stand one a file; ``table.RULES`` is their order.
"""

from dossier.article import Article
from dossier.structure.cutting import open_page
from dossier.structure.marked import Piece, assemble_article
from dossier.structure.particulars import Particulars
from dossier.structure.table import RULES, Rule, build_article, find_blocks

__all__ = ["RULES", "Particulars", "Piece", "Rule", "assemble_article", "structure_article"]


def structure_article(file: str, text: str) -> Article:
    """The article that a plain text is; never fails."""
    return build_article(file, text, *find_blocks(open_page(text), RULES))
