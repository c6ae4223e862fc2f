-- Locks that a thread of an instance took under others, for cycles whose other half is seen after a restart. witness is a hash
-- of all that tells two of them apart but the windows.
CREATE TABLE lock_order (
    instance     VARCHAR(128) NOT NULL,
    witness      VARCHAR(16) NOT NULL,
    first_window BIGINT NOT NULL,
    last_window  BIGINT NOT NULL,
    last_seen    BIGINT NOT NULL,
    detail       TEXT NOT NULL,
    PRIMARY KEY (instance, witness)
);
CREATE INDEX lock_order_last_seen ON lock_order (last_seen);
