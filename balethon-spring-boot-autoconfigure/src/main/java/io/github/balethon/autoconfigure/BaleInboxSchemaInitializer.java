package io.github.balethon.autoconfigure;

import java.util.List;

import io.github.balethon.autoconfigure.BaleProperties.Inbox.InitializeSchema;
import io.github.balethon.inbox.InboxDialect;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;

/**
 * Makes the tables of the inbox, where it is in a database.
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
		new DataSourceScriptDatabaseInitializer(this.place.dataSource(), settings).initializeDatabase();
	}

	private DatabaseInitializationMode mode() {
		return switch (this.initializeSchema) {
			case EMBEDDED -> DatabaseInitializationMode.EMBEDDED;
			case ALWAYS -> DatabaseInitializationMode.ALWAYS;
			case NEVER -> DatabaseInitializationMode.NEVER;
		};
	}

}
