package io.github.balethon.model;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MarkdownTests {

	// The rules of Bale: a blank or an end on the outer side, no blank in a link.
	private static final Pattern MARK = Pattern
		.compile("(?<=^|\\s)\\*[^*]+\\*(?=\\s|$)|(?<=^|\\s)_[^_]+_(?=\\s|$)|\\[[^]]+\\]\\([^)]+\\)|```");

	@Test
	void marksHaveBlanksAroundThem() {
		assertThat(Markdown.of("Order").bold("paid").text("!").italic("now").bold("x"))
			.hasToString("Order *paid* ! _now_ *x*");
		assertThat(Markdown.of().bold("a").line().italic("b").text("\nc")).hasToString("*a*\n_b_\nc");
		assertThat(Markdown.of("(").plain("x").text(")")).hasToString("(x)");
	}

	@Test
	void markBehindTheSeamOfALinkIsEscaped() {
		assertThat(Markdown.escape("http://](*")).isEqualTo("http://] (∗");
	}

	@Test
	void markEndsWithItsLine() {
		assertThat(Markdown.of("x ").bold("a\n\n b ")).hasToString("x *a*\n*b*");
	}

	@Test
	void markedPartHasNoMarkInside() {
		assertThat(Markdown.of().bold("2*3 = a_b")).hasToString("*2∗3 = a_b*");
		assertThat(Markdown.of().italic("a_b 2*3")).hasToString("_a＿b 2*3_");
	}

	@Test
	void linksAndMentions() {
		assertThat(Markdown.of("See ").link("[our] site", "https://example.ir/?a=1"))
			.hasToString("See [(our) site](https://example.ir/?a=1)");
		assertThat(Markdown.of("Hi ").mention(new User(7, false, "Sara", null, null, null)))
			.hasToString("Hi [Sara](uid:7)");
		assertThat(Markdown.of("Hi ").mention(new User(7, false, "Sara", null, "sara_demo", null)))
			.hasToString("Hi @sara_demo");
		assertThat(Markdown.of().mention("*Ali*", 8)).hasToString("[∗Ali∗](uid:8)");
		assertThat(Markdown.of("More:").instantView("Rules", "1. *be kind*"))
			.hasToString("More:\n```[Rules]1. *be kind*```\n");
	}

	@Test
	void whatWouldBreakALinkIsTold() {
		assertThatIllegalArgumentException().isThrownBy(() -> Markdown.of().link("x", "https://example.ir/a(b)"))
			.withMessageContaining("%28");
		assertThatIllegalArgumentException().isThrownBy(() -> Markdown.of().link(" ", "https://example.ir"))
			.withMessage("The label of a link must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> Markdown.of().bold(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> Markdown.of().instantView("x", "a```b"));
	}

	@ParameterizedTest
	@CsvSource({ "snake_case,snake_case", "@my_user,@my_user", "2*3,2*3", "*bold*,∗bold∗", "_x_,＿x＿", "a * b,a ∗ b",
			"[a](b),[a] (b)", "سلام *دنیا*,سلام ∗دنیا∗" })
	void foreignTextKeepsItsLook(String foreign, String safe) {
		assertThat(Markdown.escape(foreign)).isEqualTo(safe);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*a*", "x *a b* y", "_a_", "*_a_*", "[x](http://evil.example)", "```[t]d```", "a*\n*b",
			"* a *", "**a**", "_*a*_ _b_", "[a]((b)", "*", "*سلام*", "\t*x*\n_y_" })
	void foreignTextHasNoMarks(String foreign) {
		assertThat(Markdown.escape(foreign)).doesNotContainPattern(MARK);
		assertThat(Markdown.of("x ").plain(foreign).text(" y").toString()).doesNotContainPattern(MARK);
	}

	@ParameterizedTest
	@MethodSource
	void seamsMakeNoMarks(Markdown joined, String text) {
		assertThat(joined).hasToString(text);
		assertThat(joined.toString()).doesNotContainPattern(MARK);
	}

	static Stream<Arguments> seamsMakeNoMarks() {
		return Stream.of(
				Arguments.of(Markdown.of().plain("[gift]").plain("(https://evil.example)"),
						"[gift] (https://evil.example)"),
				Arguments.of(Markdown.of().plain("[gift]").plain("").text("").plain("(b)"), "[gift] (b)"),
				Arguments.of(Markdown.of("[VIP]").plain("(https://evil.example)"), "[VIP] (https://evil.example)"),
				Arguments.of(Markdown.of().plain("[a]").text("(see below)"), "[a] (see below)"),
				Arguments.of(Markdown.of().plain("[a").text("]").plain("(b)"), "［a] (b)"),
				Arguments.of(Markdown.of().plain("[").plain("a").plain("](b)"), "［a] (b)"),
				Arguments.of(Markdown.of().plain("``").plain("`[t]x").plain("``").plain("`"), "``ˋ[t]x``ˋ"),
				Arguments.of(Markdown.of().plain("`").plain("`").plain("`"), "``ˋ"),
				Arguments.of(Markdown.of("``").plain("`"), "``ˋ"),
				Arguments.of(Markdown.of().plain("`").text("``"), "ˋ``"),
				Arguments.of(Markdown.of().plain("*").plain("a").plain("*"), "∗a∗"),
				Arguments.of(Markdown.of().plain("_").text("a").plain("_"), "＿a＿"),
				Arguments.of(Markdown.of().plain("x *").plain("a* y"), "x ∗a∗ y"));
	}

	@Test
	void marksOfTheDeveloperMayBeInPieces() {
		assertThat(Markdown.of("[a]").text("(b)")).hasToString("[a](b)");
		assertThat(Markdown.of("``").text("`[t]x``").text("`")).hasToString("```[t]x```");
		assertThat(Markdown.of("```[t]").plain("`x`").text("```")).hasToString("```[t]`xˋ```");
		assertThat(Markdown.of().plain("`ls -l`")).hasToString("`ls -l`");
	}

	@Test
	void foreignBracketIsNoPartOfALabel() {
		assertThat(Markdown.of().plain("[call me ").link("site", "https://example.ir"))
			.hasToString("［call me [site](https://example.ir)");
		assertThat(Markdown.of().plain("[a] [").mention("Ali", 8)).hasToString("[a] ［[Ali](uid:8)");
		assertThat(Markdown.of().plain("[a]").link("b", "https://example.ir"))
			.hasToString("[a][b](https://example.ir)");
		assertThat(Markdown.of().mention("[Ali", 8)).hasToString("[(Ali](uid:8)");
	}

	@Test
	void instantViewHasItsOwnSeams() {
		assertThat(Markdown.of().instantView("Rules", "(https://example.ir)"))
			.hasToString("```[Rules] (https://example.ir)```\n");
		assertThat(Markdown.of().instantView("Rules", "run `x`")).hasToString("```[Rules]run `x` ```\n");
	}

	@Test
	void userNameStaysWhatItIs() {
		User sara = new User(7, false, "Sara", null, "sara", null);
		assertThat(Markdown.of("Hi").mention(sara).plain("123")).hasToString("Hi @sara 123");
		assertThat(Markdown.of().mention(sara).text("_x")).hasToString("@sara _x");
		assertThat(Markdown.of("(").mention(sara).plain(", hello").text(")")).hasToString("(@sara, hello)");
		assertThat(Markdown.of().mention(sara).mention(sara).bold("x")).hasToString("@sara @sara *x*");
		assertThat(Markdown.of().mention(sara).plain("").text("سلام")).hasToString("@sara سلام");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.ir/_a_/*b*?c=_d&e=*", "https://example.ir/a_", "http://x.ir/*_*",
			"www.example.ir/_x_", "ble.ir/join/_aB_", "see https://x.ir/_a_ and https://x.ir/b_c_", "@_my_user",
			"/home/_x/y", "f(_a)*(b)", "a._b@x.ir", "https://fa.wikipedia.org/wiki/سلام_(فیلم)_" })
	void whatIsNoMarkStaysAsItIs(String foreign) {
		assertThat(Markdown.escape(foreign)).isEqualTo(foreign).doesNotContainPattern(MARK);
		assertThat(Markdown.of("x").text(" ").plain(foreign).text(" y").toString()).isEqualTo("x " + foreign + " y");
	}

	@Test
	void addressInAMarkedPartStaysAsItIs() {
		assertThat(Markdown.of().italic("see https://x.ir/a_b_c now")).hasToString("_see https://x.ir/a_b_c now_");
		assertThat(Markdown.of().bold("2*3 https://x.ir/a*b")).hasToString("*2∗3 https://x.ir/a*b*");
		// It would end the part.
		assertThat(Markdown.of().italic("https://x.ir/a_ now")).hasToString("_https://x.ir/a＿ now_");
		assertThat(Markdown.of().bold("*https://x.ir*")).hasToString("*∗https://x.ir∗*");
	}

	@Test
	void invisibleCharactersHideNoMark() {
		for (String invisible : new String[] { "\u00A0", "\u200C", "\u200E", "\u200F", "\uFEFF", "\u3000", "\u0000" }) {
			assertThat(Markdown.escape("x" + invisible + "*a*" + invisible + "y"))
				.isEqualTo("x" + invisible + "∗a∗" + invisible + "y");
		}
	}

	@Test
	void piecesAtRandomMakeNoMark() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		String[] parts = { "*", "_", "`", "[", "]", "(", ")", " ", "a", "\n", "``", "](", "https://x.ir/", "سلام",
				"🙂" };
		for (int i = 0; i < 20_000; i++) {
			Markdown joined = Markdown.of();
			StringBuilder pieces = new StringBuilder();
			for (int piece = random.nextInt(5); piece >= 0; piece--) {
				StringBuilder foreign = new StringBuilder();
				for (int part = random.nextInt(6); part >= 0; part--) {
					foreign.append(parts[random.nextInt(parts.length)]);
				}
				joined = joined.plain(foreign.toString());
				pieces.append(foreign).append('|');
			}
			assertThat(joined.toString()).as("seed %d: %s", seed, pieces).doesNotContainPattern(MARK);
		}
	}

}
