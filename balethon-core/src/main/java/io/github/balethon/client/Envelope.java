package io.github.balethon.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * JSON object of every response.
 *
 * @param <R> the type of the result
 * @param ok whether the request succeeded
 * @param result the result of a successful request
 * @param errorCode the code of a failure
 * @param description the reason of a failure
 * @param parameters further information on a failure
 */
record Envelope<R>(boolean ok, @Nullable R result, @Nullable Integer errorCode, @Nullable String description,
		@Nullable Parameters parameters) {

	BaleApiException failure(String methodName, HttpAnswer answer) {
		Long seconds = (this.parameters != null) ? this.parameters.retryAfter() : null;
		return BaleExceptionTranslator.translate(new Refusal(methodName,
				(this.errorCode != null) ? this.errorCode : answer.status(),
				(this.description != null) ? this.description : "",
				// Without a positive pause, the headers or the client determine it.
				(seconds != null && seconds > 0) ? Duration.ofSeconds(seconds) : answer.retryAfter(), answer.text()));
	}

	record Parameters(@Nullable Long retryAfter) {

	}

}
