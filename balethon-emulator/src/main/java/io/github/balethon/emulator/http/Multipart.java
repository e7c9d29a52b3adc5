package io.github.balethon.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data}. Netty's decoder replaces semicolons, colons, commas
 * and equals signs in file names.
 *
 * @since 0.1.0
 */
public final class Multipart {

	private static final int LONGEST_BOUNDARY = 70;

	private static final byte[] LINE = { '\r', '\n' };

	private static final byte[] END_OF_HEADERS = { '\r', '\n', '\r', '\n' };

	/**
	 * A parameter of a header: a quoted string or a token. Some clients escape quotation
	 * marks by a backslash; browsers do not escape backslashes, so one in front of the
	 * last quotation mark is itself.
	 */
	private static final Pattern PARAMETER = Pattern
		.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"((?:\\\\\"(?!\\s*(?:;|$))|[^\"])*+)\"|([^\\s;\"]+))");

	private static final String EXTENDED = "utf-8''";

	private Multipart() {
	}

	/**
	 * Returns the boundary of a content type.
	 * @param contentType the value of the header
	 * @return the boundary, or {@code null} if there is no valid one
	 */
	public static @Nullable String boundary(String contentType) {
		String boundary = parameter(contentType, "boundary");
		return (boundary != null && !boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY) ? boundary : null;
	}

	/**
	 * Reads the parts of a body.
	 * @param body the body
	 * @param boundary the boundary
	 * @return the parts
	 * @throws IllegalArgumentException if the body is malformed
	 */
	public static List<Part> parts(byte[] body, String boundary) {
		byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
		// The delimiter may be at the beginning, without the line break.
		int next = startsWith(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length)) ? -2
				: indexOf(body, delimiter, 0);
		List<Part> parts = new ArrayList<>();
		while (next != -1) {
			int start = next + delimiter.length;
			if (startsWith(body, start, new byte[] { '-', '-' })) {
				return parts;
			}
			// Spaces may follow the boundary.
			int headers = indexOf(body, LINE, start);
			int content = (headers < 0) ? -1 : indexOf(body, END_OF_HEADERS, headers);
			if (content < 0) {
				throw new IllegalArgumentException("a part has no end of its headers");
			}
			next = indexOf(body, delimiter, content + LINE.length);
			if (next >= 0) {
				int from = Math.min(content + END_OF_HEADERS.length, next);
				parts.add(part(new String(body, headers, content - headers, StandardCharsets.UTF_8),
						Arrays.copyOfRange(body, from, next)));
			}
		}
		throw new IllegalArgumentException("the final boundary is missing");
	}

	private static Part part(String headers, byte[] content) {
		String disposition = "";
		String contentType = "";
		for (String line : headers.split("\r\n")) {
			int colon = line.indexOf(':');
			String name = (colon < 0) ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
			if (name.equals("content-disposition")) {
				disposition = line.substring(colon + 1).strip();
			}
			else if (name.equals("content-type")) {
				contentType = line.substring(colon + 1).strip();
			}
		}
		String name = parameter(disposition, "name");
		if (name == null) {
			throw new IllegalArgumentException("a part has no name");
		}
		return new Part(name, fileName(disposition), contentType, content);
	}

	private static @Nullable String fileName(String disposition) {
		String extended = parameter(disposition, "filename*");
		if (extended != null && extended.toLowerCase(Locale.ROOT).startsWith(EXTENDED)) {
			// A plus sign is itself there.
			return URLDecoder.decode(extended.substring(EXTENDED.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		String name = parameter(disposition, "filename");
		// Browsers encode quotation marks and line breaks, and nothing else.
		return (name != null) ? name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n") : null;
	}

	private static @Nullable String parameter(String header, String name) {
		Matcher parameter = PARAMETER.matcher(header);
		while (parameter.find()) {
			if (parameter.group(1).equalsIgnoreCase(name)) {
				return (parameter.group(2) != null) ? parameter.group(2).replace("\\\"", "\"") : parameter.group(3);
			}
		}
		return null;
	}

	private static boolean startsWith(byte[] body, int from, byte[] bytes) {
		return from + bytes.length <= body.length
				&& Arrays.equals(body, from, from + bytes.length, bytes, 0, bytes.length);
	}

	private static int indexOf(byte[] body, byte[] bytes, int from) {
		for (int i = from; i <= body.length - bytes.length; i++) {
			if (body[i] == bytes[0] && startsWith(body, i, bytes)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * A part of the form.
	 *
	 * @param name the name of the field
	 * @param fileName the file name, or {@code null} if the part is not a file
	 * @param contentType the content type; empty if not set
	 * @param content the content
	 */
	public record Part(String name, @Nullable String fileName, String contentType, byte[] content) {
	}

}
