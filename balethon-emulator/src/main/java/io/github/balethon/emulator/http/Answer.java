package io.github.balethon.emulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * HTTP response.
 *
 * @param status the HTTP status
 * @param contentType the content type
 * @param body the body; empty if it is a stream
 * @param headers further headers
 * @param stream the chunks to send instead of the body, or {@code null}
 * @since 0.1.0
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers,
		@Nullable Flux<byte[]> stream) {

	/** Resets the connection instead of sending a response. */
	public static final Answer RESET = new Answer(0, "", new byte[0], Map.of(), null);

	private static final Duration BETWEEN_DROPS = Duration.ofMillis(100);

	private static final String JSON = "application/json; charset=utf-8";

	public static Answer json(int status, JsonNode body) {
		return json(status, Json.bytes(body));
	}

	public static Answer json(int status, byte[] body) {
		return new Answer(status, JSON, body, Map.of(), null);
	}

	public Answer allowing(String verb) {
		return with(Map.of("Allow", verb));
	}

	public Answer redirecting(String location) {
		return new Answer(308, this.contentType, this.body, Map.of("Location", location), this.stream);
	}

	public Answer with(Map<String, String> headers) {
		return new Answer(this.status, this.contentType, this.body, headers, this.stream);
	}

	public static Answer events(Flux<byte[]> stream) {
		return new Answer(200, "text/event-stream; charset=utf-8", new byte[0], Map.of(), stream);
	}

	public static Answer text(String body) {
		return new Answer(200, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of(), null);
	}

	/**
	 * Returns a JSON failure with the HTTP status 200.
	 * @return the response with the status 200 if it is a failure in JSON
	 */
	public Answer asSuccessfulHttp() {
		boolean failure = this.status >= 400 && this.contentType.equals(JSON);
		return failure ? new Answer(200, this.contentType, this.body, this.headers, this.stream) : this;
	}

	/**
	 * Truncates the body, with a matching content length.
	 * @return a response with malformed JSON in valid HTTP
	 */
	public Answer truncated() {
		return new Answer(this.status, this.contentType, firstHalf(), this.headers, this.stream);
	}

	/**
	 * Truncates the body, with the content length of the whole.
	 * @return a response whose connection closes before its end
	 */
	public Answer cutOff() {
		// The server closes the connection when a stream fails.
		return streaming(Flux.concat(Flux.just(firstHalf()), Flux.error(new CutOff())));
	}

	/**
	 * Limits the speed of the response.
	 * @param bytesPerSecond maximum number of bytes per second
	 * @param timer schedules the chunks
	 * @return the throttled response
	 */
	public Answer slow(int bytesPerSecond, EventExecutor timer) {
		int size = Math.max(1, (int) (bytesPerSecond * BETWEEN_DROPS.toMillis() / 1000));
		Duration pause = Duration.ofNanos(1_000_000_000L * size / bytesPerSecond);
		int pieces = (this.body.length + size - 1) / size;
		return streaming(Flux.range(0, pieces)
			.map((i) -> Arrays.copyOfRange(this.body, i * size, Math.min(this.body.length, (i + 1) * size)))
			.concatMap((piece) -> Pause.of(pause, timer).thenReturn(piece), 1));
	}

	private Answer streaming(Flux<byte[]> stream) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put("Content-Length", Integer.toString(this.body.length));
		return new Answer(this.status, this.contentType, new byte[0], headers, stream);
	}

	private byte[] firstHalf() {
		return Arrays.copyOf(this.body, this.body.length / 2);
	}

	/**
	 * Fails a stream before its end.
	 */
	static final class CutOff extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private CutOff() {
			super("Response truncated by a fault", null, false, false);
		}

	}

}
