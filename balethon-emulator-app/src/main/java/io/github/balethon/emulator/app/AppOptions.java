package io.github.balethon.emulator.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.balethon.emulator.Preset;
import io.github.balethon.emulator.Quirk;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command line. A value follows its option as the next argument or
 * after an equals sign.
 */
final class AppOptions {

	static final String HELP = """
			Usage: java -jar balethon-emulator-app.jar [OPTION]...
			Runs a Bale server for bots in any language. Its base URL replaces https://tapi.bale.ai.

			  --port PORT         port, 0 for a free one (default: 8090)
			  --address ADDRESS   address to listen on (default: 127.0.0.1). Any other address opens
			                      the emulator to other machines, without a password.
			  --token TOKEN       token of the bot: digits, a colon and a secret (default: a generated
			                      one). Repeat it for several bots with different digits.
			  --username NAME     username of the bot whose --token stands in front of it
			  --data DIR          folder in which chats and files survive a restart of the emulator
			  --preset telegram   behaviour that client libraries of Telegram need
			  --quirk NAME        another behaviour of Bale, for example old_clients; repeatable
			  --faults FILE       JSON list of faults to inject, each as in POST /emulator/faults
			  --help              this text

			Documentation: docs/emulator.md
			""";

	private static final int DEFAULT_PORT = 8090;

	private final List<Bot> bots = new ArrayList<>();

	private final Set<Quirk> quirks = new LinkedHashSet<>();

	private @Nullable InetAddress address;

	private int port = DEFAULT_PORT;

	private @Nullable Path data;

	private @Nullable Path faults;

	private boolean help;

	private AppOptions() {
	}

	/**
	 * Parses the arguments.
	 * @param arguments the arguments of the command line
	 * @return the options
	 * @throws UsageException if an argument is invalid
	 */
	static AppOptions parse(String... arguments) {
		AppOptions options = new AppOptions();
		Iterator<String> rest = List.of(arguments).iterator();
		while (rest.hasNext()) {
			options.read(rest.next(), rest);
		}
		if (options.bots.isEmpty()) {
			options.bots.add(new Bot(null, null));
		}
		return options;
	}

	boolean help() {
		return this.help;
	}

	int port() {
		return this.port;
	}

	/**
	 * Returns the address to listen on.
	 * @return the address, or {@code null} for the default
	 */
	@Nullable InetAddress address() {
		return this.address;
	}

	List<Bot> bots() {
		return this.bots;
	}

	Quirk[] quirks() {
		return this.quirks.toArray(Quirk[]::new);
	}

	@Nullable Path data() {
		return this.data;
	}

	@Nullable Path faults() {
		return this.faults;
	}

	private void read(String argument, Iterator<String> rest) {
		int equals = argument.indexOf('=');
		String name = (equals < 0) ? argument : argument.substring(0, equals);
		if (name.equals("--help") || name.equals("-h")) {
			this.help = true;
			return;
		}
		if (!HELP.contains("  " + name + " ") || !name.startsWith("--")) {
			throw new UsageException("Unknown option '" + name + "'. --help lists the options.");
		}
		if (equals < 0 && !rest.hasNext()) {
			throw new UsageException("The option " + name + " requires a value. --help describes it.");
		}
		set(name, (equals < 0) ? rest.next() : argument.substring(equals + 1));
	}

	private void set(String name, String value) {
		switch (name) {
			case "--port" -> {
				this.port = port(value);
			}
			case "--address" -> {
				this.address = address(value);
			}
			case "--token" -> this.bots.add(new Bot(value, null));
			case "--username" -> nameLastBot(value);
			case "--data" -> {
				this.data = folder(name, value);
			}
			case "--preset" -> this.quirks.addAll(constant(Preset.class, name, value).quirks());
			case "--quirk" -> this.quirks.add(constant(Quirk.class, name, value));
			case "--faults" -> {
				this.faults = file(name, value);
			}
			default -> throw new IllegalStateException("The option " + name + " is documented but not read.");
		}
	}

	private void nameLastBot(String username) {
		Bot last = this.bots.isEmpty() ? new Bot(null, null) : this.bots.remove(this.bots.size() - 1);
		this.bots.add(new Bot(last.token(), username));
	}

	private static int port(String value) {
		if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
			throw new UsageException("The port must be between 0 and 65535, but is '" + value + "'.");
		}
		return Integer.parseInt(value);
	}

	private static InetAddress address(String value) {
		try {
			return InetAddress.getByName(value);
		}
		catch (UnknownHostException ex) {
			throw new UsageException("The address '" + value + "' is unknown. Use an IP address of this machine, or "
					+ "0.0.0.0 for all of them.");
		}
	}

	private static Path folder(String option, String value) {
		try {
			Path folder = Path.of(value);
			if (!Files.exists(folder) || Files.isDirectory(folder)) {
				return folder;
			}
		}
		catch (InvalidPathException ex) {
			// Reported as below.
		}
		throw new UsageException("The value of " + option + " must be a folder, but is " + value);
	}

	private static Path file(String option, String value) {
		try {
			Path file = Path.of(value);
			if (Files.isReadable(file) && Files.isRegularFile(file)) {
				return file;
			}
		}
		catch (InvalidPathException ex) {
			// Reported as below.
		}
		throw new UsageException("The file of " + option + " cannot be read: " + value);
	}

	private static <E extends Enum<E>> E constant(Class<E> type, String option, String value) {
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equalsIgnoreCase(value.replace('-', '_'))) {
				return constant;
			}
		}
		List<String> names = new ArrayList<>();
		for (E constant : type.getEnumConstants()) {
			names.add(constant.name().toLowerCase(Locale.ROOT));
		}
		throw new UsageException(
				"The value '" + value + "' of " + option + " is unknown. Supported: " + String.join(", ", names) + ".");
	}

	/**
	 * A bot of the emulator.
	 *
	 * @param token the token, or {@code null} for a generated one
	 * @param username the username, or {@code null} for the default
	 */
	record Bot(@Nullable String token, @Nullable String username) {

		@Override
		public String toString() {
			return "Bot";
		}

	}

}
