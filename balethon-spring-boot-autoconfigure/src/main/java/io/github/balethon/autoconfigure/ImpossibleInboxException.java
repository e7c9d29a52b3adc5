package io.github.balethon.autoconfigure;

/**
 * The inbox cannot be where the configuration wants it.
 */
final class ImpossibleInboxException extends RuntimeException {

	private final String action;

	private ImpossibleInboxException(String description, String action) {
		super(description);
		this.action = action;
	}

	static ImpossibleInboxException noDatabase() {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but the application has no database: there is no DataSource bean.",
				"Add the dependency 'spring-boot-starter-jdbc' and a driver, and set 'spring.datasource.url'. Or set "
						+ "'bale.inbox.store' to 'memory', with which a crash loses the updates in hand.");
	}

	static ImpossibleInboxException severalDatabases() {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but there are several DataSource beans and none of them is primary.",
				"Annotate the one that the inbox is to be kept in with @BaleDataSource.");
	}

	static ImpossibleInboxException unknownDatabase(String product) {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but no inbox can be kept in a database of " + product + ".",
				"Use PostgreSQL, MySQL, MariaDB or H2, perhaps as a second database with @BaleDataSource. Or set "
						+ "'bale.inbox.store' to 'memory', with which a crash loses the updates in hand.");
	}

	static ImpossibleInboxException delayedWrites() {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but a crash would lose updates: H2 writes what it was given half a "
						+ "second later.",
				"Add ';WRITE_DELAY=0' to the URL of the database, as in 'jdbc:h2:async:./bot;WRITE_DELAY=0'.");
	}

	String getAction() {
		return this.action;
	}

}
