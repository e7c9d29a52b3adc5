import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints the slowest tests of all modules, from the reports of Surefire. Run by
 * {@code mvn verify} at its end.
 */
final class SlowestTests {

	private static final int COUNT = 15;

	private static final Pattern TEST = Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\" time=\"([\\d.,]+)\"");

	private SlowestTests() {
	}

	public static void main(String[] args) throws IOException {
		List<Test> tests = new ArrayList<>();
		try (Stream<Path> modules = Files.list(Path.of(args[0]))) {
			for (Path reports : modules.map((module) -> module.resolve("target/surefire-reports")).toList()) {
				if (Files.isDirectory(reports)) {
					read(reports, tests);
				}
			}
		}
		System.out.println("Slowest tests:");
		tests.stream()
			.sorted(Comparator.comparing(Test::seconds).reversed())
			.limit(COUNT)
			.forEach((test) -> System.out.printf(Locale.ROOT, "%8.1f s  %s%n", test.seconds(), test.name()));
	}

	private static void read(Path folder, List<Test> tests) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> path.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
				Matcher matcher = TEST.matcher(Files.readString(file));
				while (matcher.find()) {
					String type = matcher.group(2).substring(matcher.group(2).lastIndexOf('.') + 1);
					tests.add(new Test(type + "." + matcher.group(1),
							Double.parseDouble(matcher.group(3).replace(",", ""))));
				}
			}
		}
	}

	private record Test(String name, double seconds) {

	}

}
