package io.github.balethon.model;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

}
