package io.github.balethon.inbox.jdbc;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionDefinition;

/**
 * A supported database, with the statements that differ.
 *
 * @since 0.1.0
 */
public enum InboxDialect {

	/** H2, in its own mode. */
	H2("h2", "H2") {

		@Override
		String insertIfAbsent(String table, String keys, String columns, String types) {
			return "INSERT INTO %s (%s) SELECT * FROM (VALUES (%s)) AS fresh(%s) WHERE NOT EXISTS (SELECT 1 FROM %s present WHERE %s)"
				.formatted(table, columns, cast(types), columns, table, equal(keys));
		}

		private String cast(String types) {
			return String.join(", ",
					Arrays.stream(types.split(", ")).map((type) -> "CAST(? AS " + type + ")").toList());
		}

		private String equal(String keys) {
			return String.join(" AND ",
					Arrays.stream(keys.split(", ")).map((key) -> "present." + key + " = fresh." + key).toList());
		}

	},
	/** PostgreSQL. */
	POSTGRESQL("postgresql", "PostgreSQL") {

		@Override
		String insertIfAbsent(String table, String keys, String columns, String types) {
			return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO NOTHING".formatted(table, columns,
					placeholders(types), keys);
		}

	},
	/** MySQL. */
	MYSQL("mysql", "MySQL") {

		@Override
		String insertIfAbsent(String table, String keys, String columns, String types) {
			return insertIgnore(table, columns, types);
		}

		@Override
		int isolationLevel() {
			return TransactionDefinition.ISOLATION_READ_COMMITTED;
		}

	},
	/** MariaDB. */
	MARIADB("mariadb", "MariaDB") {

		@Override
		String insertIfAbsent(String table, String keys, String columns, String types) {
			return insertIgnore(table, columns, types);
		}

		@Override
		int isolationLevel() {
			return TransactionDefinition.ISOLATION_READ_COMMITTED;
		}

	};

	private final String platform;

	private final String product;

	InboxDialect(String platform, String product) {
		this.platform = platform;
		this.product = product;
	}

	/**
	 * Returns the script that creates the tables.
	 * @return the location on the class path
	 */
	public String schemaLocation() {
		return "io/github/balethon/inbox/jdbc/schema-" + this.platform + ".sql";
	}

	/**
	 * Returns the name of the product, as reported by its driver.
	 * @return a name such as {@code PostgreSQL}
	 */
	public String product() {
		return this.product;
	}

	static @Nullable InboxDialect ofProduct(String product) {
		return Arrays.stream(values())
			.filter((dialect) -> dialect.product.equalsIgnoreCase(product))
			.findFirst()
			.orElse(null);
	}

	abstract String insertIfAbsent(String table, String keys, String columns, String types);

	/**
	 * Isolation level of the transactions of the inbox, which must see committed rows.
	 * Repeatable read also locks gaps between rows, and MariaDB rejects changes to a row
	 * that is newer than the snapshot.
	 * @return a level of {@link TransactionDefinition}
	 */
	int isolationLevel() {
		// Read committed by default. Setting it would cost a round trip.
		return TransactionDefinition.ISOLATION_DEFAULT;
	}

	private static String insertIgnore(String table, String columns, String types) {
		return "INSERT IGNORE INTO %s (%s) VALUES (%s)".formatted(table, columns, placeholders(types));
	}

	private static String placeholders(String types) {
		return String.join(", ", Arrays.stream(types.split(", ")).map((type) -> "?").toList());
	}

}
