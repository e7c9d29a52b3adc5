package io.github.balethon.handler.internal;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * Duration in an annotation, such as {@code 30m}.
 */
final class WrittenDuration {

	private WrittenDuration() {
	}

	/**
	 * Parses a duration.
	 * @param written the text
	 * @return the duration, or {@code null} if it is malformed or not positive
	 */
	static @Nullable Duration positive(String written) {
		try {
			Duration duration = DurationFormatterUtils.detectAndParse(written);
			return (duration.isNegative() || duration.isZero()) ? null : duration;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
