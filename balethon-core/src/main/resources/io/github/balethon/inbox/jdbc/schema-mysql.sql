-- Updates from their receipt until they are handled, and for a while after that.
-- status: 0 open, 1 done, 2 dead letter. Times are milliseconds since 1970.
-- started_by: the instance of the application in which the update may be in progress, recorded after a crash.
-- crashes: number of times that the update was in progress alone, because it may have caused a crash.
CREATE TABLE IF NOT EXISTS bale_inbox (
	bot_id      BIGINT     NOT NULL,
	update_id   BIGINT     NOT NULL,
	seq         BIGINT     NOT NULL,
	chat_id     BIGINT,
	sender_id   BIGINT,
	payload     MEDIUMBLOB NOT NULL,
	status      SMALLINT   NOT NULL,
	crashes     INTEGER    DEFAULT 0 NOT NULL,
	attempts    INTEGER    DEFAULT 0 NOT NULL,
	failure     VARCHAR(500) CHARACTER SET utf8mb4,
	started_by  VARCHAR(36),
	received_at BIGINT     NOT NULL,
	finished_at BIGINT,
	PRIMARY KEY (bot_id, update_id),
	INDEX bale_inbox_status (bot_id, status, seq)
) ENGINE = InnoDB;

-- Which instance of the application takes updates.
CREATE TABLE IF NOT EXISTS bale_poller (
	bot_id    BIGINT       NOT NULL,
	owner     VARCHAR(36),
	heartbeat TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
	PRIMARY KEY (bot_id)
) ENGINE = InnoDB;
