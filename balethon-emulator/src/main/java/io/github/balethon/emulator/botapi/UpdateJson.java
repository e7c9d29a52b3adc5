package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.BotUpdate;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.Transaction;
import io.github.balethon.emulator.world.UpdatePublisher;
import io.github.balethon.emulator.world.UpdateQueue;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders updates as Bale sends them and adds them to the queue.
 *
 * @since 0.1.0
 */
public final class UpdateJson implements UpdatePublisher {

	private final UpdateQueue updates;

	private final WireJson wire;

	private final Quirks quirks;

	public UpdateJson(UpdateQueue updates, WireJson wire, Quirks quirks) {
		this.updates = updates;
		this.wire = wire;
		this.quirks = quirks;
	}

	@Override
	public long publish(BotUpdate update) {
		if (update instanceof BotUpdate.MessageSent sent) {
			return this.updates.add("message", this.wire.message(sent.chat(), sent.message()));
		}
		if (update instanceof BotUpdate.MessageEdited edited) {
			return this.updates.add("edited_message",
					this.wire.editedMessage(edited.chat(), edited.message(), edited.editDate()));
		}
		if (update instanceof BotUpdate.ButtonPressed pressed) {
			return this.updates.add("callback_query", callbackQuery(pressed));
		}
		return this.updates.add("pre_checkout_query", preCheckoutQuery(((BotUpdate.CheckoutStarted) update).payment()));
	}

	private ObjectNode callbackQuery(BotUpdate.ButtonPressed pressed) {
		ObjectNode query = Json.object().put("id", pressed.id());
		query.set("from", this.wire.user(pressed.user()));
		query.set("message", this.wire.message(pressed.chat(), pressed.message()));
		if (this.quirks.has(BaleQuirk.CHAT_INSTANCE)) {
			query.put("chat_instance", Long.toString(pressed.chat().id()));
		}
		return query.put("data", pressed.data());
	}

	private ObjectNode preCheckoutQuery(Transaction payment) {
		ObjectNode query = this.wire.bill(payment.bill()).put("id", payment.id());
		return query.set("from", this.wire.user(payment.payer()));
	}

}
