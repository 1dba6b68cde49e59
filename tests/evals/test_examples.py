from __future__ import annotations

from collections import Counter

from assistant.answers import Status
from assistant.pipeline import Assistant
from evals.cases import Case, load_cases
from evals.examples import choose, render


def test_examples_cover_topics_in_turn_and_each_other_ending() -> None:
    cases = load_cases()
    chosen = choose(cases, 40)
    assert len(chosen) == len({case.id for case in chosen}) == 40
    assert {case.part for case in chosen} == {"dev"}
    assert not any(case.history for case in chosen)
    endings = {case.status[0] for case in chosen if not case.answerable}
    assert endings == {Status.NO_ANSWER, Status.OUT_OF_SCOPE, Status.BLOCKED}
    topics = Counter(case.topic for case in chosen if case.answerable)
    assert max(topics.values()) - min(topics.values()) <= 1


def made(assistant: Assistant, question: str) -> str:
    case = Case.model_validate(
        {"id": "a-1", "question": question, "language": "nl", "topic": None, "status": ["answered"]}
    )
    return render(case, assistant.invoke(case.asked()))


def test_an_example_reads_like_the_answer_it_is(assistant: Assistant) -> None:
    text = made(assistant, "Moet ik een investeerder met 15 procent melden?")
    assert text.startswith("## Moet ik een investeerder")
    assert "*geen onderwerp: answered*" in text
    assert text.index("**Let op**") < text.index("**Wat u kunt doen**") < text.index("**Waar**")
    assert "- Bij gewone sensitieve technologie" in text
    assert "Contact: Bureau Toetsing Investeringen (BTI)" in text
    assert "] Overheid.nl: Wet veiligheidstoets" in text
    assert "\n\n\n" not in text


def test_an_example_without_an_answer_shows_the_reply_and_no_source(assistant: Assistant) -> None:
    text = made(assistant, "Wat is een goed recept voor erwtensoep?")
    assert "*geen onderwerp: out_of_scope*" in text
    assert "Deze vraag gaat niet over economische veiligheid" in text
    assert "- [" not in text
