package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.ChatMethod;
import io.github.balethon.method.RawMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets messages wait for their {@link SendingTurns turn}. Messages are what is sent,
 * forwarded or copied to a chat; an album is one. All other calls pass.
 */
final class LimitedMessages implements BaleClientInterceptor {

	private static final String CHAT = "chat_id";

	private final SendingTurns turns;

	LimitedMessages(SendingTurns turns) {
		this.turns = turns;
	}

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		Mono<R> call = next.execute(method);
		return isMessage(method.methodName()) ? this.turns.await(chat(method)).then(call) : call;
	}

	// By its name, so that those that RawMethod sends count, too.
	private static boolean isMessage(String method) {
		return (method.startsWith("send") && !method.equals("sendChatAction")) || method.startsWith("forward")
				|| method.startsWith("copy");
	}

	private static @Nullable Object chat(BaleMethod<?> method) {
		if (method instanceof ChatMethod<?> toChat && toChat.chatId() != null) {
			return toChat.chatId().toString();
		}
		Object chat = (method instanceof RawMethod<?> raw) ? raw.parameters().get(CHAT) : null;
		return (chat != null) ? chat.toString() : null;
	}

}
