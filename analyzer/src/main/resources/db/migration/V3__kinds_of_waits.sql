-- Parks are told apart by what they wait for; those known so far were waits for locks.
UPDATE contention SET kind = 'lock' WHERE kind = 'park';
