-- The highest thresholds so far of the JDK's events of waits: shorter waits made no event at some time.
ALTER TABLE service ADD COLUMN monitor_threshold_nanos BIGINT NOT NULL DEFAULT 0;
ALTER TABLE service ADD COLUMN park_threshold_nanos BIGINT NOT NULL DEFAULT 0;
