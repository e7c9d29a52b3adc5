package io.github.balethon.emulator;

import java.time.Clock;

/**
 * Makes a {@link BaleEmulator}; see {@link BaleEmulator#builder()}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class BaleEmulatorBuilder {

	private int port;

	private String token = BotAccount.INVENTED_TOKEN;

	private String botUsername = BotAccount.INVENTED_USERNAME;

	private Clock clock = Clock.systemUTC();

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
	 * @param token digits, a colon and a secret; an invented one by default
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
	 * Makes the emulator; it does not listen before it is started.
	 * @return the emulator
	 * @throws IllegalArgumentException if the token or the user name is not shaped like
	 * one
	 */
	public BaleEmulator build() {
		return new BaleEmulator(this.port, new BotAccount(this.token, this.botUsername), this.clock);
	}

}
