package io.github.balethon.benchmarks.contestant;

import java.util.HashMap;
import java.util.Map;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Our bot: a Spring Boot application with the starter and one handler.
 */
public final class EchoBot {

	private EchoBot() {
	}

	/**
	 * Starts a bot whose handler returns its answer.
	 * @param task what it has to do
	 * @return the application
	 */
	public static ConfigurableApplicationContext returning(Task task) {
		return start(task.edits() ? ReturningEdits.class : Returning.class, task);
	}

	/**
	 * Starts a bot whose handler blocks until Bale has answered.
	 * @param task what it has to do
	 * @return the application
	 */
	public static ConfigurableApplicationContext blocking(Task task) {
		return start(task.edits() ? BlockingEdits.class : Blocking.class, task);
	}

	/**
	 * Starts a bot whose handler is a step of a conversation.
	 * @param task what it has to do
	 * @return the application
	 */
	public static ConfigurableApplicationContext conversation(Task task) {
		return start(Conversing.class, task);
	}

	private static ConfigurableApplicationContext start(Class<?> handlers, Task task) {
		Map<String, Object> properties = new HashMap<>(Map.of("bale.token", Task.TOKEN, "bale.base-url", task.baseUrl(),
				"bale.max-workers", task.workers(), "logging.level.root", "warn", "spring.main.banner-mode", "off"));
		if (!task.database().isEmpty()) {
			properties.put("spring.datasource.url", task.database());
			properties.put("bale.inbox.initialize-schema", "always");
		}
		else {
			properties.put("bale.inbox.store", "memory");
		}
		return new SpringApplicationBuilder(Application.class, handlers).web(WebApplicationType.NONE)
			.properties(properties)
			.run();
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

	static class Returning {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

	static class Conversing {

		@BaleHandler
		String begin(String text, Conversation<Step> conversation) {
			conversation.moveTo("step", new Step(text, 1));
			return text;
		}

		@BaleText(state = "step")
		String step(String text, Conversation<Step> conversation) {
			Step last = conversation.data();
			conversation.moveTo("step", new Step(text, (last != null) ? last.number() + 1 : 1));
			return text;
		}

		record Step(String text, int number) {

		}

	}

	static class ReturningEdits {

		@BaleHandler
		Mono<?> echo(Chat chat, String text, BaleClient bale) {
			return bale.sendMessage(chat.id(), text)
				.flatMap((sent) -> bale.editMessageText(chat.id(), sent.messageId(), Task.EDITED));
		}

	}

	static class Blocking {

		@BaleHandler
		void echo(Chat chat, String text, BlockingBaleClient bale) {
			bale.sendMessage(chat.id(), text);
		}

	}

	static class BlockingEdits {

		@BaleHandler
		void echo(Chat chat, String text, BlockingBaleClient bale) {
			Message sent = bale.sendMessage(chat.id(), text);
			bale.editMessageText(chat.id(), sent.messageId(), Task.EDITED);
		}

	}

}
