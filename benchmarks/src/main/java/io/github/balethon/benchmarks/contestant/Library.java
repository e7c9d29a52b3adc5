package io.github.balethon.benchmarks.contestant;

import java.io.File;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Libraries that are on the class path of this module, but only on that of the
 * contestants that use them: what is present changes what Spring Boot configures.
 */
public enum Library {

	/** Spring Boot Actuator with metrics, as its starter adds them. */
	ACTUATOR("spring-boot-(starter-)?(actuator|health|micrometer)-.*|micrometer-(core|jakarta9)-.*"),
	/** JDBC with the drivers of the databases that are measured. */
	JDBC("spring-boot-(starter-)?(jdbc|sql|transaction|persistence)-.*|spring-(jdbc|tx)-.*|HikariCP-.*"
			+ "|postgresql-.*|h2-.*"),
	/** TelegramBots, with its HTTP client and Jackson 2. */
	TELEGRAM_BOTS("telegrambots-.*|jackson-(core|databind|datatype-jsr310)-2.*|" + Library.OKHTTP),
	/** Java Telegram Bot API, with its HTTP client. */
	JAVA_TELEGRAM_BOT_API("java-telegram-bot-api-.*|gson-.*|" + Library.OKHTTP);

	private static final String OKHTTP = "okhttp-.*|logging-interceptor-.*|okio-.*|kotlin-stdlib-.*";

	private final Pattern jars;

	Library(String jars) {
		this.jars = Pattern.compile(jars);
	}

	/**
	 * The class path of this process without the libraries that are not used.
	 * @param used the libraries to keep
	 * @return the class path
	 */
	public static String classPath(Set<Library> used) {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> keeps(used, new File(entry).getName()))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static boolean keeps(Set<Library> used, String jar) {
		return used.stream().anyMatch((library) -> library.contains(jar))
				|| Stream.of(values()).noneMatch((library) -> library.contains(jar));
	}

	private boolean contains(String jar) {
		return this.jars.matcher(jar).matches();
	}

}
