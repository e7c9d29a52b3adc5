package io.github.balethon.handler;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Resumes an earlier update when a callback query arrives, such as the command of a user
 * who has joined a channel meanwhile. The handler of the earlier update is selected and
 * invoked instead of one for the callback query. Beans of this type are registered
 * automatically.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleUpdateResumer {

	/**
	 * Returns the update to handle instead of a callback query. Invoked on a worker
	 * thread, where it may block.
	 * @param context the context of the callback query
	 * @return the update, or {@code null} to handle the callback query itself
	 */
	@Nullable Update resume(BaleContext context);

}
