package io.github.balethon.client;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;

import org.springframework.core.io.buffer.DataBufferLimitException;

/**
 * Body of a response, whose size is bounded. Most bodies arrive in one part.
 */
final class AnswerBody {

	private byte[] bytes = {};

	private int length;

	/**
	 * Copies a part of the body.
	 * @param part the part
	 * @throws DataBufferLimitException if the body is too large
	 */
	void add(ByteBuf part) {
		int size = part.readableBytes();
		if (size > HttpAnswer.MAX_BODY - this.length) {
			throw new DataBufferLimitException("The response exceeds %d bytes".formatted(HttpAnswer.MAX_BODY));
		}
		int end = this.length + size;
		if (end > this.bytes.length) {
			int capacity = (this.length == 0) ? size : Math.min(Math.max(end, 2 * this.length), HttpAnswer.MAX_BODY);
			this.bytes = Arrays.copyOf(this.bytes, capacity);
		}
		part.getBytes(part.readerIndex(), this.bytes, this.length, size);
		this.length = end;
	}

	byte[] bytes() {
		return (this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
	}

}
