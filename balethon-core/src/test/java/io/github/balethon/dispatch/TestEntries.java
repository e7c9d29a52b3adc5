package io.github.balethon.dispatch;

import java.nio.charset.StandardCharsets;

import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Entries of an inbox, for tests.
 */
final class TestEntries {

	private static final UpdateDecoder decoder = new UpdateDecoder();

	private TestEntries() {
	}

	static InboxEntry entry(Ordering ordering, long id, @Nullable Long sender, @Nullable Long chat) {
		String from = (sender != null) ? ",\"from\":{\"id\":" + sender + ",\"first_name\":\"x\"}" : "";
		String where = (chat != null) ? ",\"chat\":{\"id\":" + chat + ",\"type\":\"group\"}" : "";
		byte[] json = ("{\"update_id\":" + id + ",\"message\":{\"message_id\":1" + from + where + "}}")
			.getBytes(StandardCharsets.UTF_8);
		Update update = decoder.decode(json).update();
		return new InboxEntry(id, update, json, new Route(ordering.lane(update, null), false), false, 0, 0,
				new Unacknowledged());
	}

	static InboxEntry urgent(InboxEntry entry) {
		return new InboxEntry(entry.position(), entry.update(), entry.payload(), new Route(null, true),
				entry.redelivered(), entry.attempts(), entry.receivedNanos(), entry.acknowledgment());
	}

	/**
	 * Acknowledgment of no inbox.
	 */
	private static final class Unacknowledged implements InboxEntry.Acknowledgment {

		@Override
		public void acknowledge(InboxEntry entry) {
		}

		@Override
		public void reject(InboxEntry entry, String reason) {
		}

	}

}
