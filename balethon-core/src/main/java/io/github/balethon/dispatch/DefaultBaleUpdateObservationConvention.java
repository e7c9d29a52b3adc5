package io.github.balethon.dispatch;

import java.util.Locale;

import io.github.balethon.dispatch.BaleUpdateObservation.IdentifierKeyNames;
import io.github.balethon.dispatch.BaleUpdateObservation.KeyNames;
import io.github.balethon.model.Chat;
import io.github.balethon.model.UpdateKind;
import io.micrometer.common.KeyValues;

/**
 * Names and tags of updates as {@link BaleUpdateObservation} documents them. Identifiers
 * are attributes of the span only.
 *
 * @since 0.1.0
 */
public class DefaultBaleUpdateObservationConvention implements BaleUpdateObservationConvention {

	@Override
	public String getName() {
		return "bale.update";
	}

	@Override
	public String getContextualName(BaleUpdateObservationContext context) {
		return "bale " + kind(UpdateKind.of(context.getUpdate()));
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(BaleUpdateObservationContext context) {
		return tags(UpdateKind.of(context.getUpdate()), context.getOutcome());
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(BaleUpdateObservationContext context) {
		KeyValues identifiers = KeyValues
			.of(IdentifierKeyNames.UPDATE_ID.withValue(Long.toString(context.getUpdate().updateId())));
		Chat chat = context.getUpdate().chat();
		return (chat != null) ? identifiers.and(IdentifierKeyNames.CHAT_ID.withValue(Long.toString(chat.id())))
				: identifiers;
	}

	static KeyValues tags(UpdateKind kind, UpdateOutcome outcome) {
		return KeyValues.of(KeyNames.UPDATE_KIND.withValue(kind(kind)), KeyNames.OUTCOME.withValue(outcome.tag()));
	}

	private static String kind(UpdateKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
