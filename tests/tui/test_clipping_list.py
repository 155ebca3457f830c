from dataclasses import replace

import pytest

from dossier.clippings import Anchored, clip, find_all_again
from dossier.dossier import Dossier
from tests.hosts import dossier_of_floods
from tui.screens.clipping_list import ORDERS, ClippingList, Order
from tui.screens.grouped_pane import Heading


def listed(dossier: Dossier) -> ClippingList:
    """Quimper's first passage, then two of Brest; the middle one has two tags."""
    brest, quimper = dossier.articles
    spans = [(quimper, 0, ()), (brest, 0, ("eau", "pont")), (brest, 2, ("eau",))]
    kept = [
        clip(article, article.passages[at].span, created="2026-02-04T08:00:00Z", tags=tags)
        for article, at, tags in spans
    ]
    found = ClippingList(dossier)
    found.take(find_all_again(kept, dossier.articles))
    return found


def shape(found: ClippingList) -> list[str]:
    """The rows: headings, and clippings by their first word."""
    return [
        f"[{row.words}]" if isinstance(row, Heading) else row.clipping.exact.split()[0]
        for row in found.rows()
    ]


ROWS: dict[Order, list[str]] = {
    "source": ["[Crue : Brest se prépare]", "Les", "Huit", "[Quimper wakes to water]", "The"],
    "topic": ["[La montée des eaux]", "Les", "The", "[Les secours]", "Huit"],
    "tag": ["[#eau]", "Les", "Huit", "[#pont]", "Les", "[without a tag]", "The"],
    "time": ["The", "Les", "Huit"],
}


@pytest.mark.parametrize("order", ORDERS)
def test_clippings_are_listed_in_four_orders(order: Order) -> None:
    """By source and topic in the dossier's order, by tag in the alphabet's, or as clipped."""
    found = listed(dossier_of_floods())
    found.by(order)

    assert shape(found) == ROWS[order]
    words = sum(len(one.clipping.exact.split()) for one in found.shown())
    assert found.count() == (3, 0, words)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("#pont", ["Les"]),
        ("#eau HUIT", ["Huit"]),
        ("secours", ["Huit"]),
        ("quimper", ["The"]),
        ("2026-02-04 #eau", ["Les", "Huit"]),
        ("zzz", []),
    ],
)
def test_typing_narrows_by_tag_topic_source_and_day(typed: str, rows: list[str]) -> None:
    """Letter by letter and at once the same are listed; a letter taken back brings them back."""
    found = listed(dossier_of_floods())
    found.by("time")
    for end in range(len(typed) + 1):
        found.narrow(typed[:end])
    by_letters = shape(found)
    found.narrow("")
    all_again = shape(found)
    found.narrow(typed)

    assert by_letters == shape(found) == rows
    assert all_again == ROWS["time"]


def test_one_changed_is_found_by_what_it_has_now() -> None:
    """What a clipping is found by follows its note and tags."""
    found = listed(dossier_of_floods())
    first, *rest = found.shown()
    noted = Anchored(replace(first.clipping, note="à revoir"), "held", first.file, first.span)
    found.narrow("revoir")
    before = shape(found)
    found.take((noted, *rest))

    assert before == []
    assert found.shown() == [noted]
