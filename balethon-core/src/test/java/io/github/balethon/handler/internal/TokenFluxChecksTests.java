package io.github.balethon.handler.internal;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.GrowingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Warnings of handlers that would send each token as a message.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenFluxChecksTests {

	@Test
	void fluxOfALanguageModelIsReported(CapturedOutput output) {
		BotFixture.of(Models.class, TokenBot.class).close();
		assertThat(output)
			.contains("Handler TokenBot#answer returns a Flux<String>, each element of which is sent as a "
					+ "message. To send one message that grows with the tokens of a model, return GrowingMessage.of(flux)");
	}

	@Test
	void otherHandlersAreNot(CapturedOutput output) {
		BotFixture.of(Models.class, GrowingBot.class, NewsBot.class).close();
		assertThat(output).doesNotContain("Flux<String>");
	}

	@Configuration(proxyBeanMethods = false)
	static class Models {

		@Bean
		StreamingChatModel model() {
			return (question) -> Flux.just("a", "b");
		}

	}

	static class TokenBot {

		private final StreamingChatModel model;

		TokenBot(StreamingChatModel model) {
			this.model = model;
		}

		@BaleHandler
		Flux<String> answer(String question) {
			return this.model.answer(question);
		}

	}

	static class GrowingBot {

		private final StreamingChatModel model;

		GrowingBot(StreamingChatModel model) {
			this.model = model;
		}

		@BaleHandler(when = "private")
		GrowingMessage answer(String question) {
			return GrowingMessage.of(this.model.answer(question));
		}

	}

	static class NewsBot {

		@BaleHandler(when = "group")
		Flux<String> news() {
			return Flux.just("one", "two");
		}

	}

}
