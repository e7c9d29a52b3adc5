package io.github.balethon.inbox.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The columns that a table must have, so that a table of another version fails the start
 * instead of a statement later.
 */
final class TableShape {

	private final String table;

	private final Map<String, Kind> columns = new LinkedHashMap<>();

	TableShape(String table) {
		this.table = table;
	}

	TableShape with(Kind kind, String... columns) {
		for (String column : columns) {
			this.columns.put(column, kind);
		}
		return this;
	}

	/**
	 * Compares the table in a database with this shape.
	 * @param template the database
	 * @param dialect its dialect
	 * @throws InboxTableMissingException if there is no such table
	 * @throws InboxTableVersionException if its columns differ
	 */
	void verify(JdbcTemplate template, InboxDialect dialect) {
		List<String> differences;
		try {
			differences = template.query("SELECT * FROM " + this.table + " WHERE 1 = 0", this::differences);
		}
		catch (BadSqlGrammarException ex) {
			throw new InboxTableMissingException(dialect, ex);
		}
		if (differences != null && !differences.isEmpty()) {
			throw new InboxTableVersionException(dialect, this.table, differences);
		}
	}

	private List<String> differences(ResultSet result) throws SQLException {
		ResultSetMetaData found = result.getMetaData();
		List<String> differences = new ArrayList<>();
		Map<String, Kind> missing = new LinkedHashMap<>(this.columns);
		for (int i = 1; i <= found.getColumnCount(); i++) {
			String column = found.getColumnName(i).toLowerCase(Locale.ROOT);
			Kind kind = missing.remove(column);
			if (kind == null) {
				boolean needed = found.isNullable(i) == ResultSetMetaData.columnNoNulls && !found.isAutoIncrement(i);
				if (needed && !hasDefault(result.getStatement().getConnection(), found.getColumnName(i))) {
					differences.add("column '" + column + "' is unknown, NOT NULL and without a default value");
				}
			}
			else if (!kind.types.contains(found.getColumnType(i))) {
				differences.add("column '" + column + "' has the type " + found.getColumnTypeName(i) + ", not "
						+ kind.description);
			}
		}
		missing.forEach((column, kind) -> differences.add("column '" + column + "' is missing"));
		return differences;
	}

	private boolean hasDefault(Connection connection, String column) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		String table = metaData.storesUpperCaseIdentifiers() ? this.table.toUpperCase(Locale.ROOT) : this.table;
		// The underscore in the name is a wildcard, which matches no other table here.
		try (ResultSet found = metaData.getColumns(connection.getCatalog(), connection.getSchema(), table, column)) {
			// If the driver does not find the column, it may have a default value.
			return !found.next() || isSet(found.getString("COLUMN_DEF"));
		}
	}

	private static boolean isSet(@Nullable String value) {
		return value != null;
	}

	/**
	 * Kind of a column.
	 */
	enum Kind {

		/** 64-bit numbers. */
		LONG("BIGINT", Set.of(Types.BIGINT, Types.NUMERIC, Types.DECIMAL)),
		/** Small numbers. */
		SMALL("SMALLINT or INTEGER",
				Set.of(Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL)),
		/** Text. */
		TEXT("VARCHAR",
				Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR,
						Types.CLOB)),
		/** Bytes. */
		BYTES("a binary type", Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB)),
		/** Times. */
		TIME("TIMESTAMP", Set.of(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE));

		private final String description;

		private final Set<Integer> types;

		Kind(String description, Set<Integer> types) {
			this.description = description;
			this.types = types;
		}

	}

}
