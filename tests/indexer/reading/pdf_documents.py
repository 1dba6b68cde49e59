"""Makes the PDFs that the tests read: a small typesetter that knows what it set.

It breaks lines, hyphenates, fills columns over pages, sets notes at the foot of the column that
calls them and draws running heads and feet. `python -m tests.indexer.reading.pdf_documents`
writes the committed one anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD = "Vera", "VeraBd"
WIDTH, HEIGHT = A4
COMMITTED = Path(__file__).parents[2] / "documents" / "twee-kolommen.pdf"

_CALL = re.compile(r"\{(\d+)\}")
_BREAK = re.compile(r"(?<=[aeiou][bdfgklmnprstvz])(?=[bdfgklmnprstvz][aeiou])")


@dataclass(frozen=True, kw_only=True)
class Para:
    """A paragraph, a heading or an item; `{1}` in the text calls note 1."""

    text: str
    kind: Literal["paragraph", "heading", "item"] = "paragraph"
    size: float = 9.0
    marker: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table drawn with rules; the first row is bold."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Band:
    """Text in columns, of a given height on its first page; what is left goes to the next page."""

    story: tuple[Para | Grid, ...]
    columns: int = 2
    height: float | None = None


@dataclass(kw_only=True)
class Look:
    """How a document looks; points."""

    gutter: float = 18.0
    leading: float = 11.5
    justify: bool = True
    indent: float = 10.0
    space: float = 0.0
    hyphenate: bool = True
    margin: float = 56.0
    head: tuple[str, str] = ("", "")
    """On even and on odd pages."""
    numbers: str = ""
    """How the page number is printed: "Pagina # van 9"."""


@dataclass
class Frame:
    """What is left of a column."""

    x: float
    y: float
    width: float
    bottom: float
    fresh: bool = True
    notes: list[tuple[str, list[list[str]]]] = field(default_factory=list)


def fonts() -> None:
    """Make the fonts that reportlab carries known; they have ligatures."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in (PLAIN, BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def plain(text: str) -> str:
    """Return the text as it must be read: without calls."""
    return _CALL.sub("", text)


def ligated(text: str) -> str:
    """Return the text with ligatures as single code points."""
    return text.replace("fi", "ﬁ").replace("fl", "ﬂ")


def pieces_of(word: str, hyphenate: bool) -> list[tuple[str, str]]:
    """Return the parts of a word, each with what is printed behind it when the line ends there."""
    parts: list[tuple[str, str]] = []
    for part in re.findall(r"[^-]+-*|-+", word):
        cut = _BREAK.split(part) if hyphenate and len(part) > 7 and part.isalpha() else [part]
        while len(cut) > 1 and len(cut[0]) < 3:
            cut[:2] = [cut[0] + cut[1]]
        while len(cut) > 1 and len(cut[-1]) < 3:
            cut[-2:] = [cut[-2] + cut[-1]]
        parts += [(piece, "-") for piece in cut[:-1]] + [(cut[-1], "")]
    return parts


class Setter:
    """Sets a story in columns on pages."""

    def __init__(self, path: Path, look: Look) -> None:
        fonts()
        self.canvas: Any = Canvas(str(path), pagesize=A4, invariant=1)
        self.look = look
        self.page = 0
        self.frames: list[Frame] = []
        self.current = 0
        self.top = 0.0

    # Words and lines

    def width_of(self, word: str, font: str, size: float) -> float:
        calls = _CALL.findall(word)
        raised = sum(float(pdfmetrics.stringWidth(call, font, 0.6 * size)) for call in calls)
        return raised + float(pdfmetrics.stringWidth(ligated(plain(word)), font, size))

    def lines(
        self, text: str, font: str, size: float, width: float, first: float
    ) -> list[list[str]]:
        """Break a text; `first` is the indent of the first line."""
        done: list[list[str]] = []
        line: list[str] = []
        room = width - first
        space = float(pdfmetrics.stringWidth(" ", font, size))
        used = 0.0
        for word in text.split(" "):
            rest = pieces_of(word, self.look.hyphenate)
            while rest:
                whole = "".join(piece for piece, _ in rest)
                gap = space if line else 0.0
                if used + gap + self.width_of(whole, font, size) <= room:
                    line.append(whole)
                    used += gap + self.width_of(whole, font, size)
                    break
                fits = 0
                for number in range(1, len(rest)):
                    start = "".join(piece for piece, _ in rest[:number]) + rest[number - 1][1]
                    if used + gap + self.width_of(start, font, size) <= room:
                        fits = number
                if fits:
                    line.append("".join(piece for piece, _ in rest[:fits]) + rest[fits - 1][1])
                    rest = rest[fits:]
                elif not line:
                    line.append(whole)
                    rest = []
                done.append(line)
                line, used, room = [], 0.0, width
        return [*done, line] if line else done

    def draw(
        self, line: Sequence[str], x: float, y: float, font: str, size: float, room: float
    ) -> None:
        """Draw a line; a room above zero is what it must fill."""
        space = float(pdfmetrics.stringWidth(" ", font, size))
        total = sum(self.width_of(word, font, size) for word in line)
        if room and len(line) > 1:
            space = (room - total) / (len(line) - 1)
        for word in line:
            for number, part in enumerate(_CALL.split(word)):
                raised = number % 2 == 1
                shown = part if raised else ligated(part)
                points = 0.6 * size if raised else size
                self.canvas.setFont(font, points)
                self.canvas.drawString(x, y + (0.35 * size if raised else 0), shown)
                x += float(pdfmetrics.stringWidth(shown, font, points))
            x += space

    # Pages and columns

    def new_page(self) -> None:
        if self.page:
            self.close_band()
            self.canvas.showPage()
        self.page += 1
        look = self.look
        head = look.head[self.page % 2]
        if head:
            x = WIDTH - look.margin if self.page % 2 else look.margin
            self.canvas.setFont(PLAIN, 7.5)
            (self.canvas.drawRightString if self.page % 2 else self.canvas.drawString)(
                x, HEIGHT - 34, ligated(head)
            )
        if look.numbers:
            self.canvas.setFont(PLAIN, 7.5)
            self.canvas.drawCentredString(WIDTH / 2, 28, look.numbers.replace("#", str(self.page)))
        self.top = HEIGHT - look.margin

    def open_band(self, columns: int, height: float | None) -> None:
        look = self.look
        width = (WIDTH - 2 * look.margin - (columns - 1) * look.gutter) / columns
        bottom = look.margin if height is None else max(look.margin, self.top - height)
        self.frames = [
            Frame(look.margin + number * (width + look.gutter), self.top, width, bottom)
            for number in range(columns)
        ]
        self.current = 0

    def close_band(self) -> None:
        for frame in self.frames:
            height = sum(9.0 * len(lines) for _, lines in frame.notes)
            y = frame.bottom + height - 9.0
            for marker, lines in frame.notes:
                for number, line in enumerate(lines):
                    words = [f"{{{marker}}}", *line] if number == 0 else line
                    self.draw(words, frame.x, y, PLAIN, 7.0, 0)
                    y -= 9.0
        if self.frames:
            self.top = min(frame.bottom if frame.notes else frame.y for frame in self.frames)
        self.frames = []

    def room_for(self, height: float) -> Frame:
        frame = self.frames[self.current]
        taken = sum(9.0 * len(lines) for _, lines in frame.notes)
        taken += 8.0 if frame.notes else 0.0
        if frame.y - height >= frame.bottom + taken:
            return frame
        if self.current + 1 < len(self.frames):
            self.current += 1
        else:
            columns = len(self.frames)
            self.new_page()
            self.open_band(columns, None)
        return self.room_for(height)

    # Elements

    def set_para(self, para: Para) -> None:
        look, font = self.look, BOLD if para.kind == "heading" else PLAIN
        leading = look.leading * para.size / 9.0
        width = self.frames[self.current].width
        hang = 14.0 if para.kind == "item" else 0.0
        first = look.indent if para.kind == "paragraph" else 0.0
        white = {"heading": 8.0, "item": 0.0}.get(para.kind, look.space)
        lines = self.lines(para.text, font, para.size, width - hang, first)
        notes = dict(para.notes)
        for number, line in enumerate(lines):
            called = [
                (mark, self.lines(notes[mark], PLAIN, 7.0, width - 8.0, 0))
                for mark in _CALL.findall(" ".join(line))
            ]
            height = leading + sum(9.0 * len(set_) for _, set_ in called)
            keep = 2.5 * leading if para.kind == "heading" and number == 0 else 0.0
            frame = self.room_for(height + keep + (8.0 if called else 0.0))
            if number == 0 and not frame.fresh:
                frame.y -= white
            frame.notes += called
            frame.fresh = False
            frame.y -= leading
            shift = hang + (first if number == 0 else 0.0)
            last = number == len(lines) - 1
            fill = look.justify and para.kind == "paragraph" and not last
            self.draw(line, frame.x + shift, frame.y, font, para.size, (width - shift) * fill)
            if number == 0 and para.marker:
                self.canvas.setFont(PLAIN, para.size)
                self.canvas.drawString(frame.x + 2, frame.y, para.marker)
        if para.kind == "heading":
            self.frames[self.current].y -= 3.0

    def set_grid(self, grid: Grid) -> None:
        height = 14.0 * len(grid.rows)
        frame = self.room_for(height + 16)
        top = frame.y - 8
        step = frame.width / len(grid.rows[0])
        for number in range(len(grid.rows) + 1):
            self.canvas.line(frame.x, top - 14 * number, frame.x + frame.width, top - 14 * number)
        for number in range(len(grid.rows[0]) + 1):
            x = frame.x + step * number
            self.canvas.line(x, top, x, top - height)
        for number, row in enumerate(grid.rows):
            for cell, text in enumerate(row):
                self.canvas.setFont(BOLD if number == 0 else PLAIN, 8)
                self.canvas.drawString(
                    frame.x + step * cell + 3, top - 14 * number - 10, ligated(text)
                )
        frame.y = top - height - 6
        frame.fresh = False

    def set_band(self, band: Band) -> None:
        self.open_band(band.columns, band.height)
        for element in band.story:
            if isinstance(element, Grid):
                self.set_grid(element)
            else:
                self.set_para(element)
        self.close_band()


def make(path: Path, bands: Sequence[Band], look: Look | None = None, **info: str) -> Path:
    """Set the bands below each other and write the PDF; `info` holds title and lang."""
    setter = Setter(path, look or Look())
    setter.canvas.setTitle(info.get("title", "untitled"))
    if "lang" in info:
        setter.canvas.setCatalogEntry("Lang", info["lang"])
    setter.new_page()
    for band in bands:
        setter.set_band(band)
    setter.canvas.showPage()
    setter.canvas.save()
    return path


def rows_of(grid: Grid) -> list[str]:
    """Return a grid's rows as they must be read."""
    head, *rest = grid.rows
    return [" | ".join(f"{h}: {c}" for h, c in zip(head, row, strict=True)) for row in rest]


def expected(bands: Sequence[Band]) -> list[tuple[str, str, str]]:
    """Return kind, marker and text of what must be read, in order, notes apart."""
    found: list[tuple[str, str, str]] = []
    for element in (element for band in bands for element in band.story):
        if isinstance(element, Grid):
            found += [("row", "", row) for row in rows_of(element)]
        else:
            found.append((element.kind, element.marker, plain(element.text)))
    return found


def expected_notes(bands: Sequence[Band]) -> list[tuple[str, str]]:
    """Return marker and text of every note."""
    story = [element for band in bands for element in band.story]
    return [note for element in story if isinstance(element, Para) for note in element.notes]


def title(text: str) -> Para:
    return Para(text=text, kind="heading", size=18)


def heading(text: str, size: float = 12) -> Para:
    return Para(text=text, kind="heading", size=size)


def para(text: str, *notes: tuple[str, str]) -> Para:
    return Para(text=text, notes=notes)


def item(marker: str, text: str) -> Para:
    return Para(text=text, kind="item", marker=marker)


TWO_COLUMNS = (
    Band(
        columns=1,
        story=(
            title("Kennis en goederen: wie let er op?"),
            para(
                "Deze handreiking is een voorbeeldtekst over economische veiligheid. Zij laat zien "
                "welke vragen een ondernemer zich kan stellen voordat hij kennis deelt, goederen "
                "uitvoert of een investeerder binnenlaat."
            ),
        ),
    ),
    Band(
        height=330,
        story=(
            heading("1 Waarom dit onderwerp telt"),
            para(
                "Bedrijven werken samen over de grens. Dat levert kennis op, nieuwe klanten en "
                "kapitaal. Soms is de andere partij niet alleen uit op een goede prijs, maar "
                "ook op "
                "technologie die voor een leger of een veiligheidsdienst van belang is.{1} Wie dat "
                "op tijd ziet, kan afspraken maken die het risico verkleinen.",
                ("1", "Denk aan halfgeleiders, fotonica en sensoren die ook in wapens passen."),
            ),
            para(
                "De overheid vraagt niet om elk contact te mijden. Zij vraagt om te weten met "
                "wie u "
                "zaken doet, waar de goederen heen gaan en wie er uiteindelijk mee werkt. Voor "
                "EU-lidstaten gelden daarbij dezelfde regels, al verschilt de uitvoering."
            ),
            para(
                "Een toets hoeft niet lang te duren. Vaak is een half uur genoeg om de financiële "
                "gegevens, de eigenaren en de eindgebruiker na te gaan; bij twijfel kijkt "
                "iemand mee."
            ),
            heading("Eerst kijken, dan tekenen"),
            para(
                "Leg vast wat u vond. Een kort verslag helpt later, als de officiële instanties "
                "vragen stellen over een levering van dual-use-goederen of over de vergunning die "
                "daarvoor nodig was."
            ),
            item("•", "Zoek de uiteindelijke eigenaar op in het handelsregister van zijn land."),
            item("•", "Vraag een verklaring van de eindgebruiker en bewaar die bij de offerte."),
            item("•", "Controleer de sanctielijsten opnieuw op de dag van verzending."),
            para(
                "Wie geen antwoord krijgt op zulke vragen, heeft eigenlijk al een antwoord. Een "
                "afnemer met eerlijke bedoelingen kan uitleggen waarvoor hij het onderdeel "
                "gebruikt."
            ),
        ),
    ),
    Band(
        columns=1,
        story=(
            Grid(
                rows=(
                    ("Situatie", "Wat te doen", "Termijn"),
                    ("Levering buiten de EU", "Vraag een vergunning aan", "8 weken"),
                    ("Nieuwe aandeelhouder", "Meld de investering", "Voor de overdracht"),
                    ("Buitenlandse gastonderzoeker", "Vraag advies", "Direct"),
                )
            ),
        ),
    ),
    Band(
        story=(
            heading("2 Investeringen en zeggenschap"),
            para(
                "Een investeerder brengt geld mee, en vaak ook invloed. Bij vitale aanbieders "
                "en bij "
                "ondernemingen met gevoelige technologie moet een wijziging van zeggenschap worden "
                "gemeld voordat zij ingaat.{2} Tot er een besluit ligt, mag de overdracht niet "
                "plaatsvinden.",
                (
                    "2",
                    "De melding gebeurt bij het bureau dat investeringen toetst; het geeft "
                    "binnen acht weken een eerste oordeel.",
                ),
            ),
            para(
                "Let ook op kleine belangen. Een aandeel van tien procent kan al invloed geven als "
                "daarbij het recht hoort om een bestuurder voor te dragen, om contracten te "
                "blokkeren of om mee te kijken in het ontwerp van producten."
            ),
            para(
                "Afspraken over kennis horen in het contract. Schrijf op wie toegang heeft tot "
                "tekeningen, broncode en meetgegevens, en wat er gebeurt als de samenwerking "
                "stopt. "
                "Zonder zulke afspraken is het moeilijk om achteraf te bewijzen dat iets is "
                "meegenomen."
            ),
            heading("3 Uitvoer van goederen"),
            para(
                "Voor militaire goederen is altijd een vergunning nodig. Voor goederen die zowel "
                "civiel als militair bruikbaar zijn, hangt het af van de lijst waarop zij "
                "staan, van "
                "het land van bestemming en van het gebruik.{3} Ook software en technische "
                "bijstand "
                "vallen eronder, en een e-mail met een tekening is al uitvoer.",
                ("3", "De lijst wordt elk jaar vernieuwd; kijk daarom naar de laatste versie."),
            ),
            para(
                "De douane controleert aan de grens, maar de verantwoordelijkheid ligt bij de "
                "exporteur. Import- en exportgegevens moeten zeven jaar bewaard blijven, zodat ook "
                "later is na te gaan wat er is geleverd en aan wie."
            ),
            item(
                "1.", "Bepaal het lijstnummer van het product, zo nodig met hulp van de fabrikant."
            ),
            item("2.", "Ga na of het land van bestemming onder sancties valt."),
            item("3.", "Beoordeel de eindgebruiker en het opgegeven gebruik."),
            para(
                "Twijfelt u na deze stappen nog, vraag dan een indeling aan. Zolang het antwoord "
                "niet binnen is, blijft het product in het magazijn staan, hoe hard de klant ook "
                "aandringt."
            ),
            heading("4 Kennis die het pand verlaat"),
            para(
                "Niet alle kennis gaat in dozen de grens over. Gesprekken op een beurs, een "
                "stage of "
                "een gezamenlijk onderzoek kunnen evenveel prijsgeven als een levering. Maak "
                "daarom "
                "onderscheid tussen wat iedereen mag weten en wat binnenshuis moet blijven.{4}",
                (
                    "4",
                    "Een eenvoudige indeling in drie niveaus is voor de meeste bedrijven genoeg.",
                ),
            ),
            para(
                "Geef medewerkers een vast aanspreekpunt. Wie iets vreemds merkt, zoals een "
                "onverwacht aanbod of een bezoeker die foto's maakt, moet weten bij wie hij "
                "terecht "
                "kan, zonder bang te zijn dat hij overdrijft."
            ),
            para(
                "Bezoek van een delegatie vraagt voorbereiding. Bepaal vooraf welke ruimten open "
                "zijn, wie de gasten begeleidt en welke vragen niet worden beantwoord. Spreek na "
                "afloop met de begeleiders door wat hun is opgevallen, want juist kleine dingen "
                "zeggen vaak veel over het doel van een bezoek."
            ),
            para(
                "Oude apparaten vergen aandacht. Een afgedankte meetopstelling of een harde schijf "
                "met ontwerpen kan bij een opkoper belanden die u niet kent. Wis gegevens, "
                "verwijder onderdelen die onder controle vallen en leg vast wie de rest meeneemt."
            ),
            heading("5 Leveranciers en afhankelijkheid"),
            para(
                "Economische veiligheid gaat ook over wat u binnenhaalt. Wie voor een onderdeel op "
                "één leverancier leunt, kan stilvallen als die niet meer mag of wil leveren. Breng "
                "in kaart welke grondstoffen, chips en diensten u niet binnen een maand kunt "
                "vervangen."
            ),
            para(
                "Een tweede leverancier is niet altijd te vinden. Een grotere voorraad, een "
                "aangepast ontwerp of een afspraak met een vakgenoot verkleint dan de klap. "
                "Bereken "
                "wat een week stilstand kost; dat maakt het gesprek over voorzorg een stuk "
                "zakelijker."
            ),
            para(
                "Let bij software op wie de updates levert en vanuit welk land het beheer op "
                "afstand "
                "plaatsvindt.{5} Apparatuur die zelf verbinding zoekt met de fabrikant, hoort niet "
                "in een netwerk waarin ook ontwerpen of personeelsgegevens staan.",
                ("5", "Dat geldt evenzeer voor camera's, omvormers en kranen met een modem."),
            ),
            heading("6 Werving en gasten"),
            para(
                "Bij een vacature met toegang tot gevoelige kennis mag u vragen naar eerdere "
                "werkgevers en naar nevenfuncties. Doe dat bij iedere kandidaat op dezelfde "
                "manier; "
                "afkomst is geen reden om iemand anders te behandelen."
            ),
            para(
                "Geef een nieuwe collega in het begin alleen toegang tot wat het werk vraagt. "
                "Bespreek na een half jaar of er meer nodig is. Wie vertrekt, levert pas en laptop "
                "in en hoort nog eens welke afspraken over geheimhouding blijven gelden."
            ),
            para(
                "Gasten die langer blijven, zoals promovendi en gedetacheerde technici, vallen "
                "onder dezelfde regels als eigen personeel. Noteer wie hen betaalt, aan wie zij "
                "verslag doen en wat zij na hun vertrek mogen meenemen. Bij twijfel over een beurs "
                "of een opdrachtgever kan het loket meekijken voordat de overeenkomst wordt "
                "getekend, zodat niemand achteraf voor een verrassing komt te staan."
            ),
            heading("7 Hulp vragen"),
            para(
                "U hoeft dit niet alleen te doen. Het loket denkt mee over risico's, verwijst naar "
                "de juiste instantie en behandelt wat u vertelt vertrouwelijk. Hoe eerder u belt, "
                "hoe meer er nog te kiezen valt; na de handtekening zijn de mogelijkheden beperkt."
            ),
        ),
    ),
)
TWO_COLUMNS_LOOK = Look(
    head=("Handreiking economische veiligheid", "Voorbeeldtekst voor ondernemers"),
    numbers="Pagina # van 4",
    margin=92.0,
    leading=18.0,
)


def two_columns(path: Path) -> Path:
    """Write the committed document."""
    return make(
        path,
        TWO_COLUMNS,
        TWO_COLUMNS_LOOK,
        title="Kennis en goederen: wie let er op?",
        lang="nl-NL",
    )


if __name__ == "__main__":
    two_columns(COMMITTED)
