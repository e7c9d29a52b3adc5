package io.github.balethon.model;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyboardTests {

	@Test
	void buttonsStandInColumns() {
		List<InlineKeyboardButton> buttons = IntStream.rangeClosed(1, 5)
			.mapToObj((i) -> InlineKeyboardButton.callback("b" + i, "d" + i))
			.toList();
		assertThat(labels(InlineKeyboardMarkup.inColumns(2, buttons))).containsExactly("b1 b2", "b3 b4", "b5");
		assertThat(labels(InlineKeyboardMarkup.inColumns(5, buttons))).containsExactly("b1 b2 b3 b4 b5");
		assertThat(InlineKeyboardMarkup.inColumns(2, List.of()).inlineKeyboard()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> InlineKeyboardMarkup.inColumns(0, buttons))
			.withMessage("'columns' of a keyboard must be at least 1, but is 0");
		assertThat(ReplyKeyboardMarkup.inColumns(1, List.of(KeyboardButton.of("a"), KeyboardButton.of("b"))).keyboard())
			.hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = ';', value = { "1;1;-", "1;2;· 1 · 2 ›", "2;2;‹ 1 · 2 ·",
			"1;9;· 1 · 2 › 9 »", "5;9;« 1 ‹ 4 · 5 · 6 › 9 »", "8;9;« 1 ‹ 7 · 8 · 9 ›", "9;9;« 1 ‹ 8 · 9 ·" })
	void pagerLeadsToOtherPages(int page, int pages, String row) {
		InlineKeyboardMarkup keyboard = InlineKeyboardMarkup.of(InlineKeyboardButton.callback("a", "b"))
			.pager(page, pages, "list:{page}");
		if (row == null) {
			assertThat(labels(keyboard)).containsExactly("a");
		}
		else {
			assertThat(labels(keyboard)).containsExactly("a", row);
			assertThat(keyboard.inlineKeyboard().get(1)).allSatisfy(
					(button) -> assertThat(button.text()).contains(button.callbackData().substring("list:".length())));
		}
	}

	@Test
	void pageThatIsNotThereIsTold() {
		InlineKeyboardMarkup empty = new InlineKeyboardMarkup(List.of());
		assertThatIllegalArgumentException().isThrownBy(() -> empty.pager(3, 2, "p:{page}"))
			.withMessage("'page' of a pager must be 1 to 2, but is 3");
		assertThatIllegalArgumentException().isThrownBy(() -> empty.pager(1, 2, "p:"))
			.withMessageContaining("'{page}'");
	}

	@Test
	void placeholdersAreFilledForEveryMessage() {
		InlineKeyboardMarkup template = InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Buy {name}", "buy:{id}"))
			.row(InlineKeyboardButton.url("Site", "https://example.ir/?q={name}"),
					InlineKeyboardButton.webApp("App", "https://app.example.ir/{id}"),
					InlineKeyboardButton.copyText("Copy", "{id}-{id}"));
		InlineKeyboardMarkup filled = template.fill(Map.of("name", "سیب & x", "id", 7));
		List<InlineKeyboardButton> row = filled.inlineKeyboard().get(1);
		assertThat(filled.inlineKeyboard().get(0)).singleElement().satisfies((button) -> {
			assertThat(button.text()).isEqualTo("Buy سیب & x");
			assertThat(button.callbackData()).isEqualTo("buy:7");
		});
		assertThat(row.get(0).url()).isEqualTo("https://example.ir/?q=%D8%B3%DB%8C%D8%A8%20%26%20x");
		assertThat(row.get(1).webApp().url()).isEqualTo("https://app.example.ir/7");
		assertThat(row.get(2).copyText().text()).isEqualTo("7-7");
		assertThat(template.inlineKeyboard().get(0).get(0).callbackData()).isEqualTo("buy:{id}");
		assertThat(ReplyKeyboardMarkup.of("Hello {name}").fill(Map.of("name", "$1")).keyboard().get(0).get(0).text())
			.isEqualTo("Hello $1");
	}

	@Test
	void placeholderWithoutAValueAndDataThatGrowsTooLongAreTold() {
		InlineKeyboardMarkup template = InlineKeyboardMarkup.of(InlineKeyboardButton.callback("x", "buy:{id}"));
		assertThatIllegalArgumentException().isThrownBy(() -> template.fill(Map.of("name", 1)))
			.withMessage("There is no value for '{id}' of a button, but for [name]");
		assertThatIllegalArgumentException().isThrownBy(() -> template.fill(Map.of("id", "x".repeat(61))))
			.withMessage("'callback_data' of a button must have 1 to 64 bytes, but has 65");
	}

	private static List<String> labels(InlineKeyboardMarkup keyboard) {
		return keyboard.inlineKeyboard()
			.stream()
			.map((row) -> String.join(" ", row.stream().map(InlineKeyboardButton::text).toList()))
			.toList();
	}

}
