package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Chain of causes of an exception.
 */
final class CauseChain {

	private CauseChain() {
	}

	/**
	 * Lists an exception and its causes, the exception first. Circular causes are listed
	 * once.
	 * @param error the exception
	 * @return the exception and its causes
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
