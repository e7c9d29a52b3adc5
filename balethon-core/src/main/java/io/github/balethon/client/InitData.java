package io.github.balethon.client;

import java.time.Instant;
import java.util.Map;

import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Init data of a mini app: the user who opened it, as signed by Bale and verified by
 * {@link InitDataValidator}.
 *
 * @param user the user; further fields, such as {@code photo_url}, are in
 * {@link User#unknownFields()}
 * @param authDate time of the signature
 * @param queryId identifier of the session
 * @param startParam start parameter of the link that opened the mini app
 * @param fields all fields by their names, without the signature
 * @since 0.1.0
 */
public record InitData(@Nullable User user, Instant authDate, @Nullable String queryId, @Nullable String startParam,
		Map<String, String> fields) {

	/**
	 * Contains the user and the time only.
	 */
	@Override
	public String toString() {
		return "InitData[user=" + this.user + ", authDate=" + this.authDate + "]";
	}

}
