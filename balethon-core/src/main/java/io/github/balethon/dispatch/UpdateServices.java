package io.github.balethon.dispatch;

import io.github.balethon.handler.internal.HandlerSelection;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;

/**
 * Services that all updates share.
 *
 * @param handlings begin the handling of updates
 * @param tracker assigns calls to updates
 * @param decoration decorates the steps
 * @param observations observe handlers
 * @param ageLimit maximum age of an update
 * @param deadlines handler timeouts
 * @param workers continue updates whose result has ended
 * @param groups collect updates that are handled together
 * @param completion completes attempts
 * @param recorder records attempts
 */
record UpdateServices(HandlingFactory handlings, CallTracker tracker, StepDecoration decoration,
		HandlerObservations observations, AgeLimit ageLimit, Deadlines deadlines, Workers workers, MessageGroups groups,
		UpdateCompletion completion, UpdateRecorder recorder) {

	/**
	 * Begins the handling of an update.
	 */
	interface HandlingFactory {

		/**
		 * Begins the handling of an update, on a worker.
		 * @param entry the update
		 * @param calls the calls of the update
		 * @param selection records the handlers that are tried
		 * @return the handling
		 */
		UpdateHandling begin(InboxEntry entry, UpdateCalls calls, HandlerSelection selection);

	}

}
