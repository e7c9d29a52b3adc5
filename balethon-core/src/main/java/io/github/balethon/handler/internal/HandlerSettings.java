package io.github.balethon.handler.internal;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the selection of handlers.
 *
 * @param username username of the bot, to skip commands for other bots, such as
 * {@code /start@other_bot}; {@code null} or blank if it is not known yet
 * @param normalizeText whether to treat Persian and Arabic digits and letters as equal in
 * conditions and arguments
 * @since 0.1.0
 */
public record HandlerSettings(@Nullable String username, boolean normalizeText) {

	public HandlerSettings {
		username = (username != null) ? stripped(username) : null;
	}

	private static @Nullable String stripped(String username) {
		String name = Spaces.strip(username);
		String withoutSign = name.startsWith("@") ? Spaces.strip(name.substring(1)) : name;
		return withoutSign.isEmpty() ? null : withoutSign;
	}

	HandlerSettings withUsername(String username) {
		return new HandlerSettings(username, this.normalizeText);
	}

	TextNormalizer normalizer() {
		return this.normalizeText ? TextNormalizer.PERSIAN : TextNormalizer.NONE;
	}

}
