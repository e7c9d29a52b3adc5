package io.github.balethon.emulator;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quirks that are switched on, and the refusals that depend on them.
 */
final class Quirks {

	private final Set<Quirk> on = ConcurrentHashMap.newKeySet();

	void set(Quirk quirk, boolean on) {
		if (on) {
			this.on.add(quirk);
		}
		else {
			this.on.remove(quirk);
		}
	}

	boolean has(Quirk quirk) {
		return this.on.contains(quirk);
	}

	List<Quirk> all() {
		return this.on.stream().sorted().toList();
	}

	Refusal wrongToken() {
		if (has(Quirk.WRONG_TOKEN_401)) {
			return new Refusal(401, "Unauthorized");
		}
		return has(Quirk.WRONG_TOKEN_404) ? Refusal.notFound() : new Refusal(403, "Bad Request: Token not found");
	}

	Refusal unknownChat() {
		int code = has(Quirk.UNKNOWN_CHAT_403) ? 403 : 404;
		return new Refusal(has(Quirk.UNKNOWN_CHAT_400) ? 400 : code, "no such group or user")
			.because("the emulator knows no such chat or person, or the bot is not in the group");
	}

	/**
	 * The bot may not do something.
	 * @param reason what it lacks
	 * @return the refusal
	 */
	Refusal missingRight(String reason) {
		return new Refusal(403,
				has(Quirk.MISSING_RIGHT_FORBIDDEN) ? "Forbidden: permission_denied" : "permission_denied")
			.because(reason);
	}

}
