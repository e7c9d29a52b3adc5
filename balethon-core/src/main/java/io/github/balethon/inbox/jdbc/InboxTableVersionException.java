package io.github.balethon.inbox.jdbc;

import java.util.List;

/**
 * Exception thrown if a table of the inbox is the one of another version.
 *
 * @since 0.1.0
 */
public class InboxTableVersionException extends RuntimeException {

	private final InboxDialect dialect;

	InboxTableVersionException(InboxDialect dialect, String table, List<String> differences) {
		super("The table '" + table + "' in the " + dialect.product() + " database is not the one of this version: "
				+ String.join("; ", differences));
		this.dialect = dialect;
	}

	/**
	 * Returns the dialect of the database.
	 * @return the dialect, which locates the script that creates the tables of this
	 * version
	 */
	public InboxDialect getDialect() {
		return this.dialect;
	}

}
