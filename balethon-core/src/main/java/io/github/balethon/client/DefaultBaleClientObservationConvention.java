package io.github.balethon.client;

import io.micrometer.common.KeyValues;

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
		Throwable error = context.getError();
		String code = (error instanceof BaleApiException refusal) ? String.valueOf(refusal.getErrorCode()) : "none";
		return KeyValues.of(BaleClientObservation.KeyNames.METHOD.withValue(context.getMethod().methodName()),
				BaleClientObservation.KeyNames.OUTCOME.withValue(outcome(context)),
				BaleClientObservation.KeyNames.ERROR_CODE.withValue(code));
	}

	private String outcome(BaleClientObservationContext context) {
		Throwable error = context.getError();
		if (error == null) {
			return context.isCancelled() ? "cancelled" : "success";
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
