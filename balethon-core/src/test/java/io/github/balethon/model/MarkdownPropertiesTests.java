package io.github.balethon.model;

import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Foreign text holds no mark, and survives.
 */
class MarkdownPropertiesTests {

	// A mark begins behind a blank; a link has no blank between its brackets.
	private static final Pattern MARK = Pattern.compile("(?<![^\\s\\p{Z}\\p{Cc}\\p{Cf}])[*_]|\\]\\(|```|\\[[^\\]]*$",
			Pattern.DOTALL);

	@Property
	void escapedTextHoldsNoMark(@ForAll("texts") String foreign) {
		assertThat(MARK.matcher(Markdown.escape(foreign)).find()).isFalse();
	}

	@Property
	void escapedTextLooksAsItWasWritten(@ForAll("texts") String foreign) {
		assertThat(look(Markdown.escape(foreign))).isEqualTo(look(foreign));
	}

	@Property
	void escapedTextIsNotChangedAgain(@ForAll("texts") String foreign) {
		String escaped = Markdown.escape(foreign);
		assertThat(Markdown.escape(escaped)).isEqualTo(escaped);
	}

	@Property
	void foreignTextsMakeNoMarkTogether(@ForAll("texts") String a, @ForAll("texts") String b,
			@ForAll("texts") String c) {
		String text = Markdown.of().plain(a).plain(b).plain(c).toString();
		assertThat(MARK.matcher(text).find()).isFalse();
		assertThat(look(text).replace(" ", "")).isEqualTo(look(a + b + c).replace(" ", ""));
	}

	@Property
	void foreignTextBesideALinkLeavesItAlone(@ForAll("texts") String before, @ForAll("texts") String label,
			@ForAll("texts") String behind) {
		String text = Markdown.of().plain(before).link("x" + label, "https://example.ir/").plain(behind).toString();
		assertThat(text.split("\\]\\(", -1)).hasSize(2);
		String shown = text.substring(0, text.indexOf("](https://example.ir/)"));
		assertThat(shown.substring(shown.lastIndexOf('[') + 1)).startsWith("x").doesNotContain("]");
		assertThat(text).doesNotContain("```");
	}

	@Property
	void boldPartHasItsStarsOnly(@ForAll("texts") String foreign) {
		String text = Markdown.of().bold("x" + foreign).toString();
		for (String line : text.split("\\R")) {
			if (!line.isBlank()) {
				assertThat(line).startsWith("*").endsWith("*");
			}
		}
		assertThat(text).doesNotContain("](").doesNotContain("```");
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> pieces = Arbitraries.of("*", "_", "`", "``", "```", "[", "]", "(", ")", " ", "\n", "\u200c",
				"\u00a0", "a", "سلام", "😀", "http://", "www.", ".ir/", "@x_y", "∗", "＿", "$", "\\");
		return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(20),
				pieces.list().ofMaxSize(12).map((all) -> String.join("", all)));
	}

	private static String look(String text) {
		return text.replace('*', '∗').replace('_', '＿').replace('`', '\u02CB').replace('[', '［').replace("] (", "](");
	}

}
