package io.github.balethon.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Identity of an update, by which every inbox detects duplicates. Two deliveries are the
 * same update if they have the same update ID and the same content. The update ID alone
 * is not enough, because IDs may restart, and the payload is too much, because Bale may
 * deliver an update again after its sender was renamed.
 *
 * @param updateId identifier of the update, or {@code null} if it has none
 * @param content {@link Update#identity()}, or a digest of the payload if the update
 * cannot be parsed or is of an unknown kind
 * @since 0.1.0
 */
public record UpdateIdentity(@Nullable Long updateId, String content) {

	/**
	 * Returns the identity of an update.
	 * @param received the update
	 * @return the identity
	 */
	public static UpdateIdentity of(ReceivedUpdate received) {
		Update update = received.update();
		String content = (update != null) ? update.identity() : "";
		return new UpdateIdentity(received.updateId(), content.isEmpty() ? digest(received.payload()) : content);
	}

	private static String digest(byte[] payload) {
		return "payload:" + HexFormat.of().formatHex(sha256().digest(payload));
	}

	/**
	 * Returns a hash that is the same in every process, with few collisions.
	 * @return a hash of 64 bits
	 */
	public long hash() {
		MessageDigest digest = sha256();
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong((this.updateId != null) ? this.updateId : 0).flip());
		return ByteBuffer.wrap(digest.digest(this.content.getBytes(StandardCharsets.UTF_8))).getLong();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
