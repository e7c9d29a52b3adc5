package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Fills <code>{name}</code> in the texts of keyboards.
 */
final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]\\w*)}");

	private final Map<String, ?> values;

	Placeholders(Map<String, ?> values) {
		this.values = values;
	}

	@Nullable String fill(@Nullable String template) {
		return (template != null) ? fill(template, UnaryOperator.identity()) : null;
	}

	String fill(String template, UnaryOperator<String> encoding) {
		if (template.indexOf('{') < 0) {
			return template;
		}
		return PLACEHOLDER.matcher(template).replaceAll((match) -> {
			Object value = this.values.get(match.group(1));
			Assert.notNull(value, () -> "There is no value for '{" + match.group(1) + "}' of a button, but for "
					+ this.values.keySet());
			return Matcher.quoteReplacement(encoding.apply(value.toString()));
		});
	}

	static <T> List<List<T>> inColumns(int columns, List<? extends T> buttons) {
		Assert.isTrue(columns > 0, () -> "'columns' of a keyboard must be at least 1, but is " + columns);
		List<List<T>> rows = new ArrayList<>();
		for (int from = 0; from < buttons.size(); from += columns) {
			rows.add(List.copyOf(buttons.subList(from, Math.min(from + columns, buttons.size()))));
		}
		return List.copyOf(rows);
	}

}
