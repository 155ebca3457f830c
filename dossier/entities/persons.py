"""Which names are one person: joined only on evidence that can be shown.

Surnames must fold alike and given names must agree with **every** name already joined; an initial
or a bare surname attaches last, to one holder, and never links two names to one another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.entities import lexicon
from dossier.entities.folding import fold
from dossier.entities.lexicon import key, listed

_PARTICLES = listed(
    "von van der de la le den el al ben bin ibn di da do dos du des del della dalla zu af abu abou"
    " d'"
)
_SUFFIXES = listed("jr jr. sr sr. ii iii iv fils père junior senior")


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name taken apart."""

    words: str
    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def initials(self) -> bool:
        """Whether all that is given is initials."""
        return bool(self.given) and all(len(g.rstrip(".")) < 2 or "." in g for g in self.given[:1])


@dataclass(slots=True)
class Cluster:
    """The names of one person, with the evidence that joined them."""

    names: list[Named]
    why: list[str] = field(default_factory=list)


def take_apart(name: str) -> Named:
    """A name's given names, surname and suffix."""
    words = name.replace("d'", "d' ").replace("D'", "D' ").split()
    suffix = ""
    if len(words) > 2 and key(words[-1]) in _SUFFIXES:
        suffix = key(words.pop()).rstrip(".")
    if len(words) == 1:
        return Named(name, (), words[0], suffix)
    if words[0].lower() in _PARTICLES and not lexicon.given_names() & {words[0]}:
        return Named(name, (), " ".join(words), suffix)
    for at, word in enumerate(words[1:], 1):
        if word.lower() in _PARTICLES and at < len(words) - 1:
            return Named(name, tuple(words[:at]), " ".join(words[at:]), suffix)
    if len(words) == 2 and _is_given(words[1]) and not _is_given(words[0]):
        return Named(name, (words[1],), words[0], suffix)
    return Named(name, tuple(words[:-1]), words[-1], suffix)


def _is_given(word: str) -> bool:
    return word in lexicon.given_names()


def same_given(one: str, other: str) -> str | None:
    """Why two given names may be one person's; None when they may not."""
    a, b = fold(one), fold(other)
    if a == b:
        return "same given name" if key(one) == key(other) else f"{one} = {other}"
    if len(one.rstrip(".")) < 2 or len(other.rstrip(".")) < 2 or "." in one or "." in other:
        short, long = sorted((one, other), key=len)
        return f"{short} for {long}" if key(one)[:1] == key(other)[:1] else None
    variants = lexicon.given_variants()
    if variants.get(key(one), frozenset()) & variants.get(key(other), frozenset()):
        return f"{one} = {other}"
    return None


def agree(one: Named, other: Named) -> str | None:
    """Why two full names may be one person's; None when they may not."""
    if one.suffix != other.suffix:
        return None
    return same_given(one.given[0], other.given[0])


def join_persons(weights: Mapping[str, int]) -> list[Cluster]:
    """The full names that are one person's; ``weights`` says how often each is met."""
    named = [take_apart(name) for name in sorted(weights, key=lambda n: (-weights[n], n))]
    full = [n for n in named if n.given]
    buckets: dict[str, list[Cluster]] = defaultdict(list)
    clusters: list[Cluster] = []
    for name in sorted(full, key=lambda n: n.initials):
        bucket = buckets[surname_key(name.surname)]
        fits = [(c, why) for c in bucket if (why := _fits(name, c))]
        if len(fits) == 1:
            cluster, why = fits[0]
            cluster.why.append(f"{name.words} = {cluster.names[0].words}: same surname, {why}")
            cluster.names.append(name)
        else:
            clusters.append(Cluster([name]))
            bucket.append(clusters[-1])
    return clusters


def surname_key(surname: str) -> str:
    """What surnames that are spellings of one another share."""
    words = [w for w in surname.replace("d'", "").split() if w.lower() not in _PARTICLES]
    return " ".join(fold(w) for w in words) or fold(surname)


def _fits(name: Named, cluster: Cluster) -> str | None:
    """Why the name agrees with every name of the cluster; None when it does not."""
    reasons = [agree(name, other) for other in cluster.names]
    return None if None in reasons else reasons[0]


def holders(name: Named, clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters whose surname a bare name is."""
    wanted = surname_key(name.words)
    return [c for c in clusters if any(surname_key(n.surname) == wanted for n in c.names)]


def by_given(name: str, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters with a member of that given name, or with that word in the middle."""
    wanted = fold(name)
    return [c for c in clusters if any(wanted in map(fold, n.words.split()[:-1]) for n in c.names)]
