from __future__ import annotations

import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from assistant.proof.entailment import Entailment, EntailmentUnusable, load_entailment
from tests.assistant.proof.tiny_nli import (
    LABELS,
    NAMES,
    TERMS,
    config,
    label_of,
    save_nli,
    says,
    tokenizer,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_nli(tmp_path_factory.mktemp("nli"))


@pytest.fixture(scope="module")
def entailment(folder: Path) -> Entailment:
    return load_entailment(str(folder))


def refusal(name: Path | str) -> str:
    with pytest.raises(EntailmentUnusable) as caught:
        load_entailment(str(name))
    assert "\n" not in str(caught.value)
    assert caught.value.model == str(name)
    return str(caught.value)


@pytest.mark.parametrize("quote", TERMS)
@pytest.mark.parametrize("sentence", TERMS)
def test_only_what_follows_from_the_quote_is_without_doubt(
    entailment: Entailment, sentence: str, quote: str
) -> None:
    doubt = entailment.doubt(says(sentence), says(quote))
    assert (doubt == "") == (label_of(quote, sentence) == "entailment")


def test_the_reason_tells_how_probable_it_was(entailment: Entailment) -> None:
    doubt = entailment.doubt(says("6"), says("8"))
    assert doubt == "the quote does not entail it: 0.00, at least 0.50 needed"


def test_the_quote_is_the_premise(entailment: Entailment) -> None:
    assert entailment.doubt(sentence=says(""), quote=says("6")) == ""
    assert entailment.doubt(sentence=says("6"), quote=says("")) != ""


@pytest.mark.parametrize(
    "names",
    [
        {"contradiction": "contradiction", "entailment": "entailment", "neutral": "neutral"},
        {"contradiction": "CONTRADICTION", "neutral": "NEUTRAL", "entailment": "ENTAILMENT"},
        {"neutral": "Neutral", "entailment": " Entailment ", "contradiction": "Contradiction"},
        {"entailment": "entailment", "contradiction": "not_entailment"},
        {"contradiction": "not_entailment", "entailment": "entailment"},
    ],
    ids=lambda names: "-".join(names.values()).replace(" ", ""),
)
def test_models_order_and_spell_their_labels_as_they_like(
    tmp_path: Path, names: dict[str, str]
) -> None:
    found = load_entailment(str(save_nli(tmp_path, names)))
    assert found.doubt(says("8"), says("8")) == ""
    assert found.doubt(says(""), says("8")) == ""
    assert found.doubt(says("6"), says("8")) != ""


def test_the_line_may_be_drawn_elsewhere(folder: Path) -> None:
    strict, loose = (load_entailment(str(folder), line=line) for line in (1.0, 0.0))
    assert strict.doubt(says("8"), says("8")).endswith("at least 1.00 needed")
    assert loose.doubt(says("6"), says("8")) == ""


def test_an_activation_that_a_model_brings_does_not_bend_the_probability(
    folder: Path, tmp_path: Path
) -> None:
    import torch
    from sentence_transformers import CrossEncoder

    model: Any = CrossEncoder(str(folder), device="cpu", activation_fn=torch.nn.Softmax(dim=-1))
    model.save_pretrained(str(tmp_path))
    strict = load_entailment(str(tmp_path), line=0.9)  # softmax twice would say 0.58 at most
    assert strict.doubt(says("8"), says("8")) == ""


def test_what_the_model_cannot_read_whole_is_doubted(entailment: Entailment) -> None:
    assert entailment.doubt(says("8"), says("8") * 20) == "too long for the entailment model"
    assert entailment.doubt(says("8") * 20, says("8")) == "too long for the entailment model"


def test_odd_texts_are_no_problem(entailment: Entailment) -> None:
    for odd in ("", " ", "🙂", "間諜", "\x00"):
        assert isinstance(entailment.doubt(odd, says("8")), str)
        assert isinstance(entailment.doubt(says("8"), odd), str)


def test_threads_take_turns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sentence_transformers import CrossEncoder

    predict, inside, most = CrossEncoder.predict, [0], [0]
    guard = threading.Lock()

    def counted(self: Any, *args: Any, **options: Any) -> Any:
        with guard:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        time.sleep(0.01)
        try:
            return predict(self, *args, **options)
        finally:
            with guard:
                inside[0] -= 1

    monkeypatch.setattr(CrossEncoder, "predict", counted)
    found = load_entailment(str(folder))
    terms = [one for one in TERMS for _ in TERMS]
    with ThreadPoolExecutor(4) as pool:
        doubts = list(pool.map(lambda term: found.doubt(says(term), says("8")), terms))
    assert [doubt == "" for doubt in doubts] == [term in ("", "8") for term in terms]
    assert most == [1]


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every host that is looked up, with the libraries' own offline switches off."""
    import huggingface_hub.constants

    hosts: list[str] = []

    def look_up(host: str, *_args: Any, **_options: Any) -> Any:
        hosts.append(host)
        raise OSError(f"no network, not even {host}")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    return hosts


def test_a_name_is_found_in_the_cache_and_nothing_is_fetched(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: list[str]
) -> None:
    repository = tmp_path / "models--iemand--nli"
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text("0" * 40, encoding="ascii")
    (repository / "snapshots").mkdir()
    (repository / "snapshots" / ("0" * 40)).symlink_to(folder)
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    found = load_entailment("iemand/nli")
    assert found.doubt(says("8"), says("8")) == ""
    assert "staat niet" in refusal("iemand/anders")
    assert reached == []


@pytest.mark.parametrize("name", ["MoritzLaurer/mDeBERTa-v3-base-mnli-xnli", "nli", "a/b/c/d"])
def test_a_model_that_is_not_here_is_not_fetched_but_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: list[str], name: str
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    message = refusal(name)
    assert message.startswith(f"Het controlemodel '{name}' kan niet worden gebruikt: het staat")
    assert "LOKET_ENTAILMENT_MODEL" in message
    assert reached == []


def test_a_folder_that_is_missing_a_file_or_damaged_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    assert "staat niet" in refusal(tmp_path / "weg")
    assert "staat niet" in refusal(folder / "config.json")
    for path in folder.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "model.safetensors").unlink()
    assert "staat niet (heel)" in refusal(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"kapot")
    assert "beschadigd" in refusal(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    assert "andere soort" in refusal(tmp_path)


@pytest.mark.parametrize(
    "names",
    [
        {"neutral": "positive", "contradiction": "negative"},
        {name: f"LABEL_{number}" for number, name in enumerate(LABELS)},
        {"entailment": "entailment"},
        {"entailment": "entailment", "neutral": "Entailment"},
    ],
    ids=["feelings", "nameless", "one", "twice"],
)
def test_a_model_that_does_not_tell_entailment_is_refused(
    tmp_path: Path, names: dict[str, str]
) -> None:
    message = refusal(save_nli(tmp_path, names))
    assert f"(wel: {', '.join(names.values())})" in message


def test_an_embedding_model_is_refused_whatever_its_labels_say(tmp_path: Path) -> None:
    from transformers import BertModel

    BertModel(config(NAMES)).save_pretrained(tmp_path)
    tokenizer().save_pretrained(tmp_path)
    assert "geen label 'entailment'" in refusal(tmp_path)


def test_without_sentence_transformers_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    assert 'pip install "loketwijzer[model]"' in refusal(folder)
