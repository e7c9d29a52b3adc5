package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Finds the bounds of JSON values without parsing them. It does not fail on any content:
 * only quotes, backslashes and the brackets of one kind are considered, so that invalid
 * UTF-8, any depth and any token between them are skipped. If a value cannot be parsed
 * afterwards, the others are not affected.
 */
final class UpdateScanner {

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final byte[] json;

	private final int end;

	private int position;

	UpdateScanner(byte[] json) {
		this.json = json;
		this.end = json.length;
		int start = Math.min(json.length, BYTE_ORDER_MARK.length);
		this.position = Arrays.equals(Arrays.copyOf(json, start), BYTE_ORDER_MARK) ? start : 0;
	}

	/**
	 * Enters an object or an array.
	 * @param bracket the opening bracket
	 * @return whether there is one at this position
	 */
	boolean enter(char bracket) {
		skipSeparators();
		if (this.position < this.end && this.json[this.position] == bracket) {
			this.position++;
			return true;
		}
		return false;
	}

	/**
	 * Leaves an object or an array at its end.
	 * @param bracket the closing bracket
	 * @return whether it ends at this position
	 */
	boolean leave(char bracket) {
		return enter(bracket);
	}

	/**
	 * Reads the name of the next member of the entered object. Anything else is skipped.
	 * @return the raw name, or {@code null} if there is none
	 */
	@Nullable String nextName() {
		while (this.position < this.end && this.json[this.position] != '"' && this.json[this.position] != '}') {
			this.position++;
		}
		int from = this.position;
		if (from >= this.end || this.json[from] != '"' || !skipString()) {
			return null;
		}
		return new String(this.json, from + 1, this.position - from - 2, StandardCharsets.UTF_8);
	}

	/**
	 * Finds the next element of the entered array. An excess bracket between two elements
	 * is skipped.
	 * @return the element, or {@code null} if there is none, or it is truncated
	 */
	@Nullable Value nextElement() {
		skipSeparators();
		while (this.position < this.end && this.json[this.position] == '}') {
			this.position++;
			skipSeparators();
		}
		return nextValue();
	}

	/**
	 * Finds the value at this position.
	 * @return the value, or {@code null} if there is none, or it is truncated
	 */
	@Nullable Value nextValue() {
		skipSeparators();
		if (this.position >= this.end) {
			return null;
		}
		int from = this.position;
		boolean complete = switch (this.json[from]) {
			case '"' -> skipString();
			case '{' -> skipNested('{', '}');
			case '[' -> skipNested('[', ']');
			case '}', ']' -> false;
			default -> skipScalar();
		};
		return complete ? new Value(from, this.position) : null;
	}

	private void skipSeparators() {
		while (this.position < this.end && isSeparator(this.json[this.position])) {
			this.position++;
		}
	}

	private static boolean isSeparator(byte value) {
		return value == ' ' || value == '\t' || value == '\n' || value == '\r' || value == ',' || value == ':';
	}

	private boolean skipString() {
		this.position++;
		while (this.position < this.end) {
			byte current = this.json[this.position];
			this.position++;
			if (current == '"') {
				return true;
			}
			if (current == '\\') {
				this.position++;
			}
		}
		this.position = this.end;
		return false;
	}

	// Brackets of the other kind are ignored: in valid JSON they are balanced.
	private boolean skipNested(char opening, char closing) {
		int depth = 0;
		while (this.position < this.end) {
			byte current = this.json[this.position];
			if (current == '"') {
				if (!skipString()) {
					return false;
				}
				continue;
			}
			this.position++;
			if (current == opening) {
				depth++;
			}
			else if (current == closing) {
				depth--;
				if (depth == 0) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean skipScalar() {
		while (this.position < this.end) {
			byte current = this.json[this.position];
			if (isSeparator(current) || current == '}' || current == ']') {
				return true;
			}
			this.position++;
		}
		return false;
	}

	/**
	 * The bounds of a value.
	 */
	final class Value {

		private final int from;

		private final int to;

		private Value(int from, int to) {
			this.from = from;
			this.to = to;
		}

		byte[] bytes() {
			return Arrays.copyOfRange(UpdateScanner.this.json, this.from, this.to);
		}

		String text() {
			return new String(UpdateScanner.this.json, this.from, this.to - this.from, StandardCharsets.UTF_8);
		}

	}

}
