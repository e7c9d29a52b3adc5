package io.github.balethon.client;

import java.time.Instant;
import java.util.Map;

import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * What Bale says about whoever opened a mini app, after its signature was checked by
 * {@link InitDataValidator}.
 *
 * @param user the person; more about them, such as {@code photo_url}, is in
 * {@link User#unknownFields()}
 * @param authDate moment of the signature
 * @param queryId identifier of the session
 * @param startParam parameter of the link that the mini app was opened by
 * @param fields all fields by their names, without the signature
 * @since 0.1.0
 */
public record InitData(@Nullable User user, Instant authDate, @Nullable String queryId, @Nullable String startParam,
		Map<String, String> fields) {

	/**
	 * The person and the moment only.
	 */
	@Override
	public String toString() {
		return "InitData[user=" + this.user + ", authDate=" + this.authDate + "]";
	}

}
