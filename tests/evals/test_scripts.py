"""A scripted model knows its prompt and nothing else."""

from __future__ import annotations

from evals.scripts import Line, read_prompt
from tests.evals.prompts import OTHERS, QUESTION, QUOTES, SYSTEM, asked


def test_a_prompt_of_the_assistant_is_taken_apart() -> None:
    found = asked()
    assert (found.system, found.question) == (SYSTEM, QUESTION)
    assert [passage.number for passage in found.passages] == [1, 2]
    assert [passage.heading for passage in found.passages] == ["Kop", "Kop"]
    assert [passage.sentences for passage in found.passages] == [QUOTES, OTHERS]


def test_a_follow_up_to_write_out_has_no_passages() -> None:
    prompt = '<vraag soort="eerder">Moet ik melden?</vraag>\n<vraag soort="nieuw">En ik?</vraag>'
    found = read_prompt("", prompt)
    assert (found.question, found.passages) == ("En ik?", ())


def test_what_has_no_fences_is_nothing() -> None:
    assert read_prompt("", "zomaar tekst").passages == ()


def test_a_line_is_written_with_its_markers() -> None:
    assert Line(behaviour="b", text="Zin.", markers=(1, 3)).written == "Zin. [1][3]"
    assert Line(behaviour="b", text="Zin.").written == "Zin."
