package io.github.balethon.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What every answer of Bale is wrapped in.
 *
 * @param <R> the type of the result
 * @param ok whether the request succeeded
 * @param result result of a request that succeeded
 * @param errorCode code of a failure
 * @param description reason of a failure
 * @param parameters hints how to go on after a failure
 */
record Envelope<R>(boolean ok, @Nullable R result, @Nullable Integer errorCode, @Nullable String description,
		@Nullable Parameters parameters) {

	BaleApiException failure(String methodName, HttpAnswer answer) {
		Long seconds = (this.parameters != null) ? this.parameters.retryAfter() : null;
		return BaleExceptionTranslator.translate(new Refusal(methodName,
				(this.errorCode != null) ? this.errorCode : answer.status(),
				(this.description != null) ? this.description : "",
				// A pause that is none leaves its length to the headers, or the client.
				(seconds != null && seconds > 0) ? Duration.ofSeconds(seconds) : answer.retryAfter(), answer.text()));
	}

	record Parameters(@Nullable Long retryAfter) {

	}

}
