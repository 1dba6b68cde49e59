"""Web pages as government sites build them, in words of our own, for the tests of the reader."""

from __future__ import annotations

# As rijksoverheid.nl: `main` with an intro, link lists, a table, and much around it.
GOVERNMENT = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Investeringstoets | Proefoverheid.nl</title>
<meta property="og:site_name" content="Proefoverheid.nl">
<meta property="article:published_time" content="2025-03-04T09:00:00+01:00">
<link rel="canonical" href="https://www.proefoverheid.nl/onderwerpen/investeringstoets">
<script>var verborgen = "Dit is code";</script></head>
<body>
<div id="skiplinks" class="skiplinks"><a href="#content">Ga direct naar inhoud</a></div>
<div class="cookie-banner"><p>Wij gebruiken cookies om deze website beter te maken.</p></div>
<header><a href="/">Proefoverheid logo</a><nav><ul><li><a href="/a">Onderwerpen</a></li></ul></nav>
</header>
<nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li>Onderwerpen</li></ol></nav>
<main id="content">
<h1>Wanneer moet ik een investering melden?</h1>
<p class="intro">Koopt u een bedrijf met gevoelige technologie? Dan meldt u dat vooraf bij het
bureau.</p>
<h2>Wie</h2>
<p>De koper en het <strong>doelbedrijf</strong> melden samen. Lees
<a href="/meer">meer over melden</a>.</p>
<h2>Wat u nodig heeft</h2>
<ul><li>gegevens van de koper;<ul><li>naam en land;</li><li>eigenaren.</li></ul></li>
<li>de overeenkomst.</li></ul>
<h3>Stappen</h3>
<ol type="a" start="2"><li>Vul het formulier in.</li><li><p>Stuur het op.</p></li></ol>
<table><caption>Termijnen per fase</caption><thead><tr><th>Fase</th><th>Termijn</th></tr></thead>
<tbody><tr><td>Beoordeling</td><td>8 weken</td></tr><tr><td>Toetsing</td><td>6 maanden</td></tr>
</tbody></table>
<dl><dt>Koper</dt><dd>Wie zeggenschap krijgt.</dd></dl>
<div class="share-buttons"><p>Deel deze pagina</p><a href="#">LinkedIn</a></div>
</main>
<aside><h2>Zie ook</h2><ul><li><a href="/x">Exportcontrole</a></li></ul></aside>
<footer><p>Deze website in andere talen</p><ul><li><a href="/en">English</a></li></ul></footer>
</body></html>"""

# As rvo.nl: no `main`, everything in `div`, sections that fold out.
AGENCY = """<html lang="nl-NL"><head><title>Subsidie voor weerbaarheid - Proefdienst</title>
<meta name="dcterms.issued" content="2024-11-12"></head><body>
<div class="page"><div class="region-top"><div class="menu-block"><ul><li><a href="/1">Subsidies</a>
</li><li><a href="/2">Onderwerpen</a></li><li><a href="/3">Contact</a></li></ul></div></div>
<div class="layout"><div class="col-8"><h1>Subsidie voor weerbaarheid</h1>
<p>Met deze subsidie laat u een deskundige kijken naar de weerbaarheid van uw bedrijf tegen
spionage en diefstal van kennis.</p>
<h2>Voor wie</h2>
<p>De regeling is bedoeld voor kleine en middelgrote ondernemingen die werken met gevoelige
technologie en hun kennis willen beschermen.</p>
<div class="accordion"><h3><span>Voorwaarden</span></h3><div class="panel">
<p>U betaalt ten minste de helft van de kosten zelf en u begint pas nadat de aanvraag is
goedgekeurd.</p>
<ol><li>Uw onderneming staat ingeschreven in het handelsregister van de Kamer van Koophandel.</li>
<li>U heeft de afgelopen drie jaar geen andere steun voor hetzelfde advies gekregen.</li></ol>
</div></div>
<p>Heeft u vragen over de regeling? Bel dan op werkdagen met onze adviseurs, zij helpen u graag
verder.</p></div></div>
<div class="bottom"><p>Proefdienst</p><ul><li><a href="/p">Privacy</a></li>
<li><a href="/t">Toegankelijkheid</a></li></ul></div></div></body></html>"""

# As aivd.nl: one `article`, its title in its own `header`, a link list that is part of the text.
SERVICE = """<html lang="en"><head><title>Espionage</title></head><body>
<header><p>Service logo</p></header>
<article><header><h1>Espionage at the workplace</h1><p>News item</p></header>
<p>States try to obtain knowledge from companies, for instance through employees who are approached
abroad or online.</p>
<p>Read first:</p>
<p>Address:<br>Example street 1<br>The Hague</p>
<p>A line that is broken<br>but goes on.</p>
<h2>What can you do?</h2><p>Tell your security officer about every odd approach, however small it
seems to be.</p></article>
<footer><p>Copyright</p></footer></body></html>"""

SCRIPTED = """<html lang="nl"><head><title>App</title></head><body><div id="root"></div>
<noscript>Zet JavaScript aan.</noscript><script src="/app.js"></script></body></html>"""
