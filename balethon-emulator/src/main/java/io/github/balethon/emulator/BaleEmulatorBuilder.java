package io.github.balethon.emulator;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.balethon.emulator.botapi.BotAccount;
import io.github.balethon.emulator.world.UpdateQueue;
import org.jspecify.annotations.Nullable;

/**
 * Builder of a {@link BaleEmulator}. Not thread-safe.
 *
 * @since 0.1.0
 * @see BaleEmulator#builder()
 */
public final class BaleEmulatorBuilder {

	InetAddress address = InetAddress.getLoopbackAddress();

	int port;

	@Nullable BaleEmulator host;

	@Nullable Path data;

	private @Nullable String token;

	private String botUsername = BotAccount.DEFAULT_USERNAME;

	Clock clock = Clock.systemUTC();

	private int updatesKept = UpdateQueue.MOST_KEPT;

	private Duration updatesKeptFor = UpdateQueue.KEPT_FOR;

	final Set<Quirk> quirks = new HashSet<>();

	BaleEmulatorBuilder() {
	}

	/**
	 * Sets the port on the loopback address.
	 * @param port the port; 0, the default, for a free one, which the emulator keeps when
	 * it is restarted
	 * @return this builder
	 * @throws IllegalArgumentException if the port is not between 0 and 65535
	 */
	public BaleEmulatorBuilder port(int port) {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("The port must be between 0 and 65535, but is " + port + ".");
		}
		this.port = port;
		return this;
	}

	/**
	 * Sets the address to listen on. Beyond the loopback address every machine that
	 * reaches it can read the chats and control the emulator, without a password.
	 * @param address an address of this machine; 127.0.0.1 by default
	 * @return this builder
	 */
	public BaleEmulatorBuilder address(InetAddress address) {
		this.address = address;
		return this;
	}

	/**
	 * Serves the bot on the port of another emulator, which has to be started first. Each
	 * bot has users, chats and faults of its own; the network is common. Requires a token
	 * with another identifier.
	 * @param host the emulator with the port
	 * @return this builder
	 * @see BaleEmulator#chatPage()
	 */
	public BaleEmulatorBuilder sharePort(BaleEmulator host) {
		this.host = host;
		return this;
	}

	/**
	 * Sets the token of the bot. It should not be a real one.
	 * @param token digits, a colon and a secret; by default one with a random secret, see
	 * {@link BaleEmulator#token()}
	 * @return this builder
	 */
	public BaleEmulatorBuilder token(String token) {
		this.token = token;
		return this;
	}

	/**
	 * Sets the username of the bot.
	 * @param botUsername the username without a leading @; {@code demo_bale_bot} by
	 * default
	 * @return this builder
	 */
	public BaleEmulatorBuilder botUsername(String botUsername) {
		this.botUsername = botUsername;
		return this;
	}

	/**
	 * Sets the clock for dates and for the expiry of updates. Timeouts and delays use
	 * real time.
	 * @param clock the clock; the system clock by default
	 * @return this builder
	 */
	public BaleEmulatorBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Limits the pending updates. The oldest are discarded first.
	 * @param count maximum number of updates, at least 1; 2000 by default
	 * @param age maximum age by the emulator's clock; 24 hours by default
	 * @return this builder
	 */
	public BaleEmulatorBuilder keepUpdates(int count, Duration age) {
		if (count < 1 || age.isNegative() || age.isZero()) {
			throw new IllegalArgumentException("The number and the age of pending updates must be positive.");
		}
		this.updatesKept = count;
		this.updatesKeptFor = age;
		return this;
	}

	/**
	 * Keeps users, chats, pending updates, payments and files in a folder, from which
	 * they are loaded when the emulator is built. Changes are saved within a second, and
	 * on {@link BaleEmulator#close()}. Several bots can have the same folder.
	 * @param folder the folder, which is created if necessary
	 * @return this builder
	 */
	public BaleEmulatorBuilder data(Path folder) {
		this.data = folder;
		return this;
	}

	/**
	 * Enables quirks.
	 * @param quirks the quirks
	 * @return this builder
	 */
	public BaleEmulatorBuilder quirks(Quirk... quirks) {
		this.quirks.addAll(List.of(quirks));
		return this;
	}

	/**
	 * Enables the quirks of a preset.
	 * @param preset the preset
	 * @return this builder
	 */
	public BaleEmulatorBuilder preset(Preset preset) {
		this.quirks.addAll(preset.quirks());
		return this;
	}

	/**
	 * Builds the emulator, which is not started.
	 * @return the emulator
	 * @throws IllegalArgumentException if the token or the username is malformed
	 * @throws IllegalStateException if the data folder cannot be used, or its data are
	 * damaged
	 */
	public BaleEmulator build() {
		UpdateQueue updates = new UpdateQueue(this.clock, this.updatesKept, this.updatesKeptFor);
		String token = (this.token != null) ? this.token : BotAccount.generateToken();
		return new BaleEmulator(this, new BotAccount(token, this.botUsername), updates);
	}

}
