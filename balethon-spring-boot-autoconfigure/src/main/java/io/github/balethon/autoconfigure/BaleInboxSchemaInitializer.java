package io.github.balethon.autoconfigure;

import java.util.List;

import io.github.balethon.autoconfigure.BaleProperties.Inbox.InitializeSchema;
import io.github.balethon.inbox.jdbc.InboxDialect;
import io.github.balethon.inbox.jdbc.InboxTableMissingException;
import io.github.balethon.inbox.jdbc.InboxTableVersionException;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.dao.DataAccessException;

/**
 * Creates the tables of the inbox if it is in a database.
 */
final class BaleInboxSchemaInitializer implements InitializingBean {

	private final InboxPlace place;

	private final InitializeSchema initializeSchema;

	BaleInboxSchemaInitializer(InboxPlace place, InitializeSchema initializeSchema) {
		this.place = place;
		this.initializeSchema = initializeSchema;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.place.isMemory()) {
			return;
		}
		InboxDialect dialect = this.place.database().dialect();
		if (dialect == null) {
			return;
		}
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(mode());
		settings.setSchemaLocations(List.of("classpath:" + dialect.schemaLocation()));
		try {
			new DataSourceScriptDatabaseInitializer(this.place.dataSource(), settings).initializeDatabase();
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

	private DatabaseInitializationMode mode() {
		return switch (this.initializeSchema) {
			case EMBEDDED -> DatabaseInitializationMode.EMBEDDED;
			case ALWAYS -> DatabaseInitializationMode.ALWAYS;
			case NEVER -> DatabaseInitializationMode.NEVER;
		};
	}

}
