package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts of a text are messages, and nothing of the text is missing.
 */
class TextsPropertiesTests {

	private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]\\r\\n]*\\]\\([^()\\s]*\\)");

	@Property
	void partsAreMessages(@ForAll("texts") String text) {
		assertThat(parts(text)).allSatisfy((part) -> {
			assertThat(part).isNotBlank();
			assertThat(part.codePointCount(0, part.length())).isLessThanOrEqualTo(64);
			assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
			assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
		});
	}

	@Property
	void nothingButWhiteSpaceAndMarksDiffers(@ForAll("texts") String text) {
		assertThat(content(String.join("", parts(text)))).isEqualTo(content("a " + text));
	}

	@Property
	void linksStayWhole(@ForAll("texts") String text) {
		List<String> links = new ArrayList<>();
		parts(text).forEach((part) -> links.addAll(links(part)));
		assertThat(links).containsAll(links(text));
	}

	private static List<String> parts(String text) {
		return Texts.split("a " + text, 64);
	}

	private static List<String> links(String text) {
		Matcher matcher = LINK.matcher(text);
		List<String> links = new ArrayList<>();
		while (matcher.find()) {
			if (matcher.group().length() <= 50) {
				links.add(matcher.group());
			}
		}
		return links;
	}

	private static String content(String text) {
		return text.replaceAll("[\\s*_`]|\\[t\\]", "");
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> pieces = Arbitraries.of("word ", "سلام ", "می\u200Cروم", "\n", "\n\n", " ", "   ", "😀",
				"x".repeat(70), " *bold words* ", " _italic words_ ", " *" + "long ".repeat(20) + "bold* ",
				"[a](https://b.ir)", "\n```[t]some details```\n", "\n```[t]" + "more details ".repeat(10) + "```\n",
				"*", "_", "`", "[", "](", ")");
		return pieces.list().ofMaxSize(40).map((list) -> String.join("", list));
	}

}
