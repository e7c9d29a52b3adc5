package io.github.balethon.test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;

/**
 * Tests a bot by chatting with it on the emulator. <pre class="code">
 * bale.user("Sara").sends("/start").expectsReply("سلام Sara").presses("خرید").expectsEdited("ثبت شد");
 * </pre> Expectations return as soon as they are met, and fail as soon as the bot is idle
 * without meeting them: no update is pending or in progress, and no call to Bale is in
 * flight. The failure shows the conversation.
 * <p>
 * Each injection point gets an instance of its own, whose users no other test has. Not
 * thread-safe.
 *
 * @since 0.1.0
 * @see AutoConfigureBaleEmulator
 */
public final class BaleTester {

	private final BotUnderTest bot;

	private final Map<String, TestUser> users = new LinkedHashMap<>();

	private TestChats chats;

	private int resets;

	BaleTester(BotUnderTest bot) {
		this.bot = bot;
		this.chats = new TestChats(bot);
		this.resets = bot.resets();
	}

	/**
	 * Returns a user in the private chat with the bot.
	 * @param name the first name
	 * @return the same user for the same name in a test, who is added first if necessary
	 */
	public TestUser user(String name) {
		renew();
		return this.users.computeIfAbsent(name, (key) -> {
			Person person = this.bot.emulator().person(name);
			return new TestUser(person, person, this.chats.privateChat(person), this.chats);
		});
	}

	/**
	 * Creates a group of which the bot is an ordinary member.
	 * @param title the title
	 * @param members the other members
	 * @return the group
	 */
	public TestGroup group(String title, TestUser... members) {
		renew();
		Person[] persons = new Person[members.length];
		for (int i = 0; i < members.length; i++) {
			persons[i] = members[i].person();
		}
		return new TestGroup(this.chats, this.bot.emulator().group(title, persons));
	}

	/**
	 * Creates a channel of which the bot is an administrator.
	 * @param title the title
	 * @param username the username without a leading @
	 * @return the channel
	 */
	public TestGroup channel(String title, String username) {
		renew();
		Group channel = this.bot.emulator().channel(title, username);
		return new TestGroup(this.chats, channel);
	}

	/**
	 * Advances the clock of the bot and of the emulator, when the bot is idle. It applies
	 * to timeouts of states, the time to live of conversations, and the ten seconds for
	 * the answer to a pre-checkout query.
	 * @param duration the duration, not negative
	 * @throws IllegalStateException if other tests are running in the same application
	 * context
	 */
	public void advance(Duration duration) {
		this.bot.advance(duration);
	}

	/**
	 * Returns the emulator, for example to inject faults.
	 * @return the emulator
	 */
	public BaleEmulator emulator() {
		return this.bot.emulator();
	}

	/**
	 * Returns the conversations of the users and groups of this instance, without times.
	 * @return a line per event
	 */
	public String transcript() {
		this.bot.awaitIdle();
		return this.chats.transcript();
	}

	/**
	 * Expects that the {@link #transcript()} is the content of a file. A missing file is
	 * written, which fails the test once; the system property
	 * {@code bale.transcripts.update} rewrites existing ones.
	 * @param file path below {@code src/test/resources}
	 */
	public void expectsTranscript(String file) {
		String mismatch = TranscriptFile.ofTestResources(file).mismatch(transcript());
		if (mismatch != null) {
			throw new AssertionError(mismatch);
		}
	}

	// A reset of the emulator removes all users.
	private void renew() {
		if (this.resets != this.bot.resets()) {
			this.resets = this.bot.resets();
			this.users.clear();
			this.chats = new TestChats(this.bot);
		}
	}

}
