package io.github.balethon.autoconfigure;

import java.time.Duration;

import javax.sql.DataSource;

import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.jdbc.JdbcInboxSettings;
import io.github.balethon.inbox.memory.MemoryInbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Auto-configuration of the inbox, in the database of the application if it has one, or
 * in memory.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.XADataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.JndiDataSourceAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration" })
@ConditionalOnBean(BaleAutoConfiguration.class)
public final class BaleInboxAutoConfiguration {

	// Nested configurations are processed first, so the one with a database wins.
	@Bean
	@ConditionalOnMissingBean(Inbox.class)
	MemoryInbox baleInbox(BaleProperties properties) {
		if (properties.inbox().store() == BaleProperties.Inbox.Store.JDBC) {
			throw ImpossibleInboxException.noDatabase();
		}
		if (properties.inbox().store() == BaleProperties.Inbox.Store.KAFKA) {
			throw ImpossibleInboxException.noKafka();
		}
		return new MemoryInbox(properties.dispatch().maxInFlight());
	}

	@Bean
	@ConditionalOnMissingBean
	DeadLetters baleDeadLetters(Inbox inbox) {
		return inbox.deadLetters();
	}

	/**
	 * Configuration of the inbox in a database.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DataSource.class, JdbcTemplate.class, DataSourceScriptDatabaseInitializer.class })
	@ConditionalOnBean(DataSource.class)
	@ConditionalOnMissingBean(Inbox.class)
	@EnableConfigurationProperties(BaleInboxSchemaProperties.class)
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static class DatabaseConfiguration {

		@Bean
		InboxPlace baleInboxPlace(@BaleDataSource ObjectProvider<DataSource> ownDataSource,
				ObjectProvider<DataSource> dataSource, ObjectProvider<JdbcConnectionDetails> details,
				BaleProperties properties) {
			JdbcConnectionDetails known = details.getIfUnique();
			return InboxPlace.choose(ownDataSource, dataSource, (known != null) ? known.getJdbcUrl() : null,
					properties);
		}

		@Bean
		BaleInboxSchemaInitializer baleInboxSchemaInitializer(InboxPlace place, BaleInboxSchemaProperties properties) {
			return new BaleInboxSchemaInitializer(place, properties.initializeSchema());
		}

		@Bean
		@DependsOnDatabaseInitialization
		Inbox baleInbox(InboxPlace place, BaleConnectionDetails connection, BaleProperties properties) {
			if (place.isMemory()) {
				return new MemoryInbox(properties.dispatch().maxInFlight());
			}
			JdbcInboxSettings settings = new JdbcInboxSettings(properties.dispatch().maxInFlight(),
					properties.dispatch().retry().maxCrashes(), properties.inbox().retention(),
					properties.inbox().takeoverAfter(), discoveryInterval(properties));
			return new JdbcInbox(place.dataSource(), place.database(), () -> connection.token().botId(), settings);
		}

		// With a webhook, any instance stores updates for the one that handles them.
		private static Duration discoveryInterval(BaleProperties properties) {
			return (properties.transport() == BaleProperties.Transport.WEBHOOK) ? Duration.ofMillis(100)
					: properties.inbox().takeoverAfter();
		}

	}

}
