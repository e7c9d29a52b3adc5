package io.github.balethon.client;

import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Default names and tags of observed calls, as documented by
 * {@link BaleClientObservation}. No tag contains a user or a chat.
 *
 * @since 0.1.0
 */
public class DefaultBaleClientObservationConvention implements BaleClientObservationConvention {

	@Override
	public String getName() {
		return "bale.client";
	}

	@Override
	public String getContextualName(BaleClientObservationContext context) {
		return "bale " + context.getMethod().methodName();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(BaleClientObservationContext context) {
		return tags(context.getMethod().methodName(), context.getError(), context.isCancelled());
	}

	static KeyValues tags(String method, @Nullable Throwable error, boolean cancelled) {
		String code = (error instanceof BaleApiException refusal) ? String.valueOf(refusal.getErrorCode()) : "none";
		return KeyValues.of(BaleClientObservation.KeyNames.METHOD.withValue(method),
				BaleClientObservation.KeyNames.OUTCOME.withValue(outcome(error, cancelled)),
				BaleClientObservation.KeyNames.ERROR_CODE.withValue(code));
	}

	private static String outcome(@Nullable Throwable error, boolean cancelled) {
		if (error == null) {
			return cancelled ? "cancelled" : "success";
		}
		if (error instanceof BaleApiException) {
			return "refused";
		}
		if (error instanceof BaleTransportException) {
			return "no answer";
		}
		return (error instanceof BaleProtocolException) ? "unreadable" : "failure";
	}

}
