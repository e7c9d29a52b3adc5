package io.github.balethon.emulator;

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

	private int port;

	private @Nullable String token;

	private String botUsername = BotAccount.DEFAULT_USERNAME;

	private Clock clock = Clock.systemUTC();

	private int updatesKept = UpdateQueue.MOST_KEPT;

	private Duration updatesKeptFor = UpdateQueue.KEPT_FOR;

	private final Set<Quirk> quirks = new HashSet<>();

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
	 * Enables quirks.
	 * @param quirks the quirks
	 * @return this builder
	 */
	public BaleEmulatorBuilder quirks(Quirk... quirks) {
		this.quirks.addAll(List.of(quirks));
		return this;
	}

	/**
	 * Builds the emulator, which is not started.
	 * @return the emulator
	 * @throws IllegalArgumentException if the token or the username is malformed
	 */
	public BaleEmulator build() {
		UpdateQueue updates = new UpdateQueue(this.clock, this.updatesKept, this.updatesKeptFor);
		String token = (this.token != null) ? this.token : BotAccount.generateToken();
		BaleEmulator emulator = new BaleEmulator(this.port, new BotAccount(token, this.botUsername), this.clock,
				updates);
		this.quirks.forEach((quirk) -> emulator.quirk(quirk, true));
		return emulator;
	}

}
