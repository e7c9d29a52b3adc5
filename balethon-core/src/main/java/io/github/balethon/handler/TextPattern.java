package io.github.balethon.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * A callback template or a regular expression, with the names of what it finds.
 *
 * @param source how it is written
 * @param pattern the expression
 * @param names names of variables or groups
 * @param template whether it is a template, which is meant to fit the whole text
 */
record TextPattern(String source, Pattern pattern, List<String> names, boolean template) {

	// The JDK tells the names of groups only from Java 20 on.
	private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

	private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

	static boolean isTemplate(String data) {
		return VARIABLE.matcher(data).find();
	}

	static TextPattern regex(String source, TextNormalizer normalizer, String handler) {
		try {
			Pattern pattern = Pattern.compile(normalizer.normalize(source));
			List<String> names = GROUP.matcher(source).results().map((group) -> group.group(1)).toList();
			return new TextPattern(source, pattern, names, false);
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidHandlerException("Handler %s has the regular expression \"%s\", which is none: %s."
				.formatted(handler, source, ex.getDescription()), "Mend it near index " + ex.getIndex() + ".");
		}
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
						"Handler %s has the callback template \"%s\", in which {%s} is no variable of its own."
							.formatted(handler, source, name),
						"Name each variable once, by letters and digits, such as {id}.");
			}
			names.add(name);
			expression.append(Pattern.quote(normalizer.normalize(source.substring(end, variables.start()))));
			expression.append("(?<").append(name).append(">.+?)");
			end = variables.end();
		}
		expression.append(Pattern.quote(normalizer.normalize(source.substring(end))));
		return new TextPattern(source, Pattern.compile(expression.toString(), Pattern.DOTALL), List.copyOf(names),
				true);
	}

	@Nullable Map<String, String> match(String text) {
		Matcher matcher = this.pattern.matcher(text);
		if (!(this.template ? matcher.matches() : matcher.find())) {
			return null;
		}
		if (this.names.isEmpty()) {
			return Map.of();
		}
		Map<String, String> captures = new LinkedHashMap<>();
		for (String name : this.names) {
			String found = matcher.group(name);
			if (found != null) {
				captures.put(name, found);
			}
		}
		return captures;
	}

	/**
	 * What is equal for patterns that fit the same texts.
	 * @return the pattern without the names of variables
	 */
	String shape() {
		return this.template ? VARIABLE.matcher(this.source).replaceAll("{}") : this.pattern.pattern();
	}

	/**
	 * How much of a template is fixed: the more, the narrower.
	 * @return the number of literal characters; zero for a regular expression
	 */
	int literals() {
		return this.template ? VARIABLE.matcher(this.source).replaceAll("").length() : 0;
	}

	@Override
	public String toString() {
		return this.source;
	}

}
