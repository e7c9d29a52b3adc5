package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.github.balethon.conversation.ConversationScope;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for a bot on Bale.
 *
 * @param enabled Whether to enable the bot.
 * @param token Token of the bot, as issued by BotFather. If blank, the bot runs on the
 * embedded emulator if it is on the class path.
 * @param baseUrl Base URL of the Bot API, to which "/bot{token}/{method}" is appended.
 * @param fileBaseUrl Base URL for file downloads, to which "/file/bot{token}/{path}" is
 * appended. Defaults to "bale.base-url".
 * @param username Username of the bot without the at sign, used to ignore commands that
 * are addressed to another bot ("/start@other_bot"). If not set, it is read by "getMe"
 * when the bot has connected.
 * @param maxWorkers Maximum number of threads that invoke handlers. Defaults to the
 * number of available processors plus 4, at most 32.
 * @param transport How the bot receives updates.
 * @param polling Long polling.
 * @param dispatch Dispatching of updates to handlers.
 * @param inbox Storage of updates from receipt to acknowledgement.
 * @param handler Handlers.
 * @param callback Typed callback data of inline buttons.
 * @param conversation Conversations.
 * @param access Access control.
 * @param client Client for the Bot API.
 * @param miniApp Mini apps of the bot.
 * @param health Health of the bot.
 * @param actuator Actuator endpoint "bale".
 * @param emulator Embedded emulator.
 * @since 0.1.0
 */
@ConfigurationProperties("bale")
public record BaleProperties(@DefaultValue("true") boolean enabled, @Nullable String token,
		@DefaultValue("https://tapi.bale.ai") URI baseUrl, @Nullable URI fileBaseUrl, @Nullable String username,
		@Nullable Integer maxWorkers, @DefaultValue("long-polling") Transport transport, @DefaultValue Polling polling,
		@NestedConfigurationProperty @DefaultValue BaleDispatchProperties dispatch, @DefaultValue Inbox inbox,
		@DefaultValue Handler handler, @DefaultValue Callback callback, @DefaultValue Conversation conversation,
		@NestedConfigurationProperty @DefaultValue BaleAccessProperties access,
		@NestedConfigurationProperty @DefaultValue BaleClientProperties client, @DefaultValue MiniApp miniApp,
		@DefaultValue Health health, @DefaultValue Actuator actuator, @DefaultValue Emulator emulator) {

	/**
	 * Returns the effective number of workers.
	 * @return the configured number, or one derived from the available processors
	 */
	int workers() {
		return (this.maxWorkers != null) ? this.maxWorkers
				: Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
	}

	/**
	 * Returns the effective maximum number of connections.
	 * @return the configured number, or one that leaves room for calls that do not block
	 * a worker
	 */
	int connections() {
		return (this.client.maxConnections() != null) ? this.client.maxConnections() : Math.max(256, 2 * workers());
	}

	/**
	 * Returns a description without the token.
	 */
	@Override
	public String toString() {
		return "BaleProperties[maxWorkers=" + workers() + ", transport=" + this.transport + "]";
	}

	/**
	 * How the bot receives updates.
	 */
	public enum Transport {

		/** Long polling with {@code getUpdates}. */
		LONG_POLLING,
		/** Requests of Bale to a webhook of the application. */
		WEBHOOK,
		/** The bot receives no updates, it only sends. */
		NONE

	}

	/**
	 * Long polling.
	 *
	 * @param timeout Maximum time that Bale holds a request while there are no updates.
	 * @param initialBackoff Time to wait before the first retry after a failure. Doubled
	 * for each further retry.
	 * @param maxBackoff Maximum time to wait between retries, and the time to wait after
	 * Bale rejected the token.
	 * @param dropPending Whether to discard updates that are pending at Bale when the bot
	 * starts.
	 * @param failFast Whether to fail the start of the application if Bale cannot be
	 * reached.
	 * @param deleteWebhook Whether to delete a webhook that receives the updates of the
	 * bot.
	 */
	public record Polling(@DefaultValue("25s") Duration timeout, @DefaultValue("500ms") Duration initialBackoff,
			@DefaultValue("30s") Duration maxBackoff, @DefaultValue("false") boolean dropPending,
			@DefaultValue("false") boolean failFast, @DefaultValue("false") boolean deleteWebhook) {

	}

	/**
	 * Storage of updates from receipt to acknowledgement.
	 *
	 * @param store Store of the inbox.
	 * @param retention Time to keep finished updates in the database, to detect updates
	 * that Bale delivers twice. At least 25 hours, as Bale keeps updates for 24.
	 * @param takeoverAfter Time without a heartbeat of the active instance after which
	 * another instance takes over.
	 */
	public record Inbox(@DefaultValue("auto") Store store, @DefaultValue("72h") Duration retention,
			@DefaultValue("10s") Duration takeoverAfter) {

		/**
		 * Store of the inbox.
		 */
		public enum Store {

			/** Database of the application if it has one, memory otherwise. */
			AUTO,
			/** Database of the application. */
			JDBC,
			/** Kafka, with the module "balethon-kafka". */
			KAFKA,
			/** Memory. */
			MEMORY

		}

	}

	/**
	 * Handlers.
	 *
	 * @param normalizeText Whether to treat Persian and Arabic digits and letters as
	 * equal in conditions and arguments. The text itself is not changed.
	 * @param locale Locale for users whose language Bale does not report.
	 */
	public record Handler(@DefaultValue("true") boolean normalizeText, @DefaultValue("fa") Locale locale) {

	}

	/**
	 * Typed callback data of inline buttons.
	 *
	 * @param store Store of callback data that exceeds 64 bytes.
	 * @param timeToLive Time after which stored callback data expires.
	 * @param maxStored Maximum number of data in memory. The oldest is discarded.
	 */
	public record Callback(@DefaultValue("auto") Store store, @DefaultValue("7d") Duration timeToLive,
			@DefaultValue("10000") int maxStored) {

		/**
		 * Store of callback data.
		 */
		public enum Store {

			/** Redis if conversations are in Redis, otherwise where the inbox is. */
			AUTO,
			/** Database of the inbox. */
			JDBC,
			/** Redis, with Spring Data Redis. */
			REDIS,
			/** Memory. */
			MEMORY

		}

	}

	/**
	 * Conversations.
	 *
	 * @param store Store of conversations.
	 * @param scope Which updates belong to the same conversation.
	 * @param timeToLive Time without a change after which a conversation ends.
	 * @param maxInMemory Maximum number of conversations in memory.
	 */
	public record Conversation(@DefaultValue("auto") Store store,
			@DefaultValue("sender-in-chat") ConversationScope scope, @DefaultValue("1d") Duration timeToLive,
			@DefaultValue("10000") int maxInMemory) {

		/**
		 * Store of conversations.
		 */
		public enum Store {

			/** Database of the inbox if it is in one, memory otherwise. */
			AUTO,
			/** Database of the inbox. */
			JDBC,
			/** Redis, with Spring Data Redis. */
			REDIS,
			/** Memory. */
			MEMORY

		}

	}

	/**
	 * Mini apps of the bot.
	 *
	 * @param maxAge Maximum age of the init data that a mini app sends to its server.
	 * Within this time, it can be sent again.
	 */
	public record MiniApp(@DefaultValue("24h") Duration maxAge) {

	}

	/**
	 * Health of the bot.
	 *
	 * @param maxAnswerAge Maximum time since the last successful getUpdates before the
	 * bot is reported as down.
	 */
	public record Health(@DefaultValue("2m") Duration maxAnswerAge) {

	}

	/**
	 * Actuator endpoint "bale".
	 *
	 * @param showContent Whether to show the content of updates.
	 * @param recordedUpdates Maximum number of updates in memory whose handling can be
	 * explained. Set to 0 to record none.
	 */
	public record Actuator(@DefaultValue("false") boolean showContent, @DefaultValue("500") int recordedUpdates) {

	}

	/**
	 * Embedded emulator.
	 *
	 * @param forbiddenProfiles Profiles in which the application does not start on the
	 * emulator. Ignored in Spring's tests.
	 * @param port Port on the loopback address. Set to 0 to use a free port, which is the
	 * default in Spring's tests.
	 */
	// The formatter breaks the line within the default value.
	// @formatter:off
	public record Emulator(@DefaultValue({ "prod", "production" }) List<String> forbiddenProfiles,
			@DefaultValue("8090") int port) {

	}
	// @formatter:on

}
