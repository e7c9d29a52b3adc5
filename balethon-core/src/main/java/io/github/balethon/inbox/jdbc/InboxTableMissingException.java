package io.github.balethon.inbox.jdbc;

/**
 * Exception thrown if the tables of the inbox are missing.
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
	 * Returns the dialect of the database.
	 * @return the dialect, which locates the script that creates the tables
	 */
	public InboxDialect getDialect() {
		return this.dialect;
	}

}
