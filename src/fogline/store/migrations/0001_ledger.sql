-- The ledger. Columns carry the names of the record fields in fogline/model; append-only tables add the batch.

CREATE TABLE schema_version (version INTEGER NOT NULL, name VARCHAR NOT NULL, applied_at TIMESTAMPTZ NOT NULL);

CREATE TYPE span AS STRUCT("start" BIGINT, "end" BIGINT);
CREATE TYPE day_range AS STRUCT("start" DATE, "end" DATE);
CREATE TYPE actor AS STRUCT("name" VARCHAR, side VARCHAR, "role" VARCHAR, unit VARCHAR);

-- Append-only, in batches that are chained by their hashes.

CREATE TABLE batches (
    seq BIGINT NOT NULL,
    "table" VARCHAR NOT NULL,
    "rows" BIGINT NOT NULL,
    previous VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL
);

CREATE TABLE documents (
    id VARCHAR NOT NULL,
    story_id VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    publisher VARCHAR,
    url VARCHAR,
    published_at TIMESTAMPTZ,
    published_day DATE,
    first_seen TIMESTAMPTZ NOT NULL,
    "language" VARCHAR,
    title VARCHAR,
    "text" VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    batch BIGINT NOT NULL
);

CREATE TABLE claims (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    content span NOT NULL,
    content_text VARCHAR NOT NULL,
    sentence span NOT NULL,
    speaker STRUCT("name" VARCHAR, kind VARCHAR, side VARCHAR, span span),
    via VARCHAR[] NOT NULL,
    "type" VARCHAR NOT NULL,
    "trigger" span NOT NULL,
    actors actor[] NOT NULL,
    places STRUCT(
        "name" VARCHAR, lat DOUBLE, lon DOUBLE, span span, geonameid BIGINT, "precision" VARCHAR
    )[] NOT NULL,
    "time" day_range,
    quantities STRUCT(low DOUBLE, high DOUBLE, unit VARCHAR, "of" VARCHAR)[] NOT NULL,
    polarity VARCHAR NOT NULL,
    certainty VARCHAR NOT NULL,
    modality VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    batch BIGINT NOT NULL
);

-- That an extractor is done with a document; claims_batch is NULL where the call found no claim at all.
CREATE TABLE extractions (
    document_id VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    claims_batch BIGINT,
    batch BIGINT NOT NULL
);

CREATE TABLE links (
    "left" VARCHAR NOT NULL,
    "right" VARCHAR NOT NULL,
    judgement VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reasons VARCHAR[] NOT NULL,
    "by" VARCHAR NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    deleted_at TIMESTAMPTZ,
    batch BIGINT NOT NULL,
    CHECK ("left" < "right")
);

CREATE TABLE speakers (
    id VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    side VARCHAR,
    owner VARCHAR,
    aliases VARCHAR[] NOT NULL,
    languages VARCHAR[] NOT NULL,
    batch BIGINT NOT NULL
);

CREATE TABLE rejects (
    step VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    batch BIGINT NOT NULL
);

-- Rebuilt whole, one view per as_of (NULL: everything known). Not chained: they follow from the tables above.

CREATE TABLE events (
    id VARCHAR NOT NULL,
    "type" VARCHAR NOT NULL,
    place STRUCT(geonameid BIGINT, "name" VARCHAR, lat DOUBLE, lon DOUBLE, "precision" VARCHAR),
    days day_range,
    actors actor[] NOT NULL,
    modality VARCHAR NOT NULL,
    claims VARCHAR[] NOT NULL,
    documents VARCHAR[] NOT NULL,
    origins STRUCT(
        speaker VARCHAR, kind VARCHAR, side VARCHAR, claims VARCHAR[], stance VARCHAR, log_odds DOUBLE, reasons VARCHAR[]
    )[] NOT NULL,
    independent_origins DOUBLE NOT NULL,
    support DOUBLE NOT NULL,
    against DOUBLE NOT NULL,
    probability DOUBLE NOT NULL,
    "interval" STRUCT("first" DOUBLE, "second" DOUBLE) NOT NULL,
    grade VARCHAR NOT NULL,
    silences STRUCT(speaker VARCHAR, side VARCHAR, kind VARCHAR, claims VARCHAR[], since TIMESTAMPTZ)[] NOT NULL,
    contradictions STRUCT(kind VARCHAR, "left" VARCHAR, "right" VARCHAR, "text" VARCHAR)[] NOT NULL,
    reasons VARCHAR[] NOT NULL,
    as_of TIMESTAMPTZ
);

CREATE TABLE control (
    place BIGINT NOT NULL,
    "name" VARCHAR NOT NULL,
    lat DOUBLE NOT NULL,
    lon DOUBLE NOT NULL,
    "day" DATE NOT NULL,
    p_by_side STRUCT("first" VARCHAR, "second" DOUBLE)[] NOT NULL,
    p_contested DOUBLE NOT NULL,
    holder VARCHAR NOT NULL,
    last_evidence DATE,
    events VARCHAR[] NOT NULL,
    independent_origins DOUBLE NOT NULL,
    as_of TIMESTAMPTZ
);

-- The journal of runs, and small values that a step keeps for its next run.

CREATE TABLE runs (
    id VARCHAR NOT NULL,
    step VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    "version" VARCHAR NOT NULL,
    settings_hash VARCHAR NOT NULL,
    models VARCHAR[] NOT NULL,
    items_in BIGINT NOT NULL,
    items_out BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    result VARCHAR NOT NULL
);

CREATE TABLE notes ("key" VARCHAR PRIMARY KEY, "value" VARCHAR NOT NULL);

-- What fogline reads, and what anybody with the DuckDB shell can read: FROM claims_known(NULL).

-- The documents that could be known by a moment (NULL: all), with the moment from which each could be known.
CREATE MACRO documents_known(moment) AS TABLE
    SELECT * EXCLUDE (batch), coalesce(published_at, first_seen) AS known_at
    FROM documents
    WHERE moment IS NULL OR coalesce(published_at, first_seen) <= moment;

-- Of each story, the newest version that could be known.
CREATE MACRO stories_known(moment) AS TABLE
    SELECT id, story_id, known_at
    FROM documents_known(moment)
    QUALIFY row_number() OVER (PARTITION BY story_id ORDER BY known_at DESC, first_seen DESC, id DESC) = 1;

-- Of each document, the newest extraction.
CREATE VIEW newest_extractions AS
    SELECT document_id, extractor, claims_batch
    FROM extractions
    QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY batch DESC) = 1;

-- The claims of every version that could be known, once for each version that holds them.
CREATE MACRO claims_printed(moment) AS TABLE
    SELECT claims.* EXCLUDE (batch), version.known_at, version.first_seen
    FROM claims
    JOIN newest_extractions AS newest
        ON newest.document_id = claims.document_id AND newest.claims_batch = claims.batch
    JOIN documents_known(moment) AS version ON version.id = claims.document_id;

-- The claims that stand: those of the newest version of each story.
CREATE MACRO claims_known(moment) AS TABLE
    SELECT printed.* EXCLUDE (known_at, first_seen)
    FROM claims_printed(moment) AS printed
    JOIN stories_known(moment) AS story ON story.id = printed.document_id;

-- Of each pair and judge, the newest link, deleted or not.
CREATE VIEW newest_links AS
    SELECT * EXCLUDE (batch)
    FROM links
    QUALIFY row_number() OVER (PARTITION BY "left", "right", "by" ORDER BY batch DESC) = 1;

-- The links that hold, between claims that could be known.
CREATE MACRO links_known(moment) AS TABLE
    SELECT *
    FROM newest_links
    WHERE deleted_at IS NULL
        AND (
            moment IS NULL
            OR ("left" IN (SELECT id FROM claims_printed(moment)) AND "right" IN (SELECT id FROM claims_printed(moment)))
        );

-- Of each speaker, the newest record.
CREATE VIEW newest_speakers AS
    SELECT * EXCLUDE (batch)
    FROM speakers
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY batch DESC) = 1;
