package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.BaleFile;
import reactor.core.publisher.Flux;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * Opens a file of Bale to be read as a stream. The result is asked for at once, the bytes
 * when the stream is subscribed to; whoever reads releases the buffers.
 *
 * @param fileId what the file is fetched by
 * @since 0.1.0
 */
public record OpenFile(String fileId) implements IdempotentMethod<Flux<DataBuffer>> {

	private static final Type RESULT = new ParameterizedTypeReference<Flux<DataBuffer>>() {
	}.getType();

	/**
	 * A file by its id.
	 * @param fileId what the file is fetched by
	 * @return the request
	 * @throws IllegalArgumentException if the id is empty
	 */
	public static OpenFile of(String fileId) {
		return new OpenFile(Parameters.text("file_id", fileId));
	}

	/**
	 * A file that came in a message.
	 * @param file the file
	 * @return the request
	 * @throws IllegalArgumentException if the file has no id
	 */
	public static OpenFile of(BaleFile file) {
		return of(file.fileId());
	}

	/**
	 * A name of our own: Bale has no such method.
	 */
	@Override
	public String methodName() {
		return "openFile";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
