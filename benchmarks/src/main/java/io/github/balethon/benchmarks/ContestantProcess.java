package io.github.balethon.benchmarks;

import java.util.Map;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.model.Chat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One contestant in a process of its own.
 */
public final class ContestantProcess {

	private ContestantProcess() {
	}

	/**
	 * Runs a contestant until the process is ended.
	 * @param args the contestant, the address of Bale, the number of workers, and the
	 * database for those that need one
	 */
	public static void main(String[] args) {
		Contestant contestant = Contestant.valueOf(args[0]);
		int workers = Integer.parseInt(args[2]);
		switch (contestant) {
			case WEBCLIENT -> new GenericWebClientLoop(args[1], workers).run();
			case WEBCLIENT_BYTES -> new BytesWebClientLoop(args[1], workers).run();
			case RETURNING -> startBot(ReturningBot.class, args[1], workers, null);
			case BLOCKING -> startBot(BlockingBot.class, args[1], workers, null);
			case RETURNING_JDBC -> startBot(ReturningBot.class, args[1], workers, args[3]);
			case BLOCKING_JDBC -> startBot(BlockingBot.class, args[1], workers, args[3]);
		}
	}

	static AutoCloseable startBot(Class<?> bot, String baseUrl, int workers, @Nullable String database) {
		Map<String, Object> inbox = (database != null)
				? Map.of("spring.datasource.url", database, "bale.inbox.initialize-schema", "always")
				: Map.of("bale.inbox.store", "memory", "spring.autoconfigure.exclude",
						DataSourceAutoConfiguration.class.getName());
		return new SpringApplicationBuilder(bot).web(WebApplicationType.NONE)
			.properties(inbox)
			.properties(Map.of("bale.token", "1:test", "bale.base-url", baseUrl, "bale.max-workers", workers,
					"logging.level.root", "warn", "spring.main.banner-mode", "off"))
			.run();
	}

	/**
	 * A bot whose handler returns its answer.
	 */
	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class ReturningBot {

		@Bean
		Handlers handlers() {
			return new Handlers();
		}

		static class Handlers {

			@BaleHandler
			String echo(String text) {
				return text;
			}

		}

	}

	/**
	 * A bot whose handler waits for Bale's answer.
	 */
	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class BlockingBot {

		@Bean
		Handlers handlers() {
			return new Handlers();
		}

		static class Handlers {

			@BaleHandler
			void echo(Chat chat, String text, BlockingBaleClient bale) {
				bale.sendMessage(chat.id(), text);
			}

		}

	}

}
