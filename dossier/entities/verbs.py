"""Verbs: whether what happens on a weekday is past or to come, by the verb that it goes with.

That is the last verb before it, or, where none is, the first one behind: "a annoncé mardi que les
prix seront gelés" is past, "le vote, a-t-on appris mardi, aura lieu jeudi" is both.
"""

import re
from functools import cache
from typing import NamedTuple


class _Verbs(NamedTuple):
    past: re.Pattern[str]
    ahead: re.Pattern[str]
    aside: re.Pattern[str]
    """What stands between a subject and its verb and has verbs of its own."""
    since: re.Pattern[str]
    """What is said before what is past, up to a weekday: "après les violences à Paris samedi"."""
    onwards: re.Pattern[str]
    """What is said before a weekday from which something is so."""


_PARTICIPLE = (
    r"(?!(?:lieu|peu|droit|part|priori|posteriori|lundi|mardi|mercredi|jeudi|vendredi|samedi|midi)\b)"
    r"[\wà-ÿ-]+(?:é|i|u|û|is|it|ert|int|ort|oint)(?:e|es|s)?\b"
)
_MOVED = (
    "n[ée]|mort|venu|parti|arrivé|allé|entré|sorti|tombé|resté|devenu|revenu|monté|descendu|passé"
    "|parvenu|intervenu|survenu|décédé|retourné|rentré|reparti|apparu|disparu"
)
_BETWEEN = (
    r"(?: (?:été|aussi|déjà|pas|jamais|toutefois|ainsi|encore|enfin|donc|même|tout|toutes?|tous"
    r"|rien|bien|plus|d['’]ailleurs|de nouveau|à nouveau|pour (?:sa|leur) part|en effet"
    r"|en revanche|par ailleurs|de (?:son|leur) côté|quant à (?:lui|elle|eux|elles)"
    r"|(?:lui|elle)-même|à son tour"
    r"|[a-zà-ÿ]{3,}ment))*"
)
_PLANNED = (
    r"(?:prévu|attendu|fixé|programmé|convoqué|annoncé|préparé|espéré|agendé|réclamé|demandé|appelé"
    r"|invité|souhaité|promis|voulu|organisé|maintenu|reporté|annulé|interdit|suspendu)(?:e|es|s)?\b"
)
"""Participles of what is to come or called off: "la marche, prévue samedi"."""
_APPOSED = (
    r"(?:(?!(?:du|plus|tous|vous|nous|sous|dessus|dessous|individu)\b)[\wà-ÿ-]*(?:é|[^ae]u|û)"
    r"|mis|pris|remis|soumis|commis|transmis|réuni|saisi|parti|sorti|dit|fait|écrit|ouvert|mort)"
    r"(?:e|es|s)?\b"
)
_NOT_BEING = r"(?<!est )(?<!sont )(?<!être )(?<!sera )(?<!seront )(?<!soit )(?<!soient )(?<!pas )"
_DONE = (
    rf"{_NOT_BEING}"
    r"(?:survenu|intervenu|paru|disparu|rendu|conclu|commis|remis|découvert"
    r"|perpétré|commencé|entamé|lancé|publié|diffusé|adopté|signé|voté|interpellé"
    r"|agressé|attaqué|opéré|déposé|déclenché|observé|constaté|enregistré|recensé|présenté"
    r"|dévoilé|révélé|retrouvé|incendié|vandalisé|dégradé|pillé|nommé|posté|infligé)"
    r"(?:e|es|s)?\b"
)
"""Participles of what happens once, beside a noun: "les dégâts commis samedi"; no "est reçu"."""
_HELD = (
    r"reçoi(?:t|vent)|(?:s['’])?ouvr(?:e|ent)|t(?:ient|iennent)|repren(?:d|nent)|sor(?:t|tent)"
    r"|ren(?:d|dent)|réuni(?:t|ssent)|compara(?:ît|issent)|intervien(?:t|nent)|entrent? en vigueur"
    r"|(?:début|commenc|affront|accueill|organis|examin|entam|retrouv|convoqu|appell|lanc|dévoil"
    r"|célèbr|achèv|inaugur|défil|particip|assist|jou)(?:e|ent)|préside"
    r"|(?<!est )(?<!tait )(?<!sera )(?<!être )présent(?:e|ent)"
)
"""What is on a weekday that it stands right before, in the present: "il reçoit lundi"."""
_NO_PAST = (
    r"(?!(?:fait|lait|sait|trait|parfait|souhait|extrait|retrait|portrait|attrait|forfait|méfait"
    r"|bienfait|défait|satisfait|refait|imparfait|stupéfait|devait|devaient|allait|allaient)\b)"
)


def _french() -> _Verbs:
    return _Verbs(
        past=re.compile(
            r"\b(?:(?:a|ai|as|avons|avez|ont|avait|avaient|ayant|aurait|auraient|eut|eurent)"
            r"(?:-t)?(?:-(?:il|elle|on|ils|elles))?"
            rf"{_BETWEEN} (?!prévu|programmé){_PARTICIPLE}"
            rf"|(?<=, )(?!{_PLANNED}){_APPOSED}(?= (?:ce )?$)"
            rf"|{_NOT_BEING}{_PARTICIPLE}(?= par )"
            rf"|{_DONE}"
            rf"|avoir{_BETWEEN} {_PARTICIPLE}"
            r"|(?:s['’](?:est|était)|se (?:sont|sera|seraient|étaient|serait)|s['’]étaient)"
            rf"{_BETWEEN} {_PARTICIPLE}"
            r"|(?:être|est|sont|était|étaient|serait|seraient|fut|furent)"
            rf"{_BETWEEN} (?:{_MOVED})(?:e|es|s)?\b"
            rf"|{_NO_PAST}[\wà-ÿ]{{2,}}(?<!r)(?:ait|aient|èrent|irent|urent|inrent)\b)",
            re.IGNORECASE,
        ),
        ahead=re.compile(
            r"\b(?:\w*(?:er|ir|rr|dr|vr|ttr|îtr|aur)(?:a|ont)|fera|sera|feront|seront"
            r"|(?:prévu|attendu|programmé|agendé)e?s?|doit|doivent|devrai(?:t|ent)"
            rf"|(?:{_HELD})(?= (?:dès )?(?:ce )?$)"
            r"|(?:va|vont) (?:se |s['’]|être |[a-zà-ÿ]+ment )?[\wà-ÿ]+(?:er|ir|re|oir))\b",
            re.IGNORECASE,
        ),
        aside=re.compile(r", (?:qui|que|qu['’]|dont|où)\b[^,]*,|«[^»]*»|\"[^\"]*\"|\([^)]*\)"),
        since=re.compile(
            r"\b(?:après|depuis|au lendemain d[eu]s?|à la suite d[eu]s?|suite aux?)"
            r" [^,;:]*(?:, )?$",
            re.IGNORECASE,
        ),
        onwards=re.compile(
            r"\b(?:[aà] partir d[eu]|[aà] compter d[eu]|(?<=[\w»”\",;] )"
            r"(?<!ées )(?<!és )(?<!ée )(?<!é )(?<!u )(?<!us )(?<!ue )(?<!ues )dès) (?:ce )?$",
            re.IGNORECASE,
        ),
    )


def _english() -> _Verbs:
    return _Verbs(
        past=re.compile(
            r"\b(?<!be )(?<!being )"
            r"(?:said|told|was|were|had|did|went|came|took|met|made|held|gave|saw|began|left|spoke|wrote|won|lost|died|fell|ran|led|brought|hit|struck|rose|broke|sent"
            r"|set out|found|shot"
            r"|(?<!the )(?<!a )(?<!an )(?<!its )(?<!his )(?<!her )(?<!their )(?<!of )(?<!for )"
            r"(?!(?:expected|scheduled|planned|slated|need|indeed|speed|feed|seed|hundred|proceed"
            r"|exceed|succeed)\b)(?-i:[a-z]{2,}ed))\b",
            re.IGNORECASE,
        ),
        ahead=re.compile(
            r"\b(?:will|due|expected|scheduled|slated|plans?|planned|(?:is|are) to|to be"
            r"|(?:opens?|begins?|starts?|meets?|visits|hosts|faces|votes|resumes?|appears?|travels?"
            r"|arrives?|takes? place|kicks? off|goes on trial)(?= (?:on |this )?$))\b",
            re.IGNORECASE,
        ),
        aside=re.compile(r", (?:which|who|whose|where)\b[^,]*,|\"[^\"]*\"|“[^”]*”|\([^)]*\)"),
        since=re.compile(r"\b(?:after|since|following) [^,;:]*$", re.IGNORECASE),
        onwards=re.compile(r"\b(?:starting|beginning|effective|as of)(?: on)? $", re.IGNORECASE),
    )


_QUOTED = r"«[^»]*»|\"[^\"]*\"|“[^”]*”|„[^“]*“|»[^«]*«|\([^)]*\)"


def _verbs(past: str, ahead: str, since: str, onwards: str, who: str) -> _Verbs:
    """The verbs of a language that the press writes beside a weekday."""
    flags = re.IGNORECASE
    return _Verbs(
        past=re.compile(rf"\b(?:{past})\b", flags),
        ahead=re.compile(rf"\b(?:{ahead})\b", flags),
        aside=re.compile(rf", (?:{who})\b[^,]*,|{_QUOTED}", flags),
        since=re.compile(rf"\b(?:{since}) [^,;:]*$", flags),
        onwards=re.compile(rf"\b(?:{onwards}) $", flags),
    )


def _german() -> _Verbs:
    return _verbs(
        past=r"sagte|sagten|erklärten?|teilten?|gab|gaben|kam|kamen|ging|gingen|wurden?|hatten?|starb"
        r"|starben|traf|trafen|fand|fanden|begann|begannen|schrieb|nannten?|forderten?|kündigten?"
        r"|stellten?|meldeten?|berichteten?|bestätigten?|verurteilten?|entschied|entschieden|beschloss"
        r"|beschlossen|stimmten?|warnten?|betonten?|lehnten?|räumten?|verhafteten?|nahmen?|reisten?"
        r"|(?:hat|haben|ist|sind) [^.,]*"
        r"(?:ge[a-zäöü]+(?:t|en)|[a-zäöü]+iert|(?:be|er|ver|ent|unter)[a-zäöü]+(?:t|en))",
        ahead=r"wird|werden|soll|sollen|will|wollen|muss|müssen|geplant|vorgesehen|erwartet"
        r"|findet [^.,]*statt|finden [^.,]*statt|tritt|treten|beginnt|beginnen",
        since="nach|seit",
        onwards="ab|von",
        who="der|die|das|dem|den|dessen|deren",
    )


def _spanish() -> _Verbs:
    return _verbs(
        past=r"dijo|dijeron|hizo|hicieron|fue|fueron|tuvo|tuvieron|hubo|dio|dieron|vio|vieron|puso"
        r"|pudo|quiso|vino|trajo|[a-záéíóúñ]{3,}(?:ó|aron|ieron)"
        r"|(?:ha|han|había|habían) [a-záéíóúñ]+(?:ado|ido|to|cho)",
        ahead=r"[a-záéíóúñ]{2,}(?:[aei]rán?|drán?|brán?)|va a|van a|previst[oa]s?|prevén?|deben?",
        since="tras|después del?|desde",
        onwards="a partir del?",
        who="que|quien|cuyo|cuya|donde",
    )


def _italian() -> _Verbs:
    return _verbs(
        past=r"disse|dissero|fu|furono|[a-zàèéìòù]{3,}(?:arono|erono|irono)"
        r"|(?:ha|hanno|aveva|avevano|è|sono|era|erano)(?: [a-zàèéìòù]+)? (?!previst|attes)"
        r"[a-zàèéìòù]{2,}(?:[aiu]t[oaie]|sso|sto|rto|tto|eso|iso)",
        ahead=r"[a-zàèéìòù]{2,}(?:rà|ranno)|previst[oaie]|attes[oaie]|deve|devono|dovrebbero?",
        since="dopo",
        onwards="a partire da|da",
        who="che|cui|dove|il quale|la quale",
    )


def _portuguese() -> _Verbs:
    return _verbs(
        past=r"disse|disseram|fez|fizeram|foi|foram|teve|tiveram|houve|deu|deram|veio|vieram|morreu"
        r"|venceu|perdeu|ocorreu|aconteceu|recebeu|prometeu|decidiu|partiu|pediu|abriu|saiu|caiu|reuniu"
        r"|[a-záâãçéêíóôõú]{3,}(?:ou|aram|eram|iram)|(?:tem|têm|tinham?|havia) [a-zçã]+(?:ado|ido)",
        ahead=r"[a-záâãçéêíóôõú]{2,}(?:[aei]rá|[aei]rão)|será|serão|vai|vão|devem?|previst[oa]s?",
        since="após|depois d[eao]|desde",
        onwards="a partir d[eao]",
        who="que|quem|cujo|cuja|onde",
    )


def _dutch() -> _Verbs:
    return _verbs(
        past=r"zei|zeiden|had|hadden|was|waren|werd|werden|ging|gingen|kwam|kwamen|gaf|gaven|begon"
        r"|begonnen|overleed|stierf|schreef|noemde|besloot|stemde|kondigde|meldde|verklaarde|vond"
        r"|vonden|liet|lieten|trad|viel|vielen|reed|vertelde|bevestigde|eiste|waarschuwde"
        r"|(?:heeft|hebben|is|zijn) [^.,]*"
        r"(?:ge[a-zë]+(?:d|t|en)|(?:be|ver|ont|her|aan|op)[a-z]+(?:d|t|en))",
        ahead=r"zal|zullen|wordt|worden|gaat|gaan|moet|moeten|gepland|verwacht|begint",
        since="na|sinds",
        onwards="vanaf",
        who="die|dat|wie|waar",
    )


_BESIDE = 20
"""Code points that may stand between a verb and a weekday beside it: "a dit le maire samedi"."""
_CLAUSE = re.compile(r",(?! ?$)|\b(?:qu['’]|que|qui|dont|où|that|who|which|dass|che|dat|die)\b")
"""What opens another clause between the two: "hij zei dat de wet vrijdag …"."""
_SAID = re.compile(r"^.*[^\s(][\"»”](?=[, ])")
"""Words of a quotation whose beginning is not seen."""
_FRONT = re.compile(
    r"(?:^|[,;:] )(?:(?:et|mais|or|puis|ainsi|dans|la|le|ce|cette|dès|à|a|partir|compter|de|du"
    r"|jusqu['’]à|and|but|then|on|late|early|by|from|starting|beginning|this|last|next"
    r"|am|im|an|der|und|aber|el|y|pero|los|na|no|e|mas|ma|nel|nella|il|lo"
    r"|op|de|het|en|maar) )*$",
    re.IGNORECASE,
)
"""What stands before a weekday that opens its sentence or clause."""
_OF = {
    "fr": _french,
    "en": _english,
    "de": _german,
    "es": _spanish,
    "it": _italian,
    "pt": _portuguese,
    "nl": _dutch,
}


@cache
def _verbs_of(language: str) -> _Verbs:
    """The verbs of a language; made when they are first asked for, which takes milliseconds."""
    return _OF[language]()


class Verb(NamedTuple):
    """The verb that a weekday goes with."""

    is_ahead: bool
    """Whether it says what is to come; if not, what is past."""
    is_beside: bool
    """Whether it stands just before the weekday, or is the first behind one that opens."""
    end: int
    """Where it ends in what stands before; 0 for one behind."""


def verb_of(before: str, behind: str, language: str) -> Verb | None:
    """The verb that a weekday goes with; None where it is not seen, or in neither tense.

    ``before`` and ``behind`` are what its sentence says on either side.
    """
    if language not in _OF:
        return None
    verbs = _verbs_of(language)
    own = _SAID.sub(_blank, verbs.aside.sub(_blank, before))
    past, ahead = _end(verbs.past, own), _end(verbs.ahead, own)
    if (since := verbs.since.search(own)) is not None:
        past = max(past, since.start())
    if max(past, ahead) >= 0:
        end = max(past, ahead)
        is_beside = len(own) - end <= _BESIDE and not _CLAUSE.search(own, end)
        return Verb(ahead >= past, is_beside, end)
    is_between = before.endswith(", ") and behind.lstrip().startswith(",")
    onwards = verbs.onwards.search(before) is not None
    opens = _FRONT.search(before) is not None and not is_between
    first = _first(verbs, behind) if opens else None
    if first is None and onwards:
        return Verb(is_ahead=True, is_beside=True, end=0)
    return None if first is None else Verb(first, is_beside=True, end=0)


def says_ahead(words: str, language: str) -> bool:
    """Whether words say anywhere that something is to come."""
    return _verbs_of(language).ahead.search(words) is not None


def _end(of: re.Pattern[str], words: str) -> int:
    """Where the last match ends; -1 without any."""
    return max((match.end() for match in of.finditer(words)), default=-1)


def _first(verbs: _Verbs, words: str) -> bool | None:
    """Whether the first verb is ahead; None without any."""
    words = verbs.aside.sub(_blank, words)
    past, ahead = verbs.past.search(words), verbs.ahead.search(words)
    if past is None or ahead is None:
        return bool(ahead) if past or ahead else None
    return ahead.start() <= past.start()


def _blank(words: re.Match[str]) -> str:
    """As many commas: what is left stays where it stands."""
    return "," * len(words[0])
