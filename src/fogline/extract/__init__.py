"""Extract: documents to claims: who says what, relayed by whom, how sure, about which event.

Spans are Unicode code points of the document's text, end exclusive; numbers that stand for words are indexes of
tokens in their sentence. Coding rules that docstrings name are those of docs/claims.md; the words that rules lean on
stand in ``lexicons/``.
"""

from fogline.extract.extractor import Extractor

__all__ = ["Extractor"]
