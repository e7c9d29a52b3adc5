package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.BaleFile;
import reactor.core.publisher.Flux;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * Opens a file of Bale as a stream. The content is requested when the resulting stream is
 * subscribed to. The subscriber must release the buffers. Not a method of Bale: the
 * client sends {@code getFile} and downloads the file.
 *
 * @param fileId the identifier of the file
 * @since 0.1.0
 */
public record OpenFile(String fileId) implements IdempotentMethod<Flux<DataBuffer>> {

	private static final Type RESULT = new ParameterizedTypeReference<Flux<DataBuffer>>() {
	}.getType();

	public OpenFile {
		Parameters.text("file_id", fileId);
	}

	/**
	 * Creates a request.
	 * @param fileId the identifier of the file
	 * @return the request
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static OpenFile of(String fileId) {
		return new OpenFile(fileId);
	}

	/**
	 * Creates a request for a file of a message.
	 * @param file the file
	 * @return the request
	 * @throws IllegalArgumentException if the file has no identifier
	 */
	public static OpenFile of(BaleFile file) {
		return of(file.fileId());
	}

	@Override
	public String methodName() {
		return "openFile";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
