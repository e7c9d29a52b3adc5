package io.github.balethon.handler.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text of a user: command lines, numbers, and the data of buttons.
 */
class HandlerTextPropertiesTests {

	private static BotFixture bot;

	@BeforeContainer
	static void open() {
		bot = BotFixture.of(Bot.class);
	}

	@AfterContainer
	static void close() {
		bot.close();
	}

	@Property
	void restIsHandedOverAsWritten(@ForAll("words") List<String> words, @ForAll("space") String space) {
		String written = String.join(space, words);
		assertThat(bot.answers(Updates.text("/note" + space + written + space))).containsExactly(written);
	}

	@Property
	void wordsAreHandedOverAsWritten(@ForAll("words") List<String> words, @ForAll("space") String space,
			@ForAll("marks") String marks) {
		String written = marks + String.join(marks + space + marks, words) + marks;
		CommandWords split = new CommandWords(written, Set.of(), TextNormalizer.PERSIAN);
		assertThat(split.all()).isEqualTo(words);
		assertThat(split.count()).isEqualTo(words.size());
	}

	@Property
	void argumentsByNameMayBeAnywhere(@ForAll("words") List<String> words, @ForAll("words") List<String> values,
			@ForAll("space") String space) {
		String value = values.get(0);
		for (int place = 0; place <= words.size(); place++) {
			List<String> written = new ArrayList<>(words);
			written.add(place, "city=" + value);
			CommandWords split = new CommandWords(String.join(space, written), Set.of("city"), TextNormalizer.PERSIAN);
			assertThat(split.named("city")).isEqualTo(value);
			assertThat(split.all()).isEqualTo(words);
		}
	}

	@Property
	void anyCommandLineIsHandled(@ForAll("commands") String command, @ForAll("texts") String text) {
		assertThat(bot.answers(Updates.text(command + text)).size()).isLessThanOrEqualTo(1);
		assertThat(bot.answers(Updates.text(command + " " + text)).size()).isLessThanOrEqualTo(1);
	}

	@Property
	void anyTextIsANumberOrRefused(@ForAll("numbers") String text) {
		try {
			String plain = NumberText.plain(text);
			assertThat(plain).matches("[+-]?[0-9]+(\\.[0-9]+)?");
			assertThat(new BigDecimal(plain)).isNotNull();
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).isExactlyInstanceOf(IllegalArgumentException.class);
		}
		for (String command : List.of("int", "long", "double", "float", "decimal")) {
			assertThat(bot.answers(Updates.text("/" + command + " " + text)).size()).isLessThanOrEqualTo(1);
		}
	}

	@Property
	void numberInDigitsOfIranIsRead(@ForAll long number, @ForAll("zeros") char zero) {
		StringBuilder written = new StringBuilder(Long.toString(number));
		for (int i = 0; i < written.length(); i++) {
			if (written.charAt(i) != '-') {
				written.setCharAt(i, (char) (written.charAt(i) - '0' + zero));
			}
		}
		assertThat(NumberText.plain(written.toString())).isEqualTo(Long.toString(number));
		assertThat(bot.answers(Updates.text("/long " + written))).containsExactly(Long.toString(number));
	}

	@Property
	void valuesOfATemplateAreHandedOverAsWritten(@ForAll("words") List<String> prefix,
			@ForAll("words") List<String> ids, @ForAll("texts") String rest) {
		String start = prefix.get(0).replaceAll("[{}:]", "x");
		String id = ids.get(0).replace(':', 'x');
		String last = "-" + rest;
		TextPattern pattern = TextPattern.template(start + ":{id}:{rest}", TextNormalizer.PERSIAN, "handler");
		Map<String, String> found = pattern.match(SearchText.of(start + ":" + id + ":" + last, TextNormalizer.PERSIAN));
		assertThat(found).containsExactly(Map.entry("id", id), Map.entry("rest", last));
	}

	@Property
	void anyDataOfAButtonIsHandled(@ForAll("texts") String data) {
		bot.handle(Updates.press(data));
		bot.handle(Updates.press("buy:" + data));
		bot.handle(Updates.press("item:" + data + ":" + data));
	}

	@Provide
	Arbitrary<List<String>> words() {
		Arbitrary<String> pieces = Arbitraries.of("a", "Z", "0", "۱", "٢", "ي", "ک", "ك", "😀", "/", "@", "=", "\"",
				"\\", "\\E", "\\Q", "$", "{", "}", "(", "[", ".", "*", ":", "نان");
		return pieces.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((all) -> String.join("", all))
			.list()
			.ofMinSize(1)
			.ofMaxSize(4);
	}

	@Provide
	Arbitrary<String> space() {
		return Arbitraries.of(" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u202f", "\u3000", "\u2028", "\u0085");
	}

	@Provide
	Arbitrary<String> marks() {
		return Arbitraries.of("", "\u200e", "\u200f", "\ufeff", "\u200c\u200b");
	}

	@Provide
	Arbitrary<String> commands() {
		return Arbitraries.of("", "/", "/note", "/NOTE", "/note@", "/note@my_bot", "/add", "/find", "/int", "/decimal",
				"/یاد", "/start", "/help", "\u200e/add");
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> pieces = Arbitraries.of(" ", "\n", "\u00a0", "\u200f", "city=", "city", "=", "@my_bot", "@",
				"/", "1", "۲", "-", "1e400", "9999999999999999999", "\u0000", "\ud800", "\udc00", "😀", "{id}", "\\",
				"$1", ":");
		return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(30),
				pieces.list().ofMaxSize(10).map((all) -> String.join("", all)));
	}

	@Provide
	Arbitrary<String> numbers() {
		Arbitrary<String> pieces = Arbitraries.of("0", "12", "345", "۶", "۷۸۹", "٠", "०", "௧", "０", "𝟏", "²", "½", "+",
				"-", "\u2212", ".", ",", "\u066b", "\u066c", "e", "E9", "#", "0x", "d", "NaN", "\u200f", "\u00a0",
				"9".repeat(400));
		return Arbitraries.oneOf(texts(), pieces.list().ofMaxSize(8).map((all) -> String.join("", all)));
	}

	@Provide
	Arbitrary<Character> zeros() {
		return Arbitraries.of('0', '\u06f0', '\u0660');
	}

	static class Bot {

		@BaleCommand
		String note(@CommandArgs String text) {
			return text;
		}

		@BaleCommand
		String add(@CommandArgs(0) int a, @CommandArgs(1) int b) {
			return String.valueOf(a + b);
		}

		@BaleCommand
		String find(@CommandArgs(value = 0, rest = true) String what, @CommandArgs(name = "city") String city) {
			return what + " " + city;
		}

		@BaleCommand("یاد")
		String remind(@CommandArgs(0) int hour, @CommandArgs(value = 1, rest = true) String text) {
			return hour + " " + text;
		}

		@BaleCommand("int")
		String integer(@CommandArgs(0) int number) {
			return String.valueOf(number);
		}

		@BaleCommand("long")
		String whole(@CommandArgs(0) long number) {
			return String.valueOf(number);
		}

		@BaleCommand("double")
		String floating(@CommandArgs(0) double number) {
			return String.valueOf(number);
		}

		@BaleCommand("float")
		String small(@CommandArgs(0) float number) {
			return String.valueOf(number);
		}

		@BaleCommand
		String decimal(@CommandArgs(0) BigDecimal number) {
			return "decimal of " + number.precision();
		}

		@BaleCallback("buy:{id}")
		void buy(@Capture long id) {
		}

		@BaleCallback("item:{name}:{rest}")
		void item(@Capture String name, @Capture String rest) {
			assertThat(name + rest).isNotEmpty();
		}

	}

}
