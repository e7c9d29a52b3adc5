package io.github.balethon.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextsTests {

	@Test
	void shortTextIsNotSplit() {
		assertThat(Texts.split("")).containsExactly("");
		assertThat(Texts.split(" سلام \n")).containsExactly(" سلام \n");
		assertThat(Texts.split("😀".repeat(4096))).containsExactly("😀".repeat(4096));
		assertThat(Texts.isTooLong("😀".repeat(4096))).isFalse();
	}

	@Test
	void longTextIsSplitAfterAParagraph() {
		String first = "a ".repeat(30).strip();
		assertThat(Texts.split(first + "\n\nb\nc\n\n" + "d ".repeat(20), 70)).containsExactly(first + "\n\nb\nc",
				"d ".repeat(20).strip());
	}

	@Test
	void longParagraphIsSplitAfterALineThenAfterAWord() {
		assertThat(Texts.split("a".repeat(50) + "\n" + "b ".repeat(20), 64)).containsExactly("a".repeat(50),
				"b ".repeat(20).strip());
		assertThat(Texts.split("سلام ".repeat(40), 64))
			.allSatisfy((part) -> assertThat(part.split(" ")).containsOnly("سلام"));
	}

	@Test
	void lineBreakNearTheStartIsNoPlaceToSplit() {
		assertThat(Texts.split("a\n" + "b ".repeat(60), 64).get(0)).hasSize(63).startsWith("a\nb b");
	}

	@Test
	void textWithoutSpacesIsSplitBetweenCharacters() {
		assertThat(Texts.split("x".repeat(4097))).containsExactly("x".repeat(4096), "x");
		String family = "👨\u200D👩\u200D👧";
		assertThat(Texts.split(family.repeat(20), 64))
			.allSatisfy((part) -> assertThat(part.replace(family, "")).isEmpty());
	}

	@Test
	void linkStaysInOnePart() {
		String link = "[the order](https://example.ir/orders/17)";
		assertThat(Texts.split("x ".repeat(25) + link + " " + "y ".repeat(20), 64))
			.anySatisfy((part) -> assertThat(part).contains(link));
	}

	@Test
	void boldTextStaysInOnePartIfItFits() {
		assertThat(Texts.split("x ".repeat(25) + "*bold words of an order* z", 64))
			.containsExactly("x ".repeat(25).strip(), "*bold words of an order* z");
	}

	@Test
	void longBoldTextIsContinued() {
		List<String> parts = Texts.split("*" + "word ".repeat(40).strip() + "*", 64);
		assertThat(parts).hasSizeGreaterThan(1)
			.allSatisfy((part) -> assertThat(part).startsWith("*word").endsWith("word*"));
	}

	@Test
	void longCollapsibleSectionIsContinued() {
		List<String> parts = Texts.split("before\n```[Details]" + "(a) `b` ".repeat(40) + "```\nafter", 64);
		assertThat(parts.get(0)).isEqualTo("before");
		assertThat(parts.get(parts.size() - 1)).endsWith("after");
		assertThat(parts.subList(1, parts.size() - 1)).isNotEmpty()
			.allSatisfy((part) -> assertThat(part).startsWith("```[Details] (a)").endsWith("` ```"));
	}

	@Test
	void sectionWithALongTitleIsSplitAsPlainText() {
		String section = "```[" + "t".repeat(70) + "] details```";
		assertThat(String.join("", Texts.split(section, 64)).replace(" ", "")).isEqualTo(section.replace(" ", ""));
	}

	@Test
	void blankPartsAreDropped() {
		assertThat(Texts.split("a" + " ".repeat(200) + "b", 64)).containsExactly("a", "b");
		assertThat(Texts.split(" ".repeat(5000))).isEmpty();
	}

	@Test
	void deeplyNestedMarksAreSplitAsPlainText() {
		for (String mark : List.of("*", "_", "*_", "**a")) {
			String text = mark.repeat(5000) + "a" + new StringBuilder(mark.repeat(5000)).reverse();
			List<String> parts = Texts.split(text);
			assertThat(parts).as(mark).hasSizeLessThan(40);
		}
	}

	@Test
	void unfinishedMarksAreKept() {
		for (String mark : List.of(" *a", " _a", "```[a", " [a", " [a](b", "`")) {
			String text = mark.repeat(20_000);
			List<String> parts = Texts.split(text);
			assertThat(String.join("", parts).replace(" ", "").equals(text.replace(" ", ""))).as(mark).isTrue();
		}
	}

	@Test
	void lengthOfAPartIsChecked() {
		assertThatIllegalArgumentException().isThrownBy(() -> Texts.split("a", 63))
			.withMessage("'maxLength' must be 64 to 4096, but is 63");
	}

}
