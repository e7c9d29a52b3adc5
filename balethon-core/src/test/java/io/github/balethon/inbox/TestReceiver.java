package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Takes updates into a list, for tests.
 */
public class TestReceiver implements InboxReceiver {

	private final List<InboxEntry> handed;

	public TestReceiver(List<InboxEntry> handed) {
		this.handed = handed;
	}

	@Override
	public void accept(List<InboxEntry> entries) {
		synchronized (this.handed) {
			this.handed.addAll(entries);
		}
	}

	@Override
	public List<InboxEntry> recall() {
		return List.of();
	}

	@Override
	public @Nullable LaneKey lane(Update update) {
		return LaneKey.of(update);
	}

}
