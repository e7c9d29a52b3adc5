package io.github.balethon.inbox.jdbc;

import java.util.List;

/**
 * The database has a table for an inbox, but not that of this version.
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
	 * The dialect of the database.
	 * @return the dialect, which knows the script that creates the tables of this version
	 */
	public InboxDialect getDialect() {
		return this.dialect;
	}

}
