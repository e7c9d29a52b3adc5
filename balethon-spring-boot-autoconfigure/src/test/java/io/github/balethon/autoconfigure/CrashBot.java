package io.github.balethon.autoconfigure;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.User;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A bot as a process of its own, to be killed: it books each update once, takes some
 * time, and answers.
 */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
public class CrashBot {

	/** What takes a second to be answered. */
	static final String SLOW = "slow";

	static final String TABLE = "CREATE TABLE IF NOT EXISTS booking (id BIGINT GENERATED ALWAYS AS IDENTITY, "
			+ "update_key VARCHAR(60) PRIMARY KEY, sender BIGINT NOT NULL, text VARCHAR(100) NOT NULL)";

	/**
	 * Runs the bot until it is ended.
	 * @param args properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(CrashBot.class, args);
	}

	@Bean
	Booking booking(JdbcTemplate jdbc) {
		jdbc.execute(TABLE);
		return new Booking(jdbc);
	}

	static class Booking {

		private final JdbcTemplate jdbc;

		Booking(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@BaleHandler
		String book(BaleContext context, User from, String text) {
			try {
				this.jdbc.update("INSERT INTO booking (update_key, sender, text) VALUES (?, ?, ?)", context.updateKey(),
						from.id(), text);
			}
			catch (DuplicateKeyException ex) {
				// Done before the crash.
			}
			// Of any length, and the same in each run.
			int pause = new Random(Objects.hash(from.id(), text)).nextInt(30_000_000);
			LockSupport.parkNanos(text.equals(SLOW) ? 1_000_000_000 : pause);
			return text;
		}

	}

}
