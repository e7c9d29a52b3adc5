package io.github.balethon.client;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;

/**
 * Body of a request.
 */
sealed interface RequestBody {

	/**
	 * JSON, for most requests.
	 *
	 * @param bytes the body
	 */
	record Json(byte[] bytes) implements RequestBody {

	}

	/**
	 * Form, for uploads and for methods that require it.
	 *
	 * @param contentType the content type with the boundary
	 * @param contentLength the size in bytes, or {@code null} if the length of a stream
	 * is unknown
	 * @param content the content, which is created on demand
	 */
	record Form(MediaType contentType, @Nullable Long contentLength, Content content) implements RequestBody {

		/**
		 * Creates the content of a form.
		 */
		@FunctionalInterface
		interface Content {

			Flux<DataBuffer> read(DataBufferFactory buffers);

		}

	}

}
