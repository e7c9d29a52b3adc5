package io.github.balethon.handler.internal;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * How handlers are chosen.
 *
 * @param username user name of the bot, to tell {@code /start@my_bot} from the commands
 * of other bots; {@code null} or blank to take every command as meant
 * @param normalizeText whether Persian and Arabic digits and letters count as the same in
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

	TextNormalizer normalizer() {
		return this.normalizeText ? TextNormalizer.PERSIAN : TextNormalizer.NONE;
	}

}
