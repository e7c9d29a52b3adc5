package io.github.balethon.handler.internal;

import org.jspecify.annotations.Nullable;

/**
 * A text that handlers are searched by. Both forms have the same length, so that what is
 * found in the normalized one can be handed over as it was written.
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
