package io.github.balethon.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * An answer to {@code getUpdates} that may be malformed.
 *
 * @param newUpdates number of updates that join the queue before this answer
 * @param status HTTP status
 * @param headers further header lines
 * @param body the body, in which {@value #PAGE} stands for the updates
 * @param order order of the updates
 * @param odd elements between the updates, in which {@value #ID} stands for the
 * identifier of a pending update
 * @param kept percentage of the body that is sent; the rest is missing without an error
 * of the transport
 * @param framing how the end of the body is marked
 */
record ScriptedAnswer(int newUpdates, int status, List<String> headers, String body, Order order, List<String> odd,
		int kept, Framing framing) {

	static final String PAGE = "$page";

	static final String ID = "$id";

	/**
	 * Bodies with {@code ok} and a list of updates.
	 */
	static final List<String> PAGES = List.of("{\"ok\":true,\"result\":[$page]}", "{\"result\":[$page],\"ok\":true}",
			"\u00ef\u00bb\u00bf{\"ok\":true,\"result\":[$page]}",
			" {\"x\":{\"result\":[1]},\r\n\"ok\" : true ,\t\"result\" : [ $page ] } ",
			"{\"ok\":true,\"result\":[$page],\"error_code\":429,\"parameters\":{\"retry_after\":0}}",
			"{\"ok\":true,\"result\":[$page]}surplus");

	/**
	 * Returns an answer without any fault.
	 * @param body the body
	 * @return the bytes of the answer
	 */
	static byte[] wellFormed(String body) {
		return new ScriptedAnswer(0, 200, List.of("Content-Type: application/json"), body, Order.ASCENDING, List.of(),
				100, Framing.LENGTH)
			.render(List.of());
	}

	/**
	 * Whether a client has to accept all updates of this answer.
	 * @return {@code true} if nothing is wrong with it but some elements
	 */
	boolean isReadable() {
		return this.status >= 200 && this.status < 300 && this.status != 204 && PAGES.contains(this.body)
				&& this.kept == 100 && this.framing.ordinal() <= Framing.CLOSE.ordinal();
	}

	/**
	 * Whether the next request may use the same connection.
	 * @return {@code false} if the server closes it
	 */
	boolean keepsConnection() {
		return (this.framing == Framing.LENGTH || this.framing == Framing.CHUNKED) && this.status >= 200
				&& this.status != 204 && this.status != 304;
	}

	byte[] render(List<String> updates) {
		byte[] whole = this.body.replace(PAGE, String.join(",", elements(updates)))
			.getBytes(StandardCharsets.ISO_8859_1);
		int length = whole.length * this.kept / 100;
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		if (this.framing == Framing.NOTHING) {
			return new byte[0];
		}
		if (this.framing == Framing.NO_HTTP) {
			return whole;
		}
		write(answer, "HTTP/1.1 " + this.status + " Scripted\r\n");
		this.headers.forEach((header) -> write(answer, header + "\r\n"));
		if (this.framing == Framing.CUT_HEAD) {
			return answer.toByteArray();
		}
		write(answer, switch (this.framing) {
			case LENGTH, SURPLUS -> "Content-Length: " + length + "\r\n\r\n";
			case CHUNKED -> "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n";
			case BOTH ->
				"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n";
			case CLOSE -> "Connection: close\r\n\r\n";
			case CUT_BODY -> "Content-Length: " + (length + 1) + "\r\n\r\n";
			case CUT_CHUNK -> "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length + 9) + "\r\n";
			case BAD_CHUNK -> "Transfer-Encoding: chunked\r\n\r\nxyz\r\n";
			case BAD_LENGTH -> "Content-Length: -1\r\n\r\n";
			case HUGE_LENGTH -> "Content-Length: 99999999999999999999\r\n\r\n";
			default -> throw new IllegalStateException(this.framing.name());
		});
		answer.write(whole, 0, length);
		if (this.framing == Framing.CHUNKED || this.framing == Framing.BOTH) {
			write(answer, (length > 0) ? "\r\n0\r\n\r\n" : "\r\n");
		}
		if (this.framing == Framing.SURPLUS) {
			write(answer, "surplus");
		}
		return answer.toByteArray();
	}

	private List<String> elements(List<String> updates) {
		List<String> elements = new ArrayList<>(updates);
		if (this.order == Order.DESCENDING) {
			Collections.reverse(elements);
		}
		if (this.order == Order.REPEATED) {
			elements.addAll(updates);
		}
		// In a page that need not be accepted, a malformed element with the identifier of
		// an
		// update may arrive without the update itself.
		String id = (updates.isEmpty() || !isReadable()) ? "-1"
				: updates.get(0).replaceAll(".*\"update_id\":(\\d+).*", "$1");
		for (int i = 0; i < this.odd.size(); i++) {
			elements.add(i * 2 % (elements.size() + 1), this.odd.get(i).replace(ID, id));
		}
		return elements;
	}

	private static void write(ByteArrayOutputStream answer, String text) {
		answer.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/**
	 * Keeps reports short.
	 */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "[+%d %d %s %s, %s %s, %d %% %s]", this.newUpdates, this.status, this.headers,
				(this.body.length() > 200) ? this.body.substring(0, 200) + "..." : this.body, this.order, this.odd,
				this.kept, this.framing);
	}

	/**
	 * Order of the updates of a page.
	 */
	enum Order {

		ASCENDING, DESCENDING, REPEATED

	}

	/**
	 * How the end of the body is marked. The connection is closed after all but the first
	 * two.
	 */
	enum Framing {

		LENGTH, CHUNKED, CLOSE, BOTH, SURPLUS, CUT_HEAD, CUT_BODY, CUT_CHUNK, BAD_CHUNK, BAD_LENGTH, HUGE_LENGTH,
		NO_HTTP, NOTHING

	}

}
