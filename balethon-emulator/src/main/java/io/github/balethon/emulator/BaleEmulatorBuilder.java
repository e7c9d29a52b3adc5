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
 * Makes a {@link BaleEmulator}; see {@link BaleEmulator#builder()}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class BaleEmulatorBuilder {

	private int port;

	private @Nullable String token;

	private String botUsername = BotAccount.INVENTED_USERNAME;

	private Clock clock = Clock.systemUTC();

	private int updatesKept = UpdateQueue.MOST_KEPT;

	private Duration updatesKeptFor = UpdateQueue.KEPT_FOR;

	private final Set<Quirk> quirks = new HashSet<>();

	BaleEmulatorBuilder() {
	}

	/**
	 * Where to listen on the loopback address.
	 * @param port a port; 0, which is the default, for a free one, which the emulator
	 * then keeps when it is started again
	 * @return this builder
	 * @throws IllegalArgumentException if it is not from 0 to 65535
	 */
	public BaleEmulatorBuilder port(int port) {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
		}
		this.port = port;
		return this;
	}

	/**
	 * The token that the bot must use. It need not be, and should not be, a real one.
	 * @param token digits, a colon and a secret; by default an invented one with another
	 * random secret each time, see {@link BaleEmulator#token()}
	 * @return this builder
	 */
	public BaleEmulatorBuilder token(String token) {
		this.token = token;
		return this;
	}

	/**
	 * The user name of the bot.
	 * @param botUsername the name without a leading @; {@code demo_bale_bot} by default
	 * @return this builder
	 */
	public BaleEmulatorBuilder botUsername(String botUsername) {
		this.botUsername = botUsername;
		return this;
	}

	/**
	 * The clock that dates messages and lets updates grow old. Waiting and delays run in
	 * real time all the same.
	 * @param clock a clock; that of the system by default
	 * @return this builder
	 */
	public BaleEmulatorBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * How many updates are kept for the bot, and how long; the oldest are lost first.
	 * @param count how many, at least 1; 2000 by default
	 * @param age how long by the emulator's clock; 24 hours by default
	 * @return this builder
	 */
	public BaleEmulatorBuilder keepUpdates(int count, Duration age) {
		if (count < 1 || age.isNegative() || age.isZero()) {
			throw new IllegalArgumentException("At least one update must be kept, and for a while.");
		}
		this.updatesKept = count;
		this.updatesKeptFor = age;
		return this;
	}

	/**
	 * Lets the emulator behave other than by default from the start.
	 * @param quirks in which ways
	 * @return this builder
	 */
	public BaleEmulatorBuilder quirks(Quirk... quirks) {
		this.quirks.addAll(List.of(quirks));
		return this;
	}

	/**
	 * Makes the emulator; it does not listen before it is started.
	 * @return the emulator
	 * @throws IllegalArgumentException if the token or the user name is not shaped like
	 * one
	 */
	public BaleEmulator build() {
		UpdateQueue updates = new UpdateQueue(this.clock, this.updatesKept, this.updatesKeptFor);
		String token = (this.token != null) ? this.token : BotAccount.inventToken();
		BaleEmulator emulator = new BaleEmulator(this.port, new BotAccount(token, this.botUsername), this.clock,
				updates);
		this.quirks.forEach((quirk) -> emulator.quirk(quirk, true));
		return emulator;
	}

}
