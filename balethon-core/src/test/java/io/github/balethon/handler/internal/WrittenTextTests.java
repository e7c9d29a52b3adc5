package io.github.balethon.handler.internal;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.balethon.model.Spaces;
import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Properties of any text: arguments and captures are passed as they were written. The
 * message of a failure contains the seed; {@code -Dtext.seed} repeats it.
 */
class WrittenTextTests {

	private static final String SPACES = " \n\t\u00a0\u202f\u3000\u2028\u0085";

	private static final String MARKS = "\u200c\u200d\u200e\u200f\ufeff\u2066\u2069\u061c";

	private static final String OTHERS = "ab/@=:#\\.۱٢3يكیک؛\u0301";

	private final long seed = Long.getLong("text.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	@RepeatedTest(200)
	void wordsAreWhatIsBetweenSpaces() {
		String text = text(40);
		CommandWords words = new CommandWords(Spaces.strip(text), Set.of(), TextNormalizer.PERSIAN);
		String rest = words.rest(0);
		assertThat((rest != null) ? rest : "").as(describe(text)).isEqualTo(Spaces.strip(text));
		for (String word : words.all()) {
			assertThat(word).as(describe(text)).isNotEmpty().isEqualTo(Spaces.strip(word));
			assertThat(word.chars().noneMatch((each) -> Spaces.isSpace((char) each))).as(describe(text)).isTrue();
		}
		assertThat(letters(String.join("", words.all()))).as(describe(text)).isEqualTo(letters(text));
		for (int i = 0; i < words.count(); i++) {
			assertThat(words.rest(i)).as(describe(text)).startsWith(words.word(i));
			assertThat(text).as(describe(text)).contains(words.rest(i));
		}
	}

	@RepeatedTest(200)
	void namedArgumentsAreRemovedFromTheRest() {
		List<String> parts = this.random.ints(1 + this.random.nextInt(6), 0, 3)
			.mapToObj((kind) -> (kind == 0) ? "name=" + letters(text(3)) : "w" + letters(text(5)).replace("=", ""))
			.toList();
		String text = parts.stream().map((part) -> part + space()).collect(Collectors.joining());
		CommandWords words = new CommandWords(Spaces.strip(text), Set.of("name"), TextNormalizer.PERSIAN);
		List<String> expected = parts.stream().filter((part) -> !part.startsWith("name=")).toList();
		assertThat(words.all()).as(describe(text)).isEqualTo(expected);
		assertThat(words.named("name")).as(describe(text))
			.isEqualTo(parts.stream()
				.filter((part) -> part.startsWith("name="))
				.map((part) -> part.substring(5))
				.reduce((first, second) -> second)
				.orElse(null));
		String rest = words.rest(0);
		assertThat(letters((rest != null) ? rest : "")).as(describe(text)).isEqualTo(String.join("", expected));
	}

	@RepeatedTest(200)
	void capturesAreNotNormalized() {
		String value = "v" + text(20) + "v";
		SearchText text = SearchText.of("يک:" + value + ":۱", TextNormalizer.PERSIAN);
		assertThat(text).isNotNull();
		TextPattern template = TextPattern.template("یك:{value}:1", TextNormalizer.PERSIAN, "test");
		TextPattern regex = TextPattern.regex("(?s)^ی\\u0643:(?<value>.+):\\u06f1$", TextNormalizer.PERSIAN, "test");
		assertThat(template.match(text)).as(describe(value)).isEqualTo(Map.of("value", value));
		assertThat(regex.match(text)).as(describe(value)).isEqualTo(Map.of("value", value));
	}

	@RepeatedTest(200)
	void commandIsFoundWhateverSpacesAndMarksAreAroundIt() {
		String payload = text(20);
		String text = marks() + "/Start" + marks() + "@" + marks() + "my_bot" + marks() + space() + payload;
		CommandLine line = CommandLine.parse(text, "my_bot", TextNormalizer.PERSIAN);
		assertThat(line).as(describe(text)).isNotNull();
		assertThat(line.command()).as(describe(text)).isEqualTo("/start");
		assertThat(line.rest()).as(describe(text)).isEqualTo(Spaces.strip(payload));
	}

	@RepeatedTest(200)
	void numbersAreFormattedWithoutExponentAndParsedBack() {
		double decimal = Math.round(this.random.nextDouble() * 1E9) / Math.pow(10, this.random.nextInt(9));
		double any = this.random.nextGaussian() * Math.pow(10, this.random.nextInt(600) - 300);
		for (double number : new double[] { decimal, -decimal, any }) {
			String written = NumberText.written(number);
			assertThat(written).as(describe("" + number)).matches("-?\\d+(\\.\\d*[1-9])?");
			assertThat(Double.parseDouble(NumberText.plain(written))).as(describe("" + number))
				.isCloseTo(number, withinPercentage(1E-10));
		}
		assertThat(Double.parseDouble(NumberText.written(decimal))).as(describe("" + decimal)).isEqualTo(decimal);
	}

	private String describe(String text) {
		return "-Dtext.seed=%d, text %s".formatted(this.seed,
				text.chars().mapToObj("%04x"::formatted).collect(Collectors.joining(" ")));
	}

	private static String letters(String text) {
		return text.chars()
			.filter((each) -> OTHERS.indexOf(each) >= 0 || (each >= 'a' && each <= 'z'))
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

	private String text(int maximum) {
		return some(this.random.nextInt(maximum), SPACES + MARKS + OTHERS + OTHERS);
	}

	private String marks() {
		return some(this.random.nextInt(3), MARKS);
	}

	private String space() {
		return some(1 + this.random.nextInt(2), SPACES);
	}

	private String some(int count, String characters) {
		return this.random.ints(count, 0, characters.length())
			.mapToObj((index) -> String.valueOf(characters.charAt(index)))
			.collect(Collectors.joining());
	}

}
