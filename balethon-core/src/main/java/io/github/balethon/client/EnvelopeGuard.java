package io.github.balethon.client;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Detects a refusal with a successful status in place of a file. A JSON object is
 * buffered until it is longer than any refusal or complete; any other content is passed
 * on at once.
 */
final class EnvelopeGuard {

	private static final int LONGEST_REFUSAL = 64 * 1024;

	private final int status;

	private final @Nullable Long size;

	private final FileRefusals refusals;

	private final List<DataBuffer> held = new ArrayList<>();

	private int length;

	private boolean object;

	private boolean passing;

	private boolean closed;

	/**
	 * Creates a guard for one response.
	 * @param status the status of the response
	 * @param size the size of the file in bytes according to Bale, or {@code null}
	 * @param refusals creates the exception
	 */
	EnvelopeGuard(int status, @Nullable Long size, FileRefusals refusals) {
		this.status = status;
		this.size = size;
		this.refusals = refusals;
	}

	Flux<DataBuffer> guard(Flux<DataBuffer> body) {
		return body.concatMapIterable(this::add, 1)
			.concatWith(Flux.defer(this::end))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
			.doFinally((signal) -> close());
	}

	private synchronized List<DataBuffer> add(DataBuffer buffer) {
		if (this.passing) {
			return List.of(buffer);
		}
		if (this.closed) {
			DataBufferUtils.release(buffer);
			return List.of();
		}
		boolean other = !this.object && startsOther(buffer);
		this.held.add(buffer);
		this.length += buffer.readableByteCount();
		if (!other && this.length <= LONGEST_REFUSAL) {
			return List.of();
		}
		this.passing = true;
		List<DataBuffer> all = List.copyOf(this.held);
		this.held.clear();
		return all;
	}

	private boolean startsOther(DataBuffer buffer) {
		for (int i = buffer.readPosition(); i < buffer.writePosition(); i++) {
			byte next = buffer.getByte(i);
			if (!Character.isWhitespace(next)) {
				this.object = next == '{';
				return !this.object;
			}
		}
		return false;
	}

	private synchronized Flux<DataBuffer> end() {
		if (this.passing || this.held.isEmpty()) {
			return Flux.empty();
		}
		byte[] bytes = new byte[this.length];
		int offset = 0;
		for (DataBuffer buffer : this.held) {
			int readable = buffer.readableByteCount();
			buffer.read(bytes, offset, readable);
			offset += readable;
		}
		close();
		boolean announced = this.size != null && this.size == bytes.length;
		BaleException refusal = announced ? null : this.refusals.hiddenRefusal(new HttpAnswer(this.status, bytes));
		return (refusal != null) ? Flux.error(refusal) : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
	}

	private synchronized void close() {
		this.closed = true;
		this.held.forEach(DataBufferUtils::release);
		this.held.clear();
	}

}
