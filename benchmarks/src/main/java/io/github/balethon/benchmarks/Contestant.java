package io.github.balethon.benchmarks;

/**
 * Who runs in the load.
 */
enum Contestant {

	/** A bare WebClient loop with Spring's codecs. */
	WEBCLIENT("bare WebClient, generic codecs"),
	/** A bare WebClient loop that reads bytes, on one event loop. */
	WEBCLIENT_BYTES("bare WebClient, bytes, one event loop"),
	/** Our bot, whose handler returns its answer. */
	RETURNING("Balethon, handler returns its answer"),
	/** Our bot, whose handler waits for Bale's answer. */
	BLOCKING("Balethon, handler blocks"),
	/** The same as {@link #RETURNING}, with every update in a database. */
	RETURNING_JDBC("Balethon, handler returns its answer, inbox in PostgreSQL"),
	/** The same as {@link #BLOCKING}, with every update in a database. */
	BLOCKING_JDBC("Balethon, handler blocks, inbox in PostgreSQL");

	private final String title;

	Contestant(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	boolean needsDatabase() {
		return this == RETURNING_JDBC || this == BLOCKING_JDBC;
	}

}
