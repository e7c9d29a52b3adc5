package io.github.balethon.autoconfigure;

/**
 * Exception thrown if the configured store of the inbox is not available.
 */
final class ImpossibleInboxException extends RuntimeException {

	private final String action;

	private ImpossibleInboxException(String description, String action) {
		super(description);
		this.action = action;
	}

	static ImpossibleInboxException noDatabase() {
		return new ImpossibleInboxException("'bale.inbox.store' is 'jdbc', but there is no DataSource bean.",
				"Add the dependency 'spring-boot-starter-jdbc' and a driver, and set 'spring.datasource.url'. Or set "
						+ "'bale.inbox.store' to 'memory', with which a crash loses updates in progress.");
	}

	static ImpossibleInboxException noKafka() {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'kafka', but there are no beans for Kafka, or 'balethon-kafka' is missing.",
				"Add the dependency 'io.github.balethon:balethon-kafka' and set 'spring.kafka.bootstrap-servers'.");
	}

	static ImpossibleInboxException severalDatabases() {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but there are several DataSource beans and none is primary.",
				"Annotate the DataSource bean of the inbox with @BaleDataSource.");
	}

	static ImpossibleInboxException unknownDatabase(String product) {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but the database " + product + " is not supported.",
				"Use PostgreSQL, MySQL, MariaDB or H2, possibly as a second database with @BaleDataSource. Or set "
						+ "'bale.inbox.store' to 'memory', with which a crash loses updates in progress.");
	}

	static ImpossibleInboxException delayedWrites() {
		return new ImpossibleInboxException(
				"'bale.inbox.store' is 'jdbc', but a crash would lose updates, because H2 delays writes by half a "
						+ "second.",
				"Add ';WRITE_DELAY=0' to the URL of the database, as in 'jdbc:h2:async:./bot;WRITE_DELAY=0'.");
	}

	static ImpossibleInboxException conversationsWithoutDatabase() {
		return new ImpossibleInboxException("'bale.conversation.store' is 'jdbc', but the inbox is not in a database.",
				"Conversations are stored in the database of the inbox: set 'bale.inbox.store' to 'jdbc'. Or set "
						+ "'bale.conversation.store' to 'memory', with which a restart loses conversations.");
	}

	static ImpossibleInboxException conversationsWithoutRedis() {
		return new ImpossibleInboxException(
				"'bale.conversation.store' is 'redis', but there is no single RedisConnectionFactory bean.",
				"Add the dependency 'spring-boot-starter-data-redis' and set 'spring.data.redis.host', or make one of "
						+ "several RedisConnectionFactory beans primary. Or set 'bale.conversation.store' to 'auto'.");
	}

	static ImpossibleInboxException callbackDataWithoutDatabase() {
		return new ImpossibleInboxException("'bale.callback.store' is 'jdbc', but the inbox is not in a database.",
				"Callback data is stored in the database of the inbox: set 'bale.inbox.store' to 'jdbc'. Or set "
						+ "'bale.callback.store' to 'memory', with which a restart loses stored callback data.");
	}

	static ImpossibleInboxException callbackDataWithoutRedis() {
		return new ImpossibleInboxException(
				"'bale.callback.store' is 'redis', but there is no single RedisConnectionFactory bean.",
				"Add the dependency 'spring-boot-starter-data-redis' and set 'spring.data.redis.host', or make one of "
						+ "several RedisConnectionFactory beans primary. Or set 'bale.callback.store' to 'auto'.");
	}

	String getAction() {
		return this.action;
	}

}
