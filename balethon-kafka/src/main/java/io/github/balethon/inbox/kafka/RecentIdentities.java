package io.github.balethon.inbox.kafka;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The identities of the last records of a partition, by which duplicates are detected.
 * Used by the thread of the consumer only.
 */
final class RecentIdentities {

	private final int max;

	private final Set<Long> recent = new LinkedHashSet<>();

	RecentIdentities(int max) {
		this.max = max;
	}

	/**
	 * Adds an identity.
	 * @param identity a hash of the identity
	 * @return {@code false} if it is one of the last ones
	 */
	boolean add(long identity) {
		if (!this.recent.add(identity)) {
			return false;
		}
		if (this.recent.size() > this.max) {
			this.recent.remove(this.recent.iterator().next());
		}
		return true;
	}

}
