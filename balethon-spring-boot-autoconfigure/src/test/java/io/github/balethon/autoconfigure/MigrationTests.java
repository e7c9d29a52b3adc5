package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema of the inbox and database migrations, such as those of Flyway and Liquibase,
 * which Boot detects as database initializers.
 */
@Timeout(60)
class MigrationTests {

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@TempDir
	private Path folder;

	@Test
	void migrationsRunOnAnEmptyDatabase() {
		application().run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(JdbcInbox.class);
			assertThat(tables(context.getBean(DataSource.class))).contains("BALE_INBOX", "SHOP");
		});
	}

	@Test
	void scriptsOfTheApplicationRunBeforeOurs() {
		application().withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
			.withPropertyValues("spring.sql.init.mode=always",
					"spring.sql.init.schema-locations=classpath:no-bale-inbox-yet.sql")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JdbcInbox.class));
	}

	@Test
	void beansThatDependOnDatabaseInitializationFindTheTablesOfTheInbox() {
		application().withUserConfiguration(ReportConfiguration.class)
			.run((context) -> assertThat(context.getBean(Report.class).unfinished()).isZero());
	}

	@Test
	void migrationMayCreateTheTablesOfTheInbox() {
		application()
			.withPropertyValues("bale.inbox.initialize-schema=never",
					"test.migration=classpath:io/github/balethon/inbox/jdbc/schema-h2.sql")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JdbcInbox.class));
	}

	private ApplicationContextRunner application() {
		return Bots.on(this.emulator)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("bale.inbox.initialize-schema=always",
					"spring.datasource.url=jdbc:h2:async:" + this.folder.resolve("bot").toAbsolutePath()
							+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
			.withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
			.withBean(Greeting.class);
	}

	private static List<String> tables(DataSource dataSource) {
		return new JdbcTemplate(dataSource).queryForList(
				"SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'", String.class);
	}

	/**
	 * Registered after ours, so that without a dependency it would run after ours.
	 */
	@AutoConfiguration(after = BaleLongPollingAutoConfiguration.class)
	static class MigrationAutoConfiguration {

		@Bean
		Migration shopMigration(DataSource dataSource, @Value("${test.migration:}") @Nullable Resource script) {
			return new Migration(dataSource, script);
		}

	}

	/**
	 * A query of the application at startup.
	 *
	 * @param unfinished number of rows in the table of the inbox
	 */
	record Report(int unfinished) {

	}

	/**
	 * Registered before the initializers, so that it relies on the annotation.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ReportConfiguration {

		@Bean
		@DependsOnDatabaseInitialization
		Report report(DataSource dataSource) {
			return new Report(
					new JdbcTemplate(dataSource).queryForObject("SELECT COUNT(*) FROM bale_inbox", Integer.class));
		}

	}

	/**
	 * Refuses a schema that is not empty, as Flyway does without a baseline.
	 */
	static class Migration implements InitializingBean {

		private final DataSource dataSource;

		private final @Nullable Resource script;

		Migration(DataSource dataSource, @Nullable Resource script) {
			this.dataSource = dataSource;
			this.script = script;
		}

		@Override
		public void afterPropertiesSet() {
			assertThat(tables(this.dataSource)).isEmpty();
			new JdbcTemplate(this.dataSource).execute("CREATE TABLE shop (id INTEGER)");
			if (this.script != null) {
				DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(this.script), this.dataSource);
			}
		}

	}

	static class MigrationDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

		@Override
		protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
			return Set.of(Migration.class);
		}

		// As Boot's detector of Flyway's migrations.
		@Override
		public int getOrder() {
			return 1;
		}

	}

	static class Greeting {

		@BaleCommand("hi")
		String hi() {
			return "Hello";
		}

	}

}
