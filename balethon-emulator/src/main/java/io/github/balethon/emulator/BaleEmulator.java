package io.github.balethon.emulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.balethon.emulator.botapi.BotAccount;
import io.github.balethon.emulator.botapi.BotApi;
import io.github.balethon.emulator.botapi.DraftJson;
import io.github.balethon.emulator.botapi.InitData;
import io.github.balethon.emulator.botapi.MediaJson;
import io.github.balethon.emulator.botapi.UpdateJson;
import io.github.balethon.emulator.botapi.WireJson;
import io.github.balethon.emulator.control.ControlRoutes;
import io.github.balethon.emulator.control.EventFeed;
import io.github.balethon.emulator.control.PageEvents;
import io.github.balethon.emulator.control.ResetRoutes;
import io.github.balethon.emulator.server.EmulatorServer;
import io.github.balethon.emulator.server.NetworkRoutes;
import io.github.balethon.emulator.server.ServedBot;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.StoredFile;
import io.github.balethon.emulator.world.UpdateQueue;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import io.github.balethon.emulator.world.World.BaleFormat;
import io.github.balethon.emulator.world.WorldListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A Bale server for one bot, which offers the Bot API over real HTTP on the loopback
 * address. Bots are developed and tested against it without a token and without a
 * network. <pre class="code">
 * try (BaleEmulator emulator = BaleEmulator.builder().build()) {
 *     emulator.start();
 *     // let the bot use emulator.baseUrl() and emulator.token()
 *     Person sara = emulator.person("Sara");
 *     sara.write("/start");
 *     ChatMessage reply = sara.awaitReply(Duration.ofSeconds(5));
 * }
 * </pre> Users, chats and updates survive {@link #close()}: a restarted emulator
 * continues with them. Thread-safe, but not to be used on the emulator's own threads.
 *
 * @since 0.1.0
 */
public final class BaleEmulator implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BaleEmulator.class);

	private final BotAccount account;

	private final EventFeed feed = new EventFeed();

	private final PageEvents page = new PageEvents(this.feed);

	private final InitData initData;

	private final World world;

	private final BotApi botApi;

	private final EmulatorServer server;

	private final ServedBot served;

	/** Whether the server belongs to another emulator. */
	private final boolean sharing;

	private final List<ChatListener> listeners = new CopyOnWriteArrayList<>();

	private final Faults faults;

	private final Calls calls;

	private final Updates updates;

	private final @Nullable DataFolder data;

	/** The quirks at the beginning. */
	private final Set<Quirk> quirks;

	BaleEmulator(BaleEmulatorBuilder builder, BotAccount account, UpdateQueue updates) {
		this.account = account;
		this.quirks = Set.copyOf(builder.quirks);
		Clock clock = builder.clock;
		Quirks quirks = new Quirks();
		WireJson wire = new WireJson(account, quirks);
		MediaJson media = new MediaJson(quirks);
		BaleFormat format = new BaleFormat(new UpdateJson(updates, wire, quirks), new DraftJson(wire, media));
		this.world = new World(account.id(), clock, updates, quirks, format, listener());
		this.botApi = new BotApi(account, clock, this.world, wire, media);
		this.botApi.calls().listener(this.page::called);
		this.initData = new InitData(account, clock);
		ControlRoutes control = ControlApi.routes(account, this.world, this.botApi, this.initData, this.feed,
				this.page);
		this.served = new ServedBot(this.botApi, control, this::changed);
		BaleEmulator host = builder.host;
		this.sharing = host != null;
		this.server = (host != null) ? host.server : new EmulatorServer(builder.address, builder.port, this.served);
		control.add(new NetworkRoutes(this.server));
		control.add(new ResetRoutes(this::reset));
		this.faults = new Faults(this.botApi.faults());
		this.calls = new Calls(this.botApi.calls(), this.botApi.methods());
		this.updates = new Updates(updates, this.page);
		this.quirks.forEach((quirk) -> quirk(quirk, true));
		this.data = (builder.data != null) ? new DataFolder(builder.data, this.world, this.botApi) : null;
	}

	/**
	 * Creates a builder.
	 * @return the builder
	 */
	public static BaleEmulatorBuilder builder() {
		return new BaleEmulatorBuilder();
	}

	/**
	 * Listens on 127.0.0.1 by default, where a browser shows the chat page. Does nothing
	 * if the emulator is running.
	 * @throws IllegalStateException if the port is in use, then the cause is a
	 * {@link java.net.BindException}; or if the emulator that shares its port is not
	 * running
	 */
	public void start() {
		if (this.data != null) {
			this.data.start();
		}
		this.world.updates().polls().open();
		if (this.sharing ? this.server.add(this.served) : this.server.start()) {
			logger.info("Bale emulator started on {}, open it in a browser to chat with the bot", chatPage());
		}
		this.botApi.open();
	}

	/**
	 * Completes blocked long polls and closes all connections; delayed and hanging calls
	 * are dropped. Does nothing if the emulator is not running.
	 */
	@Override
	public void close() {
		this.botApi.close();
		this.world.updates().polls().close();
		if (this.sharing) {
			this.server.remove(this.served);
			this.botApi.hangingRequests().release();
		}
		else if (this.server.stop()) {
			this.botApi.calls().endAll();
			logger.info("Bale emulator stopped");
		}
		if (this.data != null) {
			this.data.close();
		}
	}

	/**
	 * Whether the emulator listens.
	 * @return whether it was started and not closed since
	 */
	public boolean isRunning() {
		return this.server.serves(this.served);
	}

	/**
	 * Returns the base URL of the Bot API, which replaces Bale's.
	 * @return for example {@code http://127.0.0.1:40123}, without a trailing slash
	 * @throws IllegalStateException if the emulator is not running
	 */
	public URI baseUrl() {
		return this.server.address();
	}

	/**
	 * Returns the address of the chat page. The control API is below it.
	 * @return the base URL, with the identifier of the bot if it shares a port
	 * @throws IllegalStateException if the emulator is not running
	 */
	public URI chatPage() {
		return URI.create(baseUrl() + (this.sharing ? "/" + this.account.id() : "") + "/");
	}

	/**
	 * Returns the token of the bot.
	 * @return the token
	 */
	public String token() {
		return this.account.token();
	}

	/**
	 * Adds a user, whom the bot can write to at once.
	 * @param name the first name
	 * @return a new user with an identifier beyond 32 bits
	 */
	public Person person(String name) {
		return new Person(this.world.chats().newUser(name), this.world);
	}

	/**
	 * Returns the user with an identifier, and adds it if there is none.
	 * @param id the user identifier: positive, at most 52 bits, not that of the bot
	 * @param name the first name of a new user
	 * @return the user
	 */
	public Person person(long id, String name) {
		return new Person(this.world.chats().user(id, name), this.world);
	}

	/**
	 * Creates a group of which the bot is a member. The bot receives no update.
	 * @param title the title
	 * @param members the other members
	 * @return the group
	 */
	public Group group(String title, Person... members) {
		List<User> users = Arrays.stream(members).map(Person::user).toList();
		return new Group(this.world.chats().newGroup(title, users), this.world);
	}

	/**
	 * Creates a channel of which the bot is an administrator with all rights. The bot
	 * receives posts as messages without a sender.
	 * @param title the title
	 * @param username the username without a leading @, a chat identifier for the bot
	 * @return the channel
	 */
	public Group channel(String title, String username) {
		return new Group(this.world.chats().newChannel(title, username), this.world);
	}

	/**
	 * Returns the content of a file that the bot or a user has sent. The newest 256 MB
	 * are kept.
	 * @param fileId the file identifier, for example {@link ChatMessage#fileId()}
	 * @return the content; a copy
	 * @throws IllegalArgumentException if there is no such file
	 */
	public byte[] file(String fileId) {
		StoredFile file = this.world.files().find(fileId);
		if (file == null) {
			throw new IllegalArgumentException("There is no file with the ID '" + fileId + "'.");
		}
		return file.bytes().clone();
	}

	/**
	 * Returns the signed data with which a user opens a mini app, for tests of its
	 * server.
	 * @param person the user
	 * @return a new value of {@code window.Bale.WebApp.initData}
	 */
	public String initData(Person person) {
		return this.initData.of(person.user(), null);
	}

	/**
	 * Answers a request of the bot without a network, also if the emulator is not
	 * running. States of the network do not apply, faults do.
	 * @param method the HTTP method
	 * @param path the decoded path, with the token
	 * @param contentType the content type of the body; empty if none
	 * @param body the body; empty if none
	 * @return the response, which may be delayed; an {@link java.io.IOException} if a
	 * fault breaks the connection
	 */
	public Mono<EmulatorResponse> exchange(String method, String path, String contentType, byte[] body) {
		return new DirectRequests(this.botApi).answer(method, path, contentType, body)
			.doOnNext((response) -> changed());
	}

	/**
	 * Adds a listener to all chats.
	 * @param listener the listener
	 */
	public void addListener(ChatListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Returns the faults and delays of the bot's calls.
	 * @return injects and removes them
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * Returns the calls of the bot.
	 * @return the recorded calls and their counts
	 */
	public Calls calls() {
		return this.calls;
	}

	/**
	 * Returns the updates that the bot has not confirmed.
	 * @return the pending updates
	 */
	public Updates updates() {
		return this.updates;
	}

	/**
	 * Enables or disables a quirk, from the next call on.
	 * @param quirk the quirk
	 * @param on whether to enable it; disabled by default
	 */
	public void quirk(Quirk quirk, boolean on) {
		this.world.quirks().set(quirk.internal(), on);
	}

	/**
	 * Returns the state of the network between the bot and the emulator.
	 * @return the state
	 */
	public Network network() {
		return Network.valueOf(this.server.network().name());
	}

	/**
	 * Changes the network between the bot and the emulator, which keeps its port. Each
	 * {@link #start()} restores it.
	 * @param network the state of the network
	 * @throws IllegalStateException if the emulator is not running, or if another program
	 * has taken the port in the meantime
	 */
	public void network(Network network) {
		this.server.network(network.internal());
	}

	/**
	 * Changes the network between the bot and the emulator for a time.
	 * @param network the state of the network
	 * @param duration time after which the network is restored, unless it was changed
	 * before
	 * @throws IllegalStateException if the emulator is not running
	 */
	public void network(Network network, Duration duration) {
		this.server.network(network.internal(), duration);
	}

	/**
	 * Starts again, for the next test: removes users, groups, messages, files, payments,
	 * pending updates, the webhook and commands, forgets the calls, removes faults,
	 * restores the network, and enables the quirks of the builder only. Identifiers of
	 * users, groups, files and updates continue, so that nothing that the bot remembers
	 * fits. Earlier {@link Person} and {@link Group} objects cannot be used any more; a
	 * bot that still replies to an earlier test gets the error for an unknown chat.
	 */
	public void reset() {
		if (isRunning() && network() != Network.UP) {
			network(Network.UP);
		}
		this.world.reset();
		this.botApi.reset();
		for (Quirk quirk : Quirk.values()) {
			quirk(quirk, this.quirks.contains(quirk));
		}
	}

	int watchers() {
		return this.feed.watchers();
	}

	Map<String, List<String>> controlRoutes() {
		return this.served.control().routes();
	}

	World world() {
		return this.world;
	}

	private WorldListener listener() {
		ChatEvents chats = new ChatEvents(this.listeners);
		return (event) -> {
			this.page.on(event);
			chats.on(event);
			changed();
		};
	}

	private void changed() {
		// Null while this emulator is being created.
		if (this.data != null) {
			this.data.changed();
		}
	}

}
