package io.github.balethon.client;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;

/**
 * What is posted to Bale, in the carrier that a request needs.
 */
sealed interface RequestBody {

	/**
	 * What nearly every request is.
	 *
	 * @param bytes the whole body
	 */
	record Json(byte[] bytes) implements RequestBody {

	}

	/**
	 * What uploads are, and what some methods want even without one.
	 *
	 * @param contentType type with the boundary
	 * @param contentLength number of bytes, or {@code null} if a stream does not tell its
	 * length
	 * @param content makes the bytes, as they are asked for
	 */
	record Form(MediaType contentType, @Nullable Long contentLength, Content content) implements RequestBody {

		/**
		 * Makes the bytes of a form.
		 */
		@FunctionalInterface
		interface Content {

			Flux<DataBuffer> read(DataBufferFactory buffers);

		}

	}

}
