package io.github.balethon.dispatch;

import org.springframework.util.Assert;

/**
 * How updates are dispatched.
 *
 * @param maxWorkers largest number of workers
 * @param ordering which updates are handled one at a time
 * @since 0.1.0
 */
public record DispatchSettings(int maxWorkers, Ordering ordering) {

	public DispatchSettings {
		Assert.isTrue(maxWorkers > 0, "'maxWorkers' must be at least 1");
	}

}
