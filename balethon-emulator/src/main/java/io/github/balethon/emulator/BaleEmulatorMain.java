package io.github.balethon.emulator;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the emulator by itself, for bots in other processes: chats and pending updates
 * outlive their restarts. Says on the standard output where it listens, and runs until it
 * is ended. <pre>
 * java -cp ... io.github.balethon.emulator.BaleEmulatorMain --port=8090
 * </pre> Arguments are {@code --port}, {@code --token} and {@code --username}; all may be
 * left out. Without a token one is invented, with another secret at each start, and said
 * on the standard output as well.
 *
 * @since 0.1.0
 */
public final class BaleEmulatorMain {

	private static final String TOKEN = "--token";

	private BaleEmulatorMain() {
	}

	/**
	 * Starts the emulator and waits.
	 * @param args the arguments
	 * @throws InterruptedException if the waiting is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		BaleEmulator emulator;
		try {
			emulator = emulator(args);
			emulator.start();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
			return;
		}
		CountDownLatch end = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			emulator.close();
			end.countDown();
		}, "bale-emulator-stop"));
		System.out.println("The Bale emulator listens on " + emulator.baseUrl());
		if (Arrays.stream(args).noneMatch((arg) -> arg.startsWith(TOKEN))) {
			System.out.println("The bot's token is " + emulator.token());
		}
		end.await();
	}

	/**
	 * The emulator that the arguments describe.
	 * @param args the arguments
	 * @return the emulator, which does not listen yet
	 */
	static BaleEmulator emulator(String... args) {
		BaleEmulatorBuilder builder = BaleEmulator.builder();
		for (String arg : args) {
			int equals = arg.indexOf('=');
			String value = arg.substring(equals + 1);
			switch ((equals > 0) ? arg.substring(0, equals) : "") {
				case "--port" -> builder.port(port(value));
				case TOKEN -> builder.token(value);
				case "--username" -> builder.botUsername(value);
				default -> throw new IllegalArgumentException(
						"The emulator takes --port=NUMBER, --token=TOKEN and --username=NAME and nothing else.");
			}
		}
		return builder.build();
	}

	private static int port(String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("A port is a number from 0 to 65535, not '" + value + "'.", ex);
		}
	}

}
