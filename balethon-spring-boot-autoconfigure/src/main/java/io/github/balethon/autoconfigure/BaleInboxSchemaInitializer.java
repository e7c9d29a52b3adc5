package io.github.balethon.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import io.github.balethon.inbox.jdbc.InboxDialect;
import io.github.balethon.inbox.jdbc.InboxTableMissingException;
import io.github.balethon.inbox.jdbc.InboxTableVersionException;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Creates the tables of the inbox if it is in a database. As all initializers of this
 * type it runs after the migrations of Flyway and Liquibase: they refuse a schema that is
 * not empty, and a migration may create the tables itself.
 */
final class BaleInboxSchemaInitializer extends DataSourceScriptDatabaseInitializer {

	private final InboxPlace place;

	BaleInboxSchemaInitializer(InboxPlace place, DatabaseInitializationMode mode) {
		super(dataSource(place), settings(place, mode));
		this.place = place;
	}

	// With the inbox in memory there is no script, so that the data source is not used.
	private static DataSource dataSource(InboxPlace place) {
		return place.isMemory() ? new DelegatingDataSource() : place.dataSource();
	}

	private static DatabaseInitializationSettings settings(InboxPlace place, DatabaseInitializationMode mode) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		InboxDialect dialect = place.isMemory() ? null : place.database().dialect();
		settings.setMode(mode);
		settings.setSchemaLocations((dialect != null) ? List.of("classpath:" + dialect.schemaLocation()) : List.of());
		return settings;
	}

	@Override
	protected void runScripts(Scripts scripts) {
		try {
			super.runScripts(scripts);
		}
		catch (DataAccessException ex) {
			throw reason(ex);
		}
	}

	// Statements of the script fail on a table of another version.
	private RuntimeException reason(DataAccessException failure) {
		try {
			this.place.database().verifyTables(this.place.dataSource());
		}
		catch (InboxTableVersionException ex) {
			ex.addSuppressed(failure);
			return ex;
		}
		catch (InboxTableMissingException | DataAccessException ex) {
			failure.addSuppressed(ex);
		}
		return failure;
	}

}
