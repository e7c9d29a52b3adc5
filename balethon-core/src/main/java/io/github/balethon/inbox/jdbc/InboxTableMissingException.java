package io.github.balethon.inbox.jdbc;

/**
 * The database has no tables for an inbox.
 *
 * @since 0.1.0
 */
public class InboxTableMissingException extends RuntimeException {

	private final InboxDialect dialect;

	InboxTableMissingException(InboxDialect dialect, Throwable cause) {
		super("The tables 'bale_inbox' and 'bale_poller' are missing in the " + dialect.product() + " database", cause);
		this.dialect = dialect;
	}

	/**
	 * The dialect of the database.
	 * @return the dialect, which knows the script that makes the tables
	 */
	public InboxDialect getDialect() {
		return this.dialect;
	}

}
