package io.github.balethon.handler.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.InvalidCommandArgumentsException.Reason;

import org.springframework.util.Assert;

/**
 * Command arguments that the parameters of a handler declare.
 *
 * @param arguments the arguments: positional ones by index, then named ones
 */
record CommandUsage(List<Argument> arguments) {

	static final Comparator<Argument> BY_PLACE = Comparator
		.comparingInt((argument) -> (argument.index() < 0) ? Integer.MAX_VALUE : argument.index());

	CommandUsage {
		arguments = List.copyOf(arguments);
	}

	Set<String> names() {
		return this.arguments.stream()
			.filter((argument) -> argument.index() < 0 && !argument.everything())
			.map(Argument::name)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	int minimum() {
		return this.arguments.stream()
			.filter((argument) -> argument.index() >= 0 && argument.required())
			.mapToInt((argument) -> argument.index() + 1)
			.max()
			.orElse(0);
	}

	int maximum() {
		if (this.arguments.isEmpty() || this.arguments.stream().anyMatch(Argument::isOpen)) {
			return Integer.MAX_VALUE;
		}
		return this.arguments.stream().mapToInt((argument) -> argument.index() + 1).max().orElse(0);
	}

	/**
	 * Whether no input is valid for both handlers, so that they may share a command.
	 * @param other the arguments of the other handler
	 * @return {@code true} if the numbers of words exclude each other
	 */
	boolean excludes(CommandUsage other) {
		return maximum() < other.minimum() || other.maximum() < minimum();
	}

	/**
	 * Whether all input that is valid for another handler is valid for this one.
	 * @param other the arguments of the other handler
	 * @return {@code true} if it certainly is
	 */
	boolean covers(CommandUsage other) {
		return this.arguments.isEmpty() || this.arguments.equals(other.arguments);
	}

	void requireFitting(CommandWords words, String command) {
		if (words.count() > maximum()) {
			throw new InvalidCommandArgumentsException(Reason.TOO_MANY, usage(command), "");
		}
		if (words.count() < minimum()) {
			throw missing(words.count(), command);
		}
	}

	private InvalidCommandArgumentsException missing(int index, String command) {
		Argument missing = this.arguments.stream()
			.filter((argument) -> argument.index() == index)
			.findFirst()
			.orElse(this.arguments.get(0));
		return new InvalidCommandArgumentsException(Reason.MISSING, usage(command), missing.name());
	}

	String usage(String command) {
		return this.arguments.stream().map(Argument::usage).collect(Collectors.joining(" ", command + " ", "")).strip();
	}

	/**
	 * Command argument.
	 *
	 * @param index the position, or -1 for a named argument
	 * @param name the name, for the usage or for name=value
	 * @param rest whether the value is the rest of the text
	 * @param everything whether the value is the whole text
	 * @param required whether the argument is required
	 */
	record Argument(int index, String name, boolean rest, boolean everything, boolean required) {

		Argument {
			Assert.hasText(name, "An argument needs a name");
		}

		private boolean isOpen() {
			return this.rest || this.everything;
		}

		private String usage() {
			String written = (this.index < 0 && !this.everything) ? this.name + "=…" : this.name;
			return this.required ? "<" + written + ">" : "[" + written + "]";
		}

	}

}
