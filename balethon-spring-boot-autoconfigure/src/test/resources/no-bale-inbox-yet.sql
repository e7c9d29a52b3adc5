-- Fails if the tables of the inbox are there already.
CREATE TABLE bale_inbox (id INTEGER);
DROP TABLE bale_inbox;
