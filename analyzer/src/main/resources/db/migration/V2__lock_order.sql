-- Locks that threads take in different orders. windows is how many have shown it.
CREATE TABLE lock_cycle (
    service     VARCHAR(128) NOT NULL,
    fingerprint VARCHAR(200) NOT NULL,
    grade       INTEGER NOT NULL,
    windows     BIGINT NOT NULL,
    first_seen  BIGINT NOT NULL,
    last_seen   BIGINT NOT NULL,
    detail      TEXT NOT NULL,
    PRIMARY KEY (service, fingerprint)
);
CREATE INDEX lock_cycle_last_seen ON lock_cycle (last_seen);
