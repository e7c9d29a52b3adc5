package io.github.balethon.handler.internal;

/**
 * Normalizes texts for comparison: Persian and Arabic digits become ASCII digits, Arabic
 * yeh and kaf become Persian ones, and other spaces, such as the no-break space, become
 * ASCII spaces. The length of the text does not change.
 */
@FunctionalInterface
interface TextNormalizer {

	TextNormalizer NONE = (text) -> text;

	TextNormalizer PERSIAN = (text) -> {
		for (int i = 0; i < text.length(); i++) {
			if (persian(text.charAt(i)) != text.charAt(i)) {
				return normalizeFrom(i, text);
			}
		}
		return text;
	};

	String normalize(String text);

	private static String normalizeFrom(int first, String text) {
		StringBuilder normalized = new StringBuilder(text);
		for (int i = first; i < text.length(); i++) {
			normalized.setCharAt(i, persian(text.charAt(i)));
		}
		return normalized.toString();
	}

	private static char persian(char character) {
		if (character < '\u00a0') {
			return character;
		}
		if (character < '\u0643' || character > '\u06f9') {
			return (Character.getType(character) == Character.SPACE_SEPARATOR) ? ' ' : character;
		}
		if (character >= '\u06f0') {
			return (char) (character - '\u06f0' + '0');
		}
		if (character >= '\u0660' && character <= '\u0669') {
			return (char) (character - '\u0660' + '0');
		}
		return switch (character) {
			case '\u064a' -> '\u06cc';
			case '\u0643' -> '\u06a9';
			default -> character;
		};
	}

}
