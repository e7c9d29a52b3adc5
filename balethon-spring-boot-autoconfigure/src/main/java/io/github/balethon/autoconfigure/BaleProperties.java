package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import io.github.balethon.client.BaleProxy;
import io.github.balethon.dispatch.Ordering;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for a bot on Bale.
 *
 * @param enabled Whether the bot is set up at all.
 * @param token Token of the bot, as botfather shows it. Blank is none, which starts the
 * emulator where it is on the class path.
 * @param baseUrl Address that "/bot&lt;token&gt;/&lt;method&gt;" is appended to.
 * @param fileBaseUrl Address that "/file/bot&lt;token&gt;/&lt;path&gt;" is appended to.
 * By default that of "bale.base-url".
 * @param username User name of the bot without the at sign, to tell commands for this bot
 * from those for others in a group. Without it every command is taken.
 * @param maxWorkers Largest number of threads that run handlers at the same time. Sized
 * from the machine by default: processors plus 4, at most 32.
 * @param transport Way in which updates come.
 * @param polling Long polling.
 * @param dispatch Way of updates to their handlers.
 * @param inbox Place where updates are kept until they are handled.
 * @param handler Choice of handlers, and what they see.
 * @param access Who may use the bot, and how often.
 * @param client Calls to Bale.
 * @param health Health of the bot.
 * @param emulator Bale in the JVM, for development.
 * @since 0.1.0
 */
@ConfigurationProperties("bale")
public record BaleProperties(@DefaultValue("true") boolean enabled, @Nullable String token,
		@DefaultValue("https://tapi.bale.ai") URI baseUrl, @Nullable URI fileBaseUrl, @Nullable String username,
		@Nullable Integer maxWorkers, @DefaultValue("long-polling") Transport transport, @DefaultValue Polling polling,
		@DefaultValue Dispatch dispatch, @DefaultValue Inbox inbox, @DefaultValue Handler handler,
		@DefaultValue Access access, @DefaultValue Client client, @DefaultValue Health health,
		@DefaultValue Emulator emulator) {

	/**
	 * The number of workers that is in force.
	 * @return the configured number, or one that suits the machine
	 */
	int workers() {
		return (this.maxWorkers != null) ? this.maxWorkers
				: Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
	}

	/**
	 * The number of connections that is in force.
	 * @return the configured number, or one that leaves room for calls that no worker
	 * waits for
	 */
	int connections() {
		return (this.client.maxConnections != null) ? this.client.maxConnections : Math.max(256, 2 * workers());
	}

	/**
	 * Leaves the token out.
	 */
	@Override
	public String toString() {
		return "BaleProperties[maxWorkers=" + workers() + ", transport=" + this.transport + "]";
	}

	/**
	 * Way in which updates come.
	 */
	public enum Transport {

		/** The bot asks for them. */
		LONG_POLLING,
		/** They do not come: the application only calls Bale. */
		NONE

	}

	/**
	 * Long polling.
	 *
	 * @param timeout How long Bale may hold a request that has no updates to bring.
	 * @param initialBackoff First pause after a failure; each further one is twice as
	 * long.
	 * @param maxBackoff Longest pause after failures, and the pause after Bale refused
	 * the token.
	 * @param dropPending Whether updates that wait at Bale when the bot starts are
	 * dropped.
	 * @param failFast Whether the application does not start if Bale does not answer.
	 * @param deleteWebhook Whether a webhook that takes the updates of the bot is
	 * removed.
	 */
	public record Polling(@DefaultValue("25s") Duration timeout, @DefaultValue("500ms") Duration initialBackoff,
			@DefaultValue("30s") Duration maxBackoff, @DefaultValue("false") boolean dropPending,
			@DefaultValue("false") boolean failFast, @DefaultValue("true") boolean deleteWebhook) {

	}

	/**
	 * Way of updates to their handlers.
	 *
	 * @param ordering Which updates are handled one at a time, in their order.
	 * @param maxInFlight Largest number of updates in memory, from their receipt until
	 * they are handled.
	 * @param shutdownTimeout Maximum duration of a graceful shutdown, for updates and
	 * calls in progress together. Then handlers are interrupted and calls fail.
	 * @param handlerTimeout How long a handler may take, until its result is there. Then
	 * its thread is interrupted, and the update counts as failed.
	 * @param maxAge How old an update may be when a worker takes it up; older ones are
	 * passed over. By default any age.
	 * @param retry Updates that are tried again.
	 */
	public record Dispatch(@DefaultValue("sender") Ordering ordering, @DefaultValue("1000") int maxInFlight,
			@DefaultValue("25s") Duration shutdownTimeout, @DefaultValue("5m") Duration handlerTimeout,
			@Nullable Duration maxAge, @DefaultValue Retry retry) {

	}

	/**
	 * Updates that are tried again.
	 *
	 * @param maxAttempts How often a handler that fails is called for one update, before
	 * it becomes a dead letter.
	 * @param initialBackoff First pause before a further attempt, while which the next
	 * updates of the same person wait; each further one is twice as long.
	 * @param maxBackoff Longest pause before a further attempt.
	 * @param maxCrashes At how many crashes after the first one an update may be in hand,
	 * before it becomes a dead letter.
	 */
	public record Retry(@DefaultValue("1") int maxAttempts, @DefaultValue("1s") Duration initialBackoff,
			@DefaultValue("1m") Duration maxBackoff, @DefaultValue("3") int maxCrashes) {

	}

	/**
	 * Place where updates are kept until they are handled.
	 *
	 * @param store Where the inbox is.
	 * @param initializeSchema When the tables of the inbox are made.
	 * @param retention How long finished updates are kept in the database, so that they
	 * are known when Bale brings them again. At least 25 hours, as Bale keeps them for
	 * 24.
	 * @param takeoverAfter How long the instance of the application that takes updates
	 * must have been silent before another one does.
	 */
	public record Inbox(@DefaultValue("auto") Store store, @DefaultValue("embedded") InitializeSchema initializeSchema,
			@DefaultValue("72h") Duration retention, @DefaultValue("10s") Duration takeoverAfter) {

		/**
		 * Where the inbox is.
		 */
		public enum Store {

			/** In the database of the application if it has one, else in memory. */
			AUTO,
			/** In the database of the application. */
			JDBC,
			/** In memory. */
			MEMORY

		}

		/**
		 * When the tables of the inbox are made.
		 */
		public enum InitializeSchema {

			/** At each start, if the database is an embedded one. */
			EMBEDDED,
			/** At each start. */
			ALWAYS,
			/** Never. */
			NEVER

		}

	}

	/**
	 * Choice of handlers, and what they see.
	 *
	 * @param normalizeText Whether Persian and Arabic digits and letters count as the
	 * same in conditions and arguments. The text itself is left as it was written.
	 * @param locale Language of people for whom Bale names none, which are most.
	 */
	public record Handler(@DefaultValue("true") boolean normalizeText, @DefaultValue("fa") Locale locale) {

	}

	/**
	 * Who may use the bot, and how often.
	 *
	 * @param rateLimit Limit on the updates of one person.
	 */
	public record Access(@DefaultValue RateLimit rateLimit) {

		/**
		 * Limit on the updates of one person.
		 *
		 * @param updates How many updates of one person are handled in a period; without
		 * it there is no limit.
		 * @param period Period in which updates are counted.
		 */
		public record RateLimit(@Nullable Integer updates, @DefaultValue("1m") Duration period) {

		}

	}

	/**
	 * Calls to Bale.
	 *
	 * @param connectTimeout How long the making of a connection may take.
	 * @param responseTimeout How long Bale may be silent during a call.
	 * @param maxConnections Largest number of calls under way at the same time. By
	 * default 256, or twice the number of workers if that is more.
	 * @param retry Calls that are repeated.
	 * @param rateLimit Limits on the messages that the bot sends.
	 * @param proxy Proxy on the way to Bale.
	 */
	public record Client(@DefaultValue("10s") Duration connectTimeout, @DefaultValue("20s") Duration responseTimeout,
			@Nullable Integer maxConnections, @DefaultValue Retry retry, @DefaultValue RateLimit rateLimit,
			@DefaultValue Proxy proxy) {

		/**
		 * Calls that are repeated.
		 *
		 * @param maxAttempts How often a call is made that fails in a way which allows to
		 * repeat it: Bale asked for a pause, or was not reached, or the answer was lost
		 * and the method changes nothing if it is called twice. 1 repeats nothing.
		 * @param maxWait Longest pause between two attempts. If Bale asks for a longer
		 * one, the call fails.
		 * @param maxOutage How long a call that belongs to an update is tried again while
		 * Bale cannot be reached, however many attempts that makes.
		 */
		public record Retry(@DefaultValue("4") int maxAttempts, @DefaultValue("60s") Duration maxWait,
				@DefaultValue("5m") Duration maxOutage) {

		}

		/**
		 * Limits on the messages that the bot sends. More wait, without a thread.
		 *
		 * @param messages How many messages are sent in a period; without it there is no
		 * limit.
		 * @param period Period in which messages are counted.
		 * @param chatMessages How many messages are sent to one chat in a period; without
		 * it there is no limit.
		 * @param chatPeriod Period in which the messages to one chat are counted.
		 */
		public record RateLimit(@Nullable Integer messages, @DefaultValue("1s") Duration period,
				@Nullable Integer chatMessages, @DefaultValue("1m") Duration chatPeriod) {

		}

		/**
		 * Proxy on the way to Bale.
		 *
		 * @param type What the proxy speaks.
		 * @param host Name or address of the proxy; without it there is none.
		 * @param port Port of the proxy.
		 * @param username User name at the proxy, if it asks for one.
		 * @param password Password at the proxy, if it asks for one.
		 */
		public record Proxy(@DefaultValue("http") BaleProxy.Type type, @Nullable String host,
				@DefaultValue("8080") int port, @Nullable String username, @Nullable String password) {

			/**
			 * Leaves out who to be there.
			 */
			@Override
			public String toString() {
				return "Proxy[type=" + this.type + ", host=" + this.host + ", port=" + this.port + "]";
			}

		}

	}

	/**
	 * Health of the bot.
	 *
	 * @param maxAnswerAge How long ago Bale may last have answered a poll before the bot
	 * counts as down.
	 */
	public record Health(@DefaultValue("2m") Duration maxAnswerAge) {

	}

	/**
	 * Bale in the JVM, for development.
	 *
	 * @param port Port on the loopback address. 0 selects a free one, as Spring's tests
	 * do by default.
	 */
	public record Emulator(@DefaultValue("8090") int port) {

	}

}
