-- How long windows were open whose contention is counted, and how long the recordings are: what sums over windows are a part of.
ALTER TABLE service ADD COLUMN window_nanos BIGINT NOT NULL DEFAULT 0;
ALTER TABLE service ADD COLUMN recorded_nanos BIGINT NOT NULL DEFAULT 0;
