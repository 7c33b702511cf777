"""Read: files, directories, patterns and standard input become Documents."""

from fogline.read.dates import Published, parse_published, published_on
from fogline.read.documents import ReadOptions, read_documents

__all__ = ["Published", "ReadOptions", "parse_published", "published_on", "read_documents"]
