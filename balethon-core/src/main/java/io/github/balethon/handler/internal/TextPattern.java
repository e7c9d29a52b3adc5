package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.github.balethon.handler.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

/**
 * Callback template or regular expression, with the names of its variables or groups.
 *
 * @param source the template or expression in the annotation
 * @param pattern the regular expression for normalized texts
 * @param literal the regular expression for original texts, or {@code null} if it matches
 * nothing that {@code pattern} does not
 * @param names names of variables or groups
 * @param template whether it is a template, which must match the whole text
 */
record TextPattern(String source, Pattern pattern, @Nullable Pattern literal, List<String> names,
		boolean template) implements FailedCondition {

	// Matcher.namedGroups() exists since Java 20 only.
	private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

	// What is escaped, or a text in quotes, in which nothing is.
	private static final Pattern ESCAPE = Pattern.compile(
			"\\\\(?:u(\\p{XDigit}{4})|x(\\p{XDigit}{2})" + "|x\\{(\\p{XDigit}+)\\}|Q.*?(?:\\\\E|$)|.)", Pattern.DOTALL);

	// A property or a range may hold a character but not its normalized form.
	private static final Pattern SETS_OF_CHARACTERS = Pattern
		.compile("\\\\[pP]|(?:[^\\x00-\\x7F]|\\\\[ux]\\{?\\p{XDigit}{2,6}\\}?)-");

	private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

	static boolean isTemplate(String data) {
		return VARIABLE.matcher(data).find();
	}

	static TextPattern regex(String source, TextNormalizer normalizer, String handler) {
		try {
			Pattern literal = Pattern.compile(source);
			List<String> names = GROUP.matcher(source).results().map((group) -> group.group(1)).toList();
			Pattern pattern = normalized(source, normalizer);
			if (pattern == null) {
				return new TextPattern(source, literal, literal, names, false);
			}
			boolean sets = SETS_OF_CHARACTERS.matcher(source).find();
			return new TextPattern(source, pattern, sets ? literal : null, names, false);
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidHandlerException("Handler %s has an invalid regular expression \"%s\": %s."
				.formatted(handler, source, ex.getDescription()), "Fix the pattern near index " + ex.getIndex() + ".");
		}
	}

	private static @Nullable Pattern normalized(String source, TextNormalizer normalizer) {
		try {
			return Pattern.compile(normalizer.normalize(normalizedEscapes(source, normalizer)));
		}
		catch (PatternSyntaxException ex) {
			// The ends of a range have changed their order.
			return null;
		}
	}

	private static String normalizedEscapes(String source, TextNormalizer normalizer) {
		Matcher matcher = ESCAPE.matcher(source);
		StringBuilder result = new StringBuilder();
		while (matcher.find()) {
			String hex = Stream.of(1, 2, 3).map(matcher::group).filter(Objects::nonNull).findFirst().orElse("");
			int character = (!hex.isEmpty() && hex.length() <= 6) ? Integer.parseInt(hex, 16) : 0;
			String written = Character.isBmpCodePoint(character) ? String.valueOf((char) character) : "";
			String normalized = normalizer.normalize(written);
			String replacement = normalized.equals(written) ? matcher.group()
					: "\\u%04x".formatted((int) normalized.charAt(0));
			matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
		}
		return matcher.appendTail(result).toString();
	}

	static TextPattern template(String source, TextNormalizer normalizer, String handler) {
		List<String> names = new ArrayList<>();
		StringBuilder expression = new StringBuilder();
		Matcher variables = VARIABLE.matcher(source);
		int end = 0;
		while (variables.find()) {
			String name = variables.group(1);
			if (!name.matches("[a-zA-Z][a-zA-Z0-9]*") || names.contains(name)) {
				throw new InvalidHandlerException(
						"Handler %s has the callback template \"%s\" with the invalid or duplicate variable {%s}."
							.formatted(handler, source, name),
						"Use a unique name of letters and digits, such as {id}.");
			}
			names.add(name);
			expression.append(Pattern.quote(normalizer.normalize(source.substring(end, variables.start()))));
			expression.append("(?<").append(name).append(">.+?)");
			end = variables.end();
		}
		expression.append(Pattern.quote(normalizer.normalize(source.substring(end))));
		return new TextPattern(source, Pattern.compile(expression.toString(), Pattern.DOTALL), null, List.copyOf(names),
				true);
	}

	/**
	 * Matches a text.
	 * @param text the text
	 * @return the original text of the variables or groups, or {@code null} if the text
	 * does not match
	 */
	@Nullable Map<String, String> match(SearchText text) {
		Matcher matcher = this.pattern.matcher(new InterruptibleText(text.normalized(), this.source));
		if (!(this.template ? matcher.matches() : matcher.find())) {
			if (this.literal == null || text.isNormalized()) {
				return null;
			}
			matcher = this.literal.matcher(new InterruptibleText(text.written(), this.source));
			if (!matcher.find()) {
				return null;
			}
		}
		if (this.names.isEmpty()) {
			return Map.of();
		}
		Map<String, String> captures = new LinkedHashMap<>();
		for (String name : this.names) {
			if (matcher.start(name) >= 0) {
				captures.put(name, text.written().substring(matcher.start(name), matcher.end(name)));
			}
		}
		return captures;
	}

	/**
	 * Returns a form that is equal for patterns that match the same texts.
	 * @return the pattern without the names of variables
	 */
	String shape() {
		return this.template ? VARIABLE.matcher(this.source).replaceAll("{}") : this.pattern.pattern();
	}

	/**
	 * Returns the number of literal characters. More characters take precedence.
	 * @return the number; zero for a regular expression
	 */
	int literals() {
		return this.template ? VARIABLE.matcher(this.source).replaceAll("").length() : 0;
	}

	@Override
	public String describe() {
		return (this.template ? "callback " : "regex ") + this.source;
	}

	@Override
	public String toString() {
		return this.source;
	}

}
