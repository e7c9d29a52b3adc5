package io.github.balethon.autoconfigure;

import java.util.Locale;

import javax.sql.DataSource;

import io.github.balethon.autoconfigure.BaleProperties.Inbox.Store;
import io.github.balethon.inbox.jdbc.InboxDatabase;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.Assert;

/**
 * Store of the inbox, chosen by the configuration and the kind of the database.
 */
final class InboxPlace {

	private static final Log logger = LogFactory.getLog(InboxPlace.class);

	private static final InboxPlace MEMORY = new InboxPlace(null, null);

	private final @Nullable DataSource dataSource;

	private final @Nullable InboxDatabase database;

	private InboxPlace(@Nullable DataSource dataSource, @Nullable InboxDatabase database) {
		this.dataSource = dataSource;
		this.database = database;
	}

	static InboxPlace choose(ObjectProvider<DataSource> own, ObjectProvider<DataSource> common, @Nullable String url,
			BaleProperties properties) {
		Store store = properties.inbox().store();
		if (store == Store.KAFKA) {
			throw ImpossibleInboxException.noKafka();
		}
		boolean needed = properties.transport() != BaleProperties.Transport.NONE;
		if (store == Store.MEMORY || (store == Store.AUTO && !needed)) {
			return MEMORY;
		}
		DataSource dataSource = own.getIfAvailable(common::getIfUnique);
		if (dataSource == null) {
			if (store == Store.JDBC) {
				throw ImpossibleInboxException.severalDatabases();
			}
			logger.info("The inbox is in memory, because there are several DataSource beans and none is primary: "
					+ "annotate the one of the inbox with @BaleDataSource");
			return MEMORY;
		}
		InboxDatabase database = InboxDatabase.of(dataSource);
		InboxPlace place = (store == Store.JDBC) ? required(dataSource, database) : suitable(dataSource, database);
		if (!place.isMemory() && url != null && closesEarly(url)) {
			logger.warn(
					"Updates may be handled twice after a graceful shutdown, because H2 closes the database before they "
							+ "are acknowledged: add ;DB_CLOSE_ON_EXIT=FALSE to the URL of the database");
		}
		return place;
	}

	// H2 reports all settings but this one.
	private static boolean closesEarly(String url) {
		String lower = url.toLowerCase(Locale.ROOT);
		boolean embedded = lower.startsWith("jdbc:h2:") && !lower.startsWith("jdbc:h2:tcp:")
				&& !lower.startsWith("jdbc:h2:ssl:");
		return embedded && !lower.contains("db_close_on_exit=false");
	}

	private static InboxPlace required(DataSource dataSource, InboxDatabase database) {
		if (database.dialect() == null) {
			throw ImpossibleInboxException.unknownDatabase(database.product());
		}
		if (database.writeDelayed()) {
			throw ImpossibleInboxException.delayedWrites();
		}
		return new InboxPlace(dataSource, database);
	}

	private static InboxPlace suitable(DataSource dataSource, InboxDatabase database) {
		if (database.dialect() == null) {
			logger.warn("The inbox is in memory, because the database " + database.product() + " is not supported");
			return MEMORY;
		}
		if (database.inMemory()) {
			logger.info("The inbox is in memory, because the database is an in-memory database");
			return MEMORY;
		}
		if (database.writeDelayed()) {
			logger.warn("A crash loses the updates of the last half second, because H2 delays writes: "
					+ "add ;WRITE_DELAY=0 to the URL of the database");
		}
		return new InboxPlace(dataSource, database);
	}

	boolean isMemory() {
		return this.dataSource == null;
	}

	DataSource dataSource() {
		Assert.state(this.dataSource != null, "The inbox is in memory");
		return this.dataSource;
	}

	InboxDatabase database() {
		Assert.state(this.database != null, "The inbox is in memory");
		return this.database;
	}

}
