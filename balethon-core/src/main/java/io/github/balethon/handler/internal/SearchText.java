package io.github.balethon.handler.internal;

import org.jspecify.annotations.Nullable;

/**
 * Text that handlers are matched with. Both forms have the same length, so that a match
 * in the normalized form has the same position in the original one.
 *
 * @param written the text as the user wrote it
 * @param normalized the text for comparisons
 */
record SearchText(String written, String normalized) {

	static @Nullable SearchText of(@Nullable String written, TextNormalizer normalizer) {
		return (written != null) ? new SearchText(written, normalizer.normalize(written)) : null;
	}

	boolean isNormalized() {
		return this.written.equals(this.normalized);
	}

}
