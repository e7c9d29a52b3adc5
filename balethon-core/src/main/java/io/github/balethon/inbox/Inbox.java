package io.github.balethon.inbox;

import java.util.List;
import java.util.function.Consumer;

import io.github.balethon.client.ReceivedUpdate;

/**
 * Keeps updates from the moment they are received until they are handled. A source asks
 * for room, appends what came, and may confirm it to Bale as soon as
 * {@link #append(List)} has returned; what an implementation promises about a crash is
 * its own.
 *
 * @since 0.1.0
 */
public interface Inbox {

	/**
	 * Names who handles accepted updates; called once, before anything else.
	 * @param handover takes accepted updates in their order, without waiting
	 */
	void open(Consumer<List<InboxEntry>> handover);

	/**
	 * Waits until updates can be taken.
	 * @return how many may be appended next, at least 1
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	int awaitRoom() throws InterruptedException;

	/**
	 * Accepts updates and hands them over. Those that were appended before are dropped;
	 * those that cannot be read are kept, counted and passed over.
	 * @param page the updates, in their order
	 */
	void append(List<ReceivedUpdate> page);

	/**
	 * Marks an update as handled.
	 * @param entry the update, as it was handed over
	 */
	void done(InboxEntry entry);

	/**
	 * What becomes of updates when the application crashes, for the log.
	 * @return the end of a sentence, such as "inbox in memory: a crash loses …"
	 */
	String promise();

	/**
	 * How many updates came more than once.
	 * @return the number since the start
	 */
	long duplicates();

	/**
	 * How many updates could not be read.
	 * @return the number since the start
	 */
	long undecodable();

}
