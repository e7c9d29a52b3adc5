package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.model.Update;

/**
 * Adds updates to a list.
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
	public Route route(Update update) {
		return new Route(LaneKey.of(update), false);
	}

}
