"""A real NLI model: one small layer of BERT that knows what each of four sentences entails.

"Het BTI beslist", alone or "binnen 6, 8 of 10 weken". A term entails that there is a decision, and
itself; another term contradicts it; no term leaves open which one it is. The layer is random and
its head is the solution of sixteen equations, one a pair: no training, the same at every run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

TERMS = ("", "6", "8", "10")
LABELS = ("entailment", "neutral", "contradiction")
NAMES = {name: name for name in LABELS}
_WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "het", "bti", "beslist", "binnen", "weken")
_SIZE = 64
_SURE = 8.0  # logits: 0.999 for the right label


def says(term: str) -> str:
    """Return the sentence with this term of weeks; without any when it is empty."""
    return f"Het BTI beslist binnen {term} weken" if term else "Het BTI beslist"


def label_of(premise: str, hypothesis: str) -> str:
    """Return which label a pair of terms has."""
    if hypothesis in ("", premise):
        return "entailment"
    return "contradiction" if premise else "neutral"


def tokenizer() -> Any:
    """Return the model's tokenizer: whole words."""
    from transformers import BertTokenizerFast

    words = (*_WORDS, *filter(None, TERMS))
    return BertTokenizerFast(vocab={word: number for number, word in enumerate(words)})


def config(names: Mapping[str, str] = NAMES) -> Any:
    """Return the configuration of a model with these names for its labels, in this order."""
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(tokenizer()),
        hidden_size=_SIZE,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=_SIZE,
        max_position_embeddings=32,
        initializer_range=0.3,  # wide, so that no two pairs look alike
        id2label=dict(enumerate(names.values())),
        label2id={name: number for number, name in enumerate(names.values())},
    )


def save_nli(folder: Path, names: Mapping[str, str] = NAMES) -> Path:
    """Save the model; `names` says which labels it has, in which order, and what it calls them."""
    import torch
    from transformers import BertForSequenceClassification

    pairs = [(one, other) for one in TERMS for other in TERMS]
    words = tokenizer()
    batch = words(
        [says(one) for one, _ in pairs],
        [says(other) for _, other in pairs],
        padding=True,
        return_tensors="pt",
    )
    wanted = [[_SURE * (label_of(*pair) == name) for name in names] for pair in pairs]
    with torch.random.fork_rng(), torch.no_grad():
        torch.manual_seed(7)
        model: Any = BertForSequenceClassification(config(names)).eval()
        seen = model.bert(**batch).pooler_output.double()
        head = torch.linalg.lstsq(seen, torch.tensor(wanted).double()).solution
        model.classifier.weight.copy_(head.T.float())
        model.classifier.bias.zero_()
    model.save_pretrained(folder)
    words.save_pretrained(folder)
    return folder
