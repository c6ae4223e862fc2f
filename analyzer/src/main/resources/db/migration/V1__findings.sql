-- Times are milliseconds since 1970 by the analyzer's clock, durations are nanoseconds, JSON is text.

CREATE TABLE service (
    name             VARCHAR(128) PRIMARY KEY,
    complete_windows BIGINT NOT NULL
);

-- One run of one monitored JVM. next_sequence is 0 while none of its chunks has been analysed.
CREATE TABLE instance (
    instance      VARCHAR(36) PRIMARY KEY,
    service       VARCHAR(128) NOT NULL,
    next_sequence BIGINT NOT NULL,
    first_seen    BIGINT NOT NULL,
    last_seen     BIGINT NOT NULL,
    status        TEXT
);
CREATE INDEX instance_last_seen ON instance (last_seen);

-- Chunks that were waited for in vain: they tell a chunk that comes too late from one that comes twice.
CREATE TABLE instance_gap (
    instance       VARCHAR(36) NOT NULL REFERENCES instance ON DELETE CASCADE,
    first_sequence BIGINT NOT NULL,
    last_sequence  BIGINT NOT NULL,
    PRIMARY KEY (instance, first_sequence)
);

-- What an agent has lost so far, so that a restart of the analyzer does not count it again.
CREATE TABLE instance_loss (
    instance VARCHAR(36) NOT NULL REFERENCES instance ON DELETE CASCADE,
    reason   VARCHAR(200) NOT NULL,
    total    BIGINT NOT NULL,
    PRIMARY KEY (instance, reason)
);

-- Chunks that are accepted and not yet analysed. attempts counts the restarts that found one still here.
CREATE TABLE chunk (
    instance     VARCHAR(36) NOT NULL REFERENCES instance ON DELETE CASCADE,
    sequence     BIGINT NOT NULL,
    service      VARCHAR(128) NOT NULL,
    stored_bytes BIGINT NOT NULL,
    received     BIGINT NOT NULL,
    attempts     INTEGER NOT NULL,
    PRIMARY KEY (instance, sequence)
);

-- windows_before and windows_last are the service's complete windows before the first and at the last sighting.
CREATE TABLE finding (
    id                   VARCHAR(16) PRIMARY KEY,
    service              VARCHAR(128) NOT NULL,
    kind                 VARCHAR(20) NOT NULL,
    field                VARCHAR(1000) NOT NULL,
    fingerprint          VARCHAR(200) NOT NULL,
    grade                INTEGER NOT NULL,
    state                VARCHAR(12) NOT NULL CHECK (state IN ('open', 'acknowledged', 'resolved', 'regressed')),
    pair_count           BIGINT NOT NULL,
    observations         BIGINT NOT NULL,
    windows_before       BIGINT NOT NULL,
    windows_last         BIGINT NOT NULL,
    first_seen           BIGINT NOT NULL,
    last_seen            BIGINT NOT NULL,
    evidence             TEXT NOT NULL,
    acknowledged_by      VARCHAR(200),
    acknowledged_reason  VARCHAR(2000),
    acknowledged_at      BIGINT,
    acknowledged_until   BIGINT,
    UNIQUE (service, kind, fingerprint)
);
CREATE INDEX finding_last_seen ON finding (last_seen);

CREATE TABLE finding_instance (
    finding  VARCHAR(16) NOT NULL REFERENCES finding ON DELETE CASCADE,
    instance VARCHAR(36) NOT NULL,
    PRIMARY KEY (finding, instance)
);

CREATE TABLE contention (
    service        VARCHAR(128) NOT NULL,
    lock_class     VARCHAR(1000) NOT NULL,
    site           VARCHAR(1000) NOT NULL,
    kind           VARCHAR(40) NOT NULL,
    source         VARCHAR(40) NOT NULL,
    waits          BIGINT NOT NULL,
    wait_nanos     BIGINT NOT NULL,
    max_wait_nanos BIGINT NOT NULL,
    hold_nanos     BIGINT NOT NULL,
    first_seen     BIGINT NOT NULL,
    last_seen      BIGINT NOT NULL,
    detail         TEXT NOT NULL,
    PRIMARY KEY (service, lock_class, site, kind, source)
);
CREATE INDEX contention_last_seen ON contention (last_seen);
