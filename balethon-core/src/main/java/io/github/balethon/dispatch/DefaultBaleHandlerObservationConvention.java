package io.github.balethon.dispatch;

import java.util.Locale;

import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.model.UpdateKind;
import io.micrometer.common.KeyValues;

/**
 * Names and tags of handlers as {@link BaleHandlerObservation} documents them. No tag
 * identifies a user or a chat.
 *
 * @since 0.1.0
 */
public class DefaultBaleHandlerObservationConvention implements BaleHandlerObservationConvention {

	static final String SUCCESS = "success";

	static final String FAILURE = "failure";

	static final String CANCELLED = "cancelled";

	@Override
	public String getName() {
		return "bale.handler";
	}

	@Override
	public String getContextualName(BaleHandlerObservationContext context) {
		return "bale " + context.getHandler();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(BaleHandlerObservationContext context) {
		return tags(context.getHandler(), UpdateKind.of(context.getUpdate()),
				context.isCancelled() ? CANCELLED : (context.getError() != null) ? FAILURE : SUCCESS);
	}

	static KeyValues tags(BaleHandlerMethod handler, UpdateKind kind, String outcome) {
		return KeyValues.of(BaleHandlerObservation.KeyNames.HANDLER.withValue(handler.toString()),
				BaleHandlerObservation.KeyNames.UPDATE_KIND.withValue(kind.name().toLowerCase(Locale.ROOT)),
				BaleHandlerObservation.KeyNames.OUTCOME.withValue(outcome));
	}

}
