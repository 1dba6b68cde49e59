"""The pages to log in and out: what is in them, and that nothing typed becomes markup."""

from __future__ import annotations

import re

import pytest

from assistant.desk.nouns import Actor
from ui.access.login_page import (
    PASSWORD,
    ROLES,
    LoginForm,
    render_login,
    render_logout,
    render_refusal,
)

STRANGE = "\"><script>alert(1)</script>&'\x00 é 🚲"


def test_the_form_says_what_it_asks_and_browsers_can_fill_it_in() -> None:
    page = render_login(LoginForm(onward="/loket/zaken"))
    assert '<form method="post" action="/loket/inloggen"' in page
    assert '<label for="naam">' in page
    assert f'<label for="{PASSWORD}">' in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert '<input type="hidden" name="naar" value="/loket/zaken">' in page
    assert "role=" not in page, "nothing is wrong yet"
    assert "<script>" not in page, "no script in the page itself"


def test_what_is_wrong_stands_above_the_form_and_at_both_fields() -> None:
    page = render_login(LoginForm(name="Noor", problem="Dat klopt niet."))
    assert page.index('role="alert"') < page.index("<form")
    assert page.count('aria-invalid="true" aria-describedby="probleem"') == 2
    assert 'value="Noor"' in page


def test_the_password_is_never_in_the_page() -> None:
    (field,) = re.findall(r'<input[^>]*type="password"[^>]*>', render_login(LoginForm(name="N")))
    assert "value" not in field


def test_the_first_empty_field_has_the_focus() -> None:
    for name, focused in (("", "naam"), ("Noor", PASSWORD)):
        (field,) = re.findall(r"<input[^>]*autofocus[^>]*>", render_login(LoginForm(name=name)))
        assert f'id="{focused}"' in field


def test_who_logged_out_reads_so() -> None:
    assert "U bent uitgelogd." in render_login(LoginForm(logged_out=True))
    assert "al ingelogd" not in render_login(LoginForm(logged_out=True))
    assert "uitgelogd" not in render_login(LoginForm())


def test_who_came_by_a_link_from_elsewhere_can_go_on() -> None:
    page = render_login(LoginForm(onward="/loket/zaken"))
    assert '<a href="/loket/zaken">Ga verder naar het loket</a>' in page


def test_nothing_typed_becomes_markup() -> None:
    pages = [
        render_login(LoginForm(name=STRANGE, onward=STRANGE, problem=STRANGE)),
        render_logout(Actor(name=STRANGE, role="editor")),
        render_refusal(STRANGE, STRANGE),
    ]
    for page in pages:
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("role", ROLES)
def test_the_page_to_log_out_says_who_one_is(role: str) -> None:
    page = render_logout(Actor(name="Noor de Wit", role=role))  # type: ignore[arg-type]
    assert "<strong>Noor de Wit</strong>" in page
    assert ROLES[role] in page  # type: ignore[index]
    assert '<form method="post" action="/loket/uitloggen"' in page


def test_a_refusal_leads_to_the_login() -> None:
    assert 'href="/loket/inloggen"' in render_refusal("Dit kan niet", "Daarom niet.")
