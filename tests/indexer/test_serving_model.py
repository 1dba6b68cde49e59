"""The int8 model that serves against the model it was made from (slow: loads torch once)."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer

from indexer.bundled_model import NAME
from indexer.embedder import OnnxEmbedder, SentenceTransformersEmbedder
from indexer.errors import AppError
from indexer.serving_model import TOKENIZER_FILE, is_latin, latin_rows
from indexer.settings import IndexSettings

TEXTS = [
    "Een investeerder uit het Midden-Oosten wil 15 procent van mijn start-up.",
    "Moet ik dat ergens melden?",
    "Hoe werkt bedrijfsspionage?",
    "wat doed bti nou precies",
    "Mag ik software naar een klant buiten de EU e-mailen?",
    "Artikel 9 van de Wet Vifo verplicht de minister om uitleg te geven.",
    "De boete is hoogstens 10% van de omzet, of € 900.000.",
    "Coördinatie, geïnformeerd, één, café, naïef: met accenten.",
    "5A002, 2021/821, 79-32 en 1 juni 2023",
    "Bel 079 320 50 50 of mail tip@voorbeeld.nl",
    "Een stagiair kopieerde vannacht onze tekeningen.",
    "Wat is een goed recept voor erwtensoep?",
    "Do I have to notify a minority stake in my company?",
    "Who do I call when I suspect an employee of spying?",
    "We export drones and sensors to a customer abroad.",
    "The screening takes eight weeks, unless it is extended.",
    "Our supplier was bought by a foreign state-owned company.",
    "Which universities need a knowledge security check?",
    "“Quotes”, dashes – and … ellipses; plus €, § and №5.",
    "Kritieke grondstoffen zoals gallium, germanium en zeldzame aardmetalen.",
]


@pytest.fixture(scope="module")
def serving(real_model: IndexSettings) -> OnnxEmbedder:
    return OnnxEmbedder(real_model.models_dir / "serving")


# transformers and torch warn their own developers while they are imported and load.
@pytest.mark.filterwarnings("ignore")
def test_the_serving_model_embeds_as_sentence_transformers_does(
    real_model: IndexSettings, serving: OnnxEmbedder
) -> None:
    full = SentenceTransformersEmbedder(str(real_model.models_dir / NAME))
    for ours, theirs in (
        (serving.embed_queries(TEXTS), full.embed_queries(TEXTS)),
        (serving.embed_passages(TEXTS), full.embed_passages(TEXTS)),
    ):
        assert np.sum(ours * theirs, axis=1).min() >= 0.99


def test_the_trimmed_tokenizer_splits_as_the_full_one_does(real_model: IndexSettings) -> None:
    full = Tokenizer.from_file(str(real_model.models_dir / NAME / TOKENIZER_FILE))
    trimmed = Tokenizer.from_file(str(real_model.models_dir / "serving" / TOKENIZER_FILE))
    for text in TEXTS:
        assert trimmed.encode(text).tokens == full.encode(text).tokens
    assert trimmed.get_vocab_size() < full.get_vocab_size()


@pytest.mark.filterwarnings("ignore")
def test_a_folder_that_is_no_model_is_reported() -> None:
    pytest.importorskip("sentence_transformers")
    with pytest.raises(AppError, match="LOKET_MODEL takes `bundled`"):
        SentenceTransformersEmbedder("/geen/model")


@pytest.mark.parametrize(
    ("piece", "latin"),
    [
        ("▁spionage", True),
        ("ë", True),
        ("µ", True),
        ("▁μ", True),  # what NFKC makes of the micro sign
        ("▁10%", True),
        ("…", True),
        ("🙂", True),
        ("шпион", False),
        ("間", False),
        ("aα", False),
    ],
)
def test_pieces_of_other_scripts_are_left_out(piece: str, latin: bool) -> None:
    assert is_latin(piece) is latin


def test_special_pieces_always_stay_and_order_is_kept() -> None:
    pieces = tuple((text, 0.0) for text in ("<s>", "ж", "</s>", "<unk>", "a", "ж", "b"))
    assert latin_rows(pieces) == [0, 1, 2, 3, 4, 6]
