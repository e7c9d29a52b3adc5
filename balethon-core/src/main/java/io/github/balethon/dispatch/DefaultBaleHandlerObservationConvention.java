package io.github.balethon.dispatch;

import java.util.Locale;

import io.github.balethon.model.UpdateKind;
import io.micrometer.common.KeyValues;

/**
 * Names and tags of handlers as {@link BaleHandlerObservation} documents them. No tag
 * identifies a user or a chat.
 *
 * @since 0.1.0
 */
public class DefaultBaleHandlerObservationConvention implements BaleHandlerObservationConvention {

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
		return KeyValues.of(BaleHandlerObservation.KeyNames.HANDLER.withValue(context.getHandler().toString()),
				BaleHandlerObservation.KeyNames.UPDATE_KIND
					.withValue(UpdateKind.of(context.getUpdate()).name().toLowerCase(Locale.ROOT)),
				BaleHandlerObservation.KeyNames.OUTCOME
					.withValue((context.getError() != null) ? "failure" : "success"));
	}

}
