"""Extract: documents to claims: who says what, relayed by whom, how sure, about which event."""

from fogline.extract.extractor import Extractor

__all__ = ["Extractor"]
