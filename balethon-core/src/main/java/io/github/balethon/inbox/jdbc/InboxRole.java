package io.github.balethon.inbox.jdbc;

/**
 * Role in which an instance of the application appends updates.
 */
enum InboxRole {

	/** The instance owns the inbox, or appends nothing. */
	OWNER {

		@Override
		boolean lock(PollerLock lock) {
			return lock.keep();
		}

	},
	/** The instance stores updates for the owner, if there is one. */
	CONTRIBUTOR {

		@Override
		boolean lock(PollerLock lock) {
			lock.lock();
			return true;
		}

	};

	/**
	 * Locks the sequence of the rows until the end of the transaction.
	 * @param lock the lock
	 * @return whether the instance may append
	 */
	abstract boolean lock(PollerLock lock);

}
