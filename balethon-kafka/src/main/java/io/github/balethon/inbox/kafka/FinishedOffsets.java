package io.github.balethon.inbox.kafka;

import java.util.Base64;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * Metadata of a commit: the finished records beyond the committed offset. The first bit
 * is that of the committed offset.
 */
final class FinishedOffsets {

	// Identifies the format.
	private static final String PREFIX = "bale1:";

	// 2.7 KB as text; a broker accepts 4 KB unless it is configured otherwise.
	private static final int MAX_BITS = 2 * PartitionProgress.MAX_WINDOW;

	private FinishedOffsets() {
	}

	static String encode(BitSet finished) {
		if (finished.isEmpty()) {
			return "";
		}
		BitSet bounded = (finished.length() > MAX_BITS) ? finished.get(0, MAX_BITS) : finished;
		return PREFIX + Base64.getEncoder().withoutPadding().encodeToString(bounded.toByteArray());
	}

	/**
	 * Decodes metadata.
	 * @param metadata the metadata; that of another tool, such as one that resets
	 * offsets, contains no finished records
	 * @return the finished records
	 */
	static BitSet decode(@Nullable String metadata) {
		if (metadata == null || !metadata.startsWith(PREFIX)) {
			return new BitSet();
		}
		try {
			return BitSet.valueOf(Base64.getDecoder().decode(metadata.substring(PREFIX.length())));
		}
		catch (IllegalArgumentException ex) {
			return new BitSet();
		}
	}

}
