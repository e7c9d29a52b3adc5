package io.github.balethon.emulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.node.ObjectNode;

/**
 * A stored file.
 *
 * @param id the file identifier
 * @param kind the kind of file
 * @param name the file name
 * @param mimeType the MIME type
 * @param details further fields of Bale's object: duration, width, emoji …; not to be
 * changed
 * @param bytes the content
 * @since 0.1.0
 */
public record StoredFile(String id, FileKind kind, String name, String mimeType, ObjectNode details, byte[] bytes) {

	/**
	 * Returns the identifier of the content, which cannot be used for a download.
	 * @return the unique identifier
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
