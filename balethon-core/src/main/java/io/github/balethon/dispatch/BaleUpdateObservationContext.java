package io.github.balethon.dispatch;

import io.github.balethon.model.Update;
import io.micrometer.observation.Observation;

/**
 * Context of the observation of an update.
 *
 * @since 0.1.0
 */
public final class BaleUpdateObservationContext extends Observation.Context {

	private final Update update;

	private volatile UpdateOutcome outcome = UpdateOutcome.WAITING;

	BaleUpdateObservationContext(Update update) {
		this.update = update;
	}

	/**
	 * Returns the update.
	 * @return the update
	 */
	public Update getUpdate() {
		return this.update;
	}

	/**
	 * Returns how the update ended.
	 * @return the outcome, which is final when the observation stops
	 */
	public UpdateOutcome getOutcome() {
		return this.outcome;
	}

	void setOutcome(UpdateOutcome outcome) {
		this.outcome = outcome;
	}

}
