package io.github.balethon.emulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.balethon.emulator.botapi.BotAccount;
import io.github.balethon.emulator.botapi.BotApi;
import io.github.balethon.emulator.botapi.DraftJson;
import io.github.balethon.emulator.botapi.MediaJson;
import io.github.balethon.emulator.botapi.UpdateJson;
import io.github.balethon.emulator.botapi.WireJson;
import io.github.balethon.emulator.control.ControlEvents;
import io.github.balethon.emulator.control.ControlRoutes;
import io.github.balethon.emulator.control.EventFeed;
import io.github.balethon.emulator.control.FaultRoutes;
import io.github.balethon.emulator.control.GroupRoutes;
import io.github.balethon.emulator.control.MessageRoutes;
import io.github.balethon.emulator.control.PageEvents;
import io.github.balethon.emulator.control.UpdateRoutes;
import io.github.balethon.emulator.server.EmulatorServer;
import io.github.balethon.emulator.server.FrontDoor;
import io.github.balethon.emulator.server.NetworkRoutes;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.StoredFile;
import io.github.balethon.emulator.world.UpdateQueue;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import io.github.balethon.emulator.world.World.BaleFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Bale messenger for one bot, which speaks the Bot API over real HTTP on the loopback
 * address. Bots are developed and tested against it without a token and without a
 * network. <pre class="code">
 * try (BaleEmulator emulator = BaleEmulator.builder().build()) {
 *     emulator.start();
 *     // let the bot use emulator.baseUrl() and emulator.token()
 *     Person sara = emulator.person("Sara");
 *     sara.write("/start");
 *     ChatMessage reply = sara.awaitReply(Duration.ofSeconds(5));
 * }
 * </pre> People, chats and updates outlive {@link #close()}: a started again emulator
 * goes on where it stopped. All methods may be called from any thread but the emulator's
 * own. Names of methods of Bale are taken in any case; an unknown one is an
 * {@link IllegalArgumentException}.
 *
 * @since 0.1.0
 */
public final class BaleEmulator implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BaleEmulator.class);

	private final BotAccount account;

	private final EventFeed feed = new EventFeed();

	private final World world;

	private final BotApi botApi;

	private final EmulatorServer server;

	BaleEmulator(int port, BotAccount account, Clock clock, UpdateQueue updates) {
		this.account = account;
		Quirks quirks = new Quirks();
		WireJson wire = new WireJson(account, quirks);
		MediaJson media = new MediaJson(quirks);
		BaleFormat format = new BaleFormat(new UpdateJson(updates, wire), new DraftJson(wire, media));
		this.world = new World(account.id(), clock, updates, quirks, format, new PageEvents(this.feed));
		this.botApi = new BotApi(account, clock, this.world, wire, media);
		ControlRoutes control = new ControlRoutes(
				List.of(new MessageRoutes(this.world.chats(), this.world.conversation()),
						new GroupRoutes(this.world.chats(), this.world.conversation()),
						new FaultRoutes(this.botApi.faults(), this.botApi.methods(), quirks),
						new UpdateRoutes(updates, this.botApi.calls(), this.botApi.methods())),
				new ControlEvents(account, this.world, this.feed), this.botApi.files());
		this.server = new EmulatorServer(port, new FrontDoor(this.botApi, control));
		control.add(new NetworkRoutes(this.server));
	}

	/**
	 * Starts to describe an emulator.
	 * @return a builder
	 */
	public static BaleEmulatorBuilder builder() {
		return new BaleEmulatorBuilder();
	}

	/**
	 * Listens on 127.0.0.1, where a browser shows a page to chat with the bot. Does
	 * nothing if it does already.
	 * @throws IllegalStateException if the port is in use; the cause is a
	 * {@link java.net.BindException}
	 */
	public void start() {
		this.world.updates().polls().open();
		if (this.server.start()) {
			logger.info("The Bale emulator listens on {}; open it in a browser to chat with the bot", baseUrl());
		}
	}

	/**
	 * Ends waiting long polls and closes all connections. Calls that were delayed or hang
	 * are dropped. Does nothing if the emulator is not running.
	 */
	@Override
	public void close() {
		this.world.updates().polls().close();
		if (this.server.stop()) {
			this.botApi.calls().endAll();
			logger.info("The Bale emulator has stopped");
		}
	}

	/**
	 * Whether the emulator listens.
	 * @return whether it was started and not closed since
	 */
	public boolean isRunning() {
		return this.server.isRunning();
	}

	/**
	 * The address that takes the place of Bale's.
	 * @return for example {@code http://127.0.0.1:40123}, without a slash at the end
	 * @throws IllegalStateException if the emulator is not running
	 */
	public URI baseUrl() {
		return this.server.address();
	}

	/**
	 * The token that the bot must use.
	 * @return the token
	 */
	public String token() {
		return this.account.token();
	}

	/**
	 * Invents a person, who can be written to at once.
	 * @param name the first name
	 * @return a new person, with an id beyond 32 bits
	 */
	public Person person(String name) {
		return new Person(this.world.chats().newUser(name), this.world);
	}

	/**
	 * The person with this id, who is invented if there is none.
	 * @param id the user id, positive, at most 52 bits, and not that of the bot
	 * @param name the first name, if the person is new
	 * @return the person
	 */
	public Person person(long id, String name) {
		return new Person(this.world.chats().user(id, name), this.world);
	}

	/**
	 * Makes a group with the bot in it. The bot is not told.
	 * @param title the title
	 * @param members the people in it
	 * @return the group
	 */
	public Group group(String title, Person... members) {
		List<User> users = Arrays.stream(members).map(Person::internal).toList();
		return new Group(this.world.chats().newGroup(title, users), this.world);
	}

	/**
	 * Makes a channel with the bot as an administrator who may do everything. What
	 * administrators write there comes to the bot as messages without a sender.
	 * @param title the title
	 * @param username the user name without a leading @, by which the bot may name it
	 * @return the channel
	 */
	public Group channel(String title, String username) {
		return new Group(this.world.chats().newChannel(title, username), this.world);
	}

	/**
	 * The content of a file that the bot or a person has sent.
	 * @param fileId the id, for example {@link ChatMessage#fileId()}
	 * @return the content; a copy
	 * @throws IllegalArgumentException if there is none; the newest 256 MB are kept
	 */
	public byte[] file(String fileId) {
		StoredFile file = this.world.files().find(fileId);
		if (file == null) {
			throw new IllegalArgumentException("There is no file with the id '" + fileId + "'.");
		}
		return file.bytes().clone();
	}

	/**
	 * Lets the emulator behave in another way where Bale's is not certain, from the next
	 * call on.
	 * @param quirk in which way
	 * @param on whether to behave so; by default it does not
	 */
	public void quirk(Quirk quirk, boolean on) {
		this.world.quirks().set(quirk.internal(), on);
	}

	/**
	 * Puts a text among the updates as it is, be it an update of an unknown kind, another
	 * JSON value or no JSON at all. Only an object without {@code update_id} gets one.
	 * @param updateJson any text
	 * @return the id by which the text is confirmed: that of the update, or the next free
	 * one if it has none
	 */
	public long enqueue(String updateJson) {
		return this.world.updates().addRaw(updateJson);
	}

	/**
	 * How many updates wait for the bot or for its confirmation.
	 * @return the number, at most 2000 if nothing else is wished
	 */
	public int pendingUpdates() {
		return this.world.updates().size();
	}

	/**
	 * Leaves a gap in the ids of updates.
	 * @param count how many ids are never given, at least 1
	 */
	public void skipUpdateIds(long count) {
		this.world.updates().skipIds(count);
	}

	/**
	 * As if Bale had lost its memory: what is pending is gone, and the ids of updates
	 * begin anew. An offset that is beyond what was given since then is from before; it
	 * neither confirms nor hides anything.
	 * @param next the next id
	 */
	public void resetUpdateIds(long next) {
		this.world.updates().beginIdsAt(next);
	}

	/**
	 * Lets something go wrong at the calls of a method, from the next one on. Of several
	 * faults the oldest that fits strikes. A delay that is set for the method comes on
	 * top.
	 * @param method name of the method
	 * @param fault what goes wrong
	 * @return by which it is removed
	 */
	public ActiveFault fault(String method, Fault fault) {
		return new ActiveFault(this.botApi.faults().inject(method, fault.definition()));
	}

	/**
	 * Lets something go wrong at the calls of all methods but getUpdates.
	 * @param fault what goes wrong
	 * @return by which it is removed
	 */
	public ActiveFault fault(Fault fault) {
		return new ActiveFault(this.botApi.faults().inject(null, fault.definition()));
	}

	/**
	 * Ends all faults and delays: the token is taken, calls that hang are answered. The
	 * network stays as it is.
	 */
	public void clearFaults() {
		this.botApi.faults().clear();
	}

	/**
	 * Changes how the bot reaches the emulator, which keeps its port. It is up after each
	 * {@link #start()}.
	 * @param network the network from now on
	 * @throws IllegalStateException if the emulator is not running, or if another program
	 * has taken the port in between
	 */
	public void network(Network network) {
		this.server.network(network.internal());
	}

	/**
	 * Changes how the bot reaches the emulator for a while.
	 * @param network the network from now on
	 * @param duration after which it is up again, unless it is changed before
	 * @throws IllegalStateException if the emulator is not running
	 */
	public void network(Network network, Duration duration) {
		this.server.network(network.internal(), duration);
	}

	/**
	 * Returns the state of the network between the bot and the emulator.
	 * @return the state
	 */
	public Network network() {
		return Network.valueOf(this.server.network().name());
	}

	/**
	 * How many requests hang: because of a fault, or in a black hole.
	 * @return the number of those whose caller has not given up
	 */
	public int hanging() {
		return this.botApi.faults().hanging();
	}

	/**
	 * Makes all methods slow but getUpdates and those with a delay of their own.
	 * @param delay time before a call takes effect and is answered; zero ends it
	 */
	public void delay(Duration delay) {
		this.botApi.faults().delay(delay);
	}

	/**
	 * Makes one method slow, from its next call on.
	 * @param method name of the method
	 * @param delay time before a call takes effect and is answered; zero ends it
	 */
	public void delay(String method, Duration delay) {
		this.botApi.faults().delay(method, delay);
	}

	/**
	 * Makes the next calls of a method fail; they take no effect. Short for a
	 * {@link Fault#status(int, String)}.
	 * @param method name of the method
	 * @param code error code and HTTP status, from 400 to 599
	 * @param description the text that Bale would send
	 * @param times how many calls, at least 1
	 */
	public void fail(String method, int code, String description, int times) {
		fault(method, Fault.status(code, description).times(times));
	}

	/**
	 * Makes the next calls of a method fail as Bale does when there were too many: code
	 * 429, {@code bot limit exceed}.
	 * @param method name of the method
	 * @param retryAfter when to try again, in whole seconds, or null to leave out the
	 * hint as Bale may do
	 * @param times how many calls, at least 1
	 */
	public void limit(String method, @Nullable Duration retryAfter, int times) {
		Fault fault = (retryAfter != null) ? Fault.tooManyRequests(retryAfter)
				: Fault.tooManyRequestsWithoutParameters();
		fault(method, fault.times(times));
	}

	/**
	 * Refuses the token as if it were revoked: 403. Long polls that wait are ended, so
	 * that the bot comes to know.
	 * @param refuse whether to refuse it from now on
	 */
	public void refuseToken(boolean refuse) {
		this.botApi.faults().refuseToken(refuse);
	}

	/**
	 * How many calls of a method are in work right now.
	 * @param method name of the method
	 * @return the number of calls that have arrived and are not answered
	 */
	public int open(String method) {
		return this.botApi.calls().open(canonicalName(method));
	}

	/**
	 * How many calls of a method were in work at one moment.
	 * @param method name of the method
	 * @return the greatest number since the emulator was built
	 */
	public int mostOpen(String method) {
		return this.botApi.calls().mostOpen(canonicalName(method));
	}

	/**
	 * What the bot has called, whether it was answered or not. The newest 10,000 calls
	 * are kept.
	 * @return the calls in the order of their arrival; a copy
	 */
	public List<Call> calls() {
		return Call.listOf(this.botApi.calls().all());
	}

	/**
	 * What the bot has called of one method.
	 * @param method name of the method
	 * @return the calls in the order of their arrival; a copy
	 */
	public List<Call> calls(String method) {
		return Call.listOf(this.botApi.calls().of(canonicalName(method)));
	}

	/**
	 * Waits until the bot has called a method so many times since the emulator was built.
	 * @param method name of the method
	 * @param count how many calls, at least
	 * @param timeout how long to wait
	 * @throws AssertionError if there are fewer then
	 */
	public void awaitCalls(String method, int count, Duration timeout) {
		this.botApi.calls().await(canonicalName(method), count, timeout);
	}

	/**
	 * How many pages are open.
	 * @return the number of those that hear of what happens
	 */
	int watchers() {
		return this.feed.watchers();
	}

	World world() {
		return this.world;
	}

	private String canonicalName(String method) {
		return this.botApi.methods().canonicalName(method);
	}

}
