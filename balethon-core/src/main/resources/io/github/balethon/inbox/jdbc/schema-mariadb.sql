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

-- Conversations. chat_id or user_id is 0 if a conversation spans all chats of a user, or all users of a chat.
CREATE TABLE IF NOT EXISTS bale_conversation (
	bot_id     BIGINT       NOT NULL,
	chat_id    BIGINT       NOT NULL,
	user_id    BIGINT       NOT NULL,
	state      VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
	data       MEDIUMBLOB,
	origin     MEDIUMBLOB,
	expires_at BIGINT       NOT NULL,
	timeout_at BIGINT,
	PRIMARY KEY (bot_id, chat_id, user_id),
	INDEX bale_conversation_timeout (bot_id, timeout_at),
	INDEX bale_conversation_expiry (bot_id, expires_at)
) ENGINE = InnoDB;

-- Callback data that exceeds the size of a button.
CREATE TABLE IF NOT EXISTS bale_callback_data (
	bot_id     BIGINT      NOT NULL,
	data_key   VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	data       MEDIUMBLOB  NOT NULL,
	expires_at BIGINT      NOT NULL,
	PRIMARY KEY (bot_id, data_key),
	INDEX bale_callback_data_expiry (bot_id, expires_at)
) ENGINE = InnoDB;
