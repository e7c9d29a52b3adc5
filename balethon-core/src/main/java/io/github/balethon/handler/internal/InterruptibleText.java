package io.github.balethon.handler.internal;

/**
 * Text that makes the matching of regular expressions interruptible. A pattern that
 * backtracks may take minutes for a short text, and the JDK does not check for
 * interrupts.
 */
final class InterruptibleText implements CharSequence {

	// A trade-off between the delay of an interrupt and the cost per character.
	private static final int EVERY = 1024;

	private final String text;

	private final String pattern;

	private int reads;

	/**
	 * Creates a text for one match on one thread.
	 * @param text the text
	 * @param pattern the pattern, for the message of the exception
	 */
	InterruptibleText(String text, String pattern) {
		this.text = text;
		this.pattern = pattern;
	}

	@Override
	public char charAt(int index) {
		this.reads++;
		if (this.reads % EVERY == 0 && Thread.interrupted()) {
			// Without the text, which a user wrote.
			throw new IllegalStateException(("The thread was interrupted while it matched the regular expression "
					+ "\"%s\" with a text of %d characters. If it backtracks, simplify it")
				.formatted(this.pattern, this.text.length()), new InterruptedException());
		}
		return this.text.charAt(index);
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.substring(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
