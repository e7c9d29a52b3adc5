package io.github.balethon.client;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Restores the responses that a filter of the application has translated into exceptions,
 * so that exceptions and retries do not depend on such filters. An exception of Spring
 * contains the response; for any other exception, the status is recorded below all
 * filters.
 */
final class Statuses {

	private static final byte[] EMPTY = {};

	private Statuses() {
	}

	/**
	 * Records the status of a response.
	 * @param response the response
	 * @return the response
	 */
	static Mono<ClientHttpResponse> noted(Mono<ClientHttpResponse> response) {
		return Mono.deferContextual((context) -> {
			Note note = context.getOrDefault(Note.class, null);
			return (note != null) ? response.doOnNext(note::set) : response;
		});
	}

	static Mono<HttpAnswer> restored(Mono<HttpAnswer> call) {
		return Mono.deferContextual((context) -> {
			Note note = new Note();
			return call.onErrorResume((error) -> {
				HttpAnswer answer = answer(error, note);
				return (answer != null) ? Mono.just(answer) : Mono.error(error);
			}).contextWrite((inner) -> inner.put(Note.class, note));
		});
	}

	static Flux<DataBuffer> refused(Flux<DataBuffer> file, FileRefusals refusals) {
		return Flux.defer(() -> {
			Note note = new Note();
			return file.onErrorMap((error) -> {
				HttpAnswer answer = answer(error, note);
				return (answer != null) ? refusals.refusal(answer) : error;
			}).contextWrite((inner) -> inner.put(Note.class, note));
		});
	}

	private static @Nullable HttpAnswer answer(Throwable error, Note note) {
		// Causes may be circular.
		Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Throwable cause = error; cause != null && known.add(cause); cause = cause.getCause()) {
			if (cause instanceof BaleException) {
				return null;
			}
			if (cause instanceof WebClientResponseException response && !response.getStatusCode().is2xxSuccessful()) {
				return HttpAnswer.of(response.getStatusCode().value(), retryAfter(response.getHeaders()),
						response.getResponseBodyAsByteArray());
			}
		}
		HttpAnswer noted = note.answer;
		return (noted != null && !noted.isSuccessful()) ? noted : null;
	}

	private static @Nullable String retryAfter(HttpHeaders headers) {
		return headers.getFirst(HttpHeaders.RETRY_AFTER);
	}

	private static final class Note {

		private volatile @Nullable HttpAnswer answer;

		void set(ClientHttpResponse response) {
			this.answer = HttpAnswer.of(response.getStatusCode().value(), retryAfter(response.getHeaders()), EMPTY);
		}

	}

}
