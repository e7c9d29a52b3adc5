package io.github.balethon.handler.internal;

import java.util.regex.Pattern;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Suggests a handler for an unhandled update. It contains names that the author of the
 * bot has chosen, and no other input of users.
 */
final class HandlerSuggestion {

	private static final Pattern COMMAND = Pattern.compile("/([a-zA-Z][a-zA-Z0-9_]{0,31})(@\\w+)?([\\s\\p{Z}].*)?",
			Pattern.DOTALL);

	private static final Pattern DATA_PREFIX = Pattern.compile("([a-zA-Z][a-zA-Z0-9_-]{0,31}):.*", Pattern.DOTALL);

	private HandlerSuggestion() {
	}

	static String of(BaleContext context) {
		return switch (context.kind()) {
			case MESSAGE -> message(context.text(), context.message());
			case CALLBACK_QUERY -> callback(context.text());
			case PRE_CHECKOUT_QUERY ->
				method("@BaleHandler", "void preCheckout(PreCheckoutQuery query, BaleClient bale)");
			case SUCCESSFUL_PAYMENT -> method("@BaleHandler", "void paid(SuccessfulPayment payment)");
			case WEB_APP_DATA -> method("@BaleHandler", "void data(WebAppData data)");
			case SHIPPING_QUERY -> method("@BaleHandler", "void shipping(ShippingQuery query)");
			case UNKNOWN -> method("@BaleHandler(kind = UpdateKind.UNKNOWN)", "void unknown(Update update)");
			default -> method("@BaleHandler(kind = UpdateKind." + context.kind() + ")", "void handle(Message message)");
		};
	}

	private static String message(@Nullable String text, @Nullable Message message) {
		var command = (text != null) ? COMMAND.matcher(Spaces.strip(text)) : null;
		if (command != null && command.matches()) {
			return method("@BaleCommand(\"" + command.group(1) + "\")", "String handle(User from)");
		}
		Content content = (message != null) ? message.content() : Content.UNKNOWN;
		if (content == Content.TEXT || content == Content.UNKNOWN) {
			return method("@BaleHandler", "String handle(String text)");
		}
		return method("@BaleHandler(content = Content." + content + ")", "String handle(Message message)");
	}

	private static String callback(@Nullable String data) {
		var prefix = (data != null) ? DATA_PREFIX.matcher(data) : null;
		if (prefix != null && prefix.matches()) {
			return method("@BaleCallback(\"" + prefix.group(1) + ":{value}\")", "String handle(@Capture String value)");
		}
		return method("@BaleHandler", "String handle(CallbackQuery query)");
	}

	private static String method(String annotation, String signature) {
		return "%s%n%s {%n\t…%n}".formatted(annotation, signature);
	}

}
