"""A law as wetten.overheid.nl would give it, about a subject that no law has, for the tests."""

from __future__ import annotations

LAW = """<?xml version="1.0" encoding="UTF-8"?>
<toestand bwb-id="BWBR0099999" inwerkingtreding="2025-07-01">
<bwb-inputbestand>oud</bwb-inputbestand>
<wetgeving soort="wet" xml:lang="nl">
<intitule status="goed">
Wet van 1 mei 2025, houdende regels<meta-data><x>9</x></meta-data></intitule>
<citeertitel status="officieel">Wet toets proeven<meta-data><jcis/></meta-data></citeertitel>
<wet-besluit><wettekst>
<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Algemeen</titel></kop>
<artikel status="goed"><kop><label>Artikel</label><nr>1</nr><titel>Begrippen</titel></kop>
<al>In deze wet wordt verstaan onder:</al>
<lijst><li><li.nr>a.</li.nr>
<al>proef: een <nadruk>toets</nadruk>;<meta-data>weg</meta-data></al></li>
<li><li.nr>b.</li.nr><al>bureau:</al><lijst><li><li.nr>1°.</li.nr><al>het bureau;</al></li></lijst>
<al>voor zover aangewezen.</al></li></lijst>
<meta-data><brondata>Stb. 2025, 9</brondata></meta-data></artikel>
<artikel status="vervallen"><kop><label>Artikel</label><nr>2</nr></kop><al>Oud.</al></artikel>
<paragraaf><kop><label>§</label><nr>1.2</nr><titel>Toepassing</titel></kop>
<artikel><kop><label>Artikel</label><nr>3</nr></kop>
<lid><lidnr>1</lidnr><al>Zie <intref doc="x">artikel 1</intref>.</al></lid>
<lid><lidnr>2</lidnr><al>De minister toetst:<lijst><li><li.nr>a.</li.nr><al>proeven; en</al></li>
<li><li.nr>–</li.nr><al>overige gevallen.</al></li></lijst></al></lid>
<lid status="nogniet"><lidnr>3</lidnr><al>Later.</al></lid>
<al><redactie type="extra">Voor overige gevallen luidt het artikel als volgt:</redactie></al>
<tussenkop>Overige gevallen</tussenkop>
<lid><lidnr>1</lidnr><al>Andere tekst.<noot><noot.nr>1</noot.nr><noot.al>Een noot.</noot.al></noot>
</al></lid></artikel></paragraaf></hoofdstuk></wettekst>
<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>bij artikel 3</titel></kop>
<al>Lijst van proeven.</al>
<table><tgroup cols="2"><thead><row><entry>Proef</entry><entry>Duur</entry></row></thead>
<tbody><row><entry><al>Eerste</al></entry><entry>1 dag</entry></row></tbody></tgroup></table>
<artikel><kop><nr>1</nr></kop><al>Van de bijlage.</al></artikel></bijlage>
<wetsluiting><ondertekening>De minister</ondertekening></wetsluiting>
</wet-besluit></wetgeving></toestand>"""
