package io.github.balethon.handler.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Location;
import io.github.balethon.model.Markdown;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.ReplyMarkup;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Return types of handlers.
 */
class ReturnTypeTests {

	@Test
	void unsupportedReturnTypes() {
		BotFixture.assertInvalid(StrangeReturn.class,
				"Handler StrangeReturn#handle returns unsupported type java.util.Date. Supported types are void, a String",
				"BaleReturnValueHandler");
		BotFixture.assertInvalid(StrangeMono.class, "reactor.core.publisher.Mono<java.util.Date>",
				"BaleReturnValueHandler");
		BotFixture.assertInvalid(StrangeList.class, "java.util.List<java.util.Date>", "Change the return type");
		BotFixture.assertInvalid(StrangeError.class, "Handler StrangeError#error returns unsupported type",
				"Change the return");
	}

	@ParameterizedTest
	@ValueSource(classes = { ReplyKeyboardMarkup.class, InlineKeyboardMarkup.class, ReplyMarkup.class, Markdown.class,
			ChatId.class, Location.class, PhotoSize.class, Update.class, UpdateKind.class, ChatInviteLink.class,
			byte[].class, InputFile.class, Map.class })
	void typeThatCannotBeSentIsAnUnsupportedReturnType(Class<?> type) {
		ReturnValues values = new ReturnValues(List.of());
		assertThat(values.supports(ResolvableType.forClass(type))).isFalse();
		assertThat(values.supports(ResolvableType.forClassWithGenerics(Mono.class, type))).isFalse();
		assertThat(values.supports(ResolvableType.forClassWithGenerics(List.class, type))).isFalse();
		assertThat(values.supports(ResolvableType.forArrayComponent(ResolvableType.forClass(type)))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { Message.class, MessageId.class, Boolean.class, boolean.class, void.class, char.class,
			Character.class, int.class, String[].class, Object.class, SendMessage.class })
	void typeThatCanBeSentOrWasSentIsASupportedReturnType(Class<?> type) {
		assertThat(new ReturnValues(List.of()).supports(ResolvableType.forClass(type))).isTrue();
	}

	static class StrangeReturn {

		@BaleHandler
		Date handle() {
			return new Date();
		}

	}

	static class StrangeMono {

		@BaleHandler
		Mono<Date> handle() {
			return Mono.empty();
		}

	}

	static class StrangeList {

		@BaleHandler
		List<Date> handle() {
			return List.of();
		}

	}

	static class StrangeError {

		@BaleHandler
		void handle() {
		}

		@BaleExceptionHandler
		ReplyKeyboardMarkup error(IOException ex) {
			throw new UncheckedIOException(ex);
		}

	}

}
