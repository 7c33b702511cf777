"""All errors that fogline raises on purpose.

    FoglineError
    ├── InputError           a path, option or date that the caller can mend
    ├── LedgerError          the ledger cannot be used
    │   ├── LedgerLocked     another process writes to it
    │   ├── LedgerTooNew     written by a newer fogline
    │   ├── LedgerFull       the disk under it is full
    │   └── LedgerTampered   its hash chain does not hold
    ├── GazetteerError       place data that is missing or malformed
    ├── LexiconError         a lexicon file with an unknown key or value
    ├── ModelError           a language model that is missing or not the recorded one
    ├── TooManyRejects       a run dropped more than it may
    └── UnsupportedSentence  a sentence of the report rests on no claim

A bad record is not an error: it becomes a row in ``rejects`` with its reason.
"""

from __future__ import annotations


class FoglineError(Exception):
    """Base of every error raised on purpose; its message says what to do next."""

    exit_code = 1


class InputError(FoglineError):
    """A path, option, date or file that the caller can mend."""

    exit_code = 2


class LedgerError(FoglineError):
    """The ledger cannot be opened, read or written."""

    exit_code = 3


class LedgerLocked(LedgerError):
    """Another process has the ledger open for writing."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer fogline than this one."""


class LedgerFull(LedgerError):
    """The disk under the ledger is full; nothing of the last batch was kept."""


class LedgerTampered(LedgerError):
    """A batch of the ledger no longer has the content that its hash records."""

    exit_code = 4


class GazetteerError(FoglineError):
    """Place data is missing or malformed."""

    exit_code = 2


class LexiconError(FoglineError):
    """A lexicon file has an unknown key or value."""


class ModelError(FoglineError):
    """A language model is missing or is not the one whose hash is recorded."""


class TooManyRejects(FoglineError):
    """A run dropped a larger share of its input than it may."""

    exit_code = 5


class UnsupportedSentence(FoglineError):
    """A sentence of the report rests on no claim; the report is not written."""
