r"""Words of abuse: tables of patterns, pure functions.

The line: somebody who asks *how to do* the harm is blocked; somebody who fears it, wants to
recognise it or asks what is allowed is not. So a pattern of evasion or spying counts only when the
asker is the one who would do it, and never when the sentence is about recognising or preventing.
Patterns are in verbose form: white space in them means nothing, `\s` is a space.
"""

from __future__ import annotations

import re
import unicodedata

_FLAGS = re.IGNORECASE | re.DOTALL | re.VERBOSE


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, _FLAGS) for pattern in patterns)


_CONTROLS = r"""(exportcontrole|exportregels|exportverbod|exportvergunning|uitvoervergunning
    |douane(controle)?|sanctie\w*|embargo\w*|meldplicht|meldingsplicht|vifo|bti
    |bureau\stoetsing\sinvesteringen|investeringstoets\w*|toezicht(houder)?|screening
    |export\scontrol\w*|sanctions?|customs|investment\sscreening|licen[cs]e|vergunning
    |veiligheidstoets|notification)"""
_EVADE = r"""(omzeil\w*|ontduik\w*|ontwijk\w*|ontlop\w*|te\sslim\saf|om\sde\stuin|misleid\w*
    |verdoezel\w*|buiten\sbeeld|onder\sde\sradar|verborgen|verberg\w*|verhul\w*|verzwijg\w*|stiekem
    |ongemerkt|foppen|vervals\w*|bypass\w*|evad\w*|circumvent\w*|get\saround|avoid\sdetection|hide
    |conceal|smokkel\w*|smuggl\w*
    |zonder\sdat\s.{0,40}(merk\w*|ziet|zien|weet|weten|ontdek\w*|opval\w*|erachter))"""
_OFFICE = r"""\b(douane|cdiu|bti|aivd|mivd|overheid|inspectie|toezichthouder\w*|politie|olev|loket
    |rvo|ministerie|bank|notaris|customs|authorit\w+|government|bureau|licen[cs]e\scheck|screening
    |inspector\w*|police)"""
_UNSEEN = rf"""\b(zonder\sdat|zodat|opdat|so(\sthat)?|without)\b .{{0,30}} {_OFFICE} .{{0,40}}
    \b(merk\w*|zie\w*|weet|weten|wete|doorheeft|door\sheeft|doorkrijgt|ontdek\w*|opmerk\w*|snapt
      |erachter|achterhal\w*|catch\w*|notic\w*|see\w*|know\w*|find\w*|detect\w*)"""
_UNTRACED = r"""\b(zodat|opdat|zonder\sdat|so(\sthat)?|without)\b .{0,30}
    \b(niemand|iemand|nobody|no\sone|anyone)\b .{0,30}
    \b(terugvind\w*|terug\s(kan|te)\svinden|traceer\w*|traceren|achterhaal\w*|achterhalen|opspoor\w*
      |nagaan|naspeur\w*|trac(e|es|ing)\b)"""
_SPY = r"""(omko(op|cht)\w*|omkopen|brib(e|es|ing)|bespioneer\w*|bespioneren|spioneer\w*|spioneren
    |afluister\w*|hack(en)?\b|inbreken|binnendring\w*|afkijken|stelen|steel\b|ontfutsel\w*|aftappen
    |spy\son|steal|hack\sinto|wiretap|infiltr\w*)"""
_RIVAL = r"""(concurrent\w*|ander(e)?\sbedrij\w*|competitor\w*|rival\w*|ex-werkgever
    |vorige\swerkgever|mijn\sbaas|klant(en)?|hun\b|their\b|zijn\s(server|laptop|mail))"""

_HIDES_FROM_OFFICE, _LEAVES_NO_TRACE, _EVADES, _NAMES_CONTROL, _SPIES, _NAMES_RIVAL, _SNEAKS = (
    _compiled(
        _UNSEEN,
        _UNTRACED,
        _EVADE,
        _CONTROLS,
        _SPY,
        _RIVAL,
        rf"""\b(ongemerkt|stiekem|heimelijk|in\shet\sgeheim|onopgemerkt|unnoticed|secretly)\b
        .{{0,80}} {_RIVAL}""",
    )
)
_ASKS_HOW, _SPEAKS_OF_SELF, _IS_WORRIED = _compiled(
    r"""\b(hoe|help|geef|manier|truc\w*|tips?|stappen\w*|leg\suit|schrijf|maak|kun\sje|kan\sik
        |kunnen\swe|how|give|write|way\sto|best\sway|can\si|can\swe)\b""",
    r"\b(ik|wij|we|mij|ons|onze|mijn|me|i|my|our|us)\b",
    r"""(herken\w*|doorzie\w*|voorkom\w*|bescherm\w*|tegengaan|tegen\sgaan|beveilig\w*|signal\w*|waarschuw\w*
        |word(en|t)?\s(ik|wij|we|onze?|er)|bang|zorgen|verdacht|mag\s(ik|dat|je)
        |is\s(dat|het)\s(verboden|strafbaar|legaal)|recogni[sz]e|prevent|protect|detect|suspicious
        |worried|am\si\sallowed|liable|aansprakelijk\w*|without\s(intending|meaning|knowing)|is\sit\s(legal|allowed|illegal)|niet\s(willen|wil)|per\songeluk
        |proberen\s(ze|klanten|anderen)|ons\s(willen\s)?(be|hack|af|sp))""",
)


def is_harmful(text: str) -> bool:
    """True when the asker wants to evade a control or to spy on somebody."""
    if _HIDES_FROM_OFFICE.search(text):
        return True
    if _IS_WORRIED.search(text):
        return False
    if _LEAVES_NO_TRACE.search(text) and _SPEAKS_OF_SELF.search(text):
        return True
    if not (_ASKS_HOW.search(text) and _SPEAKS_OF_SELF.search(text)):
        return False
    evades = _EVADES.search(text) and _NAMES_CONTROL.search(text)
    spies = _SPIES.search(text) and _NAMES_RIVAL.search(text)
    return bool(evades or spies or _SNEAKS.search(text))


def hidden_text(text: str) -> str:
    """Return what is written in Unicode tag characters, which no reader sees."""
    return "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) <= 0xE007E)


def visible_text(text: str) -> str:
    """Return the text without tag, control and formatting characters; white space is folded."""
    kept = (
        " " if c.isspace() else c
        for c in unicodedata.normalize("NFC", text)
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn")
    )
    return " ".join("".join(kept).split())
