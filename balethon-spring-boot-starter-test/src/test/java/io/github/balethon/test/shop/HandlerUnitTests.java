package io.github.balethon.test.shop;

import java.util.Locale;
import java.util.Map;

import io.github.balethon.client.BaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import io.github.balethon.test.BaleContexts;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Handlers as plain methods. Parts are shown in docs/testing.md.
 */
class HandlerUnitTests {

	private final User sara = new User(7, false, "Sara", null, null, null, Map.of());

	private final Chat chat = new Chat(7, "private", null, null, "Sara", null, null, Map.of());

	private final BaleClient client = mock(BaleClient.class);

	@Test
	void handlerWithoutContextIsAMethod() {
		assertThat(new ShopBot(new Prices()).start(this.sara).text()).isEqualTo("سلام Sara");
	}

	@Test
	void handlerCallsTheClientOfItsContext() {
		Message menu = Message.builder(1).chat(this.chat).text("سلام Sara").build();
		CallbackQuery query = new CallbackQuery("2", this.sara, menu, "buy:1", null, null, null, Map.of());
		BaleContext context = BaleContexts.of(Update.builder(1).callbackQuery(query).build(), this.client);
		willReturn(Mono.empty()).given(this.client).execute(any(EditMessageText.class));
		new ShopBot(new Prices()).buy(query, context).block();
		verify(this.client).execute(any(EditMessageText.class));
	}

	@Test
	void textsAreResolvedInTheLanguageOfTheUser() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("hello", Locale.forLanguageTag("fa"), "سلام {0}");
		Message message = Message.builder(1).from(this.sara).chat(this.chat).text("/start").build();
		BaleContext context = BaleContexts.of(Update.builder(1).message(message).build(), this.client, messages);
		assertThat(context.text("hello", "Sara")).isEqualTo("سلام Sara");
		assertThat(context.text()).isEqualTo("/start");
	}

}
