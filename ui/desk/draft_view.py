"""A draft as HTML: the light of each sentence, its source, what two people want of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.desk.deciding import MIN_GROUND, lacks_ground
from assistant.desk.nouns import Approval, Case, Draft, DraftSentence, Evidence
from indexer.passages import Passage
from indexer.sources import Source
from ui.chat_markup import Html, join, tag
from ui.desk import desk_texts as texts
from ui.desk.desk_case_view import moment

_FILES = (("docx", "Word"), ("md", "Markdown"), ("html", "Webpagina"), ("zip", "Dossier (zip)"))


def render_sentence(sentence: DraftSentence, number: int, sources: Mapping[str, Source]) -> Html:
    """Render all of a sentence but its text: its light in words, the decision, its source."""
    light = tag(
        "p",
        tag("strong", texts.LIGHTS[sentence.light], class_="word"),
        f". {sentence.reason}" if sentence.reason else None,
        class_=f"light {sentence.light}",
    )
    decision = texts.DECISIONS[sentence.decision]
    by = f" ({sentence.decided_by})" if sentence.decided_by else ""
    return join(
        tag("h4", f"Zin {number} · {texts.PARTS[sentence.part]}"),
        light,
        tag("p", tag("strong", f"{decision}{by}"), class_=f"decision {sentence.decision}"),
        _remark(sentence),
        render_evidence(sentence.evidence, sources),
        _original(sentence),
    )


def _remark(sentence: DraftSentence) -> Html | None:
    if not sentence.remark:
        return None
    label = "Reden: " if sentence.decision == "rejected" else "Grond of reden: "
    return tag("p", tag("span", label, class_="label"), sentence.remark)


def _original(sentence: DraftSentence) -> Html | None:
    if not sentence.original or sentence.original == sentence.text:
        return None
    return tag(
        "details",
        tag("summary", "Wat Loketwijzer schreef"),
        tag("p", sentence.original, class_="quote"),
    )


def render_evidence(evidence: Evidence | None, sources: Mapping[str, Source]) -> Html:
    """Render the words a sentence rests on, and where they come from."""
    if evidence is None:
        return tag("p", "Bij deze zin staat geen bron.", class_="hint")
    known = [sources[name] for name in evidence.source_ids if name in sources]
    return tag(
        "details",
        tag("summary", f"Bron: {evidence.heading}"),
        tag("p", evidence.quote, class_="quote", lang=evidence.language),
        tag("ul", *map(_source, known), class_="origins") if known else None,
        class_="basis",
    )


def _source(source: Source) -> Html:
    about = f"{source.publisher}: {source.title}"
    address = source.url or ""
    name = (
        tag("a", about, href=address, target="_blank")
        if address.startswith(("https://", "http://"))
        else about
    )
    return tag("li", name)


def render_saved(sentence: DraftSentence, number: int) -> Html:
    """Render what became of a decision; a screen reader says the light at once."""
    what = f"Zin {number}: {texts.DECISIONS[sentence.decision].lower()}."
    light = f" Het licht is {texts.LIGHT_NAMES[sentence.light]}."
    reason = f" {sentence.reason}" if sentence.reason else ""
    return tag("p", what + light + reason, class_=f"done {sentence.light}", role="alert")


def render_conflict(now: DraftSentence, yours: str) -> Html:
    """Render the text of a colleague beside one's own; the buttons below let one choose."""
    who = now.decided_by or "een collega"
    return join(
        tag(
            "p",
            f"{who} heeft deze zin intussen veranderd. Er is niets verloren: kies welke tekst "
            "blijft.",
            class_="problem",
            role="alert",
        ),
        tag(
            "div",
            _version(f"Tekst van {who} ({texts.DECISIONS[now.decision].lower()})", now.text),
            _version("Uw tekst", yours),
            class_="versions",
        ),
    )


def render_changed(now: DraftSentence) -> Html:
    """Say what a colleague did to a sentence of which the text stayed the same."""
    who = now.decided_by or "een collega"
    done = f"{who} heeft iets aan deze zin veranderd: {texts.DECISIONS[now.decision].lower()}."
    look = " Lees hierboven wat er nu staat. Klopt het, kies dan ‘Neem de tekst van de collega’."
    return tag("p", done + look, class_="problem", role="alert")


def say_changed(numbers: Sequence[int]) -> str:
    """Say which sentences a colleague changed while somebody had them before them."""
    return (
        f"Een collega heeft intussen zin {_ranges(numbers)} veranderd. Lees bij die zin wat er nu "
        "staat en kies welke tekst blijft. Er is nog niets goedgekeurd."
    )


def say_new(numbers: Sequence[int]) -> str:
    """Say which sentences a colleague had changed that were drawn anew along the way."""
    return f"Een collega heeft intussen zin {_ranges(numbers)} veranderd. Lees na wat er nu staat."


def _version(title: str, text: str) -> Html:
    return tag(
        "section", tag("p", tag("strong", title)), tag("p", text, class_="quote"), class_="version"
    )


def render_draft_head(draft: Draft | None) -> Html:
    """Render how the reply begins."""
    if draft is None:
        return Html("")
    form = f"{texts.TONES[draft.tone]}, {texts.LANGUAGES[draft.language]}"
    return join(
        tag("h3", "Concept-antwoord"),
        tag("p", form, class_="hint"),
        tag("p", texts.HOW_TO_DECIDE, class_="hint"),
        tag("p", draft.salutation, class_="letter", lang=draft.language),
    )


def render_draft_foot(draft: Draft | None) -> Html:
    """Render how the reply ends."""
    if draft is None:
        return Html("")
    contacts = "; ".join(draft.contacts)
    return join(
        tag("p", tag("span", "Instanties: ", class_="label"), contacts) if contacts else None,
        tag("p", draft.closing, class_="letter", lang=draft.language),
    )


def render_progress(sentences: Sequence[DraftSentence], approvals: Sequence[Approval]) -> Html:
    """Say what still stands between the draft and the letter."""
    left = [n for n, one in enumerate(sentences, 1) if one.decision == "open"]
    bare = [n for n, one in enumerate(sentences, 1) if one.decision == "needs_source"]
    reds = [n for n, one in enumerate(sentences, 1) if lacks_ground(one)]
    lines = (
        _todo("Nog geen besluit over", left),
        _todo("Nog geen bron bij", bare),
        _todo("Rood zonder schriftelijke grond:", reds, f" (minstens {MIN_GROUND} tekens)"),
    )
    given = (
        tag("li", f"Akkoord van {one.by} ({texts.ROLES[one.role]}), {moment(one.at)}")
        for one in approvals
    )
    shown = [line for line in (*lines, *given) if line]
    if not any(lines) and sentences:
        shown.insert(0, tag("li", "Over elke zin is besloten."))
    return tag("ul", *shown, class_="progress")


def _todo(what: str, numbers: Sequence[int], hint: str = "") -> Html | None:
    if not numbers:
        return None
    return tag("li", f"{what} zin {_ranges(numbers)}{hint}")


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers in words: "1, 3 tot en met 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]} tot en met {run[-1]}" if len(run) > 2 else ", ".join(map(str, run))
        for run in runs
    )


def render_downloads(case: Case) -> Html:
    """Render the ways out of an approved letter; the file of the case is there at any time."""
    here = f"/api/v1/cases/{case.row.id}/export?format="
    approved = case.row.state == "approved"
    links = [
        tag("li", tag("a", name, href=f"{here}{form}", class_="same-tab download"))
        for form, name in _FILES
        if approved or form == "zip"
    ]
    if approved:
        links.append(
            tag("li", tag("button", "Kopieer de brief", type="button", class_="copy-letter"))
        )
    hint = None if approved else tag("p", "De brief is er na het akkoord.", class_="hint")
    return tag(
        "section",
        tag("h3", "Ophalen"),
        tag("ul", *links, class_="downloads"),
        hint,
        class_="out",
        id=f"zaak-{case.row.id}",
    )


def render_progress_of(case: Case) -> Html:
    """Say what still stands between the draft of a case and the letter."""
    return render_progress(case.draft.sentences, case.approvals) if case.draft else Html("")


def render_panel_head(number: int | None) -> Html:
    """Say for which sentence one searches; None for no sentence yet."""
    about = f"Bij zin {number}." if number else "Kies bij een zin ‘Bron nodig’, of voeg "
    more = "" if number else "hieronder zelf een zin toe."
    return join(tag("h3", "Bronnen zoeken"), tag("p", about + more, class_="hint"))


def render_passage(passage: Passage, sources: Mapping[str, Source]) -> Html:
    """Render a whole passage and the sources it rests on."""
    names = dict.fromkeys(name for span in passage.spans for name in span.source_ids)
    known = [sources[name] for name in names if name in sources]
    return join(
        tag("h4", passage.heading),
        tag("p", passage.text, class_="quote", lang=passage.language),
        tag("ul", *map(_source, known), class_="origins") if known else None,
    )
