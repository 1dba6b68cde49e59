r"""Harmful wishes: tables of patterns on plain text (lower case, no accents).

A text is a harmful wish when somebody asks for a way (`_ASKS_A_WAY`) to one of the acts, and does
not ask how to recognise, prevent, report or bear it (`_PROTECTS`).
Patterns are in verbose form: white space in them means nothing, `\s` is a space.
"""

from __future__ import annotations

from assistant.abuse_text import compiled

# --- who asks, and what for -----------------------------------------------------------------

_SELF = r"(ik|'k|we|wij|je|jij|men|ge|gij|u|i|you)"
# "hoe ga ik om met", "hoe herken ik": a question of somebody who meets the harm, not who does it.
_DEFENDS = r"""(merk\w*|zie|zien|weet|weten|herken\w*|ontdek\w*|reageer\w*|handel|ga|gaan|meld\w*
    |controleer\w*|onderzoek\w*|bewijs\w*|bespreek|bespreken|weiger\w*|achterhaal|check\w*|toets\w*
    |beveilig\w*|bewaak|signaleer\w*|waarschuw\w*|beoordeel\w*|voldoe\w*|bescherm\w*|voorkom\w*
    |werkt|werken|lang|vaak|strafbaar|ernstig|erg|streng|zwaar|wapen\w*|stop|stoppen|verklein\w*
    |herstel\w*|meet|leer\w*|vertel\w*|kom\s(ik|je|we|wij)\s(erachter|er\sachter)\s(of|dat|wie))"""
_DEFENDS_EN = r"""(recogni[sz]e|detect|spot|prevent|protect|report|respond|react|know|tell\s(if
    |whether)|check|verify|avoid\sbeing|deal|handle|find\sout\s(if|whether)|secure|stop|refuse)"""
_ASKS_A_WAY = compiled(
    rf"""\bhoe\s(?!{_DEFENDS}\b)\w+\s{_SELF}\b
    | \bhoe\s(het\s|dat\s|da\s)?{_SELF}\b | \bhoe\s(dan|verstop|verberg|omzeil)\b
    | \bhow\s(do|can|could|would|should|might|to|2|best|does\sone)\b
      (?!\s((i|we|you|one)\s)?{_DEFENDS_EN}\b)
    | \b(geef|schrijf|verzin|bedenk|maak|formuleer|verklap|adviseer|noem|richt|regel|zeg\seens|zet|ontwerp
        |leg\s(me\s|mij\s|eens\s|ons\s)?uit|laat\s(me|mij|ons)\szien|stel\s(eens|een|me|mij|voor)
        |zorg|herschrijf|vertel|help\s(me|mij|ons|eens|even|een|om)|(kun|kan|wil|zou)\s(je|jij)
        |(kunt|wilt|zou)\s(u|ge)|kunde|(zouden|willen|kunnen)\sjullie|mij\s(te\s)?helpen
        |mij\seens\szeggen)\b
    | \b(give|write|suggest|rewrite|draft|find\s(me|us)|tell\s(me|us)|teach|help\s(me|us)|make|plan
        |can\s(you|u|my)|could\s(you|my)|any\schance|is\sthere\sa\s(way|trick)|i\s(want|need)|plant
        |strip|best\sway|way\sto|ways\sto|looking\sfor|should\si|show\s(me|us))\b
    | \b(ik|wij|we)\s(\w+\s){{0,2}}?(wil|willen|ga|gaan|zou|zouden|zoek|zoeken|moet|hoef)\b
    | \b(wil|willen|ga|gaan|zoek|zoeken)\s(ik|wij|we)\b
    | \bwat\s(voor|is\sde\s(beste|slimste|makkelijkste)|kost\sdat|schrijf|zet|vul|vertel|zeg)\b
    | \b(welke?|via\s\w+|waar|waarmee|wie|bij\swie|wat)\b .{{0,70}} \b(ik|we|wij|je|men|mij|ons)\b
    | \b(what|which|where|who)\b .{{0,60}} \b(i|we|you|would\san|us|me)\b
    | \b(tips|trucs?|trucje|ideeen|suggesties|stappenplan|stap\svoor\sstap|manier\som|tricks?)\b"""
)[0]
# Always on the protective side, whatever else the text says.
_PROTECTS = compiled(
    r"""herken\w* | \bvoorkom\w*\b(?!\s(dat|ik\sdat)\s) | bescherm\w* | tegengaan | tegen\sgaan
    | \bbeveilig(en)?\b(?!\s(uit|plat)) | \bsignal(en|eren|eert)\b | waarschuwingssig | waarschuw\b
    | \bvoorkom\w*\s(ik\s|wij\s|we\s|je\s)?dat\s(iemand|klanten|mijn\sklant|een|medewerkers|wij|ik
        |onze?|anderen|concurrenten|mijn\s|criminelen|hackers|spionnen|personeel|werknemers|derden)
    | \b(bang|bezorgd|ongerust|zorgen\sover|zorgen\smaken|wantrouw\w*|vertrouw\s(ik\s)?(het|dit
        |hem|haar)\sniet)\b
    | verdacht\w* | vermoed\w*\s(dat|ik) | \bik\svermoed | phishingtest | \bslachtoffer
    | \bword(en|t)?\s(ik|wij|we|onze?|er)\b .{0,40} \bge\w+
    | \bmag\s(ik|dat|je|het|een|hij|zij|ze|mijn|de|onze|zoiets|er)\b | \bmogen\b | \btoegestaan\b
    | \bis\s(dat|het|dit|zoiets|zulk|hier)\b .{0,12} \b(verboden|strafbaar|legaal|wettelijk|normaal
        |verplicht|in\sorde|erg|riskant)
    | \b(strafbaar|aansprakelijk\w*|boete|straf)\b | \bbij\swie\s(kan|moet|meld)\b
    | \b(moet|moeten)\s(ik|wij|we)\b(?!\s(zeggen|zijn))
    | \bwat\s(moet|kan|kunnen|moeten)\s(ik|wij|we)\s(nu\s|dan\s|hier)?(doen|tegen|ertegen)
    | \bwat\snu\b | \bwat\sdoe\s(ik|je)\s?(nu|dan|hier|erm|daarm|met|als|tegen)?\w*\s?([?.,]|$)
    | \b(aan|bij)\swie\s(vertel|meld|kan\sik) | \bwaar\s(kan\sik|meld|moet)\b .{0,30} \bmeld\w*
    | \b(weiger|weigeren|geweigerd|weigerde|wil\sik\sniet|wil\sniet\smee|willen\s(wij|we)\sniet|niet
        \swil(len)?|klokkenluider\sben|meldpunt|aangifte\sdoen|per\songeluk|foutje|geen\sopzet)\b
    | \b(rechtzet\w*|corriger\w*|herstell\w*|eerlijk|netjes|op\seen\snette|volgens\sde\sregels
        |legaal|journalist|workshop|oefening|training|toolbox)\b
    | \b(proberen|probeert|probeerde)\s(ze|klanten|anderen|iemand|hij|een) | \bons\s(willen\s)?
        (be|hack|af|sp)\w* | \b(iemand|ze|hackers)\s(wil|willen|hebben|heeft|proberen|probeert)\b
    | \b(bij|van|aan)\sons\b .{0,30} \b(gestolen|gehackt|ingebroken|weggehaald)
    | \b(ik|wij|we)\s(kreeg|kregen|ontving\w*|krijgen|ontdekte\w*|vond\w*|merkten?|zagen?|hoorden?)\b
    | \b(recogni[sz]e|prevent|protect\w*|detect(?!ed|ion)\w*|suspicious|suspect\w*|worried|afraid
        |legal|illegal|liable|allowed|warning\ssigns?|red\sflags?|may\s(i|we)|refus\w+|whom\scan
        |what\snow|next\ssteps|by\smistake|accident\w*|reporting|report\s(it|this|him|her)|punish\w*
        |do\s(i|we)\shave\sto|must\s(i|we)|without\s(intending|meaning|knowing)|honest\w*|lawful\w*
        |we\s(got|were|received|noticed|found)|(wants|asked|told|offered|proposed)\s(me|us)\sto)\b"""
)[0]

# --- the acts -------------------------------------------------------------------------------

_OFFICE = r"""\b(douan\w*|cdiu|bti|aivd|mivd|overheid|inspecti\w*|toezicht\w*|politie|olev|loket|rvo
    |ministerie|bank|notaris|accountant\w*|verzekeraar|keurmeester|autoriteit\w*|instantie\w*|fiscus
    |belastingdienst|controleur\w*|exportcontroleur|ambtenaar|ambtenaren|vergunningverlener|toets
    |toetsings\w*|compliance\w*|onderzoekers?|recherche|rechter|customs|authorit\w+|government
    |bureau|regulator\w*|licen[cs]e\scheck|screen\w*|inspector\w*|police|auditor\w*|investigator\w*
    |export\speople|officials?|filter|moderatie|den\shaag)\b"""
_CONTROL = r"""(exportcontrole|exportregels|exportverbod|exportvergunning|uitvoervergunning|catch-?all
    |douane(controle)?|sanctie\w*|embargo\w*|kennisembargo|meldplicht|meldingsplicht|vifo|bti|melding
    |bureau\stoetsing\sinvesteringen|investeringstoets\w*|toezicht(houder)?|screening|toets
    |export\s?control\w*|export\s(rules|ban|people|ppl)|sanctions?|customs|investment\s(screening
    |review)|licen[cs]e|vergunning\w*|veiligheidstoets|notification|clausule|dual-?use|cdiu|regels
    |naamscreening|compliance\w*|the\sembargo|lijsten|blacklist)"""
_PAPER = r"""(factu\w*|paklijst\w*|pakbon\w*|vrachtbrie\w*|\w*certifica\w*|\w*verklaring\w*|formulier\w*
    |meldformulier|aangifte\w*|aanvra\w*|contract\w*|cv|notulen|\w*logboek\w*|register\w*|dossier\w*
    |papier\w*|document\w*|boekhouding|administratie|bon|bonnen|reparatiebon|stempel\w*|omschrijving\w*
    |label\w*|etiket\w*|typeplaatje\w*|serienummer\w*|gs-?code|goederencode|diploma\w*|referenties
    |ontheffing\w*|vergunning\w*|herkomst|bewijs\w*|rapport\w*|screenshot\w*|polis|brief|akte|verslag\w*
    |invoice\w*|manifest|declaration\w*|certificate\w*|paperwork|minutes|form|records?|label\w*|serial
    |end-?user\w*|statement\w*|licen[cs]e\w*|permit|packing\slist|approval|bill\sof\slading|resume
    |references|diploma|receipts?|waybill|report|logbook)"""
_RIVAL = r"""\b(concurrent\w*|rivaal|rivalen|de\sburen|ander(e)?\s(bedrij\w*|firma)|tegenpartij
    |leverancier\w*|zakenpartner|(ex-|oud-|vorige\s|oude\s)werkgever|mijn\sbaas|mijn\scollega
    |een\scollega|klant(en)?|hun|hen|competitor\w*|rival\w*|supplier\w*|their|our\spartner
    |former\semployer|old\s(employer|job)|my\s(boss|colleague|coworker)
    |(zijn|haar|his|her)\s(server|laptop|mail|account|telefoon|phone|computer|wachtwoord))\b"""
_GOODS_OF_MIND = r"""(recept|recepten|receptuur|formules?|tekening\w*|blauwdruk\w*|ontwerp\w*|broncode
    |klantenlijst\w*|klantenbestand\w*|klantgegevens|prijzen|prijslijst\w*|offertes|data|gegevens
    |bestanden|mappen|monsters|geheimen|bedrijfsgeheim\w*|knowhow|know-how|stukken|notulen|agenda
    |wachtwoord\w*|recipe|formula|drawings?|blueprints?|designs?|source\scode|customer\s(list|base
    |database)|files|secrets?|price\slist|bid|cad|plans|passwords?|documents|schematics|samples)"""

_NOTICES = r"""(merk\w*|zie|ziet|zien|weet|weten|wete|doorheeft|doorheb\w*|door\she\w*|doorkrijg\w*
    |ontdek\w*|opmerk\w*|snap\w*|erachter|achter\skom\w*|achterhal\w*|opval\w*|opvalt|gevonden
    |vindt|vinden|in\sde\sgaten|argwaan|achterdocht|alarm|lucht\skrijg\w*|doos\sopendoet
    |catch\w*|notic\w*|see|sees|know\w*|find\w*|detect\w*|realis\w*|suspect\w*|tell)"""
# Read also when the text has a protective word: it names the office that must not see.
_HIDES_FROM_OFFICE = compiled(
    rf"""\b(zonder\sdat|zodat|opdat|so(\sthat)?|without)\b (?!.{{0,30}}\b(weet|ziet|snapt)\sdat)
    .{{0,30}} {_OFFICE} .{{0,40}}
    \b(merk\w*|zie\w*|weet|weten|wete|doorheeft|door\sheeft|doorkrijgt|ontdek\w*|opmerk\w*|snapt
      |erachter|achterhal\w*|catch\w*|notic\w*|see\w*|know\w*|find\w*|detect\w*)\b""",
    rf"""\b(voorkom\w*|vermijd\w*)\b .{{0,15}} \bdat\b .{{0,12}} {_OFFICE} .{{0,40}}
    \b(merkt|ziet|ontdekt|erachter|vindt|lucht)\b""",
)
_CONCEALS = (
    # without anybody seeing it
    rf"""\b(zonder\sdat|opdat|without)\b .{{0,30}}
        (\b(niemand|iemand|ze|zij|hij|men|het|dat|dit|er|anyone|anybody|them|him|her)\b|{_OFFICE})
        .{{0,40}} \b({_NOTICES}|vragen|herleid\w*|te\sherleiden|questions|asking)\b""",
    r"""\bwithout\s(\w+\s){0,2}(being\s(seen|caught|noticed|traced|detected)|getting\scaught
        |leaving\s(\w+\s){0,2}(trace|trail|track|record)s?|a\s(paper\s)?(trace|trail)|raising)\b""",
    r"""\bzonder\s(sporen|spoor|papieren\sspoor|argwaan|op\ste\svallen|betrapt|gezien|gesnapt)\b""",
    # nobody sees, finds, asks
    rf"""\b(niemand|geen\s(mens|hond|haan|kip)|nobody|no\sone)\b\s?
        (het|dat|er|iets|hier|daar|ooit|een|hoeft|mag|zal|kan|naar|will|can|ever|a)?\s?(\w+\s){{0,2}}
        ({_NOTICES}|vergunning|kraai\w*|terugvind\w*|terug\s(kan|te)\svinden|traceer\w*|traceren
          |opspoor\w*|nagaan|naspeur\w*|herleid\w*|vragen|trace\w*|asks?)\b""",
    rf"""\b(zodat|zo\sdat|dat|opdat|so|so\sthat)\b .{{0,12}} {_OFFICE} .{{0,40}}
        \b(niet|niks|niets|nooit|geen|never|nothing|not|doesn't|won't|can't)\b .{{0,25}}
        \b({_NOTICES}|struikel\w*|aanslaat|vraagt|vragen|tegenhoudt|pakt)\b""",
    rf"""\b(niet|nooit|never|not|niks|niets)\b .{{0,20}} \b(gevonden|herleid\w*|herleiden|traceerbaar
        |opval\w*|opvalt|op\svalt|struikel\w*|te\svinden|ontdekt)\b .{{0,12}} (wordt|is|worden|kan
        |door\s{_OFFICE}|[?.]|$)""",
    r"\b(het\sminst|minst)\s(op|opvall\w*|verdacht)\b | \bvallen?\b .{0,20} \bhet\sminst\sop\b",
    r"""\b(mag|hoeft|hoeven|mogen|moet)\b .{0,25} \b(niet|niks|niets|nooit)\b .{0,15}
        \b(weten|merken|ontdekken|achter\skomen|erachter|zien|in\sbeeld)\b""",
    # quietly, out of sight
    rf"""\b(ongezien|ongemerkt|stiekem|onopvallend|stilletjes|heimelijk|onopgemerkt|het\sstilst|geruisloos
        |in\shet\sgeheim|unnoticed|undetected|secretly|covertly|untraceabl[ey]|discreetly)\b .{{0,80}}
        ({_RIVAL}|\b{_GOODS_OF_MIND}\b|\b(mee\b|export\w*|uitvoer|lever\w*|stuur|verstuur|betaal
        |regel|update|schijf|handtekening|opne\w+|filmen|ship\w*|pay\w*|copy))""",
    rf"""({_RIVAL}|\b{_GOODS_OF_MIND}\b|\b(export\w*|uitvoer\w*|verhand\w+|lever\w*|verstuur\w*
        |stuur|schijf|overhandig\w*|ship\w*|pay\w*|copy)) .{{0,60}}
        \b(ongezien|ongemerkt|stiekem|onopvallend|stilletjes|heimelijk|onopgemerkt|unnoticed
        |undetected|secretly|untraceabl[ey]|niet\sop\sof|discreetly|without\sbeing)\b""",
    rf"""({_OFFICE}|\b{_PAPER}\b|\b(geldschieter|eigenaar|koper|investeerder|financier|geldgever
        |opdrachtgever|ubo|belanghebbende|eindgebruiker|bestemming|owner|investor|buyer|zending|deal
        |update|owner|vracht)\b) .{{0,100}}
        \b((uit|buiten)\s(beeld|schot|zicht|de\sboeken)|onder\sde\sradar|off\s(every|the|any|all)\s
        (record|books?|radar|paper)|off\spaper|out\sof\s(sight|the\spicture)|under\sthe\sradar
        |uit\s(het|de|ons)\s(dossier|register|boeken|stukken|administratie|papieren))\b""",
    r"""\b(keep\w*|hide|conceal|bury|mask|withhold)\b .{0,70} \b(from\s(finding|knowing|noticing|seeing)
        |off\s(every|any|all)\s|from\s(the\s)?(regulator|customs|authorit|auditor|bank|inspector
        |government|bti|screening)|the\s(phone\scalls|trail|owner|origin|link|ties|payments?))""",
    r"""\b(won't|can't|cannot|doesn't|never|not)\s(show\sup|be\straced|tell\swho|trace|see\sit
        |lead\sback)\b""",
    rf"""\b(verberg\w*|verstop\w*|verhul\w*|verdoezel\w*|verzwijg\w*|wegmoffel\w*|maskeer\w*|camoufleer\w*
        |verdonkeremaan\w*|achterhoud\w*|weglaat|weglaten|weg\slaten|laat\s(ik|we)\sweg|hide|conceal)\b
        .{{0,80}} ({_OFFICE}|\b{_PAPER}\b|\b(eigenaar|koper|herkomst|bestemming|eindgebruik\w*|banden
        |betaling|geld|verleden|zending|belang|link|dat\s(ik|wij|we|het|hij|er)|owner\w*|origin))""",
    rf"""({_OFFICE}|\b(eigenaar|koper|herkomst|bestemming|eindgebruik\w*|banden|betaling|geld|verleden
        |belang|militair\w*|werkelijk\w*|echte)\b) .{{0,60}}
        \b(verberg\w*|verstop\w*|verhul\w*|verdoezel\w*|verzwijg\w*|wegmoffel\w*|maskeer\w*
        |camoufleer\w*|achterhoud\w*|weglaat|weglaten|weg\slaten)\b""",
)
_FORGES = (
    # a false paper
    rf"""\b(vals|valse|nep|nep-?\w+|fake|forge\w*|fictie\w*|verzonnen|verzin|verzinnen|vervals\w*|namaak
        |namaken|nabootsen|bogus|phony|imitate|antedat\w+|antidat\w+|backdat\w+|bij\selkaar\sverz\w+
        |fabriceer\w*|uit\smijn\sduim|fingeer\w*|gefingeerd\w*)\b .{{0,50}} \b{_PAPER}\b""",
    rf"""\b{_PAPER}\b .{{0,60}} \b(verzin|verzinnen|vervals\w*|na\s?maken|nabootsen|in\selkaar\s(te\s)?
        (flans|knutsel|zet)\w*|antedater\w*|antidater\w*|backdat\w+|forge|fake|imitate|fingeer
        |fingeren|fabriceren|knippen\sen\splakken|photoshop\w*|aanpassen\szodat|opkalefater\w*)\b""",
    rf"""\b(bouw\w*|maak|maken|opzet\w*|zet|build|set\sup|make|verzin\w*|bedenk\w*|schrijf)\b .{{0,50}}
        \b(nep|valse?|fake|schijn|zogenaamde?)[-\s]?(profiel\w*|website|site|vacature\w*|bedrij\w*
          |account\w*|firma|profile|job|company|contract\w*|klant|opdracht)""",
    r"""\b(nep|fake|schijn)[-\s]?(profiel\w*|website|vacature\w*|bedrijf|account|firma|profile|job
        |company|interview|injury)\b .{0,80} \b(bouw\w*|maak|maken|opzet\w*|build|set\sup|trap\w*
        |in\strappen|get)\b""",
    r"""\b(oude|andere|eerdere|valse|verkeerde|vroegere|earlier|old|wrong|false|past)\s(datum|date)\b
        | \bterug\s?dat\w+""",
    rf"""\b(briefpapier|handtekening|stempels?|logo|zegel|letterhead|signature|stamps?)\b .{{0,30}}
        \b(van\s(het|een|de|elk)|of\s(the|an?|every))\b .{{0,25}}
        ({_OFFICE}|\b(consulaat|inspecteur|minister|overheid|ambassade|consulate|consul)\b)""",
    r"""\b(goedkeurings?|vergunnings?|ontheffings?|referentie|kenmerk|dossier|approval|licen[cs]e
        |reference|permit)[-\s]?(nummer|number|code)s?\b .{0,60}
        \b(lijkt|doorstuur\w*|verzin\w*|echt|real|forward|looks|fake|use|nep|voor\sin)\b""",
    r"\b(fake|forge|verzin|bedenk|make\sup|invent)\b .{0,25} (number|nummer|nrs?)\b",
    # a paper for what was never done
    rf"""\b({_PAPER})\b .{{0,120}} \b(hebben\swe\s(niet|niks)|(niks|niets|niet|nooit)\s(gecheckt
        |gecontroleerd|gedaan|gebeurd|uitgevoerd)|in\swerkelijkheid|in\shet\secht|die\szijn\ser\swel
        |isn't\strue|not\strue|niet\swaar|nooit\sgebeurd|terwijl\s(ik|we|wij)\s(\w+\s)?weet|weten
          \sdat\shet\sanders|ook\sal\s(klopt|is)|never\s(did|happened)|niet\sgedaan\shebben|as\sif)\b""",
    rf"""\b(in\swerkelijkheid|in\shet\secht|in\sfeite|eigenlijk|terwijl\s(ik|we|wij|het)\s\w+)\b .{{0,80}}
        \b(rakett?\w*|militair\w*|wapen\w*|leger|drones?|nachtkijker\w*|verboden|anders\szit)\b""",
    # declare as something else, lower, elsewhere
    rf"""\b(aangeef|aangeven|opgeef|opgeven|geef\s(ik|we)|omschrij\w*|beschrij\w*|declareer\w*|noem\w*
        |label\w*|factureer\w*|factuur|boek\w*|verklaar|inpak\w*|verpak\w*|registre\w*|declare
        |describe|label|invoice|relabel|misdeclare|book)\b .{{0,60}}
        \b((veel\s)?(lagere?|te\slage?|kleinere)\s(waarde|bedrag|prijs)|lager\s(dan|op|aan)|onder\seen\s
          andere|als\s(iets\sanders|speelgoed|schroot|gestolen|reparatie|monster\w*|onderdelen)
          |een\sander\sland|andere\s(naam|bestemming|herkomst|eigenaar)|vager?e?|lower\svalue
          |something\selse|different\s(owner|country|origin)|onschuldig\w*|harmless|onherkenbaar)\b""",
    r"\b(waarop|waar\s\w*op|met)\seen\sander\s(land|adres)\b .{0,20} \b(staat|dan|of)\b",
    r"\bonder\s(de\snoemer|het\smom|de\svlag|een\svalse\snaam|valse\snaam)\b",
    # it must look like what it is not
    rf"""\b(laat|laten|maak|moet|zodat|zo\sdat|waarin|die|make|makes?)\b .{{0,70}}
        \b(lijkt|lijken|uitziet|uit\smoet\szien|uitzien|eruitziet|klopt\sklinkt|klinkt|sounds?\slike
          |looks?\slike|look|appear)\b
        (?!\s(mij|me|het\s(mij|me|erop|verstandig)|ons|u|je|dat\b|wel\sof|verdacht|misleidend))
        .{{0,25}} (onschuldig|gewoon|echt|normaal|op\seen|innocent|harmless|real|genuine|normal
          |an?\s\w+|[?.,]|$|of\b|alsof)""",
    r"""\b(die|het|dat|er|code)\b .{0,12} \b(onschuldig|onverdacht|civiel|ongevaarlijk)\b .{0,15}
        \b(uit\s?zi\w+|lijk\w*|klink\w*|overkom\w*)""",
    r"""\b(ik|we|wij|ons|doen|geef|beschrij\w*|schrijf|omschrijf|let's|laten\swe)\b .{0,70}
        (\balsof\b|\bas\s(though|if)\b)(?!\s(ik|je|wij|we|het\svoor)\s)
        (?!.{0,30}\b(kind|leek|vijf|tien|ouder)\b)""",
    r"\bhoe\b .{0,60} \b(believable|overtuigend\sover|geloofwaardig\w*)\b",
    r"""\b(plausibel|geloofwaardig|waterdicht|sluitend|overtuigend|believable|plausible|convincing)\w*\b
        .{0,30} \b(verhaal|verklaring\svoor|smoes|civiel|gebruik|reden|alibi|story|excuse|cover
        |voor\sde\s(vergunning|douane|toets))""",
    r"""\b(verhaal|story|smoes|alibi)\b .{0,40} \b(waterdicht|sluitend|geloofwaardig|overtuigend
        |kloppend|believable|airtight|watertight)\b""",
    r"""\b(schone|andere|nieuwe|tweede|valse)\snaam\b .{0,70} \b(opduik\w*|papier|lijst\w*|filter|zoek
        |niet|proberen|treffer|herken)""",
    rf"""\b(spel|schrijf|verander|wijzig|pas)\b .{{0,40}} \b(naam|namen|name)\b .{{0,30}}
        \b(filter|screening|treffer|lijst|niet\spakt|match)\b""",
)
_LIES = (
    rf"""\b(mislei\w*|voorlieg\w*|voorgelogen|lieg|liegen|leugens?|smoes|smoezen|dwaalspoor|om\sde\stuin
        |voor\sde\sgek|wijsmak\w*|wijs\smak\w*|op\sde\smouw|foppen|beduvel\w*|bedonder\w*|zand\sin\sde
        |mislead|deceive|fool|lie\sto|lying)\b .{{0,100}} {_OFFICE}""",
    rf"""{_OFFICE} .{{0,100}} \b(mislei\w*|voorlieg\w*|lieg|liegen|leugens?|smoes|smoezen|dwaalspoor
        |om\sde\stuin|voor\sde\sgek|wijsmak\w*|wijs\smak\w*|op\sde\smouw|van\sde\sdomme|volhouden|foppen
        |beduvel\w*|bedonder\w*|met\slege\shanden|mislead|deceive|fool|lie\sto|graag\sho(or|re)\w*)\b""",
    r"""\b(bedenk|verzin|geef|noem|welke|wat\svoor|goede|make\sup|invent|give)\b .{0,25}
        \b(smoes|smoezen|leugens?|uitvlucht\w*|alibi|dekmantel|excuses?\swaarom|cover\sstory|lies)\b""",
    r"""\b(wat|welk\w*)\s(vertel|zeg|antwoord|verhaal)\b .{0,30} \b(ik|we|wij)\b .{0,40}
        \bals\s(ze|de\s(douane|politie|inspectie|controle|bank))\b""",
    r"""\b(allemaal|iedereen)\s(moet\s)?(hetzelfde|dezelfde)\b .{0,12} \b(zeg\w*|verkla\w*|verhaal)""",
    r"""\b(kleiner|mooier|beter|onschuldiger|gunstiger)\s(voor\s?(te\s)?stel\w*|voorstel\w*|voordoe\w*
        |laten\slijken)\b""",
    r"\b(van\sde\sdomme|gunstige\svoorstelling)\b | \bhet\sis\sgeen\sleugen\b",
    r"""\bblame\b .{0,25} \b(land|fall|on\s(someone|the|an|my))\b
        | \b(schuld|verdenking)\b .{0,30} \b(afschuif\w*|schuif|schuiven|op\seen\sander|in\s(de|zijn)\sschoenen)""",
)
_EVADES = (
    rf"""\b(omzeil\w*|ontduik\w*|ontwijk\w*|ontlop\w*|ontkom\w*|onderuit|te\sslim\saf|om\sde\stuin|omheen
        |overslaan|oversla|buiten\sbeeld|onder\sde\sradar|onder\suit|voor\sde\sgek|bypass\w*|evad\w*
        |circumvent\w*|(get|go|work|slip)\s(around|past|round|by)|dodg\w*|avoid\sdetection|smokkel\w*
        |smuggl\w*|sidestep|skirt|tricks?\s(the|past))\b .{{0,60}} \b{_CONTROL}\b""",
    rf"""\b{_CONTROL}\b .{{0,60}} \b(omzeil\w*|ontduik\w*|ontwijk\w*|ontlop\w*|ontkom\w*|onderuit|omheen
        |te\sslim\saf|om\sde\stuin|overslaan|oversla|buiten\sbeeld|onder\sde\sradar|onder\suit|pakkans
        |voor\sde\sgek|niks\svan\shoeft|niet\saan\shoe\w+|handig\som\w*|omzeilt|langs\s(te\s)?kom\w*
        |bypass\w*|evad\w*|circumvent\w*|get\s(around|past)|dodg\w*|smokkel\w*|smuggl\w*|makkelijkst)\b""",
    r"\b(handig|slim|creatief|soepel)\s(er\s)?(om\s?heen|omgaan|mee\somgaan)\b | \bpakkans\b",
    # under a threshold on paper
    r"""\b(splits\w*|opsplits\w*|opknip\w*|knip|verdeel|verdelen|opdel\w*|spreid\w*|spreiden|split\w*
        |slip\w*|opbreek|stuk\w*|pakket\w*|hou\w*|blijf|blijven|break\sup|keep)\b .{0,100}
        \b((net\s)?onder\s(de|een|het)\s(\w+\s)?(drempel\w*|grens\w*|limiet|meldgrens|meldplicht|procent)
          |(just\s|slips?\s(just\s)?)?(under|below)\s(the\s|a\s|every\s)?(\w+\s)?(threshold|limit)
          |klein\sgenoeg\sop\spapier|niemand\seen?\s(vergunning|vragen)|geen\shaan)\b""",
    r"\bop\spapier\b .{0,25} \bin\shet\secht\b | \bin\shet\secht\b .{0,25} \bop\spapier\b",
    # across the border
    r"""\bhoe\b .{0,15} \b(krijg|breng|vervoer|stuur|voer|verstuur|loods|verpak|varen|vervoeren)\b .{0,80}
        \b(het\sland\s(uit|in)|de\sgrens\sover|over\sde\sgrens|langs\sde\s(douane|controle)|binnen\b
          |door\sde\s(douane|scan\w*|controle)|weg\b|embargo\w*|gesanctioneerd\w*|verboden\s\w+)""",
    r"""\b(welke?|via)\b .{0,25} \b(land|buurland|route|haven|luchthaven|grensovergang|omweg|tussenland)\b
        .{0,90} \b(makkelijkst\w*|minst|soepelst|ongemerkt|minste|zwakst\w*|kies\w*|zonder|niet)\b""",
    r"""\b(how|find|which|where)\b .{0,60} \b(ship|sell|send|deliver|get|re-?rout\w+|export|end\sup|supply)\b
        .{0,70} \b(sanctioned|embargoed|banned|blacklisted|restricted|in\s(belarus|russia|iran))\b""",
    r"""\b(geen|weinig|no|few)\s(lastige\s|moeilijke\s|vervelende\s|kritische\s|awkward\s|difficult\s)?
        (vragen|questions)\b .{0,8} \b(stel\w*|asked|ask)""",
    r"\b(stel\w*|ask|asks)\b .{0,6} \b(geen|no|few)\b .{0,12} \b(vragen|questions)\b",
    r"""\b(smokkel\w*|verstop\w*|verberg\w*|verpak\w*|meenemen|meeneem|hide|smuggl\w*|pack)\b .{0,80}
        \b(scanner|rontgen\w*|x-?ray|speurhond\w*|niks\sverraa\w*|handbagage|dubbele\sbodem|lading|zending
        |container|kist|border|customs|grens)\b""",
    r"\b(schip|boot|vessel|ship)\b .{0,30} \b(transponder|ais)\b .{0,15} \b(uit|off)",
    # front men
    r"""\b(strom[ae]n\w*|katvanger\w*|front\s?man|straw\sman|nominee|brievenbusfirma|schijnconstructie
        |schijnfirma|lege\s(bv|vennootschap)|tussenla\w+|dekmantel|shell\scompan\w+|front\scompany
        |letterbox\scompany|tussenschakel|tussenfirma|schijnbv)\b .{0,140}
        \b(zodat|zonder|niet|niemand|voor\s(mij|ons)|nodig\sheeft|doorgrond\w*|lastigst\w*|opzet\w*
          |doet\swat|until|so\s(that)?|for\s(me|us)|hide\w*|behind|stem\w*|verborgen|nergens|keep\w*)\b""",
    r"""\b(ertussen|tussenpersoon|handelsfirma|constructie|schijnconstructie|trust|cascade)\b .{0,60}
        \b(nergens|zodat\s(op\spapier|de|het|niemand)|onzichtbaar|niet\ste\sachterhalen|uit\sbeeld
        |op\spapier)\b""",
    r"""\b(neven|neef|nicht|zwager|broer|zus|vrouw|zoon|vader|moeder|schoonvader|familie|vriend|kennis
        |cousin|brother|wife|friend|uncle)\b .{0,90}
        \b(op\s(zijn|haar|hun)\snaam|schone\snaam|voor\smij\sstem\w*|stuurt\shet\sdoor|for\sme\swhile
        |hold\s(the|my)\sshares|in\sname\sonly|op\spapier)\b""",
    r"""\b(op|in)\snaam\svan\s(mijn|een|zijn)\b .{0,80} \b(zodat|maar|terwijl|zonder|niemand|eigenlijk)\b""",
    r"""\b(niet|nergens|liever\sniet)\b .{0,60} \bin\shet\s(ubo-?)?register\b
        | \bbelanghebbende\b .{0,80} \b(vermijd\w*|ontwijk\w*|niet\sin)\b""",
    r"""\b(stallen|parkeren|parkeer|onderbrengen|park)\b .{0,60} \b(meestem\w*|toch|tot\s(de|het)|until
        |zeggenschap|blijf|blijven)\b""",
    r"\bkeep\s(on\s)?calling\sthe\sshots\b | \b(clean|friendly)\s(name|nominee)\b",
    r"\b(uiteindelijke?|final|end)\s?-?(koper|gebruiker|buyer|user)\b .{0,60} \b(theoreti\w+|vaag|open|blank)\b",
)
_DESTROYS = (
    r"""\b(wis|wissen|uitwis\w*|opruim\w*|verwijder\w*|poets\w*|wegwerk\w*|vernietig\w*|erase|wipe|scrub
        |cover|remove)\b .{0,30} \b(sporen|spoor|traces|tracks|trail)\b
        | \b(sporen|spoor)\b .{0,40} \b(wis\w*|uitwis\w*|opruim\w*|verwijder\w*|wegpoets\w*)\b""",
    rf"""\b(wis|wist|wissen|vernietig\w*|weg\s?gooi\w*|gooi|verwijder\w*|shred\w*|versnipper\w*|delete|destroy
        |wipe\w*|scrub|erase|kwijt\w*|verdwijn\w*|disappear|verbrand\w*|opruim\w*)\b .{{0,90}}
        (\b(inspectie|controle|doorzoeking|inval|audit\w*|onderzoek(ers)?\s(kom\w*|begin\w*|langs)|raid
          |investigat\w*|forensic\w*|inspection|screens?|toetsing|can't\stell)\b|{_OFFICE})""",
    rf"""(\b(inspectie|doorzoeking|inval|audit\w*|raid)\b|{_OFFICE}) .{{0,90}} \b(wis|wissen|vernietig\w*
        |weg\s?gooi\w*|shred\w*|delete|destroy|wipe\w*|scrub|kwijt\sraken|verbrand\w*|versnipper\w*)\b""",
    r"""\b(log\w*|logs|mails?|bewijs\w*|metadata|berichten|evidence|jaren|ties|banden|verleden|werkervaring)\b
        .{0,50} \b(laten\sverdwijnen|verdwijnen|kwijt\s?raken|disappear|verdonkeremanen)\b""",
    r"""\b(tweede|dubbele|schaduw)\s?-?(boekhouding|administratie)\b | \bsecond\sset\sof\sbooks\b""",
    r"""\b(melding|incident\w*|lek|datalek|brief|letter)\b .{0,50} \b('?kwijt\s?(te\s)?ra\w+'?|stil\s?hou\w*
        |onder\sde\spet|lost\sin\sthe\spost|in\sde\sdoofpot|nooit\sontvangen)\b""",
    r"\b(strip|remove|verwijder|wis|vijl)\b .{0,40} \b(author|creation\sdate|watermerk|watermark|serienummer\w*|auteur|metadata)\b",
    r"\b(serienummer\w*|typeplaatj\w*|label\w*|logo)\b .{0,50} \b(vijl\w*|wegvijl\w*|afhaal|afhalen|verwijder\w*|weghal\w*|onleesbaar)\b",
)
_TAKES = (
    # what is locked away for others
    rf"""\b(krijg|kom|lees|meelez\w*|meelees|te\spakken|achter|onderschep\w*|kraak|kraken|hack\w*|bemachtig\w*
        |aftap\w*|afluister\w*|inlog\w*|log|open|ontgrendel|get|read|crack|guess|raad|phish\w*|intercept)\b
        .{{0,60}} \b(wachtwoord\w*|inloggegevens|mailbox|mail|e-mail|telefoon|whatsapp|account|laptop|passwords?
        |inbox|credentials|phone|server|netwerk)\b .{{0,20}} \b(van|of|from)\s
        (mijn|een|de|het|hun|iemand|zijn|haar|'?s|my|a|the|their|someone)
        (?!\s?(eigen|bedrijf\s|webshop|zaak|own))""",
    r"""\b(wachtwoord\w*|mailbox|mail|telefoon|account|inlog\w*|password|inbox|phone)\b .{0,40}
        \b(van|of)\s(mijn|een|de|hun|my|a|the|their)\s[\w&'-]+ .{0,40}
        \b(te\spakken|afluister\w*|meelez\w*|kraken|hacken|onderschep\w*|aftap\w*|bemachtig\w*|kom\sik)\b""",
    rf"""\b(bespioneer\w*|bespioneren|spioneer|spioneren|afluister\w*|hack|hacken|inbreken|breek\s\w+\sin
        |binnendring\w*|afkijken|stelen|steel|ontfutsel\w*|aftappen|spy\son|steal|hack\sinto|wiretap|bug
        |infiltr\w*|ontvreemd\w*|buitmaken|loskrijg\w*|los\skrijg\w*|krijg\w*\s.{{0,30}}\slos|meepik\w*
        |mee\swil\spikken|uithoren|uithoor|hand\sover)\b .{{0,80}} ({_RIVAL}|\b{_GOODS_OF_MIND}\b)""",
    rf"""({_RIVAL}|\b{_GOODS_OF_MIND}\b) .{{0,80}} \b(bespioneer\w*|bespioneren|spioneren|afluister\w*|hacken
        |inbreken|binnendring\w*|afkijken|stelen|ontfutsel\w*|aftappen|steal|wiretap|infiltr\w*|ontvreemd\w*
        |loskrijg\w*|los\s(te\s)?krijg\w*|krijg\w*\s.{{0,30}}\slos|uithoren|uithoor|hand\sover|wegkap\w*
        |plat\s?(te\s)?(leg|gooi)\w*|uitschakel\w*)\b""",
    rf"""\b(hoe|wat|how|what|kom|krijg)\b .{{0,60}} \b{_GOODS_OF_MIND}\b .{{0,40}} \b(van|of|from|bij)\s
        (mijn\s|een\s|de\s|my\s|a\s|the\s|onze\s|our\s)?
        (concurrent\w*|rivaal|buren|tegenpartij|ex-werkgever|competitor\w*|rival\w*|ander(e)?\s\w+)\b""",
    rf"""\b(filmen|fotografeer\w*|fotograferen|opnemen|vastleg\w*|kopieer|kopieren|photograph|record|copy|film)\b
        .{{0,80}} \b(drone|bril\w*|verborgen|concurrent\w*|rival\w*|competitor\w*|hun|traced|opval\w*)\b""",
    rf"""({_RIVAL}|\b(drone|bril-?camera|verborgen\scamera|microfoon\w*)\b) .{{0,80}}
        \b(filmen|fotografeer\w*|fotograferen|vastleg\w*|vastgelegd|opnemen|photograph|afkijk\w*)\b""",
    # at the door on the way out
    rf"""\b(vertrek|vertrekken|ontslag|laatste\s(werk)?dag\w*|pasje|wegga|weg\sga|overstap\w*|ex-werkgever
        |uitgezet|oude\swerkgever|leaving|leave|resign\w*|last\sday|quit|fired|nieuwe\s(baan|werkgever))\b
        .{{0,200}} \b(klant\w*|code|broncode|bestanden|\w*bestanden|schijf|\w*schijf|usb\w*|tekening\w*
        |ontwerp\w*|database|files|data|customer\w*|drive|uithalen)\b .{{0,80}}
        \b(meene\w+|kopieer|kopieren|ongezien|zonder|niets\sziet|stiekem|uithalen|overzet\w*|ontwerp\w+
        |take\swith|copy|download|export|niet\sopval\w*)\b""",
    r"""\b(meene\w+|kopieer|kopieren|overzet\w*|doorstur\w*|download\w*|copy|take)\b .{0,60}
        \b(klanten(lijst|bestand)\w*|broncode|ontwerp\w*|tekeningen|customer\s(list|data\w*)|source\scode)\b
        .{0,80} \b(vertrek\w*|wegga|weg\sga|ontslag|concurrent|nieuwe\s(baan|werkgever|bedrijf)|before\si
        |leave|quit|new\s(job|employer))\b""",
    # under a false flag
    r"""\b(me|mij|ons|mezelf|mijzelf)\s(\w+\s){0,4}?(voor\s?(te\s)?doe\w*|uit\s?(te\s)?ge\w+)\b
        | \b(doe|geef)\s(ik\s)?(me|mij|mezelf)\s(voor|uit)\b | \bals\s\w+\sposeren\b | \bposeer\w*\b
        | \bnoem\s(ik\s)?(mezelf|mijzelf|me)\b .{0,30}""",
    r"""\b(impersonat\w+|pos(e|ing)\sas|pretend(ing)?\sto\sbe|pass\smyself\soff|under\sa\sfalse)\b""",
    r"""\bdoen\salsof\s(ik|we|wij)\b | \bovertuig\w*\b .{0,60} \bdat\sik\s(van|de|een)\b""",
    r"""\b(schrijf|maak|stel|write|draft|opstel\w*)\b .{0,40} \b(mail\w*|bericht\w*|sms\w*|message|e-mail|brief)\b
        .{0,60} \b(zogenaamd|namens\s(hun|de)|wachtwoord\w*|klikt|klikken|sounds\slike|password|lijkt\ste
        \skomen|phish\w*|looks\slike|credentials)\b""",
    # tools
    r"""\b(schrijf|write|maak|bouw|make|build|programmeer|code|create|geef|koop|gebruik)\b .{0,30}
        \b(malware|virus|keylogger|ransomware|trojan|exploit|spyware|rootkit|worm)\b""",
    r"""\b(server\w*|website|webshop|netwerk|systeem|site|productie)\b .{0,25}
        \b(plat\s?(te\s)?(leg|gooi)\w*|lam\s?(te\s)?leg\w*|ddos\w*|take\sdown|crash|ontregel\w*|saboteer\w*)\b""",
    r"""\b(microfoon\w*|tracker|gps-?\w*|zender\w*|spyware|keylogger|camera\w*|afluisterapparaat\w*|usb\s?-?stick)\b
        .{0,70} \b(plak|verstop\w*|plaats\sik|onder\s(zijn|haar|hun)\s|people\sopen|niet\sgevonden|car\spark)\b""",
    r"\b(krijg|plak|plaats|hang|verstop|plant|hide|put)\b .{0,25} \b(tracker|microfoon\w*|zendertje|bug|gps\w*|usb\sstick)\b",
    r"\bafluister\w*\b .{0,40} \b(wat\skost|bij\swie|hoe|waarmee)\b",
    # stolen goods
    r"""\b(gelekte?|gestolen|gehackte?|buitgemaakte?|stolen|leaked|hacked|'gekregen')\b .{0,100}
        \b(koop|kopen|betaal|aanschaf\w*|buy|purchase|redraw|pass\sas|anoniem|verhandel\w*|ontgrendel\w*
        |gebruiken\szonder|download\sik)\b""",
    r"""\b(koop|kopen|buy|purchase|ontgrendel|get\shold\sof)\b .{0,40} \b(gelekte?|gestolen|gehackte?|stolen
        |leaked|hacked|versleutelde)\b""",
    r"""\b(gaatje|lek|achterdeur|kwetsbaarheid|hole|backdoor)\b .{0,40} \b(buren|concurrent\w*|rival\w*|hun)\b
        .{0,60} \b(benut\w*|gebruik\w*|binnen|use|exploit)\b""",
)
_USES_PEOPLE = (
    rf"""\b(omko\w+|steekpenning\w*|smeergeld|extraatje|envelopp?e?\w*|toestop\w*|toe\s?stoppen|cadeautje|bribe\w*
        |kickback|thank-you|onder\stafel|under\sthe\stable|fooi|attentie|vriendendienst)\b .{{0,90}}
        ({_OFFICE}|{_RIVAL}|\b(douanier|gemeente|inkoper\w*|technicus|engineer|port|his\sbank|opvalt
        |vergunning\w*)\b)""",
    rf"""({_OFFICE}|{_RIVAL}|\b(douanier|keurmeester|gemeente|inkoper\w*|technicus|engineer|port\sauthority
        |vergunning\w*)\b) .{{0,90}} \b(omkoop|omkopen|omkoping|gevoelig\svoor|smeergeld|steekpenning\w*
        |extraatje|bribe|kickback|toestop\w*|koop\s.{{0,30}}\som|thank-you|under\sthe\stable)\b""",
    r"\b(andere\skant\sop\s(te\s)?kijk\w*|look\s(the\sother\sway|away)|oogje\sdicht\w*)\b",
    r"\b(iedereen|everyone)\s(heeft|has)\s(een|zijn|a|his|their)\s(prijs|price)\b",
    r"\b(koop|kopen)\b .{0,50} \bom\b\s?[,.?] ",
    r"""\bhoe\b .{0,70} \b(onder\sdruk|chanteer\w*|chanteren|intimideer\w*|afhankelijk|klem|bang)\b
        | \b(kan|zal)\sik\b .{0,40} \bonder\sdruk\szet\w*""",
    r"\b(hem|haar|hen|ze|iemand|him|her|them)\b .{0,25} \b(chanter\w*|onder\sdruk\szet\w*|afhankelijk\ste\smaken|blackmail)\b",
    r"""\bhoe\b .{0,60} \b(zwijg\w*|zijn\smond\shoud\w*|haar\smond|niet\snaar\sde\s(toezicht|politie|inspectie)\w*)\b""",
    r"\b(threaten|scares?|blackmail|pressure)\b .{0,60} \b(inspector|official|witness|whistle\w*|him|her|them|engineer)\b",
    r"""\b(zover|zo\sver)\b .{0,10} \bdat\b .{0,30} \b(meene\w+|doorge\w+|kopieer\w*|lekt|doorspeel\w*|stuurt|steelt
        |verklapt|vertelt|geeft)\b""",
    r"""\b(doorspe\w+|doorgeven|doorgeeft|hand\sover|aanbreng\w*|report\sto)\b .{0,70} \b(buitenland\w*|vrienden
        |concurrent\w*|ambassade|consulate?|recipe|beloning|foreign)\b""",
    r"""\b(ambassade|consula\w+|embassy|inlichtingendienst|buitenlandse\sdienst)\b .{0,60} \b(betaalt\s(goed|mij)
        |pays|aanbreng\w*|willing\sto\sreport|wil\sik|asked\sto\sfind)\b""",
    r"""\b(werf|rekruteer|ronsel|recruit|aanwer\w*|asked\sto\sfind)\b .{0,70} \b(technici|onderzoeker\w*|phd|promovend\w*
        |studenten|engineers?|students|medewerkers)\b .{0,70} \b(informatie|doorspe\w*|report|spionn?e\w*|embassy|consul\w*|stukken)""",
    r"\b(dronken|drunk)\b .{0,50} \b(recept|geheim|praat|los|talk|secret)\b",
    r"\bvertrouwen\s(te\s)?win\w*\b .{0,100} \b(afhankelijk|informatie|gebruik\w*|uithor\w*|stukken)\b",
    r"\b(laten|laat)\ssollicit\w*\b .{0,60} \b(concurrent|buren|om\ste|rivaal)\b",
    r"\b(prepaid|wegwerptelefoon|burner|cash\sbetal\w*)\b .{0,100} \b(gevoelige\sstukken|ontmoet\w*|bron\b|overdracht|vergeten)\b",
    r"\b(gokschuld\w*|schulden|gambling|zwakte|zwakke\splek|weakness|dirt)\b .{0,60} \b(bring\sthat\sup|gebruik\w*|use|benut\w*|hoe|aanbreng\w*)\b",
)
# A story in which the working recipe is asked for.
_TELLS_IT_AS_A_STORY = (
    r"""\b(roman|verhaal|film\w*|thriller|toneel\w*|acteurs|ficti\w+|hypothetisch|stel\sdat|novel|story|hypothetical\w*
        |paper|scriptie)\b .{0,120} \b(omzeil\w*|om\sde\stuin|voor\sde\sgek|smokkel\w*|embargo\w*|dodge|evade|smuggl\w*
        |bribe|omko\w+|hack\w*|vervals\w*|steelt|stelen)\b .{0,140}
        \b(echt\swerkt|gedetailleerd|exact\w*|precies|stap\w*|naspelen|route|kies\w*|dates|in\sdetail|works)\b""",
    r"""\b(roman|verhaal|film\w*|thriller|acteurs|ficti\w+|novel|story|hypothetical\w*|paper)\b .{0,60}
        \b(exact|precies\w*|gedetailleerd|detailed|step\w*|sequence)\b .{0,80} \b(omzeil\w*|om\sde\stuin|voor\sde\sgek
        |smokkel\w*|dodge|evade|smuggl\w*|bribe|omko\w+|hack\w*|vervals\w*|stelen|steal)\b""",
)
_ACTS = compiled(
    *_CONCEALS,
    *_FORGES,
    *_LIES,
    *_EVADES,
    *_DESTROYS,
    *_TAKES,
    *_USES_PEOPLE,
    *_TELLS_IT_AS_A_STORY,
)
_SPELLED_OUT = compiled(
    r"(omzeil|ontduik|smokkel|bespioneer|omkoop|vervals|bypass|circumvent|smuggle).{0,25}"
    r"(export|sanctie|douane|concurrent|controle|vergunning|customs|sanction|licen)"
)


def wishes_harm(plain: str) -> bool:
    """True when the asker of plain text wants to deceive, evade, spy or take."""
    if any(pattern.search(plain) for pattern in _HIDES_FROM_OFFICE):
        return True
    if not _ASKS_A_WAY.search(plain) or _PROTECTS.search(plain):
        return False
    return any(pattern.search(plain) for pattern in _ACTS)


def spells_harm(letters: str) -> bool:
    """True when letters without word ends hold a harmful wish."""
    return any(pattern.search(letters) for pattern in _SPELLED_OUT)
