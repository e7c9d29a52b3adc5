package io.github.balethon.emulator;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the emulator as a process of its own, for bots in other processes: chats and
 * pending updates survive restarts of the bot. Prints its address to the standard output
 * and runs until it is terminated. <pre>
 * java -cp ... io.github.balethon.emulator.BaleEmulatorMain --port=8090
 * </pre> The arguments {@code --port}, {@code --token} and {@code --username} are
 * optional. Without a token the emulator generates one with a random secret and prints it
 * to the standard output.
 *
 * @since 0.1.0
 */
public final class BaleEmulatorMain {

	private static final String TOKEN = "--token";

	private BaleEmulatorMain() {
	}

	/**
	 * Starts the emulator and blocks until the process is terminated.
	 * @param args the arguments
	 * @throws InterruptedException if the thread is interrupted
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
	 * Creates the emulator for command line arguments.
	 * @param args the arguments
	 * @return the emulator, which is not started
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
						"Unknown argument. Supported arguments are --port=NUMBER, --token=TOKEN and --username=NAME.");
			}
		}
		return builder.build();
	}

	private static int port(String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("The port must be between 0 and 65535, but is '" + value + "'.", ex);
		}
	}

}
