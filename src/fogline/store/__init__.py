"""The ledger: the one place where fogline keeps state, a DuckDB file that is appended to and can be verified."""

from fogline.store.ledger import Ledger
from fogline.store.verify import Problem, VerifyReport

__all__ = ["Ledger", "Problem", "VerifyReport"]
