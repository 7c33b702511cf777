"""Ids: hashes of what a record asserts, so that equal assertions meet under one id."""

from __future__ import annotations

import hashlib
import json


def hash_id(kind: str, *parts: object) -> str:
    """Give the id of a record: its kind's letter and 128 bits of SHA-256 over a JSON array.

    A JSON array keeps ``("ab", "c")`` and ``("a", "bc")`` apart, which joined strings do not.
    """
    array = json.dumps([kind, *parts], ensure_ascii=False, separators=(",", ":"))
    return f"{kind[0]}{hashlib.sha256(array.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def sha256_text(text: str) -> str:
    """Give the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
