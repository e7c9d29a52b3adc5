package io.github.balethon.conversation.internal;

import org.jspecify.annotations.Nullable;

/**
 * Recorded step of a dialogue.
 *
 * @param kind the kind of the step
 * @param name the hash of its text, or the name of an action
 * @param value the written answer, the label of the chosen option, or the result as JSON;
 * {@code null} if the answer is pending
 * @param type the class of the result of an action, or {@code null} if the handler names
 * its type; {@code timeout} if a question was not answered in time
 * @since 0.1.0
 */
public record DialogueStep(Kind kind, String name, @Nullable String value, @Nullable String type) {

	// The type of a question without an answer.
	private static final String TIMEOUT = "timeout";

	static DialogueStep question(Kind kind, String text) {
		return new DialogueStep(kind, nameOf(text), null, null);
	}

	boolean isPending() {
		return this.value == null;
	}

	DialogueStep answered(String value) {
		return new DialogueStep(this.kind, this.name, value, null);
	}

	DialogueStep timedOut() {
		return new DialogueStep(this.kind, this.name, "", TIMEOUT);
	}

	boolean isTimedOut() {
		return this.kind != Kind.ONCE && TIMEOUT.equals(this.type);
	}

	boolean is(Kind kind, String name) {
		return this.kind == kind && this.name.equals(name);
	}

	static String nameOf(String text) {
		return Integer.toHexString(text.hashCode());
	}

	/**
	 * Omits the value, which holds what users wrote.
	 */
	@Override
	public String toString() {
		return this.kind + " " + this.name;
	}

	/**
	 * Kind of a step.
	 */
	public enum Kind {

		/** A question that is answered with a text. */
		ASK,
		/** A question that is answered with a button. */
		CHOOSE,
		/** An action. */
		ONCE,
		/** A message. */
		SAY

	}

}
