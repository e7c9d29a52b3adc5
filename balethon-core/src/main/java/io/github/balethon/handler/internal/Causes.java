package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The causes of an error.
 */
final class Causes {

	private Causes() {
	}

	/**
	 * Lists an error and its causes, the error first. Ends where causes form a circle.
	 * @param error the error
	 * @return each of them once
	 */
	static List<Throwable> of(Throwable error) {
		Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Throwable> causes = new ArrayList<>();
		for (Throwable cause = error; cause != null && known.add(cause); cause = cause.getCause()) {
			causes.add(cause);
		}
		return causes;
	}

}
