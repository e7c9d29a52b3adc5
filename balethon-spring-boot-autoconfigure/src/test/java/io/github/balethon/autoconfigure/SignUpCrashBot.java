package io.github.balethon.autoconfigure;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.User;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A bot with a sign-up as states and as a dialogue, in a process of its own, to be killed
 * between and in its steps.
 */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
public class SignUpCrashBot {

	static final String TABLE = "CREATE TABLE IF NOT EXISTS sign_up (update_key VARCHAR(60) PRIMARY KEY, "
			+ "sender BIGINT NOT NULL, name VARCHAR(100), age INTEGER, city VARCHAR(100))";

	/**
	 * Runs the bot until it is ended.
	 * @param args properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(SignUpCrashBot.class, args);
	}

	@Bean
	SignUpHandlers handlers(JdbcTemplate jdbc) {
		jdbc.execute(TABLE);
		return new SignUpHandlers(jdbc);
	}

	@BaleConversation("signup")
	static class SignUpHandlers {

		private final JdbcTemplate jdbc;

		SignUpHandlers(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@BaleCommand
		String signup(Conversation<SignUp> conversation) {
			conversation.moveTo("name");
			return later("name?");
		}

		@BaleText(state = "name")
		String name(String text, Conversation<SignUp> conversation) {
			conversation.moveTo("age", new SignUp(text, 0));
			return later("age?");
		}

		@BaleText(state = "age")
		String age(String text, Conversation<SignUp> conversation) {
			conversation.moveTo("city", new SignUp(conversation.data().name(), Integer.parseInt(text)));
			return later("city?");
		}

		@BaleText(state = "city")
		String city(String text, User from, Conversation<SignUp> conversation, BaleContext context) {
			insert(context, from, conversation.data(), text);
			conversation.end();
			return later("signed up");
		}

		@BaleCommand
		String dialogue(Dialogue talk, User from, BaleContext context) {
			pause();
			String name = talk.ask("name?");
			int age = talk.ask("age?", Integer.class);
			String city = talk.ask("city?");
			talk.once("insert", () -> insert(context, from, new SignUp(name, age), city));
			return later("signed up");
		}

		private boolean insert(BaleContext context, User from, SignUp signUp, String city) {
			try {
				this.jdbc.update("INSERT INTO sign_up (update_key, sender, name, age, city) VALUES (?, ?, ?, ?, ?)",
						context.updateKey(), from.id(), signUp.name(), signUp.age(), city);
				return true;
			}
			catch (DuplicateKeyException ex) {
				// Done before the crash.
				return false;
			}
		}

		// The number of other updates that are not acknowledged.
		@BaleCommand
		String open(BaleContext context) {
			Integer open = this.jdbc.queryForObject(
					"SELECT COUNT(*) FROM bale_inbox WHERE status = 0 AND update_id <> ?", Integer.class,
					context.update().updateId());
			return "open " + open;
		}

		private static String later(String reply) {
			pause();
			return reply;
		}

		private static void pause() {
			LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(20_000_000));
		}

		record SignUp(String name, int age) {

		}

	}

}
