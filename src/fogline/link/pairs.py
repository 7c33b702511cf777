"""Link claims: score the pairs that may speak of one event, with Splink on DuckDB and fixed weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import log2
from typing import Any

from fogline.link.repeats import fold_repeats, link_repeats
from fogline.link.rows import claim_rows
from fogline.link.weights import Comparison, LinkWeights, load_link_weights
from fogline.model import Claim, Document, Judgement, Link


def link_claims(claims: Sequence[Claim], documents: Mapping[str, Document], *, at: datetime) -> list[Link]:
    """Give the pairs of claims that (may) speak of one event, sorted by their ids.

    ``left`` and ``right`` are ids of claim parts (`fogline.model.claim_parts`): the claim's own id, but
    ``id@place`` for the second and further places of a claim. Pairs that score below ``unsure_from`` are
    left out. ``at`` becomes ``created_at``. The order of the claims changes nothing.
    """
    weights = load_link_weights()
    compared, repeats = fold_repeats(claims)
    links = link_repeats(repeats, weights.name, at)
    if len(compared) > 1:
        links += [_link(row, weights, at) for row in score_pairs(compared, documents, weights)]
    return sorted(links, key=lambda link: (link.left, link.right))


def score_pairs(
    claims: Sequence[Claim], documents: Mapping[str, Document], weights: LinkWeights
) -> list[dict[str, Any]]:
    """Give Splink's own rows for each pair that reaches ``unsure_from``: its score and each level met."""
    import duckdb
    from splink import DuckDBAPI, Linker

    with duckdb.connect(":memory:") as connection:
        connection.execute("SET threads = 2")
        table = DuckDBAPI(connection=connection).register(claim_rows(claims, documents, weights))
        linker = Linker(table, splink_settings(weights), log_level=None, validate_settings=False)
        scored = linker.inference.predict(threshold_match_probability=weights.unsure_from, warning_mode="never")
        levels = ", ".join(f"gamma_{comparison.name}" for comparison in weights.comparison)
        pairs = scored.as_duckdbpyrelation().select(f"unique_id_l, unique_id_r, match_probability, {levels}")
        return [dict(zip(pairs.columns, row, strict=True)) for row in pairs.fetchall()]


def splink_settings(weights: LinkWeights) -> dict[str, Any]:
    """Give the weights as a Splink settings dictionary (the form in which Splink stores a model)."""
    return {
        "link_type": "dedupe_only",
        "probability_two_random_records_match": weights.p_same,
        # Only so does Splink keep the levels met (gamma), from which the reasons are told.
        "retain_matching_columns": True,
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": block.sql} | ({"arrays_to_explode": list(block.explode)} if block.explode else {})
            for block in weights.blocking
        ],
        "comparisons": [_splink_comparison(comparison) for comparison in weights.comparison],
    }


def _splink_comparison(comparison: Comparison) -> dict[str, Any]:
    levels: list[dict[str, Any]] = []
    if all(level.m is not None for level in comparison.level):
        # Splink warns of each comparison without a level for missing values.
        never = "unique_id_l is null or unique_id_r is null"
        levels.append({"sql_condition": never, "label_for_charts": "missing", "is_null_level": True})
    for level in comparison.level:
        entry: dict[str, Any] = {"sql_condition": level.when, "label_for_charts": level.label}
        if level.m is None:
            entry["is_null_level"] = True
        else:
            entry |= {"m_probability": level.m, "u_probability": level.u}
        levels.append(entry)
    return {"output_column_name": comparison.name, "comparison_levels": levels}


def _link(row: Mapping[str, Any], weights: LinkWeights, at: datetime) -> Link:
    left, right = sorted((row["unique_id_l"], row["unique_id_r"]))
    score = float(row["match_probability"])
    judgement = Judgement.SAME if score >= weights.same_from else Judgement.UNSURE
    return Link(left, right, judgement, score, _reasons(row, weights), weights.name, at)


def _reasons(row: Mapping[str, Any], weights: LinkWeights) -> tuple[str, ...]:
    """Give one line per comparison that says anything: its level and its weight in bits."""
    lines = []
    for comparison in weights.comparison:
        gamma = int(row[f"gamma_{comparison.name}"])
        rated = [level for level in comparison.level if level.m is not None]
        if gamma >= 0:
            level = rated[len(rated) - 1 - gamma]
            lines.append(f"{level.label} ({log2((level.m or 0.0) / (level.u or 1.0)):+.1f} bits)")
    return tuple(lines)
