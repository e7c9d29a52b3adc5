package io.github.balethon.emulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file that Bale keeps.
 *
 * @param id by which it is fetched and sent again
 * @param kind what it was sent as
 * @param name its name
 * @param mimeType its type
 * @param details what is known of it beside, as it stands in messages: duration, width,
 * emoji …; not to be changed
 * @param bytes the content
 * @since 0.1.0
 */
public record StoredFile(String id, FileKind kind, String name, String mimeType, ObjectNode details, byte[] bytes) {

	/**
	 * What is the same for all ids of this content.
	 * @return an id that fetches nothing
	 */
	public String uniqueId() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.kind.name().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(this.bytes), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public StoredFile withDetails(ObjectNode details) {
		return new StoredFile(this.id, this.kind, this.name, this.mimeType, details, this.bytes);
	}

}
