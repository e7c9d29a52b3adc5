package io.github.balethon.handler;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * What handlers may take, by the type of the parameter.
 */
final class ArgumentResolvers {

	private final Map<Class<?>, ArgumentResolver> byType = Map.of(
	// @formatter:off
			Update.class, BaleContext::update,
			Message.class, BaleContext::message,
			CallbackQuery.class, (context) -> context.update().callbackQuery(),
			User.class, (context) -> context.update().from(),
			Chat.class, (context) -> context.update().chat(),
			String.class, BaleContext::text,
			BaleContext.class, (context) -> context,
			BaleClient.class, BaleContext::client,
			BlockingBaleClient.class, (context) -> context.client().blocking());
	// @formatter:on

	@Nullable ArgumentResolver forType(Class<?> type) {
		return this.byType.get(type);
	}

	String supportedTypes() {
		return this.byType.keySet()
			.stream()
			.map(Class::getSimpleName)
			.collect(Collectors.toCollection(TreeSet::new))
			.stream()
			.collect(Collectors.joining(", "));
	}

}
