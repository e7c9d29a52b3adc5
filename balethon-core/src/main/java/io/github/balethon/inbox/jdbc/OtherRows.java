package io.github.balethon.inbox.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Rows that other instances of the application have stored for the owner of the inbox.
 *
 * @param newest position of the newest row
 * @param open the number of open rows
 */
record OtherRows(long newest, long open) {

	static @Nullable OtherRows both(@Nullable OtherRows one, @Nullable OtherRows next) {
		if (one == null || next == null) {
			return (one != null) ? one : next;
		}
		return new OtherRows(next.newest, one.open + next.open);
	}

}
