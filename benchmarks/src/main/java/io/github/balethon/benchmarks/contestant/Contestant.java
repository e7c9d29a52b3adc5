package io.github.balethon.benchmarks.contestant;

import java.util.Set;

/**
 * A bot that is measured.
 */
public enum Contestant {

	/** A bare WebClient loop with Spring's codecs. */
	WEBCLIENT("bare WebClient, generic codecs"),
	/** A bare WebClient loop that reads bytes, on one event loop. */
	WEBCLIENT_BYTES("bare WebClient, bytes, one event loop"),
	/** A thread pool whose threads block on WebClient, on one event loop. */
	WEBCLIENT_BLOCK("bare WebClient, `block()` in a thread pool, one event loop"),
	/** A bare loop over Reactor Netty, without WebClient. */
	REACTOR_NETTY("bare Reactor Netty, one event loop"),
	/** Our bot with a handler that returns its answer. */
	RETURNING("Balethon, handler returns its answer"),
	/** Our bot with a handler that blocks until Bale has answered. */
	BLOCKING("Balethon, handler blocks"),
	/** {@link #RETURNING} with the inbox in PostgreSQL. */
	RETURNING_POSTGRESQL("Balethon, handler returns its answer, inbox in PostgreSQL", Inbox.POSTGRESQL),
	/** {@link #BLOCKING} with the inbox in PostgreSQL. */
	BLOCKING_POSTGRESQL("Balethon, handler blocks, inbox in PostgreSQL", Inbox.POSTGRESQL),
	/** {@link #RETURNING} with the inbox in a file of H2. */
	RETURNING_H2("Balethon, handler returns its answer, inbox in H2", Inbox.H2),
	/** {@link #BLOCKING} with the inbox in a file of H2. */
	BLOCKING_H2("Balethon, handler blocks, inbox in H2", Inbox.H2),
	/** {@link #RETURNING} with a step of a conversation, which changes its data. */
	CONVERSATION("Balethon, handler returns its answer, step of a conversation"),
	/** {@link #CONVERSATION} with the inbox in PostgreSQL. */
	CONVERSATION_POSTGRESQL("Balethon, handler returns its answer, step of a conversation, inbox in PostgreSQL",
			Inbox.POSTGRESQL),
	/** {@link #RETURNING} with an ahead-of-time cache of the JDK. */
	RETURNING_AOT("Balethon, AOT cache"),
	/** A Spring Boot application that does nothing. */
	PLAIN_APPLICATION("plain Spring Boot application"),
	/** The same bot on TelegramBots. */
	TELEGRAM_BOTS("TelegramBots, tuned pools", Inbox.MEMORY, Set.of(Library.TELEGRAM_BOTS)),
	/** The same bot on Java Telegram Bot API. */
	JAVA_TELEGRAM_BOT_API("Java Telegram Bot API, tuned pools", Inbox.MEMORY, Set.of(Library.JAVA_TELEGRAM_BOT_API));

	private static final int FIRST_JDK_WITH_AOT_CACHE = 25;

	private final String title;

	private final Inbox inbox;

	private final Set<Library> libraries;

	Contestant(String title) {
		this(title, Inbox.MEMORY, Set.of());
	}

	Contestant(String title, Inbox inbox) {
		this(title, inbox, Set.of(Library.JDBC));
	}

	Contestant(String title, Inbox inbox, Set<Library> libraries) {
		this.title = title;
		this.inbox = inbox;
		this.libraries = libraries;
	}

	/**
	 * Title of the contestant in tables.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Where the contestant stores updates.
	 * @return the inbox
	 */
	public Inbox inbox() {
		return this.inbox;
	}

	/**
	 * Whether the contestant is a bot of this project.
	 * @return {@code false} for references and other bots
	 */
	public boolean isOurs() {
		return switch (this) {
			case RETURNING, BLOCKING, RETURNING_POSTGRESQL, BLOCKING_POSTGRESQL, RETURNING_H2, BLOCKING_H2,
					RETURNING_AOT ->
				true;
			default -> false;
		};
	}

	/**
	 * Whether the contestant starts with an ahead-of-time cache.
	 * @return {@code true} if it does
	 */
	public boolean usesAotCache() {
		return this == RETURNING_AOT;
	}

	/**
	 * Whether the JDK of this process can run the contestant.
	 * @return {@code false} if it is too old
	 */
	public boolean isSupported() {
		return !usesAotCache() || Runtime.version().feature() >= FIRST_JDK_WITH_AOT_CACHE;
	}

	/**
	 * Libraries that the contestant uses, besides those of all contestants.
	 * @return the libraries
	 */
	public Set<Library> libraries() {
		return this.libraries;
	}

	/**
	 * Where updates are stored until they are handled.
	 */
	public enum Inbox {

		/** In memory, or nowhere. */
		MEMORY,
		/** In a database of a PostgreSQL server. */
		POSTGRESQL,
		/** In a file of an embedded H2 database. */
		H2

	}

}
