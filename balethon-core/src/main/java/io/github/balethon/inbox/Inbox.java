package io.github.balethon.inbox;

import java.time.Duration;
import java.util.List;

import io.github.balethon.client.ReceivedUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps updates from the moment they are received until they are handled. A source claims
 * the inbox, asks for room, appends what came, and may confirm it to Bale as soon as
 * {@link #append(List)} has returned; what an implementation promises about a crash is
 * its own.
 * <p>
 * Only {@link #claim()}, {@link #append(List)}, {@link #begin(InboxEntry)},
 * {@link #suspend()} and {@link #release(Duration)} may wait for a disk or a network. All
 * others are called on event loops, too.
 *
 * @since 0.1.0
 */
public interface Inbox {

	/**
	 * Names who handles accepted updates; called once, before anything else.
	 * @param receiver takes accepted updates
	 */
	void open(InboxReceiver receiver);

	/**
	 * Makes sure that updates can be kept at all; called when the application starts, if
	 * it handles updates.
	 * @throws RuntimeException if they cannot, and time will not mend it
	 */
	default void prepare() {
	}

	/**
	 * Makes this instance of the application the one that takes updates, and begins to
	 * hand over those that an earlier one left unfinished. Called again and again, before
	 * each time that updates are asked for.
	 * @return {@code false} while another instance takes updates
	 * @throws InboxUnavailableException if it cannot be known now
	 */
	default boolean claim() {
		return true;
	}

	/**
	 * Waits until updates can be taken.
	 * @return how many may be appended next, at least 1; fewer if so many could not be
	 * appended
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	int awaitRoom() throws InterruptedException;

	/**
	 * Accepts updates and hands them over, now or when there is room. Those that were
	 * appended before are dropped; those that cannot be read are kept as dead letters.
	 * @param page the updates, in their order
	 * @throws InboxUnavailableException if they cannot be kept; none of them was accepted
	 */
	void append(List<ReceivedUpdate> page);

	/**
	 * Says that a handler is about to take up an update; called by its worker.
	 * @param entry the update, as it was handed over
	 */
	default void begin(InboxEntry entry) {
	}

	/**
	 * Marks an update as handled.
	 * @param entry the update, as it was handed over
	 */
	void done(InboxEntry entry);

	/**
	 * Counts an attempt that failed, of an update that will be tried again.
	 * @param entry the update, as it was handed over
	 */
	default void retried(InboxEntry entry) {
	}

	/**
	 * Makes an update a dead letter: it is not tried again.
	 * @param entry the update, as it was handed over
	 * @param reason why, without anything that people wrote
	 */
	void failed(InboxEntry entry, String reason);

	/**
	 * Begins a stop: hands over nothing more, and takes back what no handler has begun if
	 * a later start can hand it over again.
	 */
	default void suspend() {
	}

	/**
	 * Ends a stop: writes down what is finished, and lets another instance take updates.
	 * @param timeout how long it may take
	 */
	default void release(Duration timeout) {
	}

	/**
	 * What is wrong with the place where updates are kept, as far as is known now.
	 * @return the end of a sentence for an operator, without anything that people wrote,
	 * or {@code null} if nothing is wrong
	 */
	default @Nullable String trouble() {
		return null;
	}

	/**
	 * The updates that are not tried again.
	 * @return the dead letters of this inbox
	 */
	DeadLetters deadLetters();

	/**
	 * What becomes of updates when the application crashes, for the log.
	 * @return the end of a sentence, such as "inbox in memory: a crash loses …"
	 */
	String promise();

	/**
	 * How many updates are kept and not finished, wherever they wait.
	 * @return the number at this moment
	 */
	long unfinished();

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
