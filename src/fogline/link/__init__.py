"""Link: which claims speak of one event. From claims to judged pairs, from pairs to events."""

from fogline.link.clusters import cluster_claims
from fogline.link.pairs import link_claims

__all__ = ["cluster_claims", "link_claims"]
