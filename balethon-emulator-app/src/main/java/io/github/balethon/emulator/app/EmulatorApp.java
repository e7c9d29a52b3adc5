package io.github.balethon.emulator.app;

import java.io.PrintStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.BaleEmulatorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Runs the emulator as a process of its own, for bots in other processes: chats and
 * pending updates survive restarts of the bot. Prints the addresses and generated tokens
 * to the standard output, and runs until it is terminated.
 *
 * @since 0.1.0
 */
public final class EmulatorApp implements AutoCloseable {

	/** Exit code for invalid options, as usual for command line tools. */
	private static final int USAGE = 2;

	private final AppOptions options;

	private final PrintStream out;

	private final PrintStream err;

	private final List<BaleEmulator> emulators = new ArrayList<>();

	EmulatorApp(AppOptions options, PrintStream out, PrintStream err) {
		this.options = options;
		this.out = out;
		this.err = err;
	}

	/**
	 * Starts the emulator and blocks until the process is terminated.
	 * @param args the options; {@code --help} lists them
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		int code = run(System.out, System.err, args);
		if (code >= 0) {
			System.exit(code);
		}
		new CountDownLatch(1).await();
	}

	/**
	 * Runs the command line.
	 * @param out receives addresses and tokens
	 * @param err receives warnings and errors
	 * @param args the options
	 * @return the exit code, or -1 if the emulator is running
	 */
	static int run(PrintStream out, PrintStream err, String... args) {
		EmulatorApp app = null;
		try {
			AppOptions options = AppOptions.parse(args);
			if (options.help()) {
				out.print(AppOptions.HELP);
				return 0;
			}
			app = new EmulatorApp(options, out, err);
			app.start();
			Runtime.getRuntime().addShutdownHook(new Thread(app::close, "bale-emulator-stop"));
			return -1;
		}
		catch (UsageException | IllegalArgumentException | IllegalStateException ex) {
			if (app != null) {
				app.close();
			}
			err.println(ex.getMessage());
			return USAGE;
		}
	}

	void start() {
		StartFaults faults = (this.options.faults() != null) ? new StartFaults(this.options.faults()) : null;
		warnOfNetwork(this.options.address());
		for (AppOptions.Bot bot : this.options.bots()) {
			BaleEmulator emulator = emulator(bot);
			emulator.start();
			this.emulators.add(emulator);
			if (faults != null) {
				faults.inject(emulator.chatPage());
			}
		}
		this.out.println("The Bale emulator listens on " + this.emulators.get(0).baseUrl());
		for (int i = 0; i < this.emulators.size(); i++) {
			BaleEmulator emulator = this.emulators.get(i);
			if (this.options.bots().get(i).token() == null) {
				this.out.println("The bot's token is " + emulator.token());
			}
			this.out.println("The chat page is at " + emulator.chatPage());
		}
	}

	@Override
	public void close() {
		for (int i = this.emulators.size() - 1; i >= 0; i--) {
			this.emulators.get(i).close();
		}
	}

	private BaleEmulator emulator(AppOptions.Bot bot) {
		BaleEmulatorBuilder builder = BaleEmulator.builder().quirks(this.options.quirks()).port(this.options.port());
		if (this.options.address() != null) {
			builder.address(this.options.address());
		}
		if (this.options.data() != null) {
			builder.data(this.options.data());
		}
		if (bot.token() != null) {
			builder.token(bot.token());
		}
		if (bot.username() != null) {
			builder.botUsername(bot.username());
		}
		if (!this.emulators.isEmpty()) {
			builder.sharePort(this.emulators.get(0));
		}
		return builder.build();
	}

	private void warnOfNetwork(@Nullable InetAddress address) {
		if (address != null && !address.isLoopbackAddress()) {
			this.err.println("Warning: the emulator has no password. Everyone who reaches " + address.getHostAddress()
					+ " can read the chats and control the emulator.");
		}
	}

}
