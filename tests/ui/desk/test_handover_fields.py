"""Fields that say what they are for and what is wrong, also to who cannot see them."""

from __future__ import annotations

from ui.desk.handover_fields import Fields, Told, render_problem

_TOLD = Told(id="naam", label="Naam", hint="Mag leeg", optional="niet verplicht", most=10)


def test_label_hint_and_fault_belong_to_the_field() -> None:
    markup = Fields({"naam": "Te lang"}).line(_TOLD, 'a"b<c')
    assert '<label for="naam">Naam' in markup
    assert 'aria-describedby="naam-uitleg naam-fout"' in markup
    assert 'aria-invalid="true"' in markup
    assert '<p id="naam-fout" class="wrong">Te lang</p>' in markup
    assert 'value="a&quot;b&lt;c"' in markup
    assert "</input>" not in markup


def test_a_good_field_is_not_called_wrong() -> None:
    markup = Fields({}).line(_TOLD, "")
    assert "aria-invalid" not in markup
    assert "naam-fout" not in markup


def test_what_is_too_long_is_not_cut_by_the_browser() -> None:
    assert 'maxlength="10"' in Fields({}).text(_TOLD, "kort")
    assert 'maxlength="12"' in Fields({}).text(_TOLD, "x" * 12)


def test_a_text_keeps_its_lines() -> None:
    assert ">een&#10;&lt;b&gt;</textarea>" in Fields({}).text(_TOLD, "een\n<b>")


def test_a_problem_is_an_alert_with_a_link_to_each_field() -> None:
    markup = render_problem("Niet verstuurd", ["Er is iets."], {"naam": "Te <lang>"}) or ""
    assert 'role="alert"' in markup
    assert '<a href="#naam">Te &lt;lang&gt;</a>' in markup
    assert render_problem("Niet verstuurd", [], {}) is None
