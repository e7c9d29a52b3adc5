package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.MessageDraft;
import io.github.balethon.emulator.world.MessageRenderer;
import io.github.balethon.emulator.world.Transaction;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the messages of users as Bale sends them to the bot.
 *
 * @since 0.1.0
 */
public final class DraftJson implements MessageRenderer {

	private static final long FIRST_PROVIDER_CHARGE = 80_000_000;

	private static final int PROVIDER_CHARGES = 10_000_000;

	private final WireJson wire;

	private final MediaJson media;

	public DraftJson(WireJson wire, MediaJson media) {
		this.wire = wire;
		this.media = media;
	}

	@Override
	public ObjectNode render(MessageDraft draft) {
		if (draft instanceof MessageDraft.Text text) {
			return MessageContent.text(text.text());
		}
		if (draft instanceof MessageDraft.File file) {
			return file(file);
		}
		if (draft instanceof MessageDraft.Contact contact) {
			return content("contact", contact(contact));
		}
		if (draft instanceof MessageDraft.Location location) {
			return content("location",
					Json.object().put("latitude", location.latitude()).put("longitude", location.longitude()));
		}
		if (draft instanceof MessageDraft.WebAppData data) {
			return content("web_app_data", Json.object().put("data", data.data()));
		}
		if (draft instanceof MessageDraft.Forward forward) {
			return this.wire.forwarded(forward.source(), forward.message(), forward.hidden());
		}
		if (draft instanceof MessageDraft.MemberJoined joined) {
			ObjectNode content = Json.object();
			content.putArray("new_chat_members").add(user(joined.user()));
			return content;
		}
		if (draft instanceof MessageDraft.MemberLeft left) {
			return content("left_chat_member", user(left.user()));
		}
		if (draft instanceof MessageDraft.MessagePinned pinned) {
			return content("pinned_message", this.wire.message(pinned.chat(), pinned.message()));
		}
		return content("successful_payment", receipt(((MessageDraft.Receipt) draft).payment()));
	}

	private ObjectNode file(MessageDraft.File file) {
		ObjectNode content = this.media.content(file.file());
		if (file.caption() != null) {
			content.put("caption", file.caption());
		}
		return (file.albumId() != null) ? content.put("media_group_id", file.albumId()) : content;
	}

	private ObjectNode contact(MessageDraft.Contact contact) {
		ObjectNode json = Json.object()
			.put("phone_number", contact.phoneNumber())
			.put("first_name", contact.firstName());
		if (contact.lastName() != null) {
			json.put("last_name", contact.lastName());
		}
		return (contact.userId() != null) ? json.put("user_id", contact.userId()) : json;
	}

	private ObjectNode user(@Nullable User user) {
		return (user != null) ? this.wire.user(user) : this.wire.bot();
	}

	private ObjectNode receipt(Transaction payment) {
		return this.wire.bill(payment.bill())
			.put("telegram_payment_charge_id", payment.id())
			.put("provider_payment_charge_id",
					Long.toString(FIRST_PROVIDER_CHARGE + Math.abs(payment.id().hashCode() % PROVIDER_CHARGES)));
	}

	private ObjectNode content(String name, ObjectNode value) {
		return Json.object().set(name, value);
	}

}
